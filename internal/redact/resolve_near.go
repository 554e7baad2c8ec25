package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A nameIndex knows the groups of one sort by their words, so that a name is only compared with names that it may be
// part of, however many there are.
type nameIndex struct {
	c        *crowd
	people   bool             // initials and short forms count
	with     map[string][]int // by word, the groups that have it
	initials map[string][]int // by the initials of a word with hyphens
	forward  wordList
	backward wordList // the words read from their end
}

// A wordList is words in order, so that those that begin alike are neighbours.
type wordList struct {
	words []string
	sum   []int // how many groups have a word before this one
}

func (c *crowd) nameIndex(gs []int, people bool) *nameIndex {
	x := &nameIndex{c: c, people: people, with: map[string][]int{}, initials: map[string][]int{}}
	add := func(m map[string][]int, key string, g int) {
		if l := m[key]; len(l) == 0 || l[len(l)-1] != g {
			m[key] = append(l, g)
		}
	}
	for _, g := range gs {
		for _, w := range c.groups[g].words {
			add(x.with, w, g)
			if i := hyphened(w); i != "" {
				add(x.initials, i, g)
				add(x.with, firstOfTwo(w), g)
			}
		}
	}
	if !people {
		return x
	}
	for w := range x.with {
		x.forward.words = append(x.forward.words, w)
		x.backward.words = append(x.backward.words, backwards(w))
	}
	x.forward.order(func(w string) int { return len(x.with[w]) })
	x.backward.order(func(w string) int { return len(x.with[backwards(w)]) })
	return x
}

func (l *wordList) order(count func(string) int) {
	slices.Sort(l.words)
	l.sum = make([]int, len(l.words)+1)
	for i, w := range l.words {
		l.sum[i+1] = l.sum[i] + count(w)
	}
}

// beginning are the words that begin with a prefix: words[from:to].
func (l *wordList) beginning(prefix string) (from, to int) {
	from, _ = slices.BinarySearch(l.words, prefix)
	to, _ = slices.BinarySearchFunc(l.words, prefix, func(w, p string) int {
		if strings.HasPrefix(w, p) {
			return -1
		}
		return strings.Compare(w, p)
	})
	return from, to
}

// backwards is the bytes of a word from its end.
func backwards(w string) string {
	b := []byte(w)
	slices.Reverse(b)
	return string(b)
}

// fuller are the groups that a name may be part of, in order, and perhaps some that it is not: those that have the
// rarest of its words, in some form.
func (x *nameIndex) fuller(words []string) []int {
	best, least := "", -1
	for _, w := range words {
		if x.people && utf8.RuneCountInString(w) == 1 {
			continue // an initial says too little
		}
		if n := x.count(w); least < 0 || n < least {
			best, least = w, n
		}
	}
	var gs []int
	if least >= 0 {
		gs = x.having(gs, best)
	} else {
		for _, w := range words {
			gs = append(gs, x.with[w]...)
		}
	}
	slices.Sort(gs)
	return slices.Compact(gs)
}

// count is how many groups having gives, some twice.
func (x *nameIndex) count(w string) int {
	n := len(x.with[w])
	if !x.people {
		return n
	}
	_, size := utf8.DecodeRuneInString(w)
	n += len(x.with[w[:size]]) + len(x.initials[hyphened(w)])
	if len(w) >= shortest {
		from, to := x.forward.beginning(w)
		n += x.forward.sum[to] - x.forward.sum[from]
		from, to = x.backward.beginning(backwards(w))
		n += x.backward.sum[to] - x.backward.sum[from]
	}
	for k := shortest; k < len(w); k++ {
		n += len(x.with[w[:k]]) + len(x.with[w[len(w)-k:]])
	}
	return n
}

// shortest is the length in bytes from which a part of a word may be its short form.
const shortest = 4

// having appends the groups that have a word: as it is, as its initial, or as its short or long form.
func (x *nameIndex) having(gs []int, w string) []int {
	gs = append(gs, x.with[w]...)
	if !x.people {
		return gs
	}
	_, size := utf8.DecodeRuneInString(w)
	gs = append(gs, x.with[w[:size]]...)
	gs = append(gs, x.initials[hyphened(w)]...)
	if len(w) >= shortest {
		from, to := x.forward.beginning(w)
		for _, long := range x.forward.words[from:to] {
			gs = append(gs, x.with[long]...)
		}
		from, to = x.backward.beginning(backwards(w))
		for _, long := range x.backward.words[from:to] {
			gs = append(gs, x.with[backwards(long)]...)
		}
	}
	for k := shortest; k < len(w); k++ {
		gs = append(gs, x.with[w[:k]]...)
		gs = append(gs, x.with[w[len(w)-k:]]...)
	}
	return gs
}

// alike says whether a word of the one name and a word of the other have something in common that tells: all of it, the
// first or last four letters, or the initials of its parts.
func alike(a, b []string) bool {
	for _, v := range a {
		for _, w := range b {
			if v == w || len(v) >= shortest && len(w) >= shortest && (v[:shortest] == w[:shortest] || v[len(v)-shortest:] == w[len(w)-shortest:]) {
				return true
			}
			if i := hyphened(v); i != "" && i == hyphened(w) || v != "" && v == firstOfTwo(w) {
				return true
			}
		}
	}
	return false
}

// hyphened is the initials of a word with hyphens, "" of another.
func hyphened(w string) string {
	if !strings.Contains(w, "-") {
		return ""
	}
	initials := "-"
	for p := range strings.SplitSeq(w, "-") {
		if p != "" {
			initials += p[:1]
		}
	}
	return initials
}

// A loginIndex knows the logins of an account.
type loginIndex struct {
	all     map[string]bool
	without map[string][]string // by what is left without the first byte
}

func (c *crowd) loginIndex() *loginIndex {
	if c.logins != nil {
		return c.logins
	}
	x := &loginIndex{all: map[string]bool{}, without: map[string][]string{}}
	for _, l := range c.of(User, Handle, Email) {
		login := loginOf(c.groups[l].kind, c.groups[l].text)
		if x.all[login] {
			continue
		}
		x.all[login] = true
		if login != "" {
			x.without[login[1:]] = append(x.without[login[1:]], login)
		}
	}
	c.logins = x
	return x
}

// A peopleIndex knows the people of an account by the logins that their names make.
type peopleIndex struct {
	whole map[string][]int // by all words as one
	made  map[string][]int // by login form
	with  map[string][]int // by a word of the name
	full  map[byte][]int   // of several words, by the first byte of the first and of the last
	words wordList
}

func (c *crowd) peopleIndex() *peopleIndex {
	x := &peopleIndex{whole: map[string][]int{}, made: map[string][]int{}, with: map[string][]int{}, full: map[byte][]int{}}
	for _, p := range c.of(Person) {
		words := c.groups[p].words
		if c.groups[p].doubt {
			continue
		}
		whole := squash(strings.Join(words, ""))
		x.whole[whole] = append(x.whole[whole], p)
		if len(words) > 1 {
			for _, f := range loginForms(words) {
				x.made[f] = append(x.made[f], p)
			}
			if a, b := squash(words[0]), squash(words[len(words)-1]); a != "" && b != "" {
				if x.full[a[0]] = append(x.full[a[0]], p); a[0] != b[0] {
					x.full[b[0]] = append(x.full[b[0]], p)
				}
			}
		}
		for _, w := range words {
			if w = squash(w); len(w) >= shortest {
				x.with[w] = append(x.with[w], p)
			}
		}
	}
	for w := range x.with {
		x.words.words = append(x.words.words, w)
	}
	slices.Sort(x.words.words)
	return x
}

// beginning are the people of whose names a login may be a part, and perhaps some of whose it is not.
func (x *peopleIndex) beginning(login string) []int {
	var ps []int
	for cut := 0; cut <= 2 && cut < len(login); cut++ {
		ps = append(ps, x.with[login[:len(login)-cut]]...)
	}
	if len(login) > 1 {
		ps = append(ps, x.with[login[1:]]...)
	}
	if len(login) > 5 {
		from, to := x.words.beginning(login[1:])
		for _, w := range x.words.words[from:to] {
			ps = append(ps, x.with[w]...)
		}
	}
	return ps
}
