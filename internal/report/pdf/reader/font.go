package reader

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// A font says which text the strings drawn with it show, and how wide it is.
type font struct {
	toUnicode *cmap
	composite bool // codes of two bytes, unless the cmap says otherwise
	utf16     bool // composite, and the codes are text
	table     [256]string
	widths    map[uint32]float64 // in thousandths of the size
	missing   float64            // width of the others
	loose     bool               // widths are not known
	readable  bool               // false: nothing says which letters it draws
}

func (f *file) font(d dict) *font {
	out := &font{widths: make(map[uint32]float64), missing: 500, readable: true}
	if s, ok := f.resolve(d["ToUnicode"]).(*stream); ok {
		if m := readCMap(s.data); len(m.ranges) > 0 {
			out.toUnicode = m
		}
	}
	if d["Subtype"] == name("Type0") {
		out.composite, out.missing = true, 1000
		encoding, _ := f.resolve(d["Encoding"]).(name)
		out.utf16 = strings.Contains(string(encoding), "UCS2") || strings.Contains(string(encoding), "UTF16")
		out.readable = out.toUnicode != nil || out.utf16
		if descendants := f.list(d["DescendantFonts"]); len(descendants) > 0 {
			f.compositeWidths(out, f.dict(descendants[0]))
		}
		return out
	}
	f.encoding(out, d)
	first, _ := f.resolve(d["FirstChar"]).(float64)
	for i, v := range f.list(d["Widths"]) {
		if w, ok := f.resolve(v).(float64); ok && i < 256 {
			out.widths[uint32(max(0, first))+uint32(i)] = w
		}
	}
	out.loose = len(out.widths) == 0
	return out
}

func (f *file) compositeWidths(out *font, d dict) {
	if w, ok := f.resolve(d["DW"]).(float64); ok {
		out.missing = w
	}
	list := f.list(d["W"])
	for i := 0; i+1 < len(list); {
		first, ok := f.resolve(list[i]).(float64)
		if !ok || first < 0 || first > 0xFFFF {
			return
		}
		switch next := f.resolve(list[i+1]).(type) {
		case array:
			for j, v := range next {
				if w, ok := f.resolve(v).(float64); ok && j <= 0xFFFF {
					out.widths[uint32(first)+uint32(j)] = w
				}
			}
			i += 2
		case float64:
			if i+2 >= len(list) {
				return
			}
			w, _ := f.resolve(list[i+2]).(float64)
			for c := first; c <= min(next, 0xFFFF); c++ {
				out.widths[uint32(c)] = w
			}
			i += 3
		default:
			return
		}
	}
}

// encoding fills the table of a simple font.
func (f *file) encoding(out *font, d dict) {
	base := charmap.Windows1252
	var differences array
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		if e == "MacRomanEncoding" {
			base = charmap.Macintosh
		}
	case dict:
		if f.resolve(e["BaseEncoding"]) == name("MacRomanEncoding") {
			base = charmap.Macintosh
		}
		differences = f.list(e["Differences"])
	}
	for i := range 256 {
		out.table[i] = string(base.DecodeByte(byte(i)))
	}
	at, unknown := 0, 0
	for _, v := range differences {
		switch v := f.resolve(v).(type) {
		case float64:
			at = int(v)
		case name:
			if at >= 0 && at < 256 {
				text, ok := glyphText(string(v))
				if !ok {
					unknown++
				}
				out.table[at] = text
			}
			at++
		}
	}
	out.readable = out.toUnicode != nil || unknown*2 <= len(differences)
}

// decode gives the text of a string and its width in thousandths of the size, with the number of codes and, among
// them, of codes 32 of one byte, which word spacing widens.
func (o *font) decode(s []byte) (text string, width float64, codes, spaces int) {
	var b strings.Builder
	for len(s) > 0 {
		n := 1
		if o.composite {
			n = 2
		}
		var c uint32
		if o.toUnicode != nil {
			c, n = o.toUnicode.next(s, n)
		} else {
			n = min(n, len(s))
			c = code(s[:n])
		}
		if n == 1 && s[0] == ' ' {
			spaces++
		}
		s = s[n:]
		codes++
		if w, ok := o.widths[c]; ok {
			width += w
		} else {
			width += o.missing
		}
		if o.toUnicode != nil {
			if t, ok := o.toUnicode.text(c); ok {
				b.WriteString(t)
				continue
			}
		}
		switch {
		case o.utf16:
			b.WriteString(string(utf16.Decode([]uint16{uint16(c)})))
		case !o.composite && c < 256:
			b.WriteString(o.table[c])
		default:
			b.WriteRune('\uFFFD')
		}
	}
	return b.String(), width, codes, spaces
}

// glyphNames are the names that are not a letter, not a letter with an accent, and not uniXXXX.
var glyphNames = func() map[string]string {
	m := map[string]string{"space": " ", "nbspace": " ", ".notdef": ""}
	f := strings.Fields(`zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 exclam ! quotedbl "
		numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + comma , hyphen -
		minus − period . slash / colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \
		bracketright ] asciicircum ^ underscore _ braceleft { bar | braceright } asciitilde ~ bullet •
		endash – emdash — ellipsis … quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „
		guilsinglleft ‹ guilsinglright › guillemotleft « guillemotright » germandbls ß ae æ AE Æ oe œ OE Œ oslash ø Oslash Ø
		lslash ł Lslash Ł dcroat đ Dcroat Đ thorn þ Thorn Þ eth ð Eth Ð dotlessi ı fi fi fl fl ff ff ffi ffi ffl ffl Euro €
		sterling £ yen ¥ cent ¢ section § paragraph ¶ degree ° plusminus ± multiply × mu µ copyright © registered ®
		trademark ™ exclamdown ¡ questiondown ¿ periodcentered ·`)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}()

var accents = map[string]rune{
	"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306, "dotaccent": 0x307,
	"dieresis": 0x308, "ring": 0x30A, "hungarumlaut": 0x30B, "caron": 0x30C, "cedilla": 0x327, "ogonek": 0x328, "commaaccent": 0x326,
}

// glyphText is the text of a glyph by its name.
func glyphText(n string) (string, bool) {
	if t, ok := glyphNames[n]; ok {
		return t, true
	}
	n, _, _ = strings.Cut(n, ".") // a.sc is an a
	if t, ok := glyphNames[n]; ok || len(n) == 1 {
		if !ok {
			t = n
		}
		return t, true
	}
	if number, ok := strings.CutPrefix(n, "afii100"); ok {
		if v, err := strconv.Atoi(number); err == nil {
			if r, ok := cyrillic(v); ok {
				return string(r), true
			}
		}
	}
	hex, found := strings.CutPrefix(n, "uni")
	if !found {
		hex, found = strings.CutPrefix(n, "u")
	}
	if v, err := strconv.ParseUint(hex, 16, 32); found && err == nil && len(hex) >= 4 && v <= 0x10FFFF {
		return string(rune(v)), true
	}
	if len(n) > 1 {
		if mark, ok := accents[n[1:]]; ok {
			return norm.NFC.String(n[:1] + string(mark)), true
		}
	}
	return "\uFFFD", false
}

// cyrillic is the letter of the name afii100NN.
func cyrillic(n int) (rune, bool) {
	capital := 17
	if n >= 65 {
		capital = 65
	}
	base := rune('А')
	if capital == 65 {
		base = 'а'
	}
	switch i := n - capital; {
	case i < 0 || i > 32:
		return 0, false
	case i < 6:
		return base + rune(i), true
	case i == 6:
		return map[rune]rune{'А': 'Ё', 'а': 'ё'}[base], true
	default:
		return base + rune(i) - 1, true
	}
}
