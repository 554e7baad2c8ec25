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

// drafts holds the one draft that is on screen, and the files of the one release that is shown again. Their bytes are in
// memory only.
type drafts struct {
	mu    sync.Mutex
	id    string
	draft journal.Draft
	old   string // names the files below
	left  map[journal.Format]redact.Verified
}

// begin takes a draft in, in the place of the one before, and names it.
func (d *drafts) begin(draft journal.Draft) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.draft = rand.Text(), draft
	return d.id
}

// again takes the files of a release in, in the place of those before, and names them.
func (d *drafts) again(files map[journal.Format]redact.Verified) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.old, d.left = rand.Text(), files
	return d.old
}

// change changes the draft of that name. The error is errNoDraft.
func (d *drafts) change(id string, f func(*journal.Draft)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if id == "" || id != d.id {
		return errNoDraft
	}
	f(&d.draft)
	return nil
}

// file is a file of the draft, or of the release, of that name; the zero Verified where there is none.
func (d *drafts) file(id string, f journal.Format) redact.Verified {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case id == "":
		return redact.Verified{}
	case id == d.id:
		return d.draft.Files[f]
	case id == d.old:
		return d.left[f]
	}
	return redact.Verified{}
}

// drop forgets the draft.
func (d *drafts) drop() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.draft = "", journal.Draft{}
}

// end forgets the draft, and the release that is shown again.
func (d *drafts) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.draft, d.old, d.left = "", journal.Draft{}, "", nil
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

// before serves these files, and leaves everything else to next.
func (d *drafts) before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rest, ok := strings.CutPrefix(r.URL.Path, previews)
		if !ok {
			next.ServeHTTP(rw, r)
			return
		}
		id, name, _ := strings.Cut(rest, "/")
		file, known := previewed[name]
		var v redact.Verified
		if known {
			v = d.file(id, file.format)
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
