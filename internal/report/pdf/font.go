package pdf

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// A font is a TrueType font taken apart (ISO/IEC 14496-22).
type font struct {
	tables  map[string]string
	em      int      // units
	metrics int      // glyphs that have a width of their own
	long    bool     // the places of glyphs take four bytes
	glyphs  []uint16 // by character; 0 where there is none

	// In thousandths of the font size.
	box                        [4]int
	ascent, descent, capHeight int
	slant                      int // degrees, negative to the right
	stem                       int // width of an upright stroke
}

var errFont = errors.New("cannot be read")

// readFont takes a font apart. It must have the tables that a PDF needs, and a cmap of format 4.
func readFont(data string) (f *font, err error) {
	defer func() {
		if recover() != nil { // an index beyond the file
			f, err = nil, errFont
		}
	}()
	f = &font{tables: map[string]string{}}
	for i := range u16(data, 4) {
		record := data[12+16*i:]
		at, length := u32(record, 8), u32(record, 12)
		f.tables[record[:4]] = data[at : at+length]
	}
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.em, f.long, f.metrics = u16(head, 18), u16(head, 50) == 1, u16(hhea, 34)
	for i := range f.box {
		f.box[i] = f.scale(i16(head, 36+2*i))
	}
	f.ascent, f.descent = f.scale(i16(hhea, 4)), f.scale(i16(hhea, 6))
	f.slant = i16(f.tables["post"], 4)
	f.capHeight, f.stem = f.ascent, 80
	if os2 := f.tables["OS/2"]; len(os2) >= 90 && u16(os2, 0) >= 2 {
		f.capHeight = f.scale(i16(os2, 88))
		f.stem = 50 + u16(os2, 4)*u16(os2, 4)/(65*65) // a rule of thumb, of the weight from 100 to 900
	}
	return f, f.readCharacters()
}

// readCharacters reads which glyph draws which character.
func (f *font) readCharacters() error {
	cmap, sub := f.tables["cmap"], ""
	for i := range u16(cmap, 2) {
		platform, encoding, at := u16(cmap, 4+8*i), u16(cmap, 6+8*i), u32(cmap, 8+8*i)
		if (platform == 3 && encoding == 1 || platform == 0) && u16(cmap, at) == 4 {
			sub = cmap[at:]
			break
		}
	}
	if sub == "" {
		return errors.New("no cmap of format 4")
	}
	f.glyphs = make([]uint16, 0x10000)
	segments := u16(sub, 6) / 2
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	for s := range segments {
		start, end, offset := u16(sub, starts+2*s), u16(sub, ends+2*s), u16(sub, offsets+2*s)
		for c := start; c <= end && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				if glyph = u16(sub, offsets+2*s+offset+2*(c-start)); glyph == 0 {
					continue
				}
			}
			f.glyphs[c] = uint16(glyph + u16(sub, deltas+2*s))
		}
	}
	return nil
}

func u16(s string, at int) int { return int(s[at])<<8 | int(s[at+1]) }
func i16(s string, at int) int { return int(int16(u16(s, at))) }
func u32(s string, at int) int { return u16(s, at)<<16 | u16(s, at+2) }

// scale turns units of the font into thousandths of its size.
func (f *font) scale(units int) int { return units * 1000 / f.em }

// advance is the width of a glyph in thousandths of the font size, rounded.
func (f *font) advance(glyph uint16) int {
	at := min(int(glyph), f.metrics-1) // the last width holds for all that follow
	return (u16(f.tables["hmtx"], 4*at)*1000 + f.em/2) / f.em
}

// metric is the width of a glyph and the space before it, as the font has them.
func (f *font) metric(glyph uint16) string {
	hmtx := f.tables["hmtx"]
	if int(glyph) < f.metrics {
		return hmtx[4*int(glyph):][:4]
	}
	bearing := 4*f.metrics + 2*(int(glyph)-f.metrics)
	return hmtx[4*f.metrics-4:][:2] + hmtx[bearing:][:2]
}

// outline is the drawing of a glyph; empty of a space.
func (f *font) outline(glyph uint16) string {
	loca, from, to := f.tables["loca"], 0, 0
	if f.long {
		from, to = u32(loca, 4*int(glyph)), u32(loca, 4*int(glyph)+4)
	} else {
		from, to = 2*u16(loca, 2*int(glyph)), 2*u16(loca, 2*int(glyph)+2)
	}
	return f.tables["glyf"][from:to]
}

// Flags of the parts of a glyph that is put together of others.
const (
	partWords   = 0x0001 // where it stands takes two words
	partScale   = 0x0008
	partMore    = 0x0020
	partScales  = 0x0040
	partMatrix  = 0x0080
	partsOffset = 10 // where the parts begin
)

// parts are where in an outline the numbers of other glyphs stand, if it is put together of others.
func parts(outline string) (at []int) {
	if outline == "" || i16(outline, 0) >= 0 {
		return nil
	}
	for i, flags := partsOffset, partMore; flags&partMore != 0; {
		flags = u16(outline, i)
		at = append(at, i+2)
		i += 6
		if flags&partWords != 0 {
			i += 2
		}
		switch {
		case flags&partScale != 0:
			i += 2
		case flags&partScales != 0:
			i += 4
		case flags&partMatrix != 0:
			i += 8
		}
	}
	return at
}

// subset is a font with the glyphs of some characters alone, as a PDF embeds it, and the number of the glyph of each.
func (f *font) subset(characters []rune) (file []byte, ids []uint16) {
	kept := []uint16{0} // what is drawn where there is no glyph comes first
	number := map[uint16]uint16{0: 0}
	keep := func(glyph uint16) uint16 {
		id, ok := number[glyph]
		if !ok {
			id = uint16(len(kept))
			number[glyph] = id
			kept = append(kept, glyph)
		}
		return id
	}
	for _, r := range characters {
		ids = append(ids, keep(f.glyphs[r]))
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(kept); i++ { // parts of glyphs come behind
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = append(hmtx, f.metric(kept[i])...)
		outline := f.outline(kept[i])
		start := len(glyf)
		glyf = append(glyf, outline...)
		for _, at := range parts(outline) {
			binary.BigEndian.PutUint16(glyf[start+at:], keep(uint16(u16(outline, at))))
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	changed := func(table string, at, value int) []byte {
		b := []byte(f.tables[table])
		binary.BigEndian.PutUint16(b[at:], uint16(value))
		return b
	}
	tables := map[string][]byte{
		"glyf": glyf, "loca": loca, "hmtx": hmtx,
		"head": changed("head", 50, 1), "hhea": changed("hhea", 34, len(kept)), "maxp": changed("maxp", 4, len(kept)),
	}
	for _, hints := range []string{"cvt ", "fpgm", "prep"} {
		if t := f.tables[hints]; t != "" {
			tables[hints] = []byte(t)
		}
	}
	return assemble(tables), ids
}

// assemble puts tables into a font file, and the sum of it into the table head.
func assemble(tables map[string][]byte) []byte {
	var names []string
	for n := range tables {
		names = append(names, n)
	}
	slices.Sort(names)
	power := bits.Len(uint(len(names))) - 1
	var b []byte
	for _, v := range []int{1, 0, len(names), 16 << power, power, 16*len(names) - 16<<power} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at, head := len(b)+16*len(names), 0
	for _, n := range names {
		t := tables[n]
		if n == "head" {
			head = at
			binary.BigEndian.PutUint32(t[8:], 0)
		}
		b = append(b, n...)
		for _, v := range []uint32{checksum(t), uint32(at), uint32(len(t))} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		at += (len(t) + 3) &^ 3
	}
	for _, n := range names {
		b = append(b, tables[n]...)
		b = append(b, make([]byte, -len(tables[n])&3)...)
	}
	// What the sum of the whole file lacks is in head, where zero stood.
	binary.BigEndian.PutUint32(b[head+8:], 0xB1B0AFBA-checksum(b))
	return b
}

// checksum is the sum of a table's words.
func checksum(t []byte) (sum uint32) {
	for ; len(t) >= 4; t = t[4:] {
		sum += binary.BigEndian.Uint32(t)
	}
	var last [4]byte
	copy(last[:], t)
	return sum + binary.BigEndian.Uint32(last[:])
}
