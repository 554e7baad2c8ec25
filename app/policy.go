package app

import (
	"crypto/rand"
	"net/http"
)

// Policy is the content security policy of the page: files of our own, nothing inline, nothing from elsewhere.
// A style element is let in if it carries the nonce, because the editor makes one.
func Policy(nonce string) string {
	return "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:; " +
		"connect-src 'self'; object-src 'none'; base-uri 'none'; frame-src 'none'; form-action 'none'"
}

// WithPolicy puts the content security policy before every answer of next.
func WithPolicy(nonce string, next http.Handler) http.Handler {
	policy := Policy(nonce)
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		h := rw.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(rw, r)
	})
}

// newNonce returns the nonce of one start: 128 bits as text.
func newNonce() string { return rand.Text() }
