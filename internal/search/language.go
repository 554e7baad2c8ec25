package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Language is the filters that a query may hold beside words.
type Language []Filter

// A Filter is one thing that can be said of a line beside its words.
type Filter struct {
	Name string // of small ASCII letters
	// Values are those it takes, as they are shown, in small letters; nil: Read decides.
	Values []string
	// Read gives a value as it is kept and compared, and says whether it is one. nil where Values say it; nil both: anything.
	Read func(value string) (kept string, ok bool)
	// Takes says in words what a value is, where Values do not.
	Takes string
	// Each says that it must apply each time it is given, not once of several times.
	Each bool
}

// A Condition is a filter of a query with its value.
type Condition struct {
	Filter string
	Value  string // as the filter keeps it: one of its Values, or what its Read gave, or as typed
	Exact  bool   // it stood in quotation marks
	Not    bool
	At     Span // in the query
}

// An Error says that a filter does not take the value it was given.
type Error struct {
	At     Span     // of the value in the query; empty where there is none yet
	Filter string   // its name
	Value  string   // as typed
	Takes  []string // the values it takes; of those the ones that begin as Value, if there are any; nil where Words say it
	Words  string   // what a value is, where Takes does not
	// Unfinished says that the query ends in the middle of what may become a value: somebody types.
	Unfinished bool
}

// Error names the filter and not its value, which is the person's.
func (e *Error) Error() string { return fmt.Sprintf("filter %q: no such value", e.Filter) }

// mostConditions is how many filters of a query count, as maxWords is for words.
const mostConditions = 64

// Parse reads a query, see the package comment. Beside an *Error it returns what can be understood of the query: all but
// the filter it speaks of.
func (l Language) Parse(query string) (Query, error) {
	var q Query
	var wrong error
	room := maxWords
	for at := 0; at < len(query); {
		r, width := utf8.DecodeRuneInString(query[at:])
		if unicode.IsSpace(r) {
			at += width
			continue
		}
		not := r == '-' && at+1 < len(query)
		if c, end, err := l.condition(query, at); err != nil || end > at {
			if at = end; err != nil && wrong == nil {
				wrong = err
			} else if err == nil && len(q.conditions) < mostConditions {
				q.conditions = append(q.conditions, c)
			}
			continue
		}
		from := at
		if not && isQuote(query[at+1:]) {
			at++
		}
		if isQuote(query[at:]) {
			phrase, open, end := cutPhrase(query, at)
			t, some := newTerm(phrase, open, &room)
			switch {
			case some && from < at:
				q.without = append(q.without, t)
			case some:
				q.terms = append(q.terms, t)
			}
			at = end
			continue
		}
		end := at + wordLength(query[at:])
		if t, some := newTerm(query[at:end], true, &room); some {
			q.terms = append(q.terms, t)
		}
		at = end
	}
	return q, wrong
}

// condition reads a filter that begins at a place of the query; end is that place where none does.
func (l Language) condition(query string, at int) (c Condition, end int, err error) {
	from := at
	if query[from] == '-' {
		c.Not = true
		from++
	}
	colon := from
	for colon < len(query) && (query[colon]|0x20) >= 'a' && (query[colon]|0x20) <= 'z' {
		colon++
	}
	if colon == len(query) || query[colon] != ':' {
		return c, at, nil
	}
	i := slices.IndexFunc(l, func(f Filter) bool { return strings.EqualFold(f.Name, query[from:colon]) })
	if i < 0 {
		return c, at, nil
	}
	f := l[i]
	from = colon + 1
	typing := false // somebody may be in the midst of it
	if isQuote(query[from:]) {
		var loose bool
		c.Value, loose, end = cutPhrase(query, from)
		c.Exact, typing = !loose, loose && end == len(query) && query[end-1] != '*'
	} else {
		end = from + wordLength(query[from:])
		c.Value, typing = query[from:end], end == len(query)
		if c.Value == "" && !typing {
			return c, at, nil // a colon with a space behind it, as in prose
		}
	}
	c.Filter, c.At = f.Name, Span{at, end}
	if c.Value = strings.ToValidUTF8(c.Value, ""); !c.Exact {
		c.Value = strings.TrimRight(c.Value, "*") // the mark is not needed
	}
	kept, ok := f.read(c.Value)
	if !ok {
		e := &Error{At: Span{from, end}, Filter: f.Name, Value: c.Value, Takes: f.Values, Words: f.Takes}
		begun := f.begunBy(c.Value)
		if begun != nil {
			e.Takes = begun
		}
		e.Unfinished = typing && (begun != nil || f.Values == nil)
		return Condition{}, end, e
	}
	if c.Value = kept; f.Values != nil || f.Read != nil {
		c.Exact = strings.ContainsRune(kept, ' ')
	}
	return c, end, nil
}

// read gives a value as it is kept.
func (f Filter) read(value string) (kept string, ok bool) {
	switch {
	case f.Values != nil:
		i := slices.IndexFunc(f.Values, func(v string) bool { return same(v) == same(value) })
		if i < 0 {
			return "", false
		}
		return f.Values[i], true
	case f.Read != nil:
		return f.Read(value)
	}
	value = strings.Join(strings.Fields(value), " ")
	_, some := NewTerm(value, true)
	return value, some
}

// begunBy are the values that begin so.
func (f Filter) begunBy(value string) (begun []string) {
	for _, v := range f.Values {
		if strings.HasPrefix(same(v), same(value)) {
			begun = append(begun, v)
		}
	}
	return begun
}

// same is a value as it is compared: small, with one space for spaces, hyphens and underscores.
func same(value string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(value), func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '_' }), " ")
}

// wordLength is how much of s comes before a space or a quotation mark.
func wordLength(s string) int {
	i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) })
	if i < 0 {
		return len(s)
	}
	return i
}

// quotes are the quotation marks, of whatever typography.
const quotes = `"“”„‟«»`

func isQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && r != utf8.RuneError && strings.ContainsRune(quotes, r)
}

// cutPhrase cuts what stands in quotation marks from a place of the query on. open says that its last word may go on: no
// mark closes it, or a star follows.
func cutPhrase(query string, at int) (phrase string, open bool, end int) {
	_, width := utf8.DecodeRuneInString(query[at:])
	at += width
	i := strings.IndexAny(query[at:], quotes)
	if i < 0 {
		return query[at:], true, len(query)
	}
	_, width = utf8.DecodeRuneInString(query[at+i:])
	end = at + i + width
	if strings.HasPrefix(query[end:], "*") {
		return query[at : at+i], true, end + 1
	}
	return query[at : at+i], false, end
}
