//go:build unix

package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
	"firsthand/internal/sample"
)

// BenchmarkExport measures an export with verification: from the survey of an account to the bytes of its PDF and its
// Markdown, which may be saved. Nothing is kept from one to the next, as for who exports once from the command line. 30 KB
// are 5,000 words; they may take 150 ms.
//
// cpu-ms is the time of both processors together, which does not depend on who else is at work on the machine.
func BenchmarkExport(b *testing.B) {
	for _, kb := range []int{30, 100, 1000} {
		if testing.Short() && kb > 100 {
			continue
		}
		lines := accountLines(b, kb<<10)
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			var spent time.Duration
			for b.Loop() {
				b.StopTimer()
				e := newExport(lines)
				before := processorTime(b)
				b.StartTimer()
				e.export(b)
				spent += processorTime(b) - before
			}
			b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// An export is a survey and what its author decided: to hide all of it.
type export struct {
	survey *redact.Survey
	choice redact.Choice
}

// newExport examines an account that tells a line a minute.
func newExport(lines []string) export {
	at := time.Date(2026, 1, 21, 22, 0, 0, 0, time.UTC)
	e := export{choice: redact.Choice{Zero: at}}
	var sources []redact.Source
	for i, l := range lines {
		sources = append(sources, redact.Source{ID: fmt.Sprint("entry ", i), Text: l, At: at.Add(time.Duration(i) * time.Minute)})
		e.choice.Sources = append(e.choice.Sources, i)
	}
	e.survey = redact.Examine(sources, nil)
	for _, x := range e.survey.Entities {
		for _, f := range x.Forms {
			e.choice.Decisions = append(e.choice.Decisions, redact.Decision{Kind: x.Kind, Key: redact.Key(x.Kind, f), Action: redact.Hide})
		}
	}
	return e
}

// export does what Journal.Prepare does with a survey.
func (e export) export(b *testing.B) {
	p := e.survey.Plan(e.choice)
	c := report.Contents{Profile: redact.ByRole}
	for i := range e.choice.Sources {
		clean, err := p.Apply(i)
		if err != nil {
			b.Fatal(err)
		}
		c.Texts = append(c.Texts, report.Text{Heading: report.Headings[i%5], At: report.Clock{Minutes: i, Known: true}, Clean: clean})
	}
	doc := report.New(c)
	var both sync.WaitGroup
	for _, r := range []report.Renderer{pdf.Renderer{}, markdown.Renderer{}} {
		both.Go(func() {
			if _, err := report.Leave(r, doc, doc.Scaffold(), p.Forbidden()); err != nil {
				b.Errorf("%T: %v", r, err)
			}
		})
	}
	both.Wait()
}

// accountLines are the lines of the accounts of the tests, over and over, about that many bytes together.
func accountLines(b *testing.B, size int) (lines []string) {
	files, err := filepath.Glob("../redact/testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no accounts: %v", err)
	}
	for {
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			for l := range strings.SplitSeq(sample.Plain(string(raw)), "\n") {
				if size -= len(l); size < 0 {
					return lines
				}
				if strings.TrimSpace(l) != "" {
					lines = append(lines, l)
				}
			}
		}
	}
}

// processorTime is how long the processors were at work for this program.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
