package report

import (
	"fmt"
	"reflect"
	"sync"

	"firsthand/internal/redact"
)

// A Gate lets documents leave in one format. It keeps the last scaffold: a person who looks at a release, decides again
// and looks again has the same lines, and so the same one. Several goroutines may use one.
type Gate struct {
	Renderer

	mu       sync.Mutex
	document Document         // of the scaffold made last
	last     *redact.Scaffold // nil until one was
}

// Leave is the Leave of a gate that is used once.
func Leave(r Renderer, doc, scaffold Document, forbidden *redact.Forbidden) (redact.Verified, error) {
	return (&Gate{Renderer: r}).Leave(doc, scaffold, forbidden)
}

// Leave draws a document and searches the finished file through every view of it: the only way to bytes that may leave.
// What stands in its scaffold, the same document without a word that somebody wrote, is nobody's and no hit; the scaffold
// is drawn where the search asks for it.
//
// Errors: *redact.Leak; *Undrawable.
func (g *Gate) Leave(doc, scaffold Document, forbidden *redact.Forbidden) (redact.Verified, error) {
	file, views, err := drawn(g.Renderer, doc)
	if err != nil {
		return redact.Verified{}, err
	}
	v, err := redact.Verify(file, views, forbidden.Allowing(g.scaffold(scaffold)))
	if err != nil {
		return redact.Verified{}, fmt.Errorf("search: %w", err)
	}
	return v, nil
}

// scaffold is what a scaffold lets stand in a file, or what was made of the same before.
func (g *Gate) scaffold(d Document) *redact.Scaffold {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.last == nil || !reflect.DeepEqual(g.document, d) {
		g.document, g.last = d, redact.NewScaffold(func() ([]redact.View, error) {
			_, views, err := drawn(g.Renderer, d)
			return views, err
		})
	}
	return g.last
}

// drawn makes a file of a document and reads it back.
func drawn(r Renderer, d Document) (file []byte, views []redact.View, err error) {
	if file, err = r.Render(d); err != nil {
		return nil, nil, fmt.Errorf("draw: %w", err)
	}
	if views, err = r.Views(file); err != nil {
		return nil, nil, fmt.Errorf("read back: %w", err)
	}
	return file, views, nil
}
