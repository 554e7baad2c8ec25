package report_test

import (
	"bytes"
	"errors"
	"testing"
	"unicode/utf8"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// FuzzGate takes any text from the detector to the finished bytes of both formats: nothing panics, the same text gives
// the same bytes, and a file either passes or is stopped as one that holds something.
func FuzzGate(f *testing.F) {
	f.Add("I asked Priya at 14:32 about db-prod-03.\n\n```\nssh priya@web-1\n```\n\n| a | b |\n|--|--|\n| Priya | 4,217,933 |")
	f.Add("# 田中さん and Jürgen 😀\n\n> 1. a\u200bb\n>    - c\n\n![x](y) <b>z</b> [a]: http://x")
	f.Add("\x00\u202e\ufeff𝔓riya \U0001f469\u200d\U0001f4bb e\u0301 \ue000\n\n" + "x" + "\u0300\u0301\u0302")
	f.Add("| a\n|-\n|\n\n" + "verylongwordwithoutanyspacesatallthatgoesonandonandonandonandonandonandonandonandonandonandonandon")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1500 {
			t.Skip()
		}
		r := released(t, text, redact.ByRole)
		for _, by := range []report.Renderer{pdf.Renderer{}, markdown.Renderer{}, json.Renderer{}} {
			file, err := by.Render(r.doc)
			var undrawable *report.Undrawable
			if errors.As(err, &undrawable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if again := r.file(t, by, released(t, text, redact.ByRole).doc); !bytes.Equal(file, again) {
				t.Fatalf("%T: other bytes the second time", by)
			}
			var leak *redact.Leak
			if err := r.gate(t, by, file); err != nil && !errors.As(err, &leak) {
				t.Fatal(err)
			}
		}
	})
}
