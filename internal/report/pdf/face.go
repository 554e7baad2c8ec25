package pdf

import (
	_ "embed" // of the fonts
	"fmt"
	"slices"
	"sync"
)

// The fonts are whole TrueType fonts: a file holds the glyphs that it uses. They lie uncompressed in the program, so a font
// that a document does not need costs nothing at run time. Licences: fonts/OFL.txt, fonts/APACHE.txt.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	notoSans string
	//go:embed fonts/NotoSans-Bold.ttf
	notoSansBold string
	//go:embed fonts/NotoSans-Italic.ttf
	notoSansItalic string
	//go:embed fonts/NotoSans-BoldItalic.ttf
	notoSansBoldItalic string
	//go:embed fonts/NotoSansMono-Regular.ttf
	notoSansMono string
	//go:embed fonts/NotoSansMath-Regular.ttf
	notoSansMath string
	//go:embed fonts/NotoSansSymbols-Regular.ttf
	notoSansSymbols string
	//go:embed fonts/NotoSansSymbols2-Regular.ttf
	notoSansSymbols2 string
	//go:embed fonts/DroidSansFallbackFull.ttf
	droidSansFallback string
	//go:embed fonts/NanumGothic.ttf
	nanumGothic string
)

// A face is one font. It is taken apart when it is first asked for.
type face struct {
	name string // in the finished file
	file string
	font func() *font
}

func newFace(name, file string, data *string) *face {
	return &face{name: name, file: file, font: sync.OnceValue(func() *font {
		f, err := readFont(*data)
		if err != nil { // a font of ours is damaged: the program was built wrongly
			panic(fmt.Sprintf("pdf: font %s: %v", file, err))
		}
		return f
	})}
}

// The faces, the text ones first.
var (
	regular    = newFace("notosans", "NotoSans-Regular.ttf", &notoSans)
	bold       = newFace("notosansbold", "NotoSans-Bold.ttf", &notoSansBold)
	italic     = newFace("notosansitalic", "NotoSans-Italic.ttf", &notoSansItalic)
	boldItalic = newFace("notosansbolditalic", "NotoSans-BoldItalic.ttf", &notoSansBoldItalic)
	mono       = newFace("notosansmono", "NotoSansMono-Regular.ttf", &notoSansMono)
	maths      = newFace("notosansmath", "NotoSansMath-Regular.ttf", &notoSansMath)
	symbols    = newFace("notosanssymbols", "NotoSansSymbols-Regular.ttf", &notoSansSymbols)
	symbols2   = newFace("notosanssymbolstwo", "NotoSansSymbols2-Regular.ttf", &notoSansSymbols2)
	han        = newFace("droidsansfallback", "DroidSansFallbackFull.ttf", &droidSansFallback) // Chinese and Japanese, no Hangul
	hangul     = newFace("nanumgothic", "NanumGothic.ttf", &nanumGothic)
)

// others are asked in this order for what the face of a text lacks.
var others = []*face{maths, symbols, symbols2, mono, han, hangul}

// plain reports whether the face comes in one weight only.
func (f *face) plain() bool { return slices.Contains(others, f) && f != mono }

// has is true if there is a glyph for r.
func (f *face) has(r rune) bool { return r >= 0 && r <= 0xFFFF && f.font().glyphs[r] != 0 }

// width of r in thousandths of the font size; 0 where there is no glyph.
func (f *face) width(r rune) float64 {
	if !f.has(r) {
		return 0
	}
	font := f.font()
	return float64(font.advance(font.glyphs[r]))
}

// faceFor is the face that draws r where prefer is wanted, or nil. Scripts that are written from right to left, or
// whose letters change shape by their neighbours, are drawn by none: one glyph is set for one character, from left to
// right, which is not their text.
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
