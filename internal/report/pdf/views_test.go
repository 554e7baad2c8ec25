package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/pdf/reader"
)

// secret is what the tests hide in files; no part of it stands in any of them otherwise.
const secret = "Zephyrine Quix"

// found are the names of the views that have s.
func found(t testing.TB, file []byte, s string) []string {
	t.Helper()
	views, err := Renderer{}.Views(file)
	if err != nil {
		t.Fatal(err)
	}
	return names(views, s)
}

func names(views []redact.View, s string) []string {
	var out []string
	for _, v := range views {
		if strings.Contains(v.Text, s) {
			out = append(out, v.Name)
		}
	}
	return out
}

// with draws a page with gofpdf, as another program might.
func with(t *testing.T, change func(*gofpdf.Fpdf)) []byte {
	t.Helper()
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.AddPage()
	pdf.SetFont("Helvetica", "", 12)
	pdf.Text(50, 50, "innocent")
	change(pdf)
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// addition is a later version of a file, by which other programs change it: objects behind its end.
func addition(file []byte, objects string) []byte {
	return append(bytes.Clone(file), []byte("\n"+objects+"\ntrailer\n<</Size 99/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")...)
}

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // to memory
	_ = w.Close()
	return b.String()
}

func utf16BE(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
	}
	return b.String()
}

// Whatever way something gets back into a file, a view shows it.
func TestViewsFind(t *testing.T) {
	ours := render(t, sample())
	for name, file := range map[string][]byte{
		"our own text":     render(t, document(para(run("by "+secret)))),
		"our own code":     render(t, document(report.Block{Kind: report.Code, Code: secret + "\n"})),
		"cut by styles":    render(t, document(para(run("Zephy"), report.Inline{Text: "rine Q", Bold: true}, run("uix")))),
		"cut by a line":    render(t, document(para(run(strings.Repeat("x", 58)+secret)))),
		"another's text":   with(t, func(p *gofpdf.Fpdf) { p.Text(50, 90, secret) }),
		"cell":             with(t, func(p *gofpdf.Fpdf) { p.SetFont("Times", "B", 9); p.MultiCell(400, 10, secret, "", "J", false) }),
		"letter by letter": with(t, letters),
		"invisible":        with(t, func(p *gofpdf.Fpdf) { p.SetTextRenderingMode(3); p.Text(50, 90, secret) }),
		"beyond the page":  with(t, func(p *gofpdf.Fpdf) { p.Text(5000, 9000, secret) }),
		"title":            with(t, func(p *gofpdf.Fpdf) { p.SetTitle(secret, true) }),
		"author":           with(t, func(p *gofpdf.Fpdf) { p.SetAuthor(secret, false) }),
		"outline":          with(t, func(p *gofpdf.Fpdf) { p.Bookmark(secret, 0, 0) }),
		"link":             with(t, func(p *gofpdf.Fpdf) { p.LinkString(1, 1, 9, 9, "https://x/"+secret) }),
		"XMP":              with(t, func(p *gofpdf.Fpdf) { p.SetXmpMetadata([]byte("<x:xmpmeta>" + secret + "</x:xmpmeta>")) }),
		"JavaScript":       with(t, func(p *gofpdf.Fpdf) { p.SetJavascript("app.alert('" + secret + "')") }),
		"attachment": with(t, func(p *gofpdf.Fpdf) {
			p.SetAttachments([]gofpdf.Attachment{{Content: []byte("x\n" + secret), Filename: "a.txt"}})
		}),
		"attachment's name": with(t, func(p *gofpdf.Fpdf) { p.SetAttachments([]gofpdf.Attachment{{Content: []byte("x"), Filename: secret}}) }),
		"binary attachment": with(t, func(p *gofpdf.Fpdf) {
			p.SetAttachments([]gofpdf.Attachment{{Content: []byte("\x00\xff" + secret), Filename: "a"}})
		}),
		"comment":            addition(ours, "% "+secret),
		"after the end":      append(bytes.Clone(ours), []byte(secret)...),
		"string":             addition(ours, "90 0 obj\n("+secret+")\nendobj"),
		"escaped string":     addition(ours, "90 0 obj\n(\\132eph\\\nyrine \\Quix)\nendobj"),
		"hex string":         addition(ours, fmt.Sprintf("90 0 obj\n<</T <%x>>>\nendobj", secret)),
		"wide hex string":    addition(ours, fmt.Sprintf("90 0 obj\n[<feff%x>]\nendobj", utf16BE(secret))),
		"wide without mark":  addition(ours, fmt.Sprintf("90 0 obj\n<%X>\nendobj", utf16BE(secret))),
		"name":               addition(ours, "90 0 obj\n<</Zephyrine#20Quix 1>>\nendobj"),
		"annotation":         addition(ours, "90 0 obj\n<</Type/Annot/Subtype/Text/Contents("+secret+")>>\nendobj"),
		"form field":         addition(ours, "90 0 obj\n<</FT/Tx/V("+secret+")>>\nendobj"),
		"trailer":            append(bytes.Clone(ours), []byte("\ntrailer\n<</Info<</Author("+secret+")>>>>\n")...),
		"stream":             addition(ours, "90 0 obj\n<</Length 14>>\nstream\n"+secret+"\nendstream\nendobj"),
		"inflated stream":    addition(ours, "90 0 obj\n<</Filter/FlateDecode>>\nstream\n"+deflate(secret)+"\nendstream\nendobj"),
		"inflated twice":     addition(ours, "90 0 obj\n<</Filter[/FlateDecode/FlateDecode]>>\nstream\n"+deflate(deflate(secret))+"\nendstream\nendobj"),
		"hex stream":         addition(ours, fmt.Sprintf("90 0 obj\n<</Filter/ASCIIHexDecode>>\nstream\n%x>\nendstream\nendobj", secret)),
		"run lengths":        addition(ours, "90 0 obj\n<</Filter/RunLengthDecode>>\nstream\n\x0d"+secret+"\x80\nendstream\nendobj"),
		"unknown filter":     addition(ours, "90 0 obj\n<</Filter/Own>>\nstream\n"+secret+"\nendstream\nendobj"),
		"object stream":      addition(ours, "90 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode>>\nstream\n"+deflate("91 0 ("+secret+")")+"\nendstream\nendobj"),
		"form never drawn":   addition(ours, "90 0 obj\n<</Subtype/Form/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Filter/FlateDecode>>\nstream\n"+deflate("BT/F 9 Tf[(Zeph)20(yrine Quix)]TJ ET")+"\nendstream\nendobj"),
		"comment in a page":  addition(ours, "90 0 obj\n<</Subtype/Form/Filter/FlateDecode>>\nstream\n"+deflate("BT %"+secret+"\nET")+"\nendstream\nendobj"),
		"comment in objects": addition(ours, "90 0 obj\n<</A 1 %"+secret+"\n/B 2>>\nendobj"),
		"garbage":            addition(ours, "lorem "+secret+" ipsum"),
	} {
		t.Run(name, func(t *testing.T) {
			if len(found(t, file, secret))+len(found(t, file, strings.ReplaceAll(secret, " ", ""))) == 0 {
				t.Error("in no view")
			}
		})
	}
	if got := found(t, ours, "Zephy"); got != nil {
		t.Errorf("in %v of a file without it", got)
	}
}

// letters draws the secret letter by letter, from the last to the first.
func letters(p *gofpdf.Fpdf) {
	for i := len(secret) - 1; i >= 0; i-- {
		p.Text(50+p.GetStringWidth(secret[:i]), 90, secret[i:i+1])
	}
}

// The file of another program says the same as the one it was made of.
func TestViewsOfOtherForms(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed: no other forms of a file to read")
	}
	file := render(t, sample())
	want := text(t, file)
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"--object-streams=generate", "--qdf", "--linearize", "--compress-streams=n", "--encrypt  secret 256 --"} {
		out := filepath.Join(dir, "out.pdf")
		if msg, err := exec.Command("qpdf", append(strings.Split(args, " "), in, out)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v %s", args, err, msg)
		}
		changed, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		views, err := Renderer{}.Views(changed)
		if strings.HasPrefix(args, "--encrypt") {
			if !errors.Is(err, reader.ErrEncrypted) {
				t.Errorf("%s: %v", args, err)
			}
		} else if err != nil || views[0].Text != want {
			t.Errorf("%s: another text: %v", args, err)
		}
	}
}

func TestViewsRefuse(t *testing.T) {
	page := "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>\nendobj\n%s\ntrailer\n<</Root 1 0 R>>\n%%%%EOF"
	for name, c := range map[string]struct {
		file string
		want error
	}{
		"no PDF":   {"just text", reader.ErrNotPDF},
		"empty":    {"", reader.ErrNotPDF},
		"no more":  {"%PDF-1.4\n%%EOF", reader.ErrNotPDF},
		"pictures": {fmt.Sprintf(page, "4 0 obj\n<</Subtype/Image>>\nstream\n\x00\nendstream\nendobj"), reader.ErrNoText},
		"no map": {fmt.Sprintf(page, "4 0 obj\n<<>>\nstream\nBT/F 9 Tf<00010002>Tj ET\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type0/Encoding/Identity-H>>\nendobj"),
			reader.ErrNoText},
		"bomb": {fmt.Sprintf(page, "4 0 obj\n<</Filter/FlateDecode>>\nstream\n"+deflate(strings.Repeat("\x00", 80<<20))+"\nendstream\nendobj"), reader.ErrTooLarge},
		"bomb of forms": {fmt.Sprintf(page, "4 0 obj\n<</Subtype/Form/Resources<</XObject<</X 4 0 R>>>>>>\nstream\n"+strings.Repeat("/X Do ", 100)+"\nendstream\nendobj"),
			reader.ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if views, err := (Renderer{}).Views([]byte(c.file)); !errors.Is(err, c.want) {
				t.Errorf("%d views, %v, want %v", len(views), err, c.want)
			}
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestViewsOfDamagedFiles(t *testing.T) {
	file := render(t, document(para(run("some text"))))
	for n := 0; n < len(file); n += 211 {
		_, _ = Renderer{}.Views(file[:n])
		damaged := bytes.Clone(file)
		for i := n; i < min(n+8, len(damaged)); i++ {
			damaged[i] ^= 0x55
		}
		_, _ = Renderer{}.Views(damaged)
	}
}

func FuzzViews(f *testing.F) {
	f.Add(render(f, document(para(run("some text")))))
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Type/Page/Contents 2 0 R/Resources<</Font<</F<</Subtype/Type1/Encoding<</Differences[1/a/uni0041]>>>>>>>>>>\nendobj\n2 0 obj\n<</Filter[/LZW/A85]/DecodeParms[<</Predictor 12/Columns 4>>]>>\nstream\nBT/F 9 Tf(x)Tj[(a)-300(b)]TJ BI/W 1 ID x EI ET\nendstream\nendobj"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = Renderer{}.Views(b) })
}
