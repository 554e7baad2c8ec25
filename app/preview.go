package app

import (
	"crypto/rand"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// errNoDraft means that a draft is not there any more: something was decided since, or the journal was locked.
var errNoDraft = errors.New("draft is gone")

// previews is where the pages of a draft are fetched from: large data goes through the asset server, because what
// crosses by a call or an event stays in the web view's memory.
const previews = "/preview/"

// drafts holds the one draft that is on screen. Its bytes are in memory only.
type drafts struct {
	mu    sync.Mutex
	id    string
	draft journal.Draft
}

// begin takes a draft in, in the place of the one before, and names it.
func (d *drafts) begin(draft journal.Draft) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.draft = rand.Text(), draft
	return d.id
}

// end forgets the draft.
func (d *drafts) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.draft = "", journal.Draft{}
}

// get is the draft of that name. The error is errNoDraft.
func (d *drafts) get(id string) (journal.Draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if id == "" || id != d.id {
		return journal.Draft{}, errNoDraft
	}
	return d.draft, nil
}

// The files of a draft, by what they are called at previews.
var previewed = map[string]struct {
	format journal.Format
	mime   string
}{
	"account.pdf": {journal.PDF, "application/pdf"},
	"account.md":  {journal.Markdown, "text/markdown; charset=utf-8"},
}

// pathOf is where a file of a draft is fetched from.
func pathOf(id string, f journal.Format) string { return previews + id + "/account." + string(f) }

// before serves the files of the draft, and leaves everything else to next.
func (d *drafts) before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rest, ok := strings.CutPrefix(r.URL.Path, previews)
		if !ok {
			next.ServeHTTP(rw, r)
			return
		}
		id, name, _ := strings.Cut(rest, "/")
		file, known := previewed[name]
		draft, err := d.get(id)
		var v redact.Verified
		if known && err == nil {
			v = draft.Files[file.format]
		}
		if len(v.Bytes()) == 0 || r.Method != http.MethodGet {
			http.NotFound(rw, r)
			return
		}
		h := rw.Header()
		h.Set("Content-Type", file.mime)
		h.Set("Content-Length", strconv.Itoa(len(v.Bytes())))
		_, _ = rw.Write(v.Bytes()) // a page that has gone away needs no pages
	})
}
