package coach

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A rule finds one way of wording. It carries its proof: sentences in which it finds the stretch between ⟦ and ⟧, and
// sentences in which it finds nothing. One test runs them all.
//
// A pattern is a regular expression, in lower case, in which {name} stands for a class of words (lexicon.go). What a group named x, x2, ... matches is found, else the whole match.
type rule struct {
	id   string
	kind Kind
	ask  *question // nil: the question of the kind
	// cues are stretches in lower case, separated by |, of which a sentence must have one. They are there for speed.
	cues    string
	pattern string
	// says are patterns over words (pattern.go), in place of a regular expression. They need no cues.
	says []string
	// before and after are patterns of what must not stand right before or right after what was found.
	before, after string
	// unless is a pattern that the sentence must not have.
	unless string
	// needs is a pattern that the sentence must have, too.
	needs         string
	finds, leaves []string

	names                       bool // it looks for names
	literal                     bool // it names words for people itself, so it reads the sentence without their marks
	cueList                     []string
	ways                        []pattern
	find, bef, aft, not, needed lazy
}

// rules are all rules. Where two find the same stretch, the first has it.
var rules = sync.OnceValue(func() []rule { // when first used: the program starts without them
	all := slices.Concat(hindsightRules, hiddenAgentRules, selfBlameRules, absenceRules, blameOtherRules, singleCauseRules, exhortationRules,
		minimiserRules, counterfactualRules, traitRules, verdictRules, mindReadingRules, germanRules, germanPhraseRules)
	for i := range all {
		all[i].prepare()
	}
	return all
})

func (u *rule) prepare() {
	u.cueList = strings.Split(ascii(u.cues), "|")
	for _, src := range u.says {
		u.ways = append(u.ways, grammar().compile(src))
	}
	u.names = strings.Contains(u.pattern, "{name}") || strings.Contains(u.pattern, "{other}") || strings.Contains(u.pattern, "{german}")
	// German words for people are in patterns by their class, and some are English ones too.
	u.literal = len(u.says) > 0 || strings.Contains(u.pattern, "{german}") || strings.Contains(u.pattern, "{deperson}") || namesPeople(u.pattern+" "+u.before+" "+u.after+" "+u.unless+" "+u.needs)
	pattern := func(expr, head, tail string) lazy {
		if expr == "" {
			return nil
		}
		literal := u.literal
		return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(head + "(?:" + expand(expr, literal) + ")" + tail) })
	}
	u.find = pattern(u.pattern, "", "")
	u.bef = pattern(u.before, "", `[ ,]*$`)
	u.aft = pattern(u.after, `^[ ,]*`, "")
	u.not = pattern(u.unless, "", "")
	u.needed = pattern(u.needs, "", "")
}

// namesPeople reports whether a pattern has a word for people in it, other than by a class.
func namesPeople(expr string) bool {
	for _, w := range strings.FieldsFunc(className.ReplaceAllString(expr, " "), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
		if roles[w] || groups[w] {
			return true
		}
	}
	return false
}

var className = regexp.MustCompile(`\{([a-z]+)\}`)

// expand puts the classes of words into a pattern; literal ones are lists, for a sentence without marks.
func expand(expr string, literal bool) string {
	for className.MatchString(expr) {
		expr = className.ReplaceAllStringFunc(expr, func(s string) string {
			name := s[1 : len(s)-1]
			class, ok := lexicon[name]
			if list, has := lists[name]; literal && has {
				class = list()
			}
			if !ok {
				panic("coach: no class of words " + s)
			}
			return "(?:" + class + ")"
		})
	}
	return ascii(expr)
}

func (u *rule) about() question {
	if u.ask != nil {
		return *u.ask
	}
	return questions[u.kind]
}

// cued reports whether a sentence in lower case has a cue of the rule.
func (u *rule) cued(lower string) bool {
	return slices.ContainsFunc(u.cueList, func(cue string) bool { return strings.Contains(lower, cue) })
}

// matches are the stretches that the rule finds in a sentence.
func (u *rule) matches(s sentence) [][2]int {
	if len(u.says) > 0 {
		return u.said(s)
	}
	plain, named := s.people, s.peopleNamed
	if u.literal {
		plain, named = s.lower, s.named
	}
	if u.names && named != plain {
		if out := u.in(s, named); out != nil {
			return out
		}
	}
	return u.in(s, plain)
}

// said are the stretches that the rule's patterns over words find.
func (u *rule) said(s sentence) [][2]int {
	var out [][2]int
	for _, p := range u.ways {
		if !s.has(p) {
			continue
		}
		for i := range s.tokens {
			from, to := p.at(s.tokens, i)
			if to <= from {
				continue
			}
			if m := [2]int{s.tokens[from].start, s.tokens[to-1].end}; s.stands(m) {
				out = append(out, m)
				break
			}
		}
	}
	if out != nil && u.not != nil && u.not().MatchString(s.named) {
		return nil
	}
	return out
}

// in is what the rule finds in a sentence read as text.
func (u *rule) in(s sentence, text string) [][2]int {
	re := u.find()
	found := re.FindAllStringSubmatchIndex(text, -1)
	if found == nil || u.not != nil && u.not().MatchString(text) || u.needed != nil && !u.needed().MatchString(text) {
		return nil
	}
	var out [][2]int
	for _, loc := range found {
		g := 0
		for n, name := range re.SubexpNames() {
			if strings.HasPrefix(name, "x") && loc[2*n] >= 0 {
				g = n
			}
		}
		m := [2]int{loc[2*g], loc[2*g+1]}
		if m[0] < m[1] && s.stands(m) && (u.bef == nil || !u.bef().MatchString(text[:m[0]])) && (u.aft == nil || !u.aft().MatchString(text[m[1]:])) {
			out = append(out, m)
		}
	}
	return out
}

// stands reports whether a match is the author's own wording: no part of an identifier, no name of a thing, and not
// what somebody is reported to have said.
func (s sentence) stands(m [2]int) bool {
	if m[0] > 0 && strings.IndexByte("-_/.@#", s.peopleNamed[m[0]-1]) >= 0 && !strings.HasSuffix(s.peopleNamed[:m[0]], "--") {
		return false
	}
	if m[1] < len(s.peopleNamed) {
		if c := s.peopleNamed[m[1]]; c == '_' || c == '/' || c == '-' && m[1]+1 < len(s.peopleNamed) && letter(s.peopleNamed[m[1]+1]) {
			return false
		}
	}
	head, tail := s.peopleNamed[:m[0]], s.peopleNamed[m[1]:]
	return !named().MatchString(head) && (!nameOf().MatchString(tail) || article().MatchString(s.lower[m[0]:m[1]])) && !reported().MatchString(head)
}

var (
	// named is what stands before the name of a thing.
	named = newLazy(`(?i)\b(?:named|called|labelled|labeled|titled|the (?:word|term|string)|das wort|der begriff|namens|heißt|heisst) +(?:the )?\x00*$`)
	// nameOf is what stands after the name of a thing.
	nameOf = newLazy(`(?i)^ (?:field|button|flag|mode|option|layer|event|code|branch|service|module|plugin|parameter|setting|header|column|counter|label)\b`)
	// article is the end of what needs a noun behind it: that noun is no name of a thing that is called so.
	article = newLazy(`\b(?:the|a|an|our|my|his|her|their|this|that|its)$`)
	// reported is the beginning of reported speech, with nothing after it that ends it.
	reported = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(expand(`\b(?:{said})(?: [^;.:]{0,60})?$`, false))
	})
)
