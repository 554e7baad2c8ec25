package search

import (
	"slices"
	"unicode/utf8"
)

// maxWord is how many bytes of a word count. Nothing that a person types is longer; a pasted key or a picture in base64
// is, and an index of such words would be as large as the text.
const maxWord = 128

// AppendWords appends the words of text to buffer, folded, each after one space and the last before one too:
// " restarted the queue ". It appends nothing where there is no word. A space is in no word, and the only ASCII beside
// letters and digits.
func AppendWords(buffer, text []byte) []byte {
	w := wording{out: buffer}
	for len(text) > 0 {
		n := 0
		for n < len(text) && text[n] < utf8.RuneSelf {
			n++
		}
		w.ascii(text[:n]) // a mark that follows changes no ASCII letter: the two need not be folded together
		text = text[n:]
		for n = 0; n < len(text) && text[n] >= utf8.RuneSelf; n++ {
		}
		w.other(text[:n])
		text = text[n:]
	}
	if len(w.out) > len(buffer) {
		w.out = append(w.out, ' ')
	}
	return w.out
}

// wording writes words.
type wording struct {
	out    []byte
	folded []byte // a buffer
	in     class  // what the word being written is of, letter or single; gap: none is
	length int    // of that word
}

// small is the letter or digit that an ASCII character counts as, 0 for a gap.
var small = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		switch {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z':
			table[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			table[c] = byte(c) + 'a' - 'A'
		}
	}
	return table
}()

// ascii writes a run of ASCII. Almost every text is one: the loop is as plain as can be.
func (w *wording) ascii(run []byte) {
	at := len(w.out)
	w.out = slices.Grow(w.out, 2*len(run)+1) // a space before every letter at most
	out := w.out[:cap(w.out)]
	in, length := w.in, w.length
	for _, c := range run {
		c = small[c&(utf8.RuneSelf-1)]
		if c == 0 {
			in = gap
			continue
		}
		if in != letter {
			out[at] = ' '
			at++
			in, length = letter, 0
		}
		if length < maxWord {
			out[at] = c
			at++
			length++
		}
	}
	w.out, w.in, w.length = out[:at], in, length
}

// other writes a run without ASCII.
func (w *wording) other(run []byte) {
	for len(run) > 0 {
		r, n := utf8.DecodeRune(run)
		if plain := alone(r); plain > 0 {
			w.put(plain)
		} else if plain < 0 {
			// What is attached may change places with what is beside it.
			for n < len(run) {
				r, more := utf8.DecodeRune(run[n:])
				if alone(r) > 0 {
					break
				}
				n += more
			}
			w.folded = fold(w.folded[:0], run[:n])
			for _, r := range string(w.folded) {
				w.put(r)
			}
		}
		run = run[n:]
	}
}

// put writes a folded character.
func (w *wording) put(r rune) {
	c := classOf(r)
	if c == gap {
		w.in = gap
		return
	}
	w.begin(c)
	if n := utf8.RuneLen(r); w.length+n <= maxWord {
		w.out = utf8.AppendRune(w.out, r)
		w.length += n
	} else {
		w.length = maxWord // no shorter character may follow
	}
}

// begin makes sure that a word is being written which c goes on.
func (w *wording) begin(c class) {
	switch {
	case c == attached && w.in != gap, c == letter && w.in == letter:
		return
	case c == attached:
		c = single
	}
	w.in, w.length = c, 0
	w.out = append(w.out, ' ')
}
