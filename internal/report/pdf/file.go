package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// A file is a PDF file while objects are put into it (ISO 32000-1). Its objects are numbered from 1.
type file struct {
	b      bytes.Buffer
	places []int // of the objects, by number
	packer *zlib.Writer
	packed bytes.Buffer
}

func newFile() (*file, error) {
	f := &file{places: []int{0}}
	f.b.WriteString("%PDF-1.3\n")
	var err error
	// One for all streams: it takes a megabyte.
	f.packer, err = zlib.NewWriterLevel(&f.packed, zlib.BestSpeed)
	return f, err
}

// reserve gives a number to an object that comes later.
func (f *file) reserve() int {
	f.places = append(f.places, 0)
	return len(f.places) - 1
}

// object puts an object in.
func (f *file) object(number int, body string) {
	f.places[number] = f.b.Len()
	fmt.Fprintf(&f.b, "%d 0 obj\n%s\nendobj\n", number, body)
}

// stream puts data in, compressed. Entries are what else its dictionary says.
func (f *file) stream(number int, entries string, data []byte) error {
	f.packed.Reset()
	f.packer.Reset(&f.packed)
	if _, err := f.packer.Write(data); err != nil {
		return err
	}
	if err := f.packer.Close(); err != nil {
		return err
	}
	f.object(number, fmt.Sprintf("<</Filter /FlateDecode /Length %d%s>>\nstream\n%s\nendstream", f.packed.Len(), entries, f.packed.Bytes()))
	return nil
}

// bytes is the file, ended by the table of its objects.
func (f *file) bytes(root, info int) []byte {
	table := f.b.Len()
	fmt.Fprintf(&f.b, "xref\n0 %d\n0000000000 65535 f \n", len(f.places))
	for _, at := range f.places[1:] {
		fmt.Fprintf(&f.b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&f.b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(f.places), root, info, table)
	return f.b.Bytes()
}

// literal is a string of ASCII.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

// toUnicode is the map to text of every font: each code is its character.
const toUnicode = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<</Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`

// embed puts in a font with the glyphs of some characters, in order. A code in a text is the character itself; text is the
// number of toUnicode.
func (f *file) embed(number int, face *face, characters []rune, text int) error {
	font := face.font()
	program, glyphs := font.subset(characters)
	last := 0
	if n := len(characters); n > 0 {
		last = int(characters[n-1])
	}
	codes := make([]byte, 2*last+2)
	var widths strings.Builder
	for i, r := range characters {
		codes[2*r], codes[2*r+1] = byte(glyphs[i]>>8), byte(glyphs[i])
		switch {
		case i == 0:
			fmt.Fprintf(&widths, "%d [", r)
		case characters[i-1] != r-1:
			fmt.Fprintf(&widths, "]\n%d [", r)
		default:
			widths.WriteByte(' ')
		}
		fmt.Fprintf(&widths, "%.0f", face.width(r))
	}
	if last > 0 {
		widths.WriteByte(']')
	}
	name := subsetTag + face.name
	descendant, descriptor, codesAt, programAt := f.reserve(), f.reserve(), f.reserve(), f.reserve()
	f.object(number, fmt.Sprintf("<</Type /Font\n/Subtype /Type0\n/BaseFont /%s\n/Encoding /Identity-H\n/DescendantFonts [%d 0 R]\n/ToUnicode %d 0 R>>", name, descendant, text))
	f.object(descendant, fmt.Sprintf("<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /%s\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>>\n/FontDescriptor %d 0 R\n/DW 600\n/W [%s]\n/CIDToGIDMap %d 0 R>>",
		name, descriptor, widths.String(), codesAt))
	const symbolic, slanted = 4, 64
	flags := symbolic
	if font.slant != 0 {
		flags |= slanted
	}
	f.object(descriptor, fmt.Sprintf("<</Type /FontDescriptor\n/FontName /%s\n/Flags %d\n/FontBBox %d\n/ItalicAngle %d\n/Ascent %d\n/Descent %d\n/CapHeight %d\n/StemV %d\n/FontFile2 %d 0 R>>",
		name, flags, font.box, font.slant, font.ascent, font.descent, font.capHeight, font.stem, programAt))
	if err := f.stream(codesAt, "", codes); err != nil {
		return err
	}
	return f.stream(programAt, fmt.Sprintf(" /Length1 %d", len(program)), program)
}

// subsetTag stands before the name of a font that is not whole.
const subsetTag = "SUBSET+"
