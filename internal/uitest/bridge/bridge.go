// Package bridge serves the built frontend over HTTP with the window.go and window.runtime that Wails gives it, in front
// of the real bound structs, so that a browser can drive them in tests. It is never linked into the product: a test of
// package app sees to that.
//
// The answers come with the product's own content security policy. Beside the page there is
//
//	POST /__call/app.Journal.Start   a bound method; the body is the list of its arguments
//	GET  /__events                   what Go emits, as server-sent events
//	POST /__test                     how calls go from now on, see Conduct
package bridge

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"time"

	"firsthand/app"
)

// script stands in for what Wails injects. It is a file of its own, because the policy lets nothing inline in.
//
//go:embed bridge.js
var script string

// Conduct is how calls go. The zero Conduct is: as they come.
type Conduct struct {
	Delay  int    `json:"delay"`  // milliseconds that each call waits before it is made
	Fail   string `json:"fail"`   // a code that each call is refused with, without being made
	Method string `json:"method"` // only this one, such as Journal.Record; empty: all
	// What the dialogs answer: empty is a name of the desktop's own choice, "-" that the person gives up.
	Path string `json:"path"`
}

// A Bridge is the handler.
type Bridge struct {
	methods map[string]reflect.Value
	desktop *Desktop
	mux     http.Handler

	mu      sync.Mutex
	conduct Conduct
}

// New joins an app, whose desktop is d, to the files of the frontend.
func New(a *app.App, d *Desktop, dist fs.FS) *Bridge {
	b := &Bridge{methods: map[string]reflect.Value{}, desktop: d}
	for _, bound := range a.Bound() {
		v, t := reflect.ValueOf(bound), reflect.TypeOf(bound)
		for i := range t.NumMethod() {
			b.methods[strings.TrimPrefix(t.String(), "*")+"."+t.Method(i).Name] = v.Method(i)
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /__call/{method}", b.call)
	mux.HandleFunc("POST /__test", b.test)
	mux.HandleFunc("GET /__events", d.events)
	mux.HandleFunc("GET /__bridge.js", func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(rw, script)
	})
	files := http.FileServerFS(dist)
	mux.HandleFunc("GET /", func(rw http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			files.ServeHTTP(rw, r)
			return
		}
		page, err := fs.ReadFile(dist, "index.html")
		if err != nil {
			http.Error(rw, "the frontend is not built", http.StatusInternalServerError)
			return
		}
		rw.Header().Set("Content-Type", "text/html")
		fmt.Fprint(rw, strings.Replace(string(page), "<head>", `<head><script src="/__bridge.js"></script>`, 1))
	})
	b.mux = a.Serve(mux)
	return b
}

func (b *Bridge) ServeHTTP(rw http.ResponseWriter, r *http.Request) { b.mux.ServeHTTP(rw, r) }

func (b *Bridge) test(rw http.ResponseWriter, r *http.Request) {
	var c Conduct
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(rw, err.Error(), http.StatusBadRequest)
		return
	}
	b.mu.Lock()
	b.conduct = c
	b.mu.Unlock()
	b.desktop.answer(c.Path)
	rw.WriteHeader(http.StatusNoContent)
}

func (b *Bridge) call(rw http.ResponseWriter, r *http.Request) {
	name := r.PathValue("method")
	b.mu.Lock()
	c := b.conduct
	b.mu.Unlock()
	if c.Method != "" && "app."+c.Method != name {
		c = Conduct{}
	}
	time.Sleep(time.Duration(c.Delay) * time.Millisecond)
	var result any
	var err error = app.Failure{Code: c.Fail, Message: "A test refuses this."}
	if c.Fail == "" {
		result, err = invoke(b.methods[name], r)
	}
	rw.Header().Set("Content-Type", "application/json")
	if err != nil {
		json.NewEncoder(rw).Encode(map[string]any{"error": app.Format(err)})
		return
	}
	json.NewEncoder(rw).Encode(map[string]any{"result": result})
}

// invoke calls a bound method as Wails does: arguments by position, one result, an error.
func invoke(m reflect.Value, r *http.Request) (result any, err error) {
	if !m.IsValid() {
		return nil, fmt.Errorf("no such method: %s", r.PathValue("method"))
	}
	var raw []json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&raw); err != nil {
		return nil, err
	}
	if len(raw) != m.Type().NumIn() {
		return nil, fmt.Errorf("%d arguments instead of %d", len(raw), m.Type().NumIn())
	}
	in := make([]reflect.Value, len(raw))
	for i, a := range raw {
		p := reflect.New(m.Type().In(i))
		if err := json.Unmarshal(a, p.Interface()); err != nil {
			return nil, err
		}
		in[i] = p.Elem()
	}
	for _, o := range m.Call(in) {
		if o.Type() == reflect.TypeFor[error]() {
			err, _ = o.Interface().(error)
			continue
		}
		result = o.Interface()
	}
	return result, err
}
