package archive_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

// TestWriteLog: a spreadsheet gets every row whole and takes nothing in it for a formula; JSON holds the very words.
func TestWriteLog(t *testing.T) {
	texts := []string{"plain", "=1+1", "+49 30", "-rf", "@channel", "\t=x", " =x", "＝x", "\u200b=x", "two\nlines, \"quoted\"; and more", "a=b", "\r\n=x", "'=x"}
	var l journal.Learnings
	for _, text := range texts {
		l.All = append(l.All, journal.Lesson{Entry: journal.Entry{ID: "e", Text: text, Recorded: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}, Wanted: text, From: journal.Origin{Title: text}})
	}
	md, js, table := archive.WriteLog(archive.Log{Learnings: l})
	rows, err := csv.NewReader(strings.NewReader(string(table))).ReadAll()
	if err != nil || len(rows) != len(texts)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, row := range rows[1:] {
		for k, cell := range row {
			start := strings.TrimLeft(cell, " \t\r\n\u200b\ufeff")
			if start != "" && strings.ContainsAny(start[:1], "=+-@") || strings.HasPrefix(start, "＝") {
				t.Errorf("row %d, %s: %q is a formula", i, rows[0][k], cell)
			}
		}
		// encoding/csv reads a line end as \n.
		if got, want := strings.TrimPrefix(row[5], "'"), strings.TrimPrefix(strings.ReplaceAll(texts[i], "\r\n", "\n"), "'"); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
	if rows[1][5] != "plain" || rows[11][5] != "a=b" {
		t.Errorf("harmless cells are changed: %q, %q", rows[1][5], rows[11][5])
	}
	var back struct {
		Format    string
		Learnings journal.Learnings
	}
	if err := json.Unmarshal(js, &back); err != nil || back.Format != "firsthand log" {
		t.Fatal(back.Format, err)
	}
	for i, lesson := range back.Learnings.All {
		if lesson.Entry.Text != texts[i] {
			t.Errorf("%q in JSON, want %q", lesson.Entry.Text, texts[i])
		}
	}
	if !strings.Contains(string(md), "in the clear") || !strings.Contains(string(md), "two\nlines") {
		t.Errorf("%s", md)
	}
}
