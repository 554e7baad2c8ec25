package pdf

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/report"
	"firsthand/internal/report/example"
)

var update = flag.Bool("update", false, "rewrite the golden texts and pages")

// golden are the documents whose text and pages are kept in testdata. Of each the first pages are kept as pictures.
var golden = []string{"line", "five", "code", "cjk", "hostile", "everything", "forty"}

const keptPages = 3

// TestGolden compares what is drawn with what was looked at and found good: as text, as pages, and by a program of another
// maker that checks the file.
func TestGolden(t *testing.T) {
	for _, name := range golden {
		t.Run(name, func(t *testing.T) {
			file := render(t, example.Document(name))
			kept := filepath.Join("testdata", name+".txt")
			got := text(t, file)
			if *update {
				if err := os.WriteFile(kept, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(kept)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("another text\n%s", got)
			}
			if out := tool(t, file, "qpdf", "--check"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
			for i, page := range pages(t, file) {
				comparePage(t, filepath.Join("testdata", fmt.Sprintf("%s-%d.png", name, i+1)), page)
			}
		})
	}
}

// pages are the first pages of a file as pictures, or the test is skipped.
func pages(t *testing.T, file []byte) [][]byte {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed: the pages are not looked at")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftoppm", "-png", "-gray", "-r", "50", "-l", fmt.Sprint(keptPages), path, filepath.Join(dir, "page")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	var pages [][]byte
	for _, n := range names { // in order: their numbers have as many digits
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, b)
	}
	return pages
}

// comparePage allows for what other versions of a renderer draw otherwise: the edges of letters. A line of text that
// moved by a point, or is not there, is seen.
func comparePage(t *testing.T, kept string, page []byte) {
	t.Helper()
	if *update {
		var grey bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&grey, picture(t, page)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(kept, grey.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if n := differences(t, was, page); n > tolerated {
		t.Errorf("%s: the page looks different in %d places; look at it, then run with -update", kept, n)
	}
}

// tolerated is in how many places a page may look different.
const tolerated = 6

// differences counts the cells of 10 by 4 points that are darker or lighter.
func differences(t *testing.T, was, page []byte) int {
	t.Helper()
	a, b := picture(t, was), picture(t, page)
	if a.Rect != b.Rect {
		t.Fatalf("the page is %v, was %v", b.Rect, a.Rect)
	}
	const w, h = 7, 3
	n := 0
	for y := 0; y+h <= a.Rect.Dy(); y += h {
		for x := 0; x+w <= a.Rect.Dx(); x += w {
			sum := 0
			for dy := range h {
				for dx := range w {
					sum += int(a.GrayAt(x+dx, y+dy).Y) - int(b.GrayAt(x+dx, y+dy).Y)
				}
			}
			if max(sum, -sum) > 24*w*h {
				n++
			}
		}
	}
	return n
}

func picture(t *testing.T, b []byte) *image.Gray {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(m.Bounds())
	draw.Draw(g, g.Rect, m, m.Bounds().Min, draw.Src)
	return g
}

// TestGolden_control shows that the comparison can fail: at a page without the text of one line, and at one whose lines
// stand two points further apart.
func TestGolden_control(t *testing.T) {
	was, err := os.ReadFile(filepath.Join("testdata", "five-1.png"))
	if err != nil {
		t.Fatal(err)
	}
	d := example.Document("five")
	d.Parts[0].Lines[0].Blocks = nil
	if n := differences(t, was, pages(t, render(t, d))[0]); n <= tolerated {
		t.Errorf("a page without the text of a line differs in %d places", n)
	}
	s := newSheet(pageOf(report.A4))
	s.y += 2
	s.document(example.Document("five"))
	file, err := drawn(s)
	if err != nil {
		t.Fatal(err)
	}
	if n := differences(t, was, pages(t, file)[0]); n <= tolerated {
		t.Errorf("a page that is two points lower differs in %d places", n)
	}
}

// Twenty runs, one checksum, on both papers.
func TestGoldenBytes(t *testing.T) {
	for _, paper := range []report.Paper{report.A4, report.Letter} {
		d := example.Document("everything")
		d.Paper = paper
		var want [sha256.Size]byte
		for i := range 20 {
			file, err := Renderer{}.Render(d)
			if err != nil {
				t.Fatal(err)
			}
			if sum := sha256.Sum256(file); i == 0 {
				want = sum
			} else if sum != want {
				t.Fatalf("run %d: another checksum", i+1)
			}
		}
	}
}

// Ten pages of Latin text with everything in it are smaller than 200 kB.
func TestSizeOfTenPages(t *testing.T) {
	file := render(t, example.Document("pages"))
	n := bytes.Count(file, []byte("/Type /Page\n"))
	t.Logf("%d pages, %d bytes", n, len(file))
	if n < 10 || len(file) > 200_000 {
		t.Errorf("%d pages are %d bytes", n, len(file))
	}
}
