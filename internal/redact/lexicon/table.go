package lexicon

import (
	_ "embed"
	"hash/maphash"
	"strconv"
	"strings"
	"sync"
)

var (
	//go:embed given.txt
	givenList string
	//go:embed family.txt
	familyList string
	//go:embed products.txt
	productList string
	//go:embed places.txt
	placeList string
	//go:embed acronyms.txt
	acronymList string
	//go:embed calendar.txt
	calendarList string
	//go:embed words.txt
	wordList string
	//go:embed words_extra.txt
	extraList string
	//go:embed german.txt
	germanList string
	//go:embed foreign.txt
	foreignList string
)

// class is the set of lists in which a key stands, with its marks.
type class uint16

const (
	given class = 1 << iota
	family
	product
	place
	acronym
	english
	german
	foreign
	ambiguous
	ambiguousGerman
	ambiguousForeign
)

type date struct{ month, weekday int }

// table is all lists in one map, so that every question is one lookup.
// Acronyms are the only keys in upper case.
type table struct {
	classes                  map[string]class
	dates                    map[string]date
	productWords, placeWords int

	keys, parts filter // of all classes, and of the German words: 128 and 16 KB, of which one key in fifty is taken for another
}

var lexicon = sync.OnceValue(parse)

func lookup(key string) class {
	t := lexicon()
	if !t.keys.may(key) {
		return 0
	}
	return t.classes[key]
}

// A filter says of most keys that are not in the table that they are not, by two bits of a hash. A look at the table is
// mostly waiting for memory, and of a word that nobody has listed every part is looked up.
type filter []uint64

func (f filter) put(key string) {
	h := maphash.String(seed, key)
	f[h>>6%uint64(len(f))] |= 1 << (h & 63)
	h = h>>32 | h<<32
	f[h>>6%uint64(len(f))] |= 1 << (h & 63)
}

// may reports whether key may be in the table.
func (f filter) may(key string) bool {
	h := maphash.String(seed, key)
	if f[h>>6%uint64(len(f))]&(1<<(h&63)) == 0 {
		return false
	}
	h = h>>32 | h<<32
	return f[h>>6%uint64(len(f))]&(1<<(h&63)) != 0
}

func parse() *table {
	// The size avoids rehashing while the map grows: about two thirds of
	// the time of a parse without it.
	t := &table{
		classes: make(map[string]class, 96<<10),
		dates:   make(map[string]date, 512),
		keys:    make(filter, 1<<14),
		parts:   make(filter, 1<<11),
	}
	for _, list := range []struct {
		text string
		class
	}{
		{givenList, given},
		{familyList, family},
		{productList, product},
		{placeList, place},
		{acronymList, acronym},
		{wordList, english},
		{extraList, english},
		{germanList, german},
		{foreignList, foreign},
	} {
		for entry := range entries(list.text) {
			key, mark := cutMark(entry)
			t.classes[key] |= list.class | mark
			if t.keys.put(key); list.class == german {
				t.parts.put(key)
			}
			if list.class&(product|place) == 0 {
				continue
			}
			if words := strings.Count(key, " ") + 1; list.class == product {
				t.productWords = max(t.productWords, words)
			} else {
				t.placeWords = max(t.placeWords, words)
			}
		}
	}
	for entry := range entries(calendarList) {
		key, n, kind := cutDate(entry)
		d := t.dates[key]
		switch kind {
		case "month":
			d.month = n
		case "weekday":
			d.weekday = n
		}
		t.dates[key] = d
	}
	return t
}

// entries yields the lines of a list that are neither empty nor comments.
func entries(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// cutMark cuts the marks from the end of an entry: "tal *de *x".
func cutMark(entry string) (key string, marks class) {
	key, rest, marked := strings.Cut(entry, " *")
	for marked {
		var mark string
		mark, rest, marked = strings.Cut(rest, " *")
		switch mark {
		case "":
			marks |= ambiguous
		case "de":
			marks |= ambiguousGerman
		case "x":
			marks |= ambiguousForeign
		}
	}
	return key, marks
}

// cutDate reads a line of the calendar: "march 3 month".
func cutDate(entry string) (key string, n int, kind string) {
	key, rest, _ := strings.Cut(entry, " ")
	number, kind, _ := strings.Cut(rest, " ")
	n, _ = strconv.Atoi(number) // TestCalendar reads every line
	return key, n, kind
}
