package journal_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/redact/eval"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// BenchmarkReview measures what a decision costs in an account in which some four hundred things were found: the
// decision itself and the review as it stands then, which is what a person waits for after a key.
func BenchmarkReview(b *testing.B) {
	ctx := context.Background()
	d := open(b)
	id := d.long(b, 26<<10)
	r, err := d.Read(ctx, id)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d lines, %d things", len(r.Lines), len(r.Found))
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if r, err = d.Read(ctx, id); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decide", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			f := r.Found[i%len(r.Found)]
			if _, err := d.Decide(ctx, id, journal.Target{Entity: string(f.Entity.ID)}, redact.Hide, ""); err != nil {
				b.Fatal(err)
			}
			if _, err := d.Read(ctx, id); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("amend", func(b *testing.B) {
		e := r.Lines[len(r.Lines)/2].Entry
		for b.Loop() {
			text := e.Text + "x"
			if e, err = d.Amend(ctx, e.ID, journal.Amendment{Text: &text}); err != nil {
				b.Fatal(err)
			}
			if _, err := d.Read(ctx, id); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkPrepare measures what a release of five thousand words costs until it may be saved: examined, rewritten, drawn
// and read back as PDF and Markdown, and searched for all that is hidden. Aim: 150 ms.
func BenchmarkPrepare(b *testing.B) {
	ctx := context.Background()
	d := open(b)
	d.Journal = journal.New(d.store, journal.Options{
		Now:       func() time.Time { return d.now },
		Renderers: map[journal.Format]report.Renderer{journal.Markdown: markdown.Renderer{}, journal.PDF: pdf.Renderer{}},
	})
	d.long(b, 15<<10)
	id := d.long(b, 15<<10) // the same lines again
	prepare := func() error {
		_, err := d.PrepareChosen(ctx, id, journal.PDF, journal.Markdown)
		return err
	}
	for err := prepare(); err != nil; err = prepare() {
		var open *journal.Undecided
		if !errors.As(err, &open) {
			b.Fatal(err)
		}
		for _, e := range open.Entities {
			if _, err := d.Decide(ctx, id, journal.Target{Entity: string(e.ID)}, redact.Hide, ""); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		if err := prepare(); err != nil {
			b.Fatal(err)
		}
	}
}

// long records an account of about that many bytes, put together from the accounts of the tests, and chooses all of it.
func (d *desk) long(b *testing.B, size int) journal.AccountID {
	files, err := filepath.Glob("../redact/testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no accounts")
	}
	var ids []journal.EntryID
	var account journal.AccountID
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.SplitSeq(eval.Plain(string(raw)), "\n") {
			if strings.TrimSpace(line) == "" || size < 0 {
				continue
			}
			d.now = d.now.Add(time.Minute)
			e := d.record(b, line, journal.Note)
			ids, account, size = append(ids, e.ID), e.Account, size-len(line)
		}
	}
	if err := d.Choose(context.Background(), account, ids, true); err != nil {
		b.Fatal(err)
	}
	return account
}
