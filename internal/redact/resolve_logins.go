package redact

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
	"firsthand/internal/redact/recent"
)

// joinLogins joins handles, addresses and user names to each other where they are one login, and to the person they are
// made of, if exactly one fits.
func (c *crowd) joinLogins() {
	ls := c.of(Handle, User, Email)
	first := map[string]int{}
	for _, g := range ls {
		login := loginOf(c.groups[g].kind, c.groups[g].text)
		if len(login) < 3 || genericLogins[login] {
			continue
		}
		if h, ok := first[login]; ok {
			c.join(h, g)
		} else {
			first[login] = g
		}
	}
	if len(ls) == 0 {
		return
	}
	people := c.peopleIndex()
	logins := map[string]int{} // how many things have a login with that part
	counted := map[string]bool{}
	for _, g := range ls {
		for _, part := range loginParts(c.groups[g].kind, c.groups[g].text) {
			if key := part + " " + strconv.Itoa(c.root(g)); !counted[key] {
				counted[key] = true
				logins[part]++
			}
		}
	}
	for _, g := range ls {
		login := loginOf(c.groups[g].kind, c.groups[g].text)
		if len(login) < 2 || genericLogins[login] {
			continue
		}
		if len(login) < 3 {
			c.ask(g, c.roots(people.begun(c, login)), "alike.login")
			continue
		}
		fit := people.whole[login]
		if len(fit) == 0 {
			fit = people.made[login]
		}
		if len(fit) == 0 {
			fit = slices.DeleteFunc(people.beginning(login), func(p int) bool { return !loginBegins(login, c.groups[p].words) })
		}
		if len(fit) == 0 {
			fit = c.firstNames(people, logins, loginParts(c.groups[g].kind, c.groups[g].text))
		}
		if len(fit) == 0 {
			fit = people.abbreviated(c, loginParts(c.groups[g].kind, c.groups[g].text))
		}
		if len(fit) > 0 && !slices.ContainsFunc(fit, func(p int) bool { return c.root(p) != c.root(fit[0]) }) {
			c.join(fit[0], g)
		} else if len(fit) == 0 {
			c.ask(g, c.roots(people.begun(c, login)), "alike.login")
		}
	}
}

// firstNames are the people who go by one word alone, which is a part of a login of several that no other login has: Maria
// and maria.lopez.
func (c *crowd) firstNames(x *peopleIndex, logins map[string]int, parts []string) []int {
	if len(parts) < 2 {
		return nil
	}
	for _, part := range []string{parts[0], parts[len(parts)-1]} {
		if len(part) < 3 || logins[part] > 1 {
			continue
		}
		var fit []int
		for _, p := range x.whole[part] {
			if len(c.groups[p].words) == 1 && !c.fullName(c.root(p)) {
				fit = append(fit, p)
			}
		}
		if len(fit) > 0 {
			return fit
		}
	}
	return nil
}

// begun are the people of two names or more whose first and last name begin with the two halves of a login, in either
// order: pp, pripat and ppat of Priya Patel.
func (x *peopleIndex) begun(c *crowd, login string) []int {
	var out []int
	for _, p := range x.full[login[0]] {
		words := c.groups[p].words
		a, b := squash(words[0]), squash(words[len(words)-1])
		for k := 1; k < len(login); k++ {
			if strings.HasPrefix(a, login[:k]) && strings.HasPrefix(b, login[k:]) || strings.HasPrefix(b, login[:k]) && strings.HasPrefix(a, login[k:]) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// loginParts are the words of a login, folded: angel and rdz of angel.rdz.
func loginParts(kind Kind, text string) []string {
	if kind == Email {
		text, _, _ = strings.Cut(strings.Trim(text, "<>"), "@")
		text, _, _ = strings.Cut(text, "+")
	}
	if k := strings.LastIndexAny(text, `\/`); k >= 0 {
		text = text[k+1:]
	}
	return strings.FieldsFunc(foldName(text), func(c rune) bool { return !unicode.IsLetter(c) })
}

// abbreviated are the people of whose names the parts of a login are made, one of them whole, others perhaps without
// their vowels or cut short: angel.rdz of Ángel Rodríguez.
func (x *peopleIndex) abbreviated(c *crowd, parts []string) []int {
	if len(parts) < 2 {
		return nil
	}
	var out []int
	for _, part := range parts {
		for _, p := range x.with[part] {
			words := c.groups[p].words
			if len(words) > 1 && !slices.ContainsFunc(parts, func(o string) bool {
				return !slices.ContainsFunc(words, func(w string) bool {
					return o == squash(w) || o != part && squash(w) != part && abbreviates(o, squash(w))
				})
			}) {
				out = append(out, p)
			}
		}
	}
	return out
}

// abbreviates says whether letters are the first of a word and some of its others, in their order.
func abbreviates(short, word string) bool {
	if short == "" || word == "" || short[0] != word[0] {
		return false
	}
	i := 0
	for k := 0; k < len(word) && i < len(short); k++ {
		if word[k] == short[i] {
			i++
		}
	}
	return i == len(short)
}

// loginOf is the login in a handle, address or user name, folded, without separators and trailing digits.
func loginOf(kind Kind, text string) string {
	if kind == Handle {
		text, _, _ = strings.Cut(text, ":") // @dawit:chat.aigaleo.example
	}
	if kind == Email {
		text, _, _ = strings.Cut(strings.Trim(text, "<>"), "@")
		text, _, _ = strings.Cut(text, "+")
	}
	if k := strings.LastIndexAny(text, `\/`); k >= 0 {
		text = text[k+1:]
	}
	return squash(text)
}

// squash is the folded letters of a text.
func squash(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return c
		}
		return -1
	}, foldName(text))
}

// loginFits says whether a login is made of a name's words: jdoe, janed, doej, janedoe, baotq.
func loginFits(login string, words []string) bool {
	if len(words) < 2 {
		return false
	}
	return slices.Contains(loginForms(words), login)
}

// loginBegins says whether a login is a name cut short, or one with an initial that nobody has written: dkowal of
// Kowalczyk, skarthik of Karthik, sigurjonb of Sigurjón.
func loginBegins(login string, words []string) bool {
	for _, w := range words {
		w = squash(w)
		if len(w) < 4 {
			continue
		}
		if rest, ok := strings.CutPrefix(login, w); ok && len(rest) <= 2 && (len(words) == 1 || initialIn(rest, words, w)) {
			return true
		}
		if rest, ok := strings.CutSuffix(login, w); ok && len(rest) == 1 && (len(words) == 1 || initialIn(rest, words, w)) {
			return true
		}
		if len(login) > 5 && len(words) > 1 && strings.HasPrefix(w, login[1:]) && initialIn(login[:1], words, w) {
			return true
		}
	}
	return false
}

// initialIn says whether letters are initials of the words other than w.
func initialIn(letters string, words []string, w string) bool {
	for _, c := range letters {
		ok := false
		for _, o := range words {
			ok = ok || squash(o) != w && strings.HasPrefix(o, string(c))
		}
		if !ok {
			return false
		}
	}
	return true
}

// loginForms are the logins that are commonly made of a name, given name first or last.
func loginForms(words []string) []string {
	ws := make([]string, 0, len(words))
	for _, w := range words {
		if w = squash(w); w != "" {
			ws = append(ws, w)
		}
	}
	if len(ws) < 2 {
		return nil
	}
	var forms []string
	pair := func(a, b string) {
		ia, ib := string([]rune(a)[:1]), string([]rune(b)[:1])
		forms = append(forms, a+b, ia+b, a+ib, b+ia, b+a, ib+a)
	}
	first, last := ws[0], ws[len(ws)-1]
	pair(first, last)
	if short := squash(firstOfTwo(words[len(words)-1])); short != "" {
		pair(first, short) // kosei of Kwabena Osei-Tutu
	}
	for _, w := range ws[1 : len(ws)-1] {
		pair(first, w)
		pair(last, w)
	}
	var all strings.Builder
	for _, w := range ws {
		r, _ := utf8.DecodeRuneInString(w)
		all.WriteRune(r)
	}
	initials := all.String()
	forms = append(forms, last+initials[:len(initials)-len(string([]rune(last)[:1]))], first+initials[len(string([]rune(first)[:1])):])
	return forms
}

// logins are the forms of a full name that would give it away, with and without separators.
func logins(name string) []string {
	ws := nameWords(name)
	if len(ws) < 2 || slices.ContainsFunc(ws, func(w string) bool { return len([]rune(w)) < 2 }) {
		if len(ws) == 2 && len([]rune(ws[0])) == 1 {
			return []string{ws[0] + squash(ws[1])} // J. Doe: jdoe
		}
		return nil
	}
	first, last := squash(ws[0]), squash(ws[len(ws)-1])
	if first == "" || last == "" || !latin(first) || !latin(last) {
		return nil
	}
	i, l := first[:1], last[:1]
	return []string{i + last, first + last, first + "." + last, first + "_" + last, first + "-" + last, i + "." + last,
		first + l, first + "." + l, last + i, last + "." + first}
}

// strangeLogins are those logins of a full name that no list has: the others would be words.
func strangeLogins(name string) []string { return loginsOfNames.Of(name, loginsOfName) }

var loginsOfNames recent.Answers[[]string]

func loginsOfName(name string) (out []string) {
	for _, login := range logins(name) {
		if len(login) > 3 && look(login) == 0 && !lexicon.GermanWord(login) { // not strange(login): nobody asks again what this one is
			out = append(out, login)
		}
	}
	return out
}

func latin(s string) bool { return strings.IndexFunc(s, func(c rune) bool { return c > 0x7f }) < 0 }
