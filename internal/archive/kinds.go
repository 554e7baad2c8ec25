package archive

import (
	"regexp"
	"strings"

	"firsthand/internal/journal"
	"firsthand/internal/report"
)

// kindWords are the words before a colon that say what sort of thing an entry is.
var kindWords = map[string]journal.Kind{}

// partTitles are the headings that say it for everything below them.
var partTitles = map[string]journal.Kind{}

func init() {
	for kind, words := range map[journal.Kind]string{
		journal.Action:        "action, actions, did, i did, what i did, tat, aktion, aktionen, handlung, getan, gemacht",
		journal.Effect:        "effect, effects, saw, i saw, seen, observed, observation, wirkung, auswirkung, gesehen, beobachtet, beobachtung",
		journal.Expectation:   "expectation, expectations, expected, expect, i expected, erwartung, erwartungen, erwartet",
		journal.Assumption:    "assumption, assumptions, assumed, i assumed, annahme, annahmen, angenommen",
		journal.Understanding: "understanding, thought, i thought, understood, verständnis, gedacht, verstanden",
		journal.Decision:      "decision, decided, i decided, entscheidung, entschieden, beschlossen",
		journal.Condition:     "condition, conditions, bedingung, umstand, umstände",
		journal.Reaction:      "reaction, felt, i felt, reaktion, gefühl, gefühlt",
		journal.Learning:      "learning, learned, learnt, lesson, i learned, gelernt, erkenntnis",
		journal.Idea:          "idea, ideas, idee, ideen",
		journal.Note:          "note, notiz, anmerkung, hinweis",
	} {
		for w := range strings.SplitSeq(words, ", ") {
			kindWords[w] = kind
		}
	}
	for kind, titles := range map[journal.Kind]string{
		journal.Action:        "actions, what i did, my actions, was ich getan habe, was ich tat, aktionen",
		journal.Effect:        "effects, what i saw, what happened, what i observed, was ich gesehen habe, was ich sah, auswirkungen, beobachtungen, observations",
		journal.Expectation:   "expectations, what i expected, was ich erwartet habe, was ich erwartete, erwartungen",
		journal.Assumption:    "assumptions, what i assumed, was ich angenommen habe, was ich annahm, annahmen",
		journal.Understanding: "understanding, how i understood it, what i thought, wie ich es verstanden habe, was ich dachte",
		journal.Decision:      "decisions, what i decided, entscheidungen",
		journal.Condition:     "conditions, umstände, bedingungen",
		journal.Reaction:      "reactions, how i felt, reaktionen",
		journal.Learning:      "learnings, what i learned, what i learnt, lessons, gelernt, was ich gelernt habe",
		journal.Idea:          "ideas, ideen",
		journal.Note:          "notes, notizen",
		"":                    "timeline, zeitleiste, zeitlicher ablauf, chronik",
	} {
		for t := range strings.SplitSeq(titles, ", ") {
			partTitles[t] = kind
		}
	}
	for _, h := range report.Headings { // what a release is divided into reads back, whatever it comes to be called
		if _, ok := partTitles[strings.ToLower(string(h))]; !ok {
			partTitles[strings.ToLower(string(h))] = ""
		}
	}
}

// partTitle reports whether a heading names a part, and of what kind its entries are.
func partTitle(text string) (journal.Kind, bool) {
	kind, ok := partTitles[strings.ToLower(strings.Trim(text, " \t:*_"))]
	return kind, ok
}

var (
	kindBefore  = regexp.MustCompile(`^[*_]{0,2}([\pL][\pL ]{1,20}?)[*_]{0,2}(?::[*_]{0,2}(?:[ \t]+|\n|$)|[ \t]+[-–—][ \t]+)`)
	kindBracket = regexp.MustCompile(`^[*_]{0,2}[\[(]([\pL][\pL ]{1,20}?)[\])][*_]{0,2}:?(?:[ \t]+|\n|$)`)
)

// leadingKind reads a kind word at the very start of a text: "expected: …", "Effect - …", "[action] …".
func leadingKind(text string) (kind journal.Kind, rest string, ok bool) {
	head := text[:min(len(text), 80)]
	if !strings.ContainsAny(head[:min(len(head), 32)], ":-–—])") {
		return "", text, false
	}
	for _, re := range []*regexp.Regexp{kindBefore, kindBracket} {
		m := re.FindStringSubmatchIndex(head)
		if m == nil {
			continue
		}
		if kind, ok := kindWords[strings.ToLower(head[m[2]:m[3]])]; ok {
			return kind, strings.TrimLeft(text[m[1]:], " \t"), true
		}
	}
	return "", text, false
}
