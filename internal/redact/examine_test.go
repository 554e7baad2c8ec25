package redact

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestCover(t *testing.T) {
	r := read(0, strings.Repeat("word ", 20))
	for _, c := range []struct {
		name     string
		in, want []match
	}{
		{"the widest names the union", []match{{start: 0, end: 9, kind: URL, certain: true}, {start: 5, end: 12, kind: Host, certain: true}}, []match{{start: 0, end: 12, kind: URL, certain: true}}},
		{"a secret is always said to be one", []match{{start: 0, end: 30, kind: URL, certain: true}, {start: 5, end: 12, kind: Secret, certain: true}}, []match{{start: 0, end: 30, kind: Secret, certain: true}}},
		{"what is asked loses what is certain", []match{{start: 0, end: 19, kind: Role}, {start: 5, end: 9, kind: Team, certain: true}}, []match{{start: 0, end: 4, kind: Role}, {start: 5, end: 9, kind: Team, certain: true}, {start: 10, end: 19, kind: Role}}},
		{"neighbours stay two", []match{{start: 5, end: 9, kind: Host, certain: true}, {start: 0, end: 5, kind: User, certain: true}}, []match{{start: 0, end: 5, kind: User, certain: true}, {start: 5, end: 9, kind: Host, certain: true}}},
	} {
		if got := cover(r, c.in); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestExamineSame checks that forms of one thing are one entity.
func TestExamineSame(t *testing.T) {
	for _, c := range []struct {
		name, text string
		forms      []string
	}{
		{"a machine, its full name, its capitals", "db-prod-03 and db-prod-03.eu-west-1.example.internal and DB-PROD-03", []string{"db-prod-03", "db-prod-03.eu-west-1.example.internal", "DB-PROD-03"}},
		{"a ticket and its link", "INC-1234 is https://acme.atlassian.net/browse/INC-1234 here", []string{"INC-1234", "https://acme.atlassian.net/browse/INC-1234"}},
		{"an address in a name", "10.2.3.4 is ip-10-2-3-4 here", []string{"10.2.3.4", "ip-10-2-3-4"}},
		{"a short commit and its long id", "3f2a9c0 is 3f2a9c0d8b7e6f5a4c3d2e1f0a9b8c7d6e5f4a3b now", []string{"3f2a9c0", "3f2a9c0d8b7e6f5a4c3d2e1f0a9b8c7d6e5f4a3b"}},
	} {
		s := Examine([]Source{{Text: c.text}}, nil)
		ids := map[EntityID]bool{}
		for _, want := range c.forms {
			found := false
			for _, f := range s.Findings {
				if c.text[f.Start:f.End] == want {
					found = true
					ids[f.Entity] = true
				}
			}
			if !found {
				t.Errorf("%s: %q was not found in %v", c.name, want, s.Findings)
			}
		}
		if len(ids) != 1 {
			t.Errorf("%s: %d entities: %v", c.name, len(ids), ids)
		}
	}
}

// TestExamineAgain checks that what a form gave away once is found wherever it stands, in other texts too.
func TestExamineAgain(t *testing.T) {
	texts := []string{"bones@mm-jump:~$ ls", "then mm-jump went away", "password=hunter2Kx was set", "I had typed hunter2Kx before"}
	var sources []Source
	for _, s := range texts {
		sources = append(sources, Source{Text: s})
	}
	s := Examine(sources, nil)
	for i, want := range map[int]string{1: "mm-jump", 3: "hunter2Kx"} {
		found := false
		for _, f := range s.Findings {
			found = found || f.Source == i && texts[i][f.Start:f.End] == want && f.Certain
		}
		if !found {
			t.Errorf("%q was not found in %q", want, texts[i])
		}
	}
}

// TestExamineKnown checks that what the person has told is found, and certain.
func TestExamineKnown(t *testing.T) {
	text := "the blackbox was slow, Hope said; I hope not"
	s := Examine([]Source{{Text: text}}, []Known{{Kind: Host, Forms: []string{"blackbox"}}, {Kind: Person, Forms: []string{"Hope"}}})
	got := map[string]bool{}
	for _, f := range s.Findings {
		if f.Certain {
			got[text[f.Start:f.End]] = true
		}
	}
	if !got["blackbox"] || !got["Hope"] || got["hope"] {
		t.Errorf("found %v", got)
	}
}

// checkSurvey checks what holds of every survey.
func checkSurvey(t *testing.T, s *Survey) {
	t.Helper()
	for i, f := range s.Findings {
		text := s.Sources[f.Source].Text
		if f.Start < 0 || f.End > len(text) || f.Start >= f.End || !onBoundary(text, f.Start) || !onBoundary(text, f.End) {
			t.Fatalf("finding %v in %d bytes", f, len(text))
		}
		if i > 0 && s.Findings[i-1].Source == f.Source && s.Findings[i-1].End > f.Start {
			t.Fatalf("findings overlap: %v and %v", s.Findings[i-1], f)
		}
		if _, ok := s.Entity(f.Entity); !ok {
			t.Fatalf("finding %v has no entity", f)
		}
		if Reason(f.Rule) == "" {
			t.Errorf("rule %s has no reason", f.Rule)
		}
	}
}

func FuzzExamine(f *testing.F) {
	for i := range rules {
		for _, example := range rules[i].finds {
			text, _ := exampleText(example)
			f.Add(text)
		}
	}
	f.Add("**a@we**b-1:~$ \xff-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAfakefake")
	f.Fuzz(func(t *testing.T, text string) {
		sources := []Source{{Text: text}, {Text: "Priya " + text}}
		s := Examine(sources, nil)
		checkSurvey(t, s)
		again := Examine(sources, nil)
		if !reflect.DeepEqual(s.Findings, again.Findings) || !reflect.DeepEqual(s.Entities, again.Entities) {
			t.Fatalf("two surveys of %q differ", text)
		}
	})
}

// TestExamineManyEntries checks that very many entries, each of which promises a secret, cost what their text costs.
func TestExamineManyEntries(t *testing.T) {
	sources := make([]Source, 5_000)
	for i := range sources {
		sources[i].Text = "and the password was:"
	}
	start := time.Now()
	s := Examine(sources, nil)
	t.Logf("%d entries: %v", len(sources), time.Since(start))
	checkSurvey(t, s)
}

// TestExamineBig checks that every input comes to an end with a sound survey: text of a thousand kilobytes, very many
// lines, and what invites backtracking. That its time grows with the length alone is for the tests of growth.
func TestExamineBig(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	fill := func(s string) string { return strings.Repeat(s, 1<<18/len(s)) }
	for name, text := range map[string]string{
		"account":         strings.Repeat(sampleNight, 1<<20/len(sampleNight)),
		"lines":           strings.Repeat("x 10.2.3.4\n", 200_000),
		"one word":        fill("a"),
		"digits":          fill("0123456789"),
		"stars":           fill("**a* "),
		"backticks":       fill("` `` "),
		"brackets":        fill("[a](b "),
		"angles":          fill("<a "),
		"comments":        fill("<!-- "),
		"dashes":          fill("a-1-"),
		"dots":            fill("a.b1."),
		"colons":          fill("a1:"),
		"at signs":        fill("a@b."),
		"key without end": "-----BEGIN RSA PRIVATE KEY-----\n" + fill("MIIEowIBAAKCAQEAfakefakefakefakeMIIEowIBAAKCAQEAfakefakefake1234\n"),
		"keys":            fill("-----BEGIN RSA PRIVATE KEY-----\n"),
		"passwords":       fill("password="),
		"said":            fill("the password is "),
		"not UTF-8":       fill("\xff\xed\xa0"),
		"marks":           fill("a\u0301\u0301\u0301"),
		"slashes":         fill("//a/"),
		"zero width":      fill("P\u200briya "),
		"reboots":         fill("rebooted marble, "),
		"columns":         fill("| host | x |\n| ab1 | down |\n"),
		"wrapped":         fill("a-\nb1-"),
		"near a password": fill("password x9!Aa_ "),
		"one of many":     fill("dish1 dish23 "),
		"paths":           fill("/data/x/y/z "),
		"putty":           fill("PuTTY-User-Key-File-2: x\n"),
		"companies":       fill("A & B Co "),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			s := Examine([]Source{{Text: text}}, nil)
			t.Logf("%v, %d findings", time.Since(start), len(s.Findings))
			checkSurvey(t, s)
		})
	}
}

const sampleNight = `03:42 Priya Patel paged me: replication lag on pg-ledger-03 (10.44.7.21), see https://grafana.acme.io/d/k9Zq2/x and INC-4471.
I asked Marek to look at the WAL directory while I ran psql -h 10.44.7.22 -U ledger_rw -c "select 1" from the bastion.
We thought that the network was slow, because the last three times the graph looked the same, and so we lost ten minutes on it.

    alice@bastion-fra2:~$ tail -f /var/log/postgresql/postgresql-14-main.log
    2024-03-12 03:44:07 UTC [881] ERROR: canceling statement due to conflict with recovery

At 03:58 the disk was at 91 %. Priya's idea was to drop the slot; password=Fake-9xQ!2026 was in the paste, so I rotated it.

`

func BenchmarkExamine(b *testing.B) {
	for _, kb := range []int{1, 10, 30, 100, 1000} {
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			text := strings.Repeat(sampleNight, kb*1024/len(sampleNight)+1)[:kb*1024]
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Examine([]Source{{Text: text}}, nil)
			}
		})
	}
}

func BenchmarkForms(b *testing.B) {
	text := strings.Repeat(sampleNight, 30*1024/len(sampleNight)+1)[:30*1024]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		findForms([]*reading{read(0, text)})
	}
}
