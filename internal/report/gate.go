package report

import (
	"cmp"
	"fmt"

	"firsthand/internal/redact"
)

// Leave draws a document and searches the finished file through every view of it: the only way to bytes that may leave.
// What stands in its scaffold, the same document without a word that somebody wrote, is nobody's and no hit; the two are
// drawn side by side.
//
// Errors: *redact.Leak; *Undrawable.
func Leave(r Renderer, doc, scaffold Document, forbidden *redact.Forbidden) (redact.Verified, error) {
	var allowing *redact.Forbidden
	var failed error
	fixed := make(chan struct{})
	go func() {
		defer close(fixed)
		_, views, err := drawn(r, scaffold)
		if failed = err; err == nil {
			allowing = forbidden.Allowing(views)
		}
	}()
	file, views, err := drawn(r, doc)
	<-fixed
	if err := cmp.Or(failed, err); err != nil {
		return redact.Verified{}, err
	}
	v, err := redact.Verify(file, views, allowing)
	if err != nil {
		return redact.Verified{}, fmt.Errorf("search: %w", err)
	}
	return v, nil
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
