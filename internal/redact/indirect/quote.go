package indirect

import (
	"regexp"
	"strings"
	"sync"
)

var (
	// quoted is a stretch in quotation marks of three words and more.
	quoted = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`"[^"\n]+"|“[^“”\n]+”|„[^„“”\n]+[“”]|«[^«»\n]+»|(?:^|[\s(:])('[^'\n]+')(?:$|[\s).,;:!?])`)
	})
	// saying is a verb by which somebody's words are told, and who it was before it.
	saying = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:said|says|told|wrote|writes|asked|asks|answered|replied|typed|shouted|whispered|insisted|posted|muttered|joked|swore|words|put it|` +
			`sagte|sagt|meinte|meint|schrieb|schreibt|fragte|fragt|antwortete|rief|erwiderte|dit|écrit|écrivait|répondu|demandé|lancé|dijo|dice|escribió|preguntó|respondió|contestó)\b`)
	})
	// notSomebody are subjects that have no words of their own, and the author.
	notSomebody = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:logs?|dashboards?|consoles?|documentation|docs|runbook|wiki|page|alerts?|alarm|errors?|messages?|banner|status|output|screen|monitor|readme|` +
			`comments?|terminal|tool|ui|graph|ticket|subject|title|label|button|prompt|script|job|manual|spec|` +
			`protokoll|anzeige|doku|dokumentation|meldung|bildschirm|handbuch|konsole|documentation|l'écran|le journal|pantalla|registro|documentación)\b|(?i:\bich|\bI|\bje|\bj'ai|\byo)(?: [\p{L}]+){0,3} ?$|\bI\b[^.!?]{0,12}$`)
	})
)

// quotes asks about somebody else's words, told as they were said.
func (h *hints) quotes(text string) {
	if !strings.ContainsAny(text, `"“„«'`) {
		return
	}
	for _, m := range quoted().FindAllStringSubmatchIndex(text, -1) {
		s, e := m[0], m[1]
		if m[2] >= 0 {
			s, e = m[2], m[3]
		}
		if e-s < 12 || e-s > 400 || len(strings.Fields(text[s:e])) < 3 || !told(text, s, e) {
			continue
		}
		h.ask(Quote, s, e, meant(text[s:e]))
	}
}

// told reports whether the words around a quotation say that somebody else said it.
func told(text string, start, end int) bool {
	before := sentenceBefore(text[max(0, start-90):start])
	after := text[end:min(len(text), end+60)]
	if i := strings.IndexAny(after, ".!?\n"); i >= 0 {
		after = after[:i]
	}
	if m := saying().FindAllStringIndex(before, -1); m != nil {
		return !notSomebody().MatchString(before[:m[len(m)-1][0]])
	}
	if m := saying().FindStringIndex(after); m != nil {
		return !notSomebody().MatchString(after[:m[0]]) && !strings.HasPrefix(strings.TrimLeft(after[m[1]:], " "), "I ")
	}
	return false
}

// sentenceBefore is the end of a text from its last sentence on.
func sentenceBefore(s string) string {
	if i := strings.LastIndexAny(strings.TrimRight(s, " "), ".!?\n"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// meant says what somebody meant, as far as their words tell.
func meant(quote string) string {
	q := " " + strings.ToLower(strings.Trim(quote, `"'“”„«» .`)) + " "
	language := en
	for i, words := range []string{"", " ich das nicht ist wir und mach schon da keiner ja nein ", " je le pas est nous vas personne la ce oui non ", " que no el la esta nadie dale sí es "} {
		hits := 0
		for w := range strings.FieldsSeq(q) {
			if words != "" && strings.Contains(words, " "+strings.Trim(w, ",;!?-")+" ") {
				hits++
			}
		}
		if hits >= 2 {
			language = i
			break
		}
	}
	has := func(list string) bool {
		for w := range strings.SplitSeq(list, "|") {
			if strings.Contains(q, w) {
				return true
			}
		}
		return false
	}
	switch {
	case strings.HasSuffix(strings.TrimSpace(q), "?"):
		return []string{"they asked about it", "danach gefragt", "la question a été posée", "lo preguntaron"}[language]
	case has(" sure| yes| go ahead| ok | okay| fine| agreed| ship it| do it| mach| ja | vas-y| oui| dale| sí|d'accord"):
		return []string{"they agreed", "einverstanden", "d'accord", "de acuerdo"}[language]
	case has(" no | don't| do not| stop| wait| nicht| nein| non| no lo"):
		return []string{"they were against it", "dagegen", "pas d'accord", "en contra"}[language]
	}
	return []string{"they told what they saw", "was zu sehen war", "ce qui se voyait", "lo que se veía"}[language]
}
