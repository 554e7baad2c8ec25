package pdf

import (
	"embed"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"
)

// fontFiles are TrueType fonts, whole: gofpdf cuts out the glyphs that a document uses. They lie uncompressed in the
// program, so a font that a document does not need costs nothing at run time. Licences: fonts/OFL.txt, fonts/APACHE.txt.
//
//go:embed fonts/*.ttf
var fontFiles embed.FS

// A face is one font. Its glyph widths are read from the file when they are first asked for.
type face struct {
	name string // in the finished file
	file string
	once sync.Once
	// advance[r] is 1 + the width of the glyph of r in thousandths of the font size, or 0 where there is no glyph.
	advance []uint16
}

// The faces, the text ones first.
var (
	regular    = &face{name: "notosans", file: "NotoSans-Regular.ttf"}
	bold       = &face{name: "notosansbold", file: "NotoSans-Bold.ttf"}
	italic     = &face{name: "notosansitalic", file: "NotoSans-Italic.ttf"}
	boldItalic = &face{name: "notosansbolditalic", file: "NotoSans-BoldItalic.ttf"}
	mono       = &face{name: "notosansmono", file: "NotoSansMono-Regular.ttf"}
	maths      = &face{name: "notosansmath", file: "NotoSansMath-Regular.ttf"}
	symbols    = &face{name: "notosanssymbols", file: "NotoSansSymbols-Regular.ttf"}
	symbols2   = &face{name: "notosanssymbolstwo", file: "NotoSansSymbols2-Regular.ttf"}
	han        = &face{name: "droidsansfallback", file: "DroidSansFallbackFull.ttf"} // Chinese and Japanese, no Hangul
	hangul     = &face{name: "nanumgothic", file: "NanumGothic.ttf"}
)

// others are asked in this order for what the face of a text lacks.
var others = []*face{maths, symbols, symbols2, mono, han, hangul}

// plain reports whether the face comes in one weight only.
func (f *face) plain() bool { return slices.Contains(others, f) && f != mono }

// bytes is a copy of the font: gofpdf writes into what it is given.
func (f *face) bytes() ([]byte, error) { return fontFiles.ReadFile("fonts/" + f.file) }

// has is true if there is a glyph for r.
func (f *face) has(r rune) bool { return r >= 0 && r <= 0xFFFF && f.advances()[r] != 0 }

// width of r in thousandths of the font size; 0 where there is no glyph.
func (f *face) width(r rune) float64 {
	if r < 0 || r > 0xFFFF {
		return 0
	}
	return float64(max(f.advances()[r], 1) - 1)
}

func (f *face) advances() []uint16 {
	f.once.Do(func() {
		data, err := f.bytes()
		if err == nil {
			f.advance, err = readAdvances(data)
		}
		if err != nil { // a font of ours is damaged: the program was built wrongly
			panic(fmt.Sprintf("pdf: font %s: %v", f.file, err))
		}
	})
	return f.advance
}

// faceFor is the face that draws r where prefer is wanted, or nil. Scripts that are written from right to left, or
// whose letters change shape by their neighbours, are drawn by none: gofpdf sets one glyph for one character, from left
// to right, which is not their text.
func faceFor(prefer *face, r rune) *face {
	if r < 0x80 || prefer.has(r) && !shaped(r) {
		return prefer
	}
	if shaped(r) {
		return nil
	}
	for _, f := range others {
		if f.has(r) {
			return f
		}
	}
	return nil
}

// shaped is true of the blocks of Hebrew to Myanmar, Khmer to Mongolian, Balinese to Lepcha, the extensions of these in
// U+A800-U+ABFF, and the presentation forms of Hebrew and Arabic.
func shaped(r rune) bool {
	return r >= 0x0590 && r <= 0x109F || r >= 0x1780 && r <= 0x1AAF || r >= 0x1B00 && r <= 0x1C4F ||
		r >= 0xA800 && r <= 0xABFF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE
}

// readAdvances reads the widths of a TrueType font by character: tables head, hhea, hmtx, and the cmap subtable of
// format 4, the same that gofpdf reads.
func readAdvances(data []byte) (advance []uint16, err error) {
	defer func() {
		if recover() != nil { // an index beyond the file
			err = fmt.Errorf("cannot be read")
		}
	}()
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(data[at:])) }
	tables := make(map[string]int)
	for i := range u16(4) {
		tables[string(data[12+16*i:16+16*i])] = u32(12 + 16*i + 8)
	}
	unitsPerEm := u16(tables["head"] + 18)
	metrics := u16(tables["hhea"] + 34)
	width := func(glyph int) uint16 {
		glyph = min(glyph, metrics-1) // the last width holds for all that follow
		return uint16((u16(tables["hmtx"]+4*glyph)*1000 + unitsPerEm/2) / unitsPerEm)
	}
	cmap, sub := tables["cmap"], 0
	for i := range u16(cmap + 2) {
		record := cmap + 4 + 8*i
		platform, encoding := u16(record), u16(record+2)
		if at := cmap + u32(record+4); (platform == 3 && encoding == 1 || platform == 0) && u16(at) == 4 {
			sub = at
			break
		}
	}
	if sub == 0 {
		return nil, fmt.Errorf("no cmap of format 4")
	}
	advance = make([]uint16, 0x10000)
	segments := u16(sub+6) / 2
	ends, starts := sub+14, sub+16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	for s := range segments {
		start, end, offset := u16(starts+2*s), u16(ends+2*s), u16(offsets+2*s)
		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(offsets + 2*s + offset + 2*(c-start)); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + u16(deltas+2*s)) & 0xFFFF; glyph != 0 {
				advance[c] = 1 + width(glyph)
			}
		}
	}
	return advance, nil
}
