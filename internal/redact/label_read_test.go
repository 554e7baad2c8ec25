package redact

import (
	"reflect"
	"testing"
)

func TestLabelsIn(t *testing.T) {
	for text, want := range map[string][]string{
		"Engineer A's terminal, then engineer-a@host-1":                  {"Engineer A", "Engineer A", "host 1"},
		"Host 1 and the\nauthor rang Customer contact B.":                {"host 1", "the author", "Customer contact B"},
		"T+00:14 [withheld: place] [secret removed]":                     nil,
		"an engineer, hostage 1, Hostage 1, host 10.1.2.3, Engineer Abc": nil,
		"Team B, IP 2, MAC 3, Vendor contact A, Vendor 1 fell over":      {"Team B", "IP 2", "MAC 3", "Vendor contact A", "Vendor 1"},
	} {
		var got []string
		for _, l := range LabelsIn(text) {
			got = append(got, l.Name)
			if l.Start < 0 || l.End > len(text) || l.Start >= l.End {
				t.Errorf("%q: %+v", text, l)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
