package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"firsthand/internal/coach"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// begun is an app whose journal is open, and the page's side of it.
func begun(t *testing.T) (*App, *page) {
	t.Helper()
	p := &page{}
	a := newApp(newDesk(t), p)
	s, err := a.Journal.Begin()
	must(t, s, err)
	return a, p
}

// wrote keeps lines and returns their account and ids.
func wrote(t *testing.T, a *App, texts ...string) (account string, ids []string) {
	t.Helper()
	for _, text := range texts {
		k, err := a.Journal.Record(line(t, account, text))
		account = must(t, k, err).Account.ID
		ids = append(ids, k.Entry.ID)
	}
	return account, ids
}

// units of a text between two places, as the page takes them.
func between(s string, from, to int) string {
	return string(utf16.Decode(utf16.Encode([]rune(s))[from:to]))
}

func finding(t *testing.T, r Reviewed, name string) Finding {
	t.Helper()
	for _, f := range r.Findings {
		if strings.Contains(f.Name, name) {
			return f
		}
	}
	t.Fatalf("%q was not found: %+v", name, r.Findings)
	return Finding{}
}

func TestReview(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "🐶 e\u0301: Priya Patel restarted payments-db-3 for Priya, by the orange door", "nobody knew")
	r, err := a.Review.Open(account)
	if r = must(t, r, err); r.Chosen != 0 || len(r.Findings) != 0 || r.Profile != redact.ByRole || len(r.Lines) != 2 {
		t.Fatalf("at first %+v", r)
	}
	r, err = a.Review.Choose(account, ids[:1], true)
	if r = must(t, r, err); r.Chosen != 1 || !r.Lines[0].Chosen || r.Lines[1].Read != "" || r.Zero != ids[0] {
		t.Fatalf("chosen %+v", r)
	}
	if r.Lines[0].Clock != "T+00:00" {
		t.Errorf("clock %q", r.Lines[0].Clock)
	}

	// Every mark stands where the page will look for it, and says what was there.
	person := finding(t, r, "Priya")
	seen := map[string]string{}
	for _, m := range r.Lines[0].Marks {
		seen[m.Original] = between(r.Lines[0].Read, m.From, m.To)
	}
	if len(seen) < 3 || seen["Priya Patel"] != seen["Priya"] {
		t.Errorf("marks %v in %q", seen, r.Lines[0].Read)
	}
	if person.Count != 2 || len(person.Lines) != 1 || person.Why == "" || !person.Keepable {
		t.Errorf("finding %+v", person)
	}

	r, err = a.Review.Decide(account, person.ID, redact.As, "the person on call")
	if r = must(t, r, err); !strings.Contains(r.Lines[0].Read, "the person on call restarted") || finding(t, r, "Priya").Decided != redact.As {
		t.Errorf("called %q: %+v", r.Lines[0].Read, finding(t, r, "Priya"))
	}
	r, err = a.Review.Decide(account, person.ID, redact.Keep, "")
	if r = must(t, r, err); !strings.Contains(r.Lines[0].Read, "Priya Patel") || finding(t, r, "Priya").Treatment != redact.Kept {
		t.Errorf("kept: %q", r.Lines[0].Read)
	}
	u, err := a.Journal.Undo()
	if u = must(t, u, err); u.What != journal.WasDecided || u.Account != account {
		t.Errorf("undid %+v", u)
	}
	r, err = a.Review.Open(account)
	if r = must(t, r, err); !strings.Contains(r.Lines[0].Read, "the person on call") {
		t.Errorf("after undo: %q", r.Lines[0].Read)
	}
	_, err = a.Review.Decide(account, person.ID, redact.As, " ")
	refusedWith(t, err, "label")
	_, err = a.Review.Decide(account, "no such thing", redact.Hide, "")
	refusedWith(t, err, "missing")
}

func TestMarkByHand(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "🐶🐶 I went by the orange door, and Priya went along", "the orange door was open")
	r, err := a.Review.Choose(account, ids, true)
	r = must(t, r, err)
	read := r.Lines[0].Read
	from := len(utf16.Encode([]rune(read[:strings.Index(read, "orange")])))
	r, err = a.Review.Mark(account, ids[0], from-1, from+len("orange door"), "")
	if r = must(t, r, err); strings.Contains(r.Lines[0].Read+r.Lines[1].Read, "orange") {
		t.Errorf("marked, and read: %q and %q", r.Lines[0].Read, r.Lines[1].Read)
	}
	if f := finding(t, r, "orange door"); f.Count != 2 || len(f.Lines) != 2 || f.Decided != redact.Hide {
		t.Errorf("marked %+v", f)
	}
	m := r.Lines[0].Marks[0]
	for _, bad := range [][2]int{{m.From, m.To}, {m.To - 1, m.To + 1}, {1, 2}, {3, 3}, {-1, 2}, {0, 9999}} {
		_, err = a.Review.Mark(account, ids[0], bad[0], bad[1], "")
		refusedWith(t, err, "mark")
	}
	u, err := a.Journal.Undo()
	if must(t, u, err).What != journal.WasMarked {
		t.Errorf("undid %+v", u)
	}
	r, err = a.Review.Open(account)
	if r = must(t, r, err); !strings.Contains(r.Lines[1].Read, "orange door") {
		t.Errorf("after undo: %q", r.Lines[1].Read)
	}
}

// get fetches from what the asset server would be asked.
func get(a *App, path string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	a.Serve(http.NotFoundHandler()).ServeHTTP(rec, httptest.NewRequest(http.MethodGet, path, nil))
	return rec
}

func TestRelease(t *testing.T) {
	a, p := begun(t)
	account, ids := wrote(t, a, "Priya Patel restarted payments-db-3 at 03:42", "Kofi said the password is hunter2hunter2", "nothing else")
	prepared, err := a.Release.Prepare(account)
	if prepared = must(t, prepared, err); prepared.Stopped != Nothing || prepared.Draft != "" {
		t.Fatalf("with nothing chosen: %+v", prepared)
	}
	r, err := a.Review.Choose(account, ids[:2], true)
	must(t, r, err)
	r, err = a.Review.Address(account, redact.ByRole, "the team")
	if r = must(t, r, err); r.Audience != "the team" {
		t.Errorf("audience %q", r.Audience)
	}
	for _, f := range r.Findings {
		if f.Treatment != redact.Undecided {
			continue
		}
		prepared, err = a.Release.Prepare(account)
		if prepared = must(t, prepared, err); prepared.Stopped != Undecided || prepared.Undecided == 0 {
			t.Errorf("undecided, and prepared %+v", prepared)
		}
		r, err = a.Review.Decide(account, f.ID, redact.Hide, "")
		must(t, r, err)
	}
	prepared, err = a.Release.Prepare(account)
	if prepared = must(t, prepared, err); prepared.Stopped != Ready || prepared.Draft == "" {
		t.Fatalf("prepared %+v", prepared)
	}
	receipt := prepared.Receipt
	if receipt.Shared != 2 || receipt.Withheld != 1 || receipt.Searched < 5 || len(receipt.Replaced) < 2 || len(receipt.Files) != 2 || receipt.Audience != "the team" {
		t.Errorf("receipt %+v", receipt)
	}

	// What stands for something can be found on the pages.
	text := get(a, prepared.Markdown).Body.String()
	for _, s := range receipt.Stands {
		if !strings.Contains(strings.ReplaceAll(text, "\\", ""), s.Text) {
			t.Errorf("%q does not stand in the text", s.Text)
		}
	}
	if len(receipt.Stands) < 2 {
		t.Errorf("%+v", receipt.Stands)
	}

	properties := map[string]string{}
	for _, x := range receipt.Properties {
		properties[x.Name] = x.Value
	}
	if properties["Author"] != "" || properties["Producer"] != "Firsthand" || properties["Pages"] != "1" ||
		!strings.HasPrefix(properties["CreationDate"], "D:20000101") || properties["Metadata"] != "" {
		t.Errorf("the PDF says of itself %v", properties)
	}

	shown := get(a, prepared.PDF)
	if shown.Code != http.StatusOK || shown.Header().Get("Content-Type") != "application/pdf" || shown.Header().Get("Content-Security-Policy") == "" {
		t.Fatalf("the pages answer %d %v", shown.Code, shown.Header())
	}
	for _, secret := range []string{"Priya", "payments", "hunter2", "03:42", "Kofi"} {
		if strings.Contains(text, secret) {
			t.Errorf("the text holds %q:\n%s", secret, text)
		}
	}

	// The person gives up, and then does not.
	saved, err := a.Release.Save(prepared.Draft, journal.PDF, "Save")
	if must(t, saved, err).Path != "" || p.offered[0] != "incident.pdf" {
		t.Errorf("given up: %+v, offered %v", saved, p.offered)
	}
	p.path = filepath.Join(t.TempDir(), "pages.pdf")
	saved, err = a.Release.Save(prepared.Draft, journal.PDF, "Save")
	if must(t, saved, err).Path != p.path {
		t.Errorf("saved to %q", saved.Path)
	}
	file, err := os.ReadFile(p.path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(file)
	seen := sha256.Sum256(shown.Body.Bytes())
	r, err = a.Review.Open(account)
	r = must(t, r, err)
	if sum != seen || len(r.Releases) != 1 || r.Releases[0].Files[0].Checksum != hex.EncodeToString(sum[:]) ||
		receipt.Files[1].Checksum != hex.EncodeToString(sum[:]) {
		t.Errorf("saved %x, shown %x, recorded %+v, receipt %+v", sum, seen, r.Releases, receipt.Files)
	}
	if rel := r.Releases[0]; rel.Audience != "the team" || len(rel.Entries) != 2 || len(rel.Files) != 1 {
		t.Errorf("recorded %+v", rel)
	}
	if info, err := os.Stat(p.path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}

	copied, err := a.Release.Copy(prepared.Draft)
	if must(t, copied, err).Text != text {
		t.Error("what is copied is not what was shown")
	}
	p.path = filepath.Join(t.TempDir(), "noending")
	saved, err = a.Release.Save(prepared.Draft, journal.Markdown, "Save")
	if must(t, saved, err).Path != p.path+".md" {
		t.Errorf("saved to %q", saved.Path)
	}
	_, err = a.Release.Save(prepared.Draft, journal.Markdown, "Save")
	refusedWith(t, err, "exists")
	// JSON is made when it is asked for, and is the same each time.
	var tools [2][]byte
	for i := range tools {
		p.path = filepath.Join(t.TempDir(), "account.json")
		saved, err = a.Release.Save(prepared.Draft, journal.JSON, "Save")
		if tools[i], err = os.ReadFile(must(t, saved, err).Path); err != nil || !strings.Contains(string(tools[i]), `"format": "firsthand account"`) {
			t.Fatalf("%v, %s", err, tools[i])
		}
	}
	if !bytes.Equal(tools[0], tools[1]) {
		t.Error("the same release again is other bytes")
	}
	_, err = a.Release.Save("no such draft", journal.PDF, "Save")
	refusedWith(t, err, "gone")

	// Whatever is decided ends the draft.
	r, err = a.Review.Choose(account, ids[:1], false)
	must(t, r, err)
	if rec := get(a, prepared.PDF); rec.Code != http.StatusNotFound {
		t.Errorf("the pages of an old draft answer %d", rec.Code)
	}
	_, err = a.Release.Copy(prepared.Draft)
	refusedWith(t, err, "gone")
}

func TestPreviewServesNothingElse(t *testing.T) {
	a, _ := begun(t)
	id := a.drafts.begin(journal.Draft{})
	for _, path := range []string{"/preview/", "/preview/x", "/preview//account.pdf", "/preview/" + id + "/other.pdf",
		"/preview/" + id + "/account.pdf", "/preview/" + id + "/../account.md"} {
		if rec := get(a, path); rec.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, rec.Code)
		}
	}
}

// TestTheReviewCrossesWithoutNull: the page takes every list for a list.
func TestTheReviewCrossesWithoutNull(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "Priya said so", "nothing")
	var all []any
	r, err := a.Review.Open(account)
	all = append(all, must(t, r, err))
	r, err = a.Review.Choose(account, ids, true)
	all = append(all, must(t, r, err))
	p, err := a.Release.Prepare(account)
	all = append(all, must(t, p, err))
	n, err := a.Settings.Names()
	all = append(all, must(t, n, err))
	about, err := a.Settings.About()
	all = append(all, must(t, about, err))
	removed, err := a.Journal.Removed(account)
	all = append(all, must(t, removed, err))
	found, err := a.Journal.Search("nowhere")
	all = append(all, must(t, found, err))
	for _, v := range all {
		if b, _ := json.Marshal(v); strings.Contains(string(b), "null") {
			t.Errorf("crosses with null: %s", b)
		}
	}
}

// TestOneThingOrTwo: what the rules took for one thing or for two is the person's to correct.
func TestOneThingOrTwo(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "Sam Lee paged me, Sam Park joined. I asked Sam at 03:42.")
	r, err := a.Review.Choose(account, ids, true)
	r = must(t, r, err)
	named := func(name string) Finding {
		t.Helper()
		for _, f := range r.Findings {
			if f.Name == name {
				return f
			}
		}
		t.Fatalf("%q was not found: %+v", name, r.Findings)
		return Finding{}
	}
	sam, park := named("Sam"), named("Sam Park")
	if sam.Treatment != redact.Undecided || !sam.Tied || len(sam.Parts) != 0 || park.Class != "Engineer" {
		t.Errorf("at first %+v, %+v", sam, park)
	}
	r, err = a.Review.Merge(account, sam.ID, park.ID)
	if r = must(t, r, err); len(r.Findings) != 3 || r.Undecided != 0 || len(named("Sam Park").Parts) != 2 {
		t.Errorf("merged %+v", r.Findings)
	}
	r, err = a.Review.Classify(account, park.ID, "Manager")
	if r = must(t, r, err); named("Sam Park").Class != "Manager" || !strings.Contains(r.Lines[0].Read, "I asked Manager A at") {
		t.Errorf("classified: %q", r.Lines[0].Read)
	}
	r, err = a.Review.Part(account, park.ID, "Sam")
	if r = must(t, r, err); len(r.Findings) != 4 || strings.Contains(r.Lines[0].Read, "I asked Manager A") {
		t.Errorf("parted: %q", r.Lines[0].Read)
	}
	for _, what := range []journal.What{journal.WasParted, journal.WasDecided, journal.WasMerged} {
		u, err := a.Journal.Undo()
		if u = must(t, u, err); u.What != what {
			t.Errorf("undid %+v, want %s", u, what)
		}
	}
	r, err = a.Review.Open(account)
	if r = must(t, r, err); named("Sam").Treatment != redact.Undecided {
		t.Errorf("after undo %+v", r.Findings)
	}
	clock := finding(t, r, "03:42")
	_, err = a.Review.Merge(account, clock.ID, park.ID)
	refusedWith(t, err, "tied")
	_, err = a.Review.Part(account, park.ID, "Sam Park")
	refusedWith(t, err, "tied")
	_, err = a.Review.Classify(account, clock.ID, "host")
	refusedWith(t, err, "tied")
	_, err = a.Review.Merge(account, park.ID, "no such thing")
	refusedWith(t, err, "missing")
}

// TestWhatThePDFCannotDraw: it leaves as Markdown, which has letters for everything.
func TestWhatThePDFCannotDraw(t *testing.T) {
	a, p := begun(t)
	account, ids := wrote(t, a, "the pager said \u13a0\u13a1 to Priya Patel")
	r, err := a.Review.Choose(account, ids, true)
	must(t, r, err)
	prepared, err := a.Release.Prepare(account)
	if prepared = must(t, prepared, err); prepared.Stopped != Undrawable || len(prepared.Characters) != 2 || prepared.PDF != "" || prepared.Draft == "" {
		t.Fatalf("prepared %+v", prepared)
	}
	if f := prepared.Receipt.Files; len(f) != 1 || f[0].Format != journal.Markdown || prepared.Receipt.Searched == 0 {
		t.Errorf("receipt %+v", prepared.Receipt)
	}
	if rec := get(a, pathOf(prepared.Draft, journal.PDF)); rec.Code != http.StatusNotFound {
		t.Errorf("pages that there are not answer %d", rec.Code)
	}
	p.path = filepath.Join(t.TempDir(), "x")
	_, err = a.Release.Save(prepared.Draft, journal.PDF, "Save")
	refusedWith(t, err, "gone")
	saved, err := a.Release.Save(prepared.Draft, journal.Markdown, "Save")
	file, readErr := os.ReadFile(must(t, saved, err).Path)
	if readErr != nil || !strings.Contains(string(file), "\u13a0\u13a1 to Engineer A") {
		t.Errorf("saved %q, %v", file, readErr)
	}
}

// TestCoach: remarks reach the page in its units and its language; changed settings keep what was put aside.
func TestCoach(t *testing.T) {
	a, _ := begun(t)
	set, err := a.Settings.Read()
	set = must(t, set, err)
	set.Night, set.Quiet = journal.NightOff, []coach.Kind{coach.Trait}
	set, err = a.Settings.Change(set)
	must(t, set, err)
	lines := []Spoken{{"e1", "🐶 I should have looked, obviously."}, {"e2", "I ran it."}}
	found, err := a.Review.Coach(lines, German)
	must(t, found, err)
	if len(found) != 2 || len(found[0]) != 2 || len(found[1]) != 0 || found[1] == nil {
		t.Fatalf("asked %+v", found)
	}
	if r := found[0][0]; r.From != 5 || r.To != 23 || r.Kind != coach.Counterfactual || !strings.Contains(r.Question, "hast du") {
		t.Errorf("asked %+v", r)
	}
	if err := a.Review.Pass("e1", coach.Counterfactual, "should have looked"); err != nil {
		t.Fatal(err)
	}
	set, err = a.Settings.Change(set)
	must(t, set, err)
	found, err = a.Review.Coach(lines, English)
	if must(t, found, err); len(found[0]) != 1 || found[0][0].Kind != coach.Hindsight {
		t.Errorf("after one was put aside %+v", found)
	}
}

// What leaves beside the lines is said in the review, and stays where the person says so.
func TestReviewBeside(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "restarted it")
	_, err := a.Telling.Answer(ids[0], journal.FieldSource, []string{"shell history"}, "", false)
	must(t, 0, err)
	r, err := a.Review.Choose(account, ids, true)
	must(t, r, err)
	if r.Lines[0].Said != "how I know: shell history" || r.LinesOnly || len(r.LastPage.Parts) != 0 {
		t.Errorf("got %+v", r)
	}
	r, err = a.Review.Beside(account, true, false)
	must(t, r, err)
	if r.Lines[0].Said != "" || !r.LinesOnly {
		t.Errorf("got %+v", r)
	}
	if _, err = a.Review.Beside(account, false, true); err == nil {
		t.Error("a last page that is not there leaves")
	}
}
