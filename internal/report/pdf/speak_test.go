package pdf_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"firsthand/internal/report"
	"firsthand/internal/report/pdf"
)

// speech is a sheet of three turning points of so many words each, and a few beside them.
func speech(words int) report.Document {
	text := report.Parse(strings.TrimSpace(strings.Repeat("word ", words)))
	turn := func(minutes int) report.Line {
		return report.Line{At: report.Clock{Minutes: minutes, Known: true}, Blocks: text}
	}
	return report.Document{Sheet: true, Parts: []report.Part{
		{Heading: report.Turns, Lines: []report.Line{turn(0), turn(14), turn(90)}},
		{Heading: report.Ask, Blocks: report.Parse("what the graph showed me")},
		{Heading: report.Rather, Blocks: report.Parse("who was on the phone")},
	}}
}

func pagesOf(t *testing.T, file []byte) string {
	t.Helper()
	properties, err := pdf.Renderer{}.Properties(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range properties {
		if p.Name == "Pages" {
			return p.Value
		}
	}
	return ""
}

func TestSheetIsOnePage(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.Letter} {
		for _, words := range []int{5, 40, 90, 126} { // the last: three minutes aloud
			d := speech(words)
			d.Paper = paper
			file, err := pdf.Renderer{}.Render(d)
			if err != nil || pagesOf(t, file) != "1" {
				t.Errorf("%s, 3 × %d words: %v", paper, words, err)
			}
		}
	}
	if n := speech(126).Words(); report.TooMany(n) != 0 || report.Aloud(n) > report.Speech || report.Aloud(n) < 170*time.Second {
		t.Errorf("%d words, %v aloud, %d too many", n, report.Aloud(n), report.TooMany(n))
	}
}

func TestSheetSaysHowMuchDoesNotFit(t *testing.T) {
	var over *report.Overfull
	if _, err := (pdf.Renderer{}).Render(speech(400)); !errors.As(err, &over) {
		t.Fatalf("got %v", err)
	}
	left := 400 - over.Words/3
	if _, err := (pdf.Renderer{}).Render(speech(left - 10)); err != nil {
		t.Errorf("with %d words and a few more cut it still does not fit: %v", over.Words, err)
	}
	if _, err := (pdf.Renderer{}).Render(speech(left + 15)); err == nil {
		t.Errorf("it asks for %d words more than has to be", over.Words)
	}
}
