package bridge

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"sync"

	"firsthand/app"
)

// A Desktop stands in for the real one: events go to the page over HTTP, dialogs answer at once.
type Desktop struct {
	Out string // the folder that files are saved to where a test names no path

	mu    sync.Mutex
	path  string
	pages map[chan string]bool
}

var _ app.Desktop = (*Desktop)(nil)

// Emit sends an event to every page that listens.
func (d *Desktop) Emit(_ context.Context, event string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for page := range d.pages {
		select {
		case page <- event:
		default: // a page that hears nothing any more
		}
	}
}

// Raise does nothing: a browser's window is where it is.
func (d *Desktop) Raise(context.Context) {}

// Restart cannot be had in front of a browser: the process stays, without keys.
func (d *Desktop) Restart(context.Context, app.Spot, bool, int) error { return errors.ErrUnsupported }

// SaveFile answers with the path of the test, or with the name offered in Out.
func (d *Desktop) SaveFile(_ context.Context, _, name string) (string, error) {
	return d.choose(filepath.Join(d.Out, name)), nil
}

// OpenFile answers with the path of the test, or that the person gives up.
func (d *Desktop) OpenFile(context.Context, string) (string, error) { return d.choose(""), nil }

// Folder answers with the path of the test, or with Out.
func (d *Desktop) Folder(context.Context, string) (string, error) { return d.choose(d.Out), nil }

func (d *Desktop) answer(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.path = path
}

func (d *Desktop) choose(otherwise string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch d.path {
	case "":
		return otherwise
	case "-":
		return ""
	}
	return d.path
}

func (d *Desktop) events(rw http.ResponseWriter, r *http.Request) {
	events := make(chan string, 16)
	d.mu.Lock()
	if d.pages == nil {
		d.pages = map[chan string]bool{}
	}
	d.pages[events] = true
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.pages, events)
		d.mu.Unlock()
	}()
	rw.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(rw)
	rw.WriteHeader(http.StatusOK)
	_ = flush.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case event := <-events:
			fmt.Fprintf(rw, "data: %s\n\n", event)
			_ = flush.Flush()
		}
	}
}
