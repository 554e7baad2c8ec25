package redact

import "testing"

// TestKin checks what one certain machine says of other names.
func TestKin(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		not  []string
	}{
		{"ssh tarn-n017 failed, and TARN-N018 too; tarn-ib-leaf is next.", []string{"tarn-n017", "TARN-N018", "tarn-ib-leaf"}, nil},
		{"disk on bwl-dispo-02 full, I wrote BWL-3391 about it.", []string{"bwl-dispo-02", "BWL-3391"}, nil},
		{"Feb  4 03:12:55 gm-east gnssd: x\nI moved it to gm-west.", []string{"gm-east", "gm-west"}, nil},
		{"on web-01 the step-2 of phase-1, utf-8 and web-based", []string{"web-01"}, []string{"step-2", "phase-1", "utf-8", "web-based"}},
	} {
		found := map[string]Kind{}
		s := Examine([]Source{{Text: c.text}}, nil)
		for _, f := range s.Findings {
			if f.Certain {
				found[c.text[f.Start:f.End]] = f.Kind
			}
		}
		for _, w := range c.want {
			if found[w] == "" {
				t.Errorf("in %q: missed %q", c.text, w)
			}
		}
		for _, w := range c.not {
			if found[w] != "" {
				t.Errorf("in %q: took %q", c.text, w)
			}
		}
		if k := found["BWL-3391"]; k != "" && k != Ticket {
			t.Errorf("a ticket became %s", k)
		}
	}
}
