package report_test

import (
	"errors"
	"runtime"
	"testing"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// counting draws Markdown and counts how often.
type counting struct {
	markdown.Renderer
	drawn *int
}

func (c counting) Render(d report.Document) ([]byte, error) {
	*c.drawn++
	return c.Renderer.Render(d)
}

// TestDocumentsGrow checks by the memory asked for, which does not depend on how busy the machine is, that four times the
// lines are four times the work to draw and to read back.
func TestDocumentsGrow(t *testing.T) {
	for _, r := range []report.Renderer{pdf.Renderer{}, markdown.Renderer{}} {
		cost := func(lines int) uint64 {
			part := report.Part{Heading: report.Notes}
			for i := range lines {
				text := []report.Inline{{Text: "The replica was behind, and then it was not."}}
				part.Lines = append(part.Lines, report.Line{Number: i + 1, At: report.Clock{Minutes: i, Known: true}, Blocks: []report.Block{{Kind: report.Paragraph, Text: text}}})
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			file, err := r.Render(report.Document{Parts: []report.Part{part}})
			if err == nil {
				_, err = r.Views(file)
			}
			if err != nil {
				t.Fatal(err)
			}
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		cost(100) // what is made once
		if a, b := cost(1500), cost(6000); b > 5*a {
			t.Errorf("%T: %d bytes asked for, %d for four times the lines", r, a, b)
		}
	}
}

// TestGateKeepsItsScaffold: the scaffold is drawn where something was found that could be its own, for the same lines once
// and for others again; and what was hidden meanwhile is found although the scaffold was there before.
func TestGateKeepsItsScaffold(t *testing.T) {
	at := time.Date(2024, 3, 12, 14, 32, 0, 0, time.UTC)
	release := func(text string, hide ...redact.Decision) (report.Document, *redact.Forbidden) {
		p := redact.Examine([]redact.Source{{Text: text, At: at}}, nil).Plan(redact.Choice{Sources: []int{0}, Decisions: hide, Zero: at})
		c, err := p.Apply(0)
		if err != nil {
			t.Fatal(err)
		}
		return report.New(report.Contents{Profile: redact.ByRole, Texts: []report.Text{{Heading: report.Notes, Clean: c}}}), p.Forbidden()
	}
	drawn := 0
	g := report.Gate{Renderer: counting{drawn: &drawn}}
	leave := func(want int, doc, scaffold report.Document, f *redact.Forbidden) error {
		t.Helper()
		drawn = 0
		_, err := g.Leave(doc, scaffold, f)
		if drawn != want {
			t.Errorf("%d documents were drawn, want %d", drawn, want)
		}
		return err
	}
	doc, f := release("The replica was behind.")
	if err := leave(1, doc, doc.Scaffold(), f); err != nil {
		t.Fatal(err)
	}
	// A word that every document has.
	own := redact.Examine([]redact.Source{{Text: "asked Notes", At: at}}, []redact.Known{{Kind: redact.Team, Forms: []string{"Notes"}}}).Plan(redact.Choice{Sources: []int{0}}).Forbidden()
	for _, want := range []int{2, 1} {
		if err := leave(want, doc, doc.Scaffold(), own); err != nil {
			t.Fatal(err)
		}
	}
	const mail = "mail priya.patel@tarnbeck.io"
	_, hidden := release(mail)
	kept, _ := release(mail, redact.Decision{Kind: redact.Email, Key: redact.Key(redact.Email, mail[5:]), Action: redact.Keep, Count: 1})
	var leak *redact.Leak
	if err := leave(1, kept, doc.Scaffold(), hidden); !errors.As(err, &leak) {
		t.Errorf("%v", err)
	}
	if err := leave(2, doc, report.Document{Profile: redact.Generalised}, own); !errors.As(err, &leak) {
		t.Errorf("the heading is none of that scaffold: %v", err)
	}
}
