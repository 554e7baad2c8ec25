package reader

import (
	"bytes"
	"errors"
	"strconv"
)

// What a file may be and still be read.
var (
	ErrNotPDF    = errors.New("pdf: not a PDF file, or one too damaged to be read")
	ErrEncrypted = errors.New("pdf: the file is encrypted, so its text cannot be read")
	ErrTooLarge  = errors.New("pdf: the file unpacks to more than can be read safely")
	ErrNoText    = errors.New("pdf: the file shows text that cannot be read: its pages are pictures, or its fonts do not say which letters they draw")
)

const (
	// mostInflated is how many bytes the streams of a file may unpack to, all together: a page of text has some
	// thousands; what is larger is a picture or an attack.
	mostInflated = 64 << 20
	mostObjects  = 1 << 20
)

// A stream is an object with data.
type stream struct {
	dict dict
	raw  []byte
	// data is raw without its filters, as far as they are known; whole is false if some are not, or the data broke off.
	data  []byte
	whole bool
}

// An object is one object as it stands in the file. A number can stand for several: later ones replace earlier ones,
// which stay in the file and are read as well.
type object struct {
	number int
	value  any // a stream, as *stream, or any other value
}

// A file is a PDF taken apart without its table of objects: everything that looks like an object is one, so that
// nothing hides behind a table that does not name it.
type file struct {
	objects []object
	latest  map[ref]any
	trailer []dict
	// outer is what lies outside objects, and the comments inside them.
	outer []byte
	left  int // bytes that may still be inflated
}

var (
	objWord       = []byte("obj")
	streamWord    = []byte("stream")
	endstreamWord = []byte("endstream")
	trailerWord   = []byte("trailer")
)

// open takes a file apart.
func open(b []byte) (*file, error) {
	if start := bytes.Index(b[:min(len(b), 1024)], []byte("%PDF-")); start < 0 {
		return nil, ErrNotPDF
	}
	f := &file{latest: make(map[ref]any), left: mostInflated}
	if err := f.scan(b); err != nil {
		return nil, err
	}
	for _, t := range f.trailer {
		if t["Encrypt"] != nil {
			return nil, ErrEncrypted
		}
	}
	if err := f.inflate(); err != nil {
		return nil, err
	}
	if len(f.objects) == 0 {
		return nil, ErrNotPDF
	}
	return f, nil
}

// scan finds objects by the word obj behind two numbers, and trailers.
func (f *file) scan(b []byte) error {
	pos, last := 0, 0
	for {
		i := bytes.Index(b[pos:], objWord)
		if i < 0 {
			break
		}
		at := pos + i
		number, start := numbersBefore(b, at, last)
		pos = at + len(objWord)
		if start < 0 {
			continue
		}
		if len(f.objects) >= mostObjects {
			return ErrTooLarge
		}
		f.outside(b[last:start])
		value, end := f.read(b, pos)
		f.objects = append(f.objects, object{number, value})
		f.latest[ref(number)] = value
		pos, last = end, end
	}
	f.outside(b[last:])
	return nil
}

// outside takes what lies between objects: trailers, and anything else.
func (f *file) outside(b []byte) {
	for rest := b; ; {
		i := bytes.Index(rest, trailerWord)
		if i < 0 {
			break
		}
		l := lexer{b: rest, pos: i + len(trailerWord)}
		if v, ok := l.object(); ok {
			if d, ok := v.(dict); ok {
				f.trailer = append(f.trailer, d)
			}
		}
		rest = rest[i+len(trailerWord):]
	}
	f.outer = append(append(f.outer, b...), '\n')
}

// numbersBefore reads "12 0 " before at, not before low; start is -1 if it is not there.
func numbersBefore(b []byte, at, low int) (number, start int) {
	i := at
	back := func(is func(byte) bool) int {
		n := 0
		for i > low && is(b[i-1]) {
			i--
			n++
		}
		return n
	}
	isDigit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(space)
	if back(isDigit) == 0 || back(space) == 0 {
		return 0, -1
	}
	end := i
	if n := back(isDigit); n == 0 || n > 9 {
		return 0, -1
	}
	number, _ = strconv.Atoi(string(b[i:end])) // at most nine digits
	return number, i
}

// read reads the value of an object from pos, and its stream if it has one.
func (f *file) read(b []byte, pos int) (value any, end int) {
	l := lexer{b: b, pos: pos, comment: func(c []byte) { f.outer = append(append(f.outer, c...), '\n') }}
	v, ok := l.object()
	if !ok {
		return nil, len(b)
	}
	d, isDict := v.(dict)
	save := l.pos
	l.skipSpace()
	if !isDict || !bytes.HasPrefix(b[l.pos:], streamWord) {
		return v, save
	}
	start := l.pos + len(streamWord)
	if bytes.HasPrefix(b[start:], []byte("\r\n")) {
		start += 2
	} else if start < len(b) && (b[start] == '\n' || b[start] == '\r') {
		start++
	}
	stop := -1
	if n, ok := d["Length"].(float64); ok && n >= 0 && n <= float64(len(b)-start) {
		tail := bytes.TrimLeft(b[start+int(n):min(len(b), start+int(n)+32)], "\r\n \t")
		if bytes.HasPrefix(tail, endstreamWord) {
			stop = start + int(n)
		}
	}
	if stop < 0 { // the length lies elsewhere, or lies
		if i := bytes.Index(b[start:], endstreamWord); i >= 0 {
			stop = start + i
		} else {
			stop = len(b)
		}
	}
	end = stop
	if i := bytes.Index(b[stop:min(len(b), stop+32+len(endstreamWord))], endstreamWord); i >= 0 {
		end = stop + i + len(endstreamWord)
	}
	return &stream{dict: d, raw: b[start:stop]}, end
}

// inflate takes the filters off all streams and the objects out of object streams.
func (f *file) inflate() error {
	for i := 0; i < len(f.objects); i++ {
		s, ok := f.objects[i].value.(*stream)
		if !ok {
			continue
		}
		if s.dict["Type"] == name("XRef") {
			f.trailer = append(f.trailer, s.dict)
			if s.dict["Encrypt"] != nil {
				return ErrEncrypted
			}
		}
		if err := f.unfilter(s); err != nil {
			return err
		}
		if s.dict["Type"] == name("ObjStm") {
			if err := f.unpack(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// unpack reads the objects in an object stream.
func (f *file) unpack(s *stream) error {
	count, _ := f.resolve(s.dict["N"]).(float64)
	first, _ := f.resolve(s.dict["First"]).(float64)
	if count < 0 || first < 0 || first > float64(len(s.data)) {
		return nil
	}
	l := lexer{b: s.data}
	for range int(min(count, mostObjects)) {
		number, _ := l.token()
		offset, ok := l.token()
		n, isNumber := number.(float64)
		o, isOffset := offset.(float64)
		if !ok || !isNumber || !isOffset || o < 0 || first+o > float64(len(s.data)) || n < 0 || n > 1<<30 {
			return nil
		}
		inner := lexer{b: s.data, pos: int(first + o)}
		v, ok := inner.object()
		if !ok {
			continue
		}
		if len(f.objects) >= mostObjects {
			return ErrTooLarge
		}
		f.objects = append(f.objects, object{int(n), v})
		f.latest[ref(int(n))] = v
	}
	return nil
}

// resolve follows references, a few at most.
func (f *file) resolve(v any) any {
	for range 16 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.latest[r]
	}
	return nil
}

// dict resolves v to a dictionary: of a stream, its own; else nil.
func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}
