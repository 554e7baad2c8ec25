package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestPolicyIsStrict(t *testing.T) {
	rec := httptest.NewRecorder()
	WithPolicy("n0nce", http.NotFoundHandler()).ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	policy := rec.Header().Get("Content-Security-Policy")
	for _, never := range []string{"unsafe-inline", "unsafe-eval", "http:", "https:", "*", "blob:"} {
		if strings.Contains(policy, never) {
			t.Errorf("the policy allows %s: %s", never, policy)
		}
	}
	for _, always := range []string{"default-src 'self'", "script-src 'self';", "'nonce-n0nce'", "object-src 'none'", "connect-src 'self'"} {
		if !strings.Contains(policy, always) {
			t.Errorf("the policy lacks %q: %s", always, policy)
		}
	}
}

func TestNonceIsNewAtEveryStart(t *testing.T) {
	if a, b := newNonce(), newNonce(); a == b || len(a) < 22 {
		t.Errorf("nonces %q and %q", a, b)
	}
}
