// Package ledger keeps what an account says as a whole, and what each of its texts asked of that, so that what was made
// of a text is made again only when an answer has changed.
//
// What an account says lies in books. A text reads a book with its notes alone, which write down every question and its
// answer: while all the answers are the same, so is what was made of the text. There is no other way to read a book, so no
// question can be forgotten.
//
// Nothing here is for several goroutines at a time.
package ledger

import "maps"

// A Book is a table of what an account says. It is written as a whole by Fill, or entry by entry by one text after another
// with Tell; a text that comes later reads what those before it have told. Its zero value is empty.
type Book[V comparable] struct {
	of, spare map[string]V
	version   int // another one, other entries
}

// Fill empties the book and has it written anew. The map is not to be kept.
func (b *Book[V]) Fill(write func(entries map[string]V)) {
	if b.spare == nil {
		b.spare = map[string]V{}
	}
	clear(b.spare)
	write(b.spare)
	if !maps.Equal(b.of, b.spare) {
		b.version++
	}
	b.of, b.spare = b.spare, b.of
}

// Ask is the entry of that key, and the zero value where there is none.
func (b *Book[V]) Ask(n *Notes, key string) V {
	v, ok := b.of[key]
	if n == nil {
		return v
	}
	a := b.answers(n)
	if !a.own[key] {
		a.asked = append(a.asked, answer[V]{key, v, ok})
	}
	return v
}

// More says whether the book has more than that many entries.
func (b *Book[V]) More(n *Notes, than int) bool {
	more := len(b.of) > than
	if n != nil {
		a := b.answers(n)
		a.lengths = append(a.lengths, length{than - a.grown, more})
	}
	return more
}

// Tell sets an entry, in the name of the text whose notes these are.
func (b *Book[V]) Tell(n *Notes, key string, v V) {
	if n != nil {
		a := b.answers(n)
		if a.own == nil {
			a.own = map[string]bool{}
		}
		if _, ok := b.of[key]; !ok {
			a.grown++
		}
		a.own[key] = true
		a.told = append(a.told, answer[V]{key, v, true})
	}
	b.set(key, v)
}

func (b *Book[V]) set(key string, v V) {
	if old, ok := b.of[key]; ok && old == v {
		return
	}
	if b.of == nil {
		b.of = map[string]V{}
	}
	b.of[key] = v
	b.version++
}

// answers are those of a book in notes.
func (b *Book[V]) answers(n *Notes) *answers[V] {
	for _, p := range n.pages {
		if a, ok := p.(*answers[V]); ok && a.book == b {
			return a
		}
	}
	a := &answers[V]{book: b, version: -1}
	n.pages = append(n.pages, a)
	return a
}

// Notes are the questions that were asked for one text, with their answers, and what it has told. Nil takes no notes.
type Notes struct{ pages []page }

// A page is what notes hold of one book.
type page interface {
	hold() bool
	retell()
	empty()
}

// Empty throws all notes away.
func (n *Notes) Empty() {
	for _, p := range n.pages {
		p.empty()
	}
}

// Hold says whether every question has still the same answer.
func (n *Notes) Hold() bool {
	for _, p := range n.pages {
		if !p.hold() {
			return false
		}
	}
	return true
}

// Retell tells again what the text has told.
func (n *Notes) Retell() {
	for _, p := range n.pages {
		p.retell()
	}
}

// answers are what notes hold of a book.
type answers[V comparable] struct {
	book        *Book[V]
	version     int // of the book when they held last; -1 before that
	asked, told []answer[V]
	lengths     []length
	own         map[string]bool // what the text has told itself is no question to it
	grown       int             // by how many entries the book has grown by that
}

// An answer is the entry of a key, if there is one.
type answer[V comparable] struct {
	key   string
	value V
	ok    bool
}

// A length is the question whether a book has more than that many entries, and its answer.
type length struct {
	than int
	more bool
}

func (a *answers[V]) hold() bool {
	if a.version == a.book.version {
		return true
	}
	for i := range a.asked {
		if v, ok := a.book.of[a.asked[i].key]; ok != a.asked[i].ok || v != a.asked[i].value {
			return false
		}
	}
	for _, l := range a.lengths {
		if len(a.book.of) > l.than != l.more {
			return false
		}
	}
	a.version = a.book.version
	return true
}

func (a *answers[V]) retell() {
	for _, t := range a.told {
		a.book.set(t.key, t.value)
	}
}

func (a *answers[V]) empty() {
	*a = answers[V]{book: a.book, version: -1, asked: a.asked[:0], told: a.told[:0], lengths: a.lengths[:0]}
}

// Counts are a book of how often something is the case. Another number that answers alike changes nothing.
type Counts struct {
	of, spare map[string]int
	version   int
	count     func(entries map[string]int) // what is counted as soon as somebody asks
}

// Fill empties the counts and has them made anew. The map is not to be kept.
func (c *Counts) Fill(count func(entries map[string]int)) {
	c.Later(count)
	c.counted()
}

// Later is Fill at the first question.
func (c *Counts) Later(count func(entries map[string]int)) { c.count = count }

// Add adds a number to each of the keys; a key that comes twice gets it twice.
func (c *Counts) Add(keys []string, number int) {
	if len(keys) == 0 {
		return
	}
	of := c.counted()
	if of == nil {
		of = map[string]int{}
		c.of = of
	}
	for _, k := range keys {
		if of[k] += number; of[k] == 0 {
			delete(of, k)
		}
	}
	c.version++
}

// counted are the counts, made by now.
func (c *Counts) counted() map[string]int {
	if c.count != nil {
		if c.spare == nil {
			c.spare = map[string]int{}
		}
		clear(c.spare)
		c.count(c.spare)
		c.count = nil
		if !maps.Equal(c.of, c.spare) {
			c.version++
		}
		c.of, c.spare = c.spare, c.of
	}
	return c.of
}

// AtLeast says whether there are that many of the key.
func (c *Counts) AtLeast(n *Notes, key string, many int) bool {
	enough := c.counted()[key] >= many
	if n == nil {
		return enough
	}
	for _, p := range n.pages {
		if k, ok := p.(*numbers); ok && k.counts == c {
			k.asked = append(k.asked, number{key, many, enough})
			return enough
		}
	}
	n.pages = append(n.pages, &numbers{c, -1, []number{{key, many, enough}}})
	return enough
}

// numbers are what notes hold of counts.
type numbers struct {
	counts  *Counts
	version int // of the counts when they held last; -1 before that
	asked   []number
}

// A number is the question whether there are that many of a key, and its answer.
type number struct {
	key    string
	many   int
	enough bool
}

func (k *numbers) hold() bool {
	if len(k.asked) == 0 {
		return true
	}
	of := k.counts.counted()
	if k.version == k.counts.version {
		return true
	}
	for i := range k.asked {
		if a := &k.asked[i]; of[a.key] >= a.many != a.enough {
			return false
		}
	}
	k.version = k.counts.version
	return true
}

func (*numbers) retell() {}

func (k *numbers) empty() { k.version, k.asked = -1, k.asked[:0] }
