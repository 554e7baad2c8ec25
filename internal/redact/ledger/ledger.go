// Package ledger keeps what an account says as a whole, and what each of its texts asked of that, so that what was made
// of a text is made again only when an answer has changed.
//
// What an account says lies in books. A text reads a book with its notes alone, which write down every question and its
// answer: while all the answers are the same, so is what was made of the text. There is no other way to read a book, so no
// question can be forgotten.
package ledger

// A Book is a table of what an account says. It is written as a whole by Fill, or entry by entry by one text after another
// with Tell; a text that comes later reads what those before it have told.
//
// Its zero value is empty. It is not for several goroutines at a time.
type Book[V comparable] struct{ of map[string]V }

// Fill empties the book and has it written anew. The map is not to be kept.
func (b *Book[V]) Fill(write func(entries map[string]V)) {
	clear(b.of)
	b.Amend(write)
}

// Amend has the book written on. The map is not to be kept.
func (b *Book[V]) Amend(write func(entries map[string]V)) {
	if b.of == nil {
		b.of = map[string]V{}
	}
	write(b.of)
}

// Ask is the entry of that key, and the zero value where there is none.
func (b *Book[V]) Ask(n *Notes, key string) V {
	v, ok := b.of[key]
	if n == nil || n.wrote(b, key) {
		return v
	}
	if ok {
		n.asked = append(n.asked, note{b, key, v})
	} else {
		n.asked = append(n.asked, note{b, key, nil})
	}
	return v
}

// Tell sets an entry, in the name of the text whose notes these are.
func (b *Book[V]) Tell(n *Notes, key string, v V) {
	if b.of == nil {
		b.of = map[string]V{}
	}
	if n != nil {
		if n.own == nil {
			n.own = map[any]map[string]bool{}
		}
		if n.own[b] == nil {
			n.own[b] = map[string]bool{}
		}
		if _, ok := b.of[key]; !ok {
			n.added(b)
		}
		n.own[b][key] = true
		n.told = append(n.told, note{b, key, v})
	}
	b.of[key] = v
}

// More says whether the book has more than that many entries.
func (b *Book[V]) More(n *Notes, than int) bool {
	more := len(b.of) > than
	if n != nil {
		n.asked = append(n.asked, note{length[V]{b, than - n.grown[b]}, "", more})
	}
	return more
}

// Counts are a book of how often something is the case. Another number that answers alike changes nothing.
type Counts struct {
	of    map[string]int
	count func(entries map[string]int) // what is counted as soon as somebody asks
}

// Fill empties the counts and has them made anew. The map is not to be kept.
func (c *Counts) Fill(count func(entries map[string]int)) {
	c.Later(count)
	c.counted()
}

// Later is Fill at the first question.
func (c *Counts) Later(count func(entries map[string]int)) { c.count = count }

// counted are the counts, made by now.
func (c *Counts) counted() map[string]int {
	if c.count != nil {
		if c.of == nil {
			c.of = map[string]int{}
		}
		clear(c.of)
		c.count(c.of)
		c.count = nil
	}
	return c.of
}

// AtLeast says whether there are that many of the key.
func (c *Counts) AtLeast(n *Notes, key string, many int) bool {
	if n != nil {
		n.asked = append(n.asked, note{c, key, c.answer(key, many)})
	}
	return c.counted()[key] >= many
}

// answer is a question and its answer as one number, an odd one for yes.
func (c *Counts) answer(key string, many int) int {
	if c.counted()[key] >= many {
		return 2*many + 1
	}
	return 2 * many
}

func (c *Counts) is(key string, value any) bool { return c.answer(key, value.(int)/2) == value.(int) }
func (*Counts) set(string, any)                 {}

// Notes are the questions that were asked for one text, with their answers, and what it has told. Nil takes no notes.
type Notes struct {
	asked, told []note
	own         map[any]map[string]bool // what it has told, by book: of that it asks itself
	grown       map[any]int             // by how many entries a book has grown by that
}

// Empty throws all notes away.
func (n *Notes) Empty() { *n = Notes{asked: n.asked[:0], told: n.told[:0]} }

// Hold says whether every question has still the same answer.
func (n *Notes) Hold() bool {
	for i := range n.asked {
		if a := &n.asked[i]; !a.book.is(a.key, a.value) {
			return false
		}
	}
	return true
}

// Retell tells again what the text has told.
func (n *Notes) Retell() {
	for i := range n.told {
		n.told[i].book.set(n.told[i].key, n.told[i].value)
	}
}

func (n *Notes) wrote(book any, key string) bool { return n.own != nil && n.own[book][key] }

func (n *Notes) added(book any) {
	if n.grown == nil {
		n.grown = map[any]int{}
	}
	n.grown[book]++
}

// A note is a question and its answer, or an entry that was told. The value of an entry that is not there is nil.
type note struct {
	book  book
	key   string
	value any
}

// A book answers a question again.
type book interface {
	is(key string, value any) bool
	set(key string, value any)
}

func (b *Book[V]) is(key string, value any) bool {
	v, ok := b.of[key]
	return ok == (value != nil) && (!ok || value.(V) == v)
}

func (b *Book[V]) set(key string, value any) {
	if b.of == nil {
		b.of = map[string]V{}
	}
	b.of[key] = value.(V)
}

// length is a book asked for its length.
type length[V comparable] struct {
	b    *Book[V]
	than int
}

func (l length[V]) is(_ string, value any) bool { return value == (len(l.b.of) > l.than) }
func (length[V]) set(string, any)               {}
