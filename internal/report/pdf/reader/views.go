// Package reader takes every text out of a PDF: what its pages show, what its dictionaries say, what its streams hold
// and what lies between. It reads files of any program, damaged ones as far as they go, without a display and within
// bounds of memory.
package reader

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	other "github.com/ledongthuc/pdf"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Views reads a PDF in every way that could bring text back:
//
//   - the text that its pages draw, by its fonts' own maps to Unicode: in lines; without what is marked as a footer, with
//     the lines joined by a space, and with nothing between them, as words cut at the end of a line or page are found;
//     and in the order of its place on the page;
//   - the text that an independent reader extracts;
//   - strings of dictionaries (titles, authors, outlines, annotations, forms), as PDF encodes text;
//   - strings in content streams, once as Latin-1 and once as UTF-16BE;
//   - aside, where our own files have nothing: every other inflated stream, such as attachments and XMP; names, comments
//     and all bytes outside of objects.
//
// Left out are font programs and tables of glyph numbers: they hold outlines, the font maker's name and numbers in
// sequence, none of it the person's text, and all of it likely to be mistaken for something hidden. For the same reason
// numbers are taken out of operators and of the table of objects, and the words of PDF itself out of the names.
//
// No view says anything twice, so a word that may stand in a file twice may stand in each view twice.
//
// Errors: ErrNotPDF, ErrEncrypted, ErrTooLarge, ErrNoText. Views does not panic, and unpacks 64 MiB at most.
func Views(b []byte) (views []redact.View, err error) {
	defer func() {
		if recover() != nil { // a file that was made to break readers
			views, err = nil, ErrNotPDF
		}
	}()
	another := another(b)
	f, err := open(b)
	if err != nil {
		return nil, err
	}
	p, err := f.text()
	if err != nil {
		return nil, err
	}
	if p.unreadable*5 > p.codes || p.codes == 0 && f.pictures() {
		return nil, ErrNoText
	}
	text := join(p.fragments)
	var whole strings.Builder
	var inside []fragment
	for _, fragment := range p.fragments {
		if !fragment.aside {
			whole.WriteString(fragment.text)
			inside = append(inside, fragment)
		}
	}
	views = append(views,
		redact.View{Name: "text", Text: text},
		redact.View{Name: "text, lines joined", Text: strings.Join(strings.Fields(join(inside)), " ")},
		redact.View{Name: "text, words joined", Text: whole.String(), Binary: true},
		redact.View{Name: "text by its place", Text: join(byPosition(p.fragments)), Binary: true},
	)
	if other, ok := another(); ok {
		// It reads maps to Unicode for codes below 256 only: beyond ASCII its text is not what the page shows.
		views = append(views, redact.View{Name: "text by another reader", Text: other, Binary: !ascii(text)})
	}
	return append(views, f.hidden(p)...), nil
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// pictures is true if the file has an image.
func (f *file) pictures() bool {
	for _, o := range f.objects {
		if s, ok := o.value.(*stream); ok && s.dict["Subtype"] == name("Image") {
			return true
		}
	}
	return false
}

// patience is how long the independent reader may take. It has no bounds of its own; a file that keeps it busy for
// longer is read by ours alone.
const patience = 30 * time.Second

// another begins to read the text with a library that shares no code with this package, and returns what waits for it.
func another(b []byte) (wait func() (string, bool)) {
	result := make(chan string, 1)
	go func() {
		defer close(result)
		defer func() { _ = recover() }() // it panics on damaged files
		r, err := other.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		plain, err := r.GetPlainText()
		if err != nil {
			return
		}
		if text, err := io.ReadAll(io.LimitReader(plain, mostShown)); err == nil {
			result <- string(text)
		}
	}()
	late := time.After(patience)
	return func() (string, bool) {
		select {
		case text, ok := <-result:
			return text, ok
		case <-late:
			return "", false
		}
	}
}

// hidden are the views of what the pages do not show.
func (f *file) hidden(p *player) []redact.View {
	var texts, names, drawn, drawnWide, comments, binary, binaryWide strings.Builder
	out := f.leftOut()
	words := make(map[name]bool)
	var views []redact.View
	for _, t := range f.trailer {
		gather(t, &texts, words)
	}
	for _, o := range f.objects {
		s, ok := o.value.(*stream)
		if !ok {
			gather(o.value, &texts, words)
			continue
		}
		gather(s.dict, &texts, words)
		switch {
		case out[s] || s.dict["Type"] == name("XRef") || s.dict["Type"] == name("ObjStm"):
		case p.played[s]:
			contentStrings(s.data, &drawn, &drawnWide, &comments, words)
		case utf8.Valid(s.data) && bytes.IndexByte(s.data, 0) < 0:
			views = append(views, redact.View{Name: fmt.Sprintf("stream %d", o.number), Text: string(s.data), Aside: true})
		default:
			binary.WriteString(legible(s.data) + "\n")
			binaryWide.WriteString(wide(s.data) + "\n")
		}
	}
	list := make([]string, 0, len(words))
	for w := range words {
		if !ownWords[string(w)] && !ownFont.MatchString(string(w)) {
			list = append(list, legible([]byte(w)))
		}
	}
	sort.Strings(list)
	names.WriteString(strings.Join(list, "\n"))
	// Data that no filter of ours could unpack is searched as it is.
	for _, o := range f.objects {
		if s, ok := o.value.(*stream); ok && !s.whole {
			f.outer = append(append(f.outer, s.raw...), '\n')
		}
	}
	outer := ownOuter.ReplaceAllString(legible(f.outer), "")
	return append(views,
		redact.View{Name: "strings", Text: texts.String(), Aside: true},
		redact.View{Name: "strings in pages", Text: drawn.String(), Binary: true},
		redact.View{Name: "strings in pages, UTF-16", Text: drawnWide.String(), Binary: true},
		redact.View{Name: "comments in pages", Text: comments.String(), Aside: true},
		redact.View{Name: "names", Text: names.String(), Aside: true},
		redact.View{Name: "raw bytes", Text: outer, Aside: true},
		redact.View{Name: "raw bytes, UTF-16", Text: wideOuter(f.outer), Binary: true},
		redact.View{Name: "other streams", Text: binary.String(), Binary: true, Aside: true},
		redact.View{Name: "other streams, UTF-16", Text: binaryWide.String(), Binary: true, Aside: true},
	)
}

// leftOut are the streams without text; see Views.
func (f *file) leftOut() map[*stream]bool {
	out := make(map[*stream]bool)
	for _, o := range f.objects {
		d, _ := o.value.(dict)
		for _, key := range []name{"FontFile", "FontFile2", "FontFile3", "CIDToGIDMap"} {
			if s, ok := f.resolve(d[key]).(*stream); ok {
				out[s] = true
			}
		}
		if s, ok := f.resolve(d["ToUnicode"]).(*stream); ok && bytes.Equal(bytes.TrimSpace(s.data), bytes.TrimSpace([]byte(identityCMap))) {
			out[s] = true
		}
	}
	return out
}

// gather takes the strings and names out of a value. Left out are the identifier of the file, which is a digest, the
// dates of our own files, and the maker of a character set.
func gather(v any, texts *strings.Builder, words map[name]bool) {
	switch v := v.(type) {
	case str:
		if text := document(v); !ownTexts[text] {
			texts.WriteString(text + "\n")
		}
	case name:
		words[v] = true
	case array:
		for _, v := range v {
			gather(v, texts, words)
		}
	case dict:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, string(k))
		}
		sort.Strings(keys)
		for _, k := range keys {
			words[name(k)] = true
			switch k {
			case "ID", "Registry", "Ordering":
				continue
			}
			gather(v[name(k)], texts, words)
		}
	}
}

// contentStrings takes the strings, names and comments out of a content stream.
func contentStrings(data []byte, texts, wideTexts, comments *strings.Builder, words map[name]bool) {
	l := lexer{b: data, comment: func(c []byte) { comments.WriteString(legible(c) + "\n") }}
	for {
		v, ok := l.token()
		if !ok {
			return
		}
		switch v := v.(type) {
		case str:
			texts.WriteString(legible(v) + "\n")
			wideTexts.WriteString(wide(v) + "\n")
		case name:
			words[v] = true
		case keyword:
			if len(v) > 3 { // no operator is as long: data of an image, or text where none belongs
				texts.WriteString(legible([]byte(v)) + "\n")
			}
		}
	}
}

// document is a string of a dictionary as text: UTF-16 or UTF-8 with their marks, else Latin-1 or what looks like one.
func document(s []byte) string {
	switch {
	case bytes.HasPrefix(s, []byte("\xfe\xff")):
		return wide(s[2:])
	case bytes.HasPrefix(s, []byte("\xff\xfe")):
		swapped := make([]byte, len(s)&^1)
		for i := 0; i+1 < len(s); i += 2 {
			swapped[i], swapped[i+1] = s[i+1], s[i]
		}
		return wide(swapped[2:])
	case len(s)%2 == 0 && len(s) > 0 && bytes.Count(s, []byte{0})*2 >= len(s):
		return wide(s)
	}
	return legible(bytes.TrimPrefix(s, []byte("\xef\xbb\xbf")))
}

// wideOuter reads the bytes outside of objects as UTF-16BE, from even and from odd bytes on.
func wideOuter(b []byte) string {
	if bytes.IndexByte(b, 0) < 0 && utf8.Valid(b) {
		return ""
	}
	return wide(b) + "\n" + wide(b[1:])
}

// wide reads bytes as UTF-16BE.
func wide(s []byte) string { return string(utf16.Decode(units(s[:len(s)&^1]))) }

// legible reads bytes as UTF-8 where they are, else as Latin-1; NUL bytes are left out.
func legible(s []byte) string {
	if utf8.Valid(s) && bytes.IndexByte(s, 0) < 0 {
		return string(s)
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		if r == utf8.RuneError && n == 1 {
			r = rune(s[0])
		}
		if r != 0 {
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

// What our own files say about themselves.
const (
	ownDate = "D:20000101000000"
	// identityCMap is the map to Unicode of every font of our files: each code is its character.
	identityCMap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<</Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0\n>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
)

// ownTexts are the strings of our own files.
var ownTexts = map[string]bool{ownDate: true, report.Producer: true, report.Caption: true, report.CompareCaption: true, report.CaseCaption: true, report.SheetCaption: true}

// ownOuter is what stands between the objects of our own files: their table, its dictionary, the beginning and the end.
var ownOuter = regexp.MustCompile(`(?m)\A%PDF-\d\.\d$|^\d{10} \d{5} [nf]\s*$|\bendobj\b|\btrailer\b|\bstartxref\s+\d+|\bxref\s+\d+ \d+$|^\d{1,5} \d{1,5}$|` +
	`^<<\n/Size \d+\n/Root \d+ 0 R\n/Info \d+ 0 R\n>>$|^%%EOF$`)

// ownFont is what our fonts are called, and were in earlier versions.
var ownFont = regexp.MustCompile(`^(?:F[0-9a-f]{40}|(?:utf8|SUBSET\+)?(?:notosans[a-z]*|droidsansfallback|nanumgothic))$`)

// ownWords are names of PDF itself, which say nothing about anybody.
var ownWords = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`Artifact DW Flags Font Info Kids Page Pages Root Size Title W Annot Annots Ascent BaseEncoding BaseFont BitsPerComponent BleedBox Border CIDFontType0
		CIDFontType2 CIDSystemInfo CIDToGIDMap CapHeight Catalog CharProcs CharSet ColorSpace Colors Columns Contents Count
		Creator CreationDate CropBox DecodeParms Descent DescendantFonts DeviceCMYK DeviceGray DeviceRGB Differences
		EmbeddedFiles Encoding ExtGState Extends Filter FirstChar FlateDecode FontBBox FontDescriptor FontFamily FontFile
		FontFile2 FontFile3 FontMatrix FontName FontStretch FontWeight Height ICCBased Identity-H ImageB ImageC ImageI
		Identity Index Interpolate ItalicAngle Keywords LastChar Length Length1 Length2 Length3 MacRomanEncoding MarkInfo
		Marked Matrix MediaBox Metadata MissingWidth ModDate Names Normal ObjStm OpenAction Ordering Outlines PDF PageLabels
		PageLayout PageMode Parent Pattern Predictor Producer ProcSet Properties Registry Resources Rotate Shading StemH
		StemV StructParents StructTreeRoot Subject Subtype Supplement Tabs Text ToUnicode Transparency TrimBox TrueType Type
		Type0 Type1 Type1C Type3 ViewerPreferences Widths Width WinAnsiEncoding XHeight XObject XRef`) {
		m[w] = true
	}
	return m
}()
