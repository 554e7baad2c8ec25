package reader

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// unfilter gives s its data.
func (f *file) unfilter(s *stream) error {
	filters := f.list(s.dict["Filter"])
	if filters == nil {
		filters = f.list(s.dict["F"])
	}
	parms := f.list(s.dict["DecodeParms"])
	data := s.raw
	s.whole = true
	for i, v := range filters {
		var p dict
		if i < len(parms) {
			p = f.dict(parms[i])
		}
		filter, _ := f.resolve(v).(name)
		var err error
		switch filter {
		case "FlateDecode", "Fl":
			data, s.whole, err = f.flate(data)
		case "LZWDecode", "LZW":
			early, ok := f.resolve(p["EarlyChange"]).(float64)
			data, err = f.lzw(data, !ok || early != 0)
		case "ASCIIHexDecode", "AHx":
			l := lexer{b: data}
			data = l.hex()
		case "ASCII85Decode", "A85":
			data = base85(data)
		case "RunLengthDecode", "RL":
			data, err = f.runLength(data)
		default: // of pictures, or unknown
			s.data, s.whole = data, false
			return nil
		}
		if err != nil {
			return err
		}
		if filter == "FlateDecode" || filter == "LZWDecode" || filter == "Fl" || filter == "LZW" {
			data = f.predict(data, p)
		}
	}
	s.data = data
	return nil
}

// list gives an array as it is, and one value as an array.
func (f *file) list(v any) array {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

// flate inflates; of damaged data what comes before the damage.
func (f *file) flate(data []byte) (out []byte, whole bool, err error) {
	read := func(r io.Reader) ([]byte, error) {
		var b bytes.Buffer
		_, err := io.Copy(&b, io.LimitReader(r, int64(f.left)+1))
		return b.Bytes(), err
	}
	if r, zerr := zlib.NewReader(bytes.NewReader(data)); zerr == nil {
		out, err = read(r)
	} else { // a damaged header: the data may still be there
		out, err = read(flate.NewReader(bytes.NewReader(data[min(2, len(data)):])))
	}
	if len(out) > f.left {
		return nil, false, ErrTooLarge
	}
	f.left -= len(out)
	return out, err == nil, nil
}

// spend takes n bytes from what may still be inflated.
func (f *file) spend(n int) error {
	if f.left -= n; f.left < 0 {
		return ErrTooLarge
	}
	return nil
}

// lzw is the LZW of PDF and TIFF, which widens its codes one code earlier than compress/lzw does.
func (f *file) lzw(data []byte, early bool) ([]byte, error) {
	const clear, end = 256, 257
	var out []byte
	type entry struct {
		prev int
		last byte
		size int
	}
	table := make([]entry, 258, 4096)
	for i := range 256 {
		table[i] = entry{-1, byte(i), 1}
	}
	width, prev := 9, -1
	var bits, have uint
	shift := 0
	if early {
		shift = 1
	}
	for _, c := range data {
		bits, have = bits<<8|uint(c), have+8
		if have < uint(width) {
			continue
		}
		have -= uint(width)
		code := int(bits>>have) & (1<<width - 1)
		bits &= 1<<have - 1
		if code == clear {
			table, width, prev = table[:258], 9, -1
			continue
		}
		if code == end {
			break
		}
		if code > len(table) || code == len(table) && prev < 0 {
			break // damaged
		}
		size := 0
		if code < len(table) {
			size = table[code].size
		} else {
			size = table[prev].size + 1
		}
		if err := f.spend(size); err != nil {
			return nil, err
		}
		at := len(out)
		out = append(out, make([]byte, size)...)
		write := func(code, end int) {
			for code >= 0 && end > at {
				end--
				out[end] = table[code].last
				code = table[code].prev
			}
		}
		if code < len(table) {
			write(code, at+size)
		} else {
			write(prev, at+size-1)
			out[at+size-1] = out[at]
		}
		if prev >= 0 && len(table) < 4096 {
			table = append(table, entry{prev, out[at], table[prev].size + 1})
		}
		if n := len(table) + shift; n >= 1<<width && width < 12 {
			width++
		}
		prev = code
	}
	return out, nil
}

func base85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	out, err := io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
	_ = err // of damaged data what comes before the damage
	return out
}

func (f *file) runLength(data []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(len(data), i+n+1)
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			if err := f.spend(257 - n); err != nil {
				return nil, err
			}
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	return out, nil
}

// predict undoes the PNG predictors, which object streams use. (The TIFF one is for pictures.)
func (f *file) predict(data []byte, p dict) []byte {
	number := func(key name, otherwise int) int {
		if v, ok := f.resolve(p[key]).(float64); ok && v > 0 && v < 1<<16 {
			return int(v)
		}
		return otherwise
	}
	if number("Predictor", 1) < 10 {
		return data
	}
	colours, bits := number("Colors", 1), number("BitsPerComponent", 8)
	bpp := max(1, colours*bits/8)
	row := (number("Columns", 1)*colours*bits + 7) / 8
	out := make([]byte, 0, len(data))
	before := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		line := make([]byte, row)
		n := copy(line, data[1:])
		data = data[1+n:]
		for i := range line {
			var left, up, corner byte
			up = before[i]
			if i >= bpp {
				left, corner = line[i-bpp], before[i-bpp]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += up
			case 3:
				line[i] += byte((int(left) + int(up)) / 2)
			case 4:
				line[i] += paeth(left, up, corner)
			}
		}
		out = append(out, line[:n]...)
		before = line
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	abs := func(n int) int { return max(n, -n) }
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
