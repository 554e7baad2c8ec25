package redact

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firsthand/internal/redact/eval"
)

// accountText is real writing of about that many bytes, put together from the accounts of the tests.
func accountText(b testing.TB, size int) string {
	files, err := filepath.Glob("testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no accounts")
	}
	var out strings.Builder
	for out.Len() < size {
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			out.WriteString(eval.Plain(string(raw)))
			out.WriteString("\n\n")
		}
	}
	text := out.String()
	if i := strings.LastIndex(text[:min(size, len(text))], "\n\n"); i > 0 {
		text = text[:i]
	}
	return text
}

// surveyed is an account of that size, a source for each paragraph, and a choice that hides all.
func surveyed(b testing.TB, text string) (*Survey, Choice) {
	at := time.Date(2026, 1, 21, 22, 0, 0, 0, time.UTC)
	var sources []Source
	for para := range strings.SplitSeq(text, "\n\n") {
		sources = append(sources, Source{Text: para, At: at})
	}
	s := Examine(sources, nil)
	c := all(s, Choice{Zero: at})
	for _, e := range s.Entities {
		for _, f := range e.Forms {
			c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, f), Action: Hide})
		}
	}
	return s, c
}

func BenchmarkRelease(b *testing.B) {
	for _, kb := range []int{1, 10, 30, 100, 1000} {
		if testing.Short() && kb > 100 {
			continue
		}
		text := accountText(b, kb<<10)
		s, c := surveyed(b, text)
		b.Run(fmt.Sprintf("examine/%dKB", kb), func(b *testing.B) {
			for b.Loop() {
				Examine(s.Sources, nil)
			}
		})
		b.Run(fmt.Sprintf("plan/%dKB", kb), func(b *testing.B) {
			for b.Loop() {
				s.Plan(c)
			}
		})
		p := s.Plan(c)
		var file string
		b.Run(fmt.Sprintf("apply/%dKB", kb), func(b *testing.B) {
			for b.Loop() {
				file = clean(b, p)
			}
		})
		b.Run(fmt.Sprintf("verify/%dKB", kb), func(b *testing.B) {
			for b.Loop() {
				verifyText(file, p.Forbidden())
			}
		})
	}
}
