package redact

import (
	"strings"
	"testing"
)

// TestPieces: what the person reads is, to the byte, what leaves.
func TestPieces(t *testing.T) {
	text := "🐶 **Priya Patel** restarted pg-ledger-03, then Priya went home.\n\nhttps://grafana.acme.io/d/k9 <!-- gone -->\n\n    ssh priya@pg-ledger-03\n\npassword=hunter2hunter2 and nothing else"
	s := Examine([]Source{{Text: text}, {Text: "Ola waits"}}, nil)
	for _, profile := range []Profile{ByRole, Generalised, Named} {
		c := Choice{Sources: []int{0}, Profile: profile}
		open := s.Plan(c)
		var read strings.Builder
		for _, p := range open.Pieces(0) {
			if p.Treatment == Undecided && !strings.Contains(p.Text, p.Original) {
				t.Errorf("undecided, and %q reads %q", p.Original, p.Text)
			}
			read.WriteString(p.Text)
		}
		if read.Len() == 0 {
			t.Fatal("nothing to read")
		}
		for _, e := range open.Undecided() {
			for _, f := range e.Forms {
				c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, f), Action: Hide})
			}
		}
		p := s.Plan(c)
		clean, err := p.Apply(0)
		if err != nil {
			t.Fatal(err)
		}
		read.Reset()
		marked := 0
		for _, piece := range p.Pieces(0) {
			read.WriteString(piece.Text)
			if piece.Treatment != "" {
				marked++
				if piece.Original == "" || !strings.Contains(text, piece.Original) {
					t.Errorf("%q stands for %q, which is not in the text", piece.Text, piece.Original)
				}
			} else if strings.Contains(piece.Text, "[secret removed]") {
				t.Errorf("what was taken out is not marked: %q", piece.Text)
			}
		}
		if read.String() != clean.String() {
			t.Errorf("%s: reads\n%s\nand leaves\n%s", profile, read.String(), clean)
		}
		if marked < 5 {
			t.Errorf("%s: %d marks in %q", profile, marked, read.String())
		}
		if p.Pieces(1) != nil {
			t.Error("a text that was not chosen has pieces")
		}
	}
}

func TestCarried(t *testing.T) {
	raw := "one host 1 two [secret removed] three host 2 end"
	at := []stretch{{start: 4, end: 10}, {start: 15, end: 31}, {start: 38, end: 44}}
	text := "one host 1 two, [secret removed]  three host 2 end"
	var got []string
	for _, s := range carried(raw, text, at) {
		got = append(got, text[s.start:s.end])
	}
	if strings.Join(got, "|") != "host 1|[secret removed]|host 2" {
		t.Errorf("carried %q", got)
	}
}
