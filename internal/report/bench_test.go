package report_test

import (
	"testing"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/example"
	"firsthand/internal/report/pdf"
)

// BenchmarkLeave measures what a PDF of ten pages costs, drawn and searched through every view of it. Aim: 200 ms.
func BenchmarkLeave(b *testing.B) {
	doc := example.Document("pages")
	f := redact.Examine([]redact.Source{{Text: "mail priya.patel@tarnbeck.io about db-prod-03 with Priya Patel"}}, nil).Plan(redact.Choice{Sources: []int{0}}).Forbidden()
	for b.Loop() {
		if _, err := report.Leave(pdf.Renderer{}, doc, doc.Scaffold(), f); err != nil {
			b.Fatal(err)
		}
	}
}
