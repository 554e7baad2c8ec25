package bridge

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"firsthand/app"
	"firsthand/internal/home"
)

func serve(t *testing.T) (url string, d *Desktop) {
	t.Helper()
	h, err := home.At(t.TempDir(), home.Options{Keys: filepath.Join(t.TempDir(), "keys"), CheapPassphrase: true})
	if err != nil {
		t.Fatal(err)
	}
	desk := h.Desk(nil)
	t.Cleanup(func() { desk.Close() })
	d = &Desktop{Out: t.TempDir()}
	page := fstest.MapFS{"index.html": {Data: []byte("<html><head></head></html>")}}
	s := httptest.NewServer(New(app.New(app.Options{Desk: desk}, d), d, page))
	t.Cleanup(s.Close)
	return s.URL, d
}

func post(t *testing.T, url, body string) string {
	t.Helper()
	r, err := http.Post(url, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestBridge(t *testing.T) {
	url, d := serve(t)
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := io.ReadAll(r.Body)
	r.Body.Close()
	if !strings.Contains(string(b), "/__bridge.js") || !strings.Contains(r.Header.Get("Content-Security-Policy"), "script-src 'self'") {
		t.Errorf("the page is %s with %v", b, r.Header)
	}
	if got := post(t, url+"/__call/app.Journal.Begin", "[]"); !strings.Contains(got, `"vault":"open"`) {
		t.Errorf("begun: %s", got)
	}
	if got := post(t, url+"/__call/app.Journal.Record", `[{"id":"","account":"","text":" "}]`); !strings.Contains(got, `\"code\":\"empty\"`) {
		t.Errorf("an empty line: %s", got)
	}
	post(t, url+"/__test", `{"fail":"full","method":"Journal.Accounts"}`)
	if got := post(t, url+"/__call/app.Journal.Accounts", "[]"); !strings.Contains(got, `\"code\":\"full\"`) {
		t.Errorf("told to refuse: %s", got)
	}
	if got := post(t, url+"/__call/app.Journal.Start", "[]"); strings.Contains(got, "error") {
		t.Errorf("another method is refused too: %s", got)
	}
	post(t, url+"/__test", `{"path":"-"}`)
	if got := post(t, url+"/__call/app.Settings.Export", `["Export"]`); !strings.Contains(got, `"folder":""`) {
		t.Errorf("given up: %s", got)
	}

	events, err := http.Get(url + "/__events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	d.Emit(t.Context(), "flush")
	said, err := bufio.NewReader(events.Body).ReadString('\n')
	if err != nil || said != "data: flush\n" {
		t.Errorf("the page hears %q, %v", said, err)
	}
}

func TestCallsAreChecked(t *testing.T) {
	url, _ := serve(t)
	for path, body := range map[string]string{"app.Journal.NoSuch": "[]", "app.Journal.Open": "[]", "app.Journal.Start": "{"} {
		var answer struct{ Error string }
		if err := json.Unmarshal([]byte(post(t, url+"/__call/"+path, body)), &answer); err != nil || answer.Error == "" {
			t.Errorf("%s with %s: %+v, %v", path, body, answer, err)
		}
	}
}
