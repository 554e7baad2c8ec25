package coach

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkRemarks reads a page of labelled sentences, once and ten times over: the time for a byte stays the same.
func BenchmarkRemarks(b *testing.B) {
	page, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1, 10} {
		text := strings.Repeat(string(page), n)
		b.Run(strings.Repeat("0", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Remarks(text)
			}
		})
	}
}
