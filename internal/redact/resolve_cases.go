package redact

import (
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Names in the cases of Slavic languages that are written in Latin letters: Marzenie is Marzena, Gołębia is Gołąb.

// slavicLetters are letters by which such an account is known.
const slavicLetters = "ąęłżźśćńčřžšěůďťňđĄĘŁŻŹŚĆŃČŘŽŠĚŮĎŤŇĐ"

// latinCases are what names take on in those cases, folded, and what stands in its place in a dictionary. Longer ones first.
var latinCases = []struct{ from, to string }{
	{"iego", "i"}, {"iemu", "i"}, {"iowi", ""}, {"iem", ""}, {"ego", "y"}, {"ego", "i"}, {"emu", "y"}, {"owi", ""}, {"ovi", ""}, {"owie", ""}, {"ova", ""}, {"em", ""}, {"om", ""}, {"ami", "a"},
	{"iu", ""}, {"ia", ""}, {"ie", ""}, {"ie", "a"}, {"ii", "ia"}, {"ym", "y"}, {"im", "i"}, {"ej", "a"}, {"ou", "a"}, {"e", "a"}, {"e", ""}, {"i", "a"}, {"i", ""}, {"y", "a"}, {"y", ""}, {"u", ""}, {"u", "a"}, {"o", "a"}, {"a", ""}, {"a", "o"},
}

// hardened are ends of stems that an ending has made soft, and what they are without it.
var hardened = []struct{ soft, hard string }{{"dz", "d"}, {"dz", "g"}, {"rz", "r"}, {"sz", "ch"}, {"sz", "s"}, {"c", "t"}, {"c", "k"}, {"z", "h"}, {"z", "g"}, {"c", "cz"}, {"s", "ch"}, {"r", "r"}}

// joinCases joins a name in some case of a Slavic language to the one name here that it is a case of.
func (c *crowd) joinCases() {
	if !c.slavic() {
		return
	}
	for _, kinds := range [][]Kind{{Person}, {Org, Codename, Place, Team}, {Person, Org, Codename, Place, Team}} {
		gs := c.of(kinds...)
		bases := map[string][]int{}
		for _, g := range gs {
			for _, w := range c.groups[g].words {
				for _, k := range stems(w) {
					bases[k] = append(bases[k], g)
				}
			}
		}
		for _, g := range gs {
			ws := c.groups[g].words
			if len(ws) == 0 || len(ws) > 3 || otherScript(c.groups[g].text) || len(kinds) > 4 && c.certain(g) {
				continue // of another kind only what nothing is known of
			}
			var fit []int
			for _, n := range nominatives(ws[0]) {
				for _, h := range bases[n] {
					if h != g && c.root(h) != c.root(g) && c.inCase(ws, c.groups[h].words) {
						fit = append(fit, c.root(h))
					}
				}
			}
			if fit = unique(fit); len(fit) == 1 {
				c.join(fit[0], g)
			}
		}
	}
}

// slavic says whether the account has letters of such a language in more than a name or two.
func (c *crowd) slavic() bool {
	n, size := 0, 0
	for _, r := range c.rs {
		n, size = n+r.slavicLetters(), size+len(r.text)
	}
	return n > 24 || n > 4 && n*50 > size
}

// slavicLetters is how many such letters a text has, of two in a row one.
func (r *reading) slavicLetters() int {
	if r.slavic == nil {
		n := 0
		for i := 0; i < len(r.text); n++ {
			k := strings.IndexAny(r.text[i:], slavicLetters)
			if k < 0 {
				break
			}
			i += k + 2
		}
		r.slavic = &n
	}
	return *r.slavic
}

// inCase says whether each word of a name is one of a fuller name, in some case.
func (c *crowd) inCase(ws, full []string) bool {
	if len(ws) > len(full) {
		return false
	}
	for _, w := range ws {
		if !slices.ContainsFunc(full, func(f string) bool {
			return w == f || slices.ContainsFunc(nominatives(w), func(n string) bool { return slices.Contains(stems(f), n) })
		}) {
			return false
		}
	}
	return true
}

// stems are a folded name as it stands in a dictionary, without the vowel that its cases drop (Marek, Marka), and with the
// one that they change (Gołąb, Gołębia).
func stems(w string) []string {
	out := []string{w}
	n := len(w)
	if n < 4 {
		return out
	}
	switch w[n-2] {
	case 'e':
		out = append(out, w[:n-2]+w[n-1:])
	case 'a':
		out = append(out, w[:n-2]+"e"+w[n-1:])
	case 'o':
		out = append(out, w[:n-2]+"u"+w[n-1:])
	}
	return out
}

// nominatives are what a folded name may be in a dictionary, without itself. A listed name in a, such as Jana, is taken for
// no case of another.
func nominatives(w string) []string {
	if lexicon.Given(w) && strings.HasSuffix(w, "a") {
		return nil
	}
	var out []string
	for _, e := range latinCases {
		stem, ok := strings.CutSuffix(w, e.from)
		if !ok || len(stem) < 3 {
			continue
		}
		out = append(out, stem+e.to)
		for _, h := range hardened {
			if s, ok := strings.CutSuffix(stem, h.soft); ok && len(s) > 1 {
				out = append(out, s+h.hard+e.to)
			}
		}
	}
	return out
}
