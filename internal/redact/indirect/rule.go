package indirect

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A rule finds one sort of hint in one language. It carries its proof: in finds it finds what stands between ⟦ and ⟧, in
// leaves nothing; one test runs them all.
//
// In a pattern a space is any white space or emphasis and ' any apostrophe; case does not count unless the pattern says
// so. The first group is what is asked about, else the whole match.
type rule struct {
	kind Kind
	// cues are words, in lower case, one of which the match must hold; with a * they are beginnings of at least four
	// letters.
	cues    string
	pattern string
	say     string // what could stand for it, in the language of the rule
	// sayFor decides it by what was found, where one answer does not fit all.
	sayFor        func(words string) string
	finds, leaves []string

	compiled func() *regexp.Regexp
}

var rules = slices.Concat(english, german, french, spanish)

var (
	cues     = map[string][]int{} // rules by cue
	prefixes = map[string][]int{} // by the first four bytes of a cue that is the beginning of words
)

func init() {
	for k := range rules {
		r := &rules[k]
		expr := "(?i)" + strings.NewReplacer(" ", `[ \n*_]+`, "'", `['’]`).Replace(r.pattern)
		r.compiled = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }) // when first used
		for cue := range strings.FieldsSeq(r.cues) {
			if beginning, ok := strings.CutSuffix(cue, "*"); ok {
				key := beginning[:4]
				prefixes[key] = append(prefixes[key], k)
				continue
			}
			cues[cue] = append(cues[cue], k)
		}
	}
}

// rulesWith are the rules that a word of a text is a cue of.
func rulesWith(word string) []int {
	if len(word) < 4 {
		return cues[word]
	}
	long, exact := prefixes[word[:4]], cues[word]
	if long == nil {
		return exact
	}
	return slices.Concat(exact, long)
}

// find returns where a rule finds something: what is asked about, and the whole match.
func (r *rule) find(text string) [][4]int {
	var out [][4]int
	for _, m := range r.compiled().FindAllStringSubmatchIndex(text, -1) {
		s, e := m[0], m[1]
		for g := 2; g+1 < len(m); g += 2 {
			if m[g] >= 0 {
				s, e = m[g], m[g+1]
				break
			}
		}
		if s < e {
			out = append(out, [4]int{s, e, m[0], m[1]})
		}
	}
	return out
}

// with is what could stand for the words that the rule found.
func (r *rule) with(words string) string {
	if r.sayFor != nil {
		if say := r.sayFor(strings.ToLower(strings.Join(strings.Fields(words), " "))); say != "" {
			return say
		}
	}
	return r.say
}
