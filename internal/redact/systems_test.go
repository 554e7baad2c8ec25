package redact

import (
	"slices"
	"strings"
	"testing"
)

func TestSystems(t *testing.T) {
	for text, want := range map[string]string{
		"restarted db-03, then DB-03 again":                  "db-03",
		"“web-07” – pg-ledger-03.":                           "web-07 pg-ledger-03",
		"pg-ledger-01.fra.tarnbeck.internal is pg-ledger-01": "pg-ledger-01",
		"git.bzr.lan, not github.com or localhost":           "git.bzr.lan",
		"in eu-south-2 since ops-9034, postgres-14, phase-2": "",
		"mail ops@web-07.example.internal":                   "",
		"v1.2.3 of main.go at 03:42, utf-8":                  "",
		"Sam said the queue is slow":                         "",
		"überdb-03 and db-03ü":                               "",
		"":                                                   "",
		"web-01 web-02 web-03 web-04 web-05 web-06 web-07 web-08 web-09 web-10 web-11 web-12 web-13": "web-01 web-02 web-03 web-04 web-05 web-06 web-07 web-08 web-09 web-10 web-11 web-12",
		strings.Repeat("x", maxSystemText) + " web-07":                                               "",
	} {
		if got := Systems(text); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%.60q: %q, want %q", text, got, want)
		}
	}
	for name, want := range map[string]bool{"Sam": true, "Priya Patel": true, "payments": false, "Checkout service": false, "": false, "Grace": false} {
		if got := NamesPerson(name); got != want {
			t.Errorf("%q is a person: %v", name, got)
		}
	}
}

func BenchmarkSystems(b *testing.B) {
	text := strings.Repeat("03:42 restarted db-03, errors went up before they came down. ", 64)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Systems(text)
	}
}
