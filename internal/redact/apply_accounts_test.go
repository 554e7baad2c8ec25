package redact

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/redact/eval"
)

// TestRelease_accounts hides everything in each of the accounts, in every profile, and verifies the result.
func TestRelease_accounts(t *testing.T) {
	files, err := filepath.Glob("testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no accounts", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, c := surveyed(t, eval.Plain(string(raw)))
		for _, c.Profile = range []Profile{Named, ByRole, Generalised} {
			t.Run(filepath.Base(file)+"/"+string(c.Profile), func(t *testing.T) {
				p := s.Plan(c)
				text := clean(t, p)
				if err := verifyText(text, p.Forbidden()); err != nil {
					t.Errorf("refused: %+v", err.(*Leak).Hits)
				}
				if again := clean(t, s.Plan(c)); again != text {
					t.Error("two releases differ")
				}
				if c.Profile == Generalised {
					return // figures are text that goes
				}
				if lost := lostWords(p, text); len(lost) > 0 {
					t.Errorf("words lost: %q", lost)
				}
			})
		}
	}
}

// lostWords are the words outside of findings that the clean text does not have, in order.
func lostWords(p *Plan, text string) []string {
	var lost []string
	words := strings.Fields(wordsOnly(text))
	at := 0
	for _, i := range p.choice.Sources {
		for _, piece := range strings.Split(p.drafts[i].left(), "\x00") {
			ws := strings.Fields(wordsOnly(piece))
			if len(ws) < 3 {
				continue // beside a finding, where articles and prepositions follow it
			}
			for _, w := range ws[1 : len(ws)-1] {
				k := at
				for k < len(words) && words[k] != w && k-at < 80 {
					k++
				}
				if k == len(words) || words[k] != w {
					if labelWords[strings.ToLower(w)] || len(w) <= 3 || unspacedWord(w) || len(p.hide.search(w, false)) > 0 {
						continue
					}
					lost = append(lost, w)
					continue
				}
				at = k + 1
			}
		}
	}
	return lost
}

// unspacedWord reports whether a word holds a script without spaces, where it is no word but a stretch.
func unspacedWord(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return runeClassOf(r) == runeUnspaced })
}

func wordsOnly(text string) string {
	return strings.Map(func(r rune) rune {
		if runeClassOf(r) == runeOther {
			return ' '
		}
		return r
	}, text)
}

// TestRelease_cases are the adversarial lines about structure, consistency and time, with the detector at work.
func TestRelease_cases(t *testing.T) {
	tests := []struct{ id, in, want string }{
		{"X01", "Priya paged Marek. PRIYA left. priya's laptop. Priya Patel wrote.", "Engineer A paged Engineer B. Engineer A left. Engineer A's laptop. Engineer A wrote."},
		{"X03", "db-prod-03 ... db-prod-03.eu-west-1.example.internal ... DB-PROD-03", "host 1 ... host 1 ... host 1"},
		{"X06", "INC-1234 ... https://acme.atlassian.net/browse/INC-1234", "ticket 1 ... ticket 1"},
		{"X11", "I asked Fatima al-Zahra ... al-Zahra ... Fatima", "I asked Engineer B ... Engineer B ... Engineer B"},
		{"M01", "**Pri**ya broke it", "Engineer A broke it"},
		{"M03", `[the fix](https://github.com/acme/pay/pull/88 "by Priya")`, "the fix (link 1)"},
		{"M04", "![priya-screen.png](file:///home/alice/priya.png)", "[image]"},
		{"M05", "a <!-- TODO ask Priya --> b", "a  b"},
		{"M06", "text\n\n[1]: https://acme.slack.com/archives/C01ABCDEF34\n", "text\n\n"},
		{"M07", "---\nauthor: Alice\n---\ntext\n", "text\n"},
		{"M08", "```bash alice@web-1\nls\n```\n", "```bash\nls\n```\n"},
		{"M11", "[^p]: Priya told me", "[^p]: Engineer A told me"},
		{"M13", "## Priya's mistake {#priya}\n", "## Engineer A's mistake\n"},
		{"M14", "mail <priya@example.com> now", "mail address 1 now"},
		{"M15", "~~Priya~~ someone", "~~Engineer A~~ someone"},
		{"E201", "14:32 CET the alarm, 13:41 UTC the end", "T+00:00 the alarm, T+00:09 the end"},
		{"E203", "Mar 12 14:32:07 web-1 sshd[123]: x", "T+00:00 host 1 sshd[123]: x"},
		{"E204", "three days later, for 5 minutes, p99 of 2.3 s", "three days later, for 5 minutes, p99 of 2.3 s"},
		{"Z01", "At 13:32 UTC on 2024-03-12 the alarm fired; 13:44Z resolved.", "At T+00:00 the alarm fired; T+00:12 resolved."},
	}
	for _, tt := range tests {
		t.Run(tt.id, func(t *testing.T) {
			s := Examine([]Source{{Text: tt.in, At: night}}, nil)
			c := all(s, Choice{Zero: night})
			for _, e := range s.Entities {
				c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, e.Name), Action: Hide})
			}
			p := s.Plan(c)
			got := clean(t, p)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if err := verifyText(got, p.Forbidden()); err != nil {
				t.Errorf("refused: %+v", err.(*Leak).Hits)
			}
		})
	}
}

// TestRelease_author calls the author by the role, wherever the name stands.
func TestRelease_author(t *testing.T) {
	known := []Known{{Kind: Person, Forms: []string{"Ola Nordmann", "Ola"}, Author: true}}
	s := Examine([]Source{{Text: "Ola wrote this. I asked Priya.", At: night}}, known)
	if got := clean(t, s.Plan(all(s, Choice{Zero: night}))); got != "The author wrote this. I asked Engineer A." {
		t.Error(got)
	}
}

// TestRelease_large checks by the memory asked for, which does not depend on how busy the machine is, that a paste of four
// times as many lines is four times the work.
func TestRelease_large(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	line := "⟦time|14:32:07⟧ ⟦host|web-1a⟧ sshd[123]: ⟦person|Priya⟧ said [x](y) <b>z</b> `c` 1,234,567\n"
	cost := func(lines int) uint64 {
		s := marked(t, night, strings.Repeat(line, lines))
		return allocated(func() {
			p := s.Plan(all(s, Choice{Zero: night, Profile: Generalised}))
			text := clean(t, p)
			p.Forbidden().Search([]View{{Name: "text", Text: text}})
		})
	}
	cost(1000) // what is made once
	if a, b := cost(1000), cost(4000); b > 6*a {
		t.Errorf("%d bytes asked for, %d for four times the lines", a, b)
	}
}
