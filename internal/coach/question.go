package coach

// A Language is one that questions are put in.
type Language string

// The languages.
const (
	English Language = "en"
	German  Language = "de"
)

// A question is asked in every language. It asks and never tells; whoever answers it finds words of their own.
type question struct{ en, de string }

// Question is what the remark asks, in a language; in English where there is no such language.
func (r Remark) Question(l Language) string {
	if l == German {
		return r.about.de
	}
	return r.about.en
}

// questions are those of the kinds, unless a rule has its own.
var questions = map[Kind]question{
	Counterfactual: {
		"This tells of something that did not happen. What did you do, and what made it fit at that moment?",
		"Das erzählt von etwas, das nicht geschah. Was hast du getan, und warum passte es in dem Moment?",
	},
	Absence: {
		"Something that did not happen is no event. What was attended to instead, and what would have brought this to mind?",
		"Was nicht geschah, ist kein Ereignis. Worauf lag die Aufmerksamkeit stattdessen, und was hätte daran erinnert?",
	},
	Verdict: {
		"This judges. How did it look before the result was known?",
		"Das urteilt. Wie sah es aus, bevor das Ergebnis bekannt war?",
	},
	Trait: {
		"This speaks of a character. What was the situation asking for?",
		"Das spricht von einem Charakter. Was hat die Lage verlangt?",
	},
	SelfBlame: {
		"Keep this for yourself if it helps. For the others: what did you see, expect and do?",
		"Behalte das für dich, wenn es hilft. Für die anderen: Was hast du gesehen, erwartet und getan?",
	},
	BlameOther: {
		"What did you see happen, and how do you know? Would a role do in place of a name?",
		"Was hast du geschehen sehen, und woher weißt du es? Genügt eine Rolle statt eines Namens?",
	},
	Hindsight: {
		"Since when was this known? What else could the same signs have meant at that time?",
		"Seit wann war das bekannt? Was hätten dieselben Zeichen damals noch bedeuten können?",
	},
	SingleCause: {
		"What else had to be true for this to happen?",
		"Was musste noch zutreffen, damit das geschehen konnte?",
	},
	HiddenAgent: {
		"Who did this? If it was you, you can say so; if not, what did you observe?",
		"Wer hat das getan? Wenn du es warst, darfst du es sagen; wenn nicht: Was hast du beobachtet?",
	},
	Exhortation: {
		"What would help somebody who is careful, and tired?",
		"Was würde jemandem helfen, der sorgfältig ist, und müde?",
	},
	Minimiser: {
		"What did one have to know, or have at hand, for this to be easy?",
		"Was musste man wissen oder zur Hand haben, damit das einfach ist?",
	},
	MindReading: {
		"Did they say so? What did you see or hear?",
		"Wurde das so gesagt? Was hast du gesehen oder gehört?",
	},
}

// Questions of single rules, where what was found allows a closer one.
var (
	askOptions = question{
		"Which ways did you see as open at that moment?",
		"Welche Wege hast du in dem Moment offen gesehen?",
	}
	askKnown = question{
		"When did that come to be known, and how?",
		"Wann wurde das bekannt, und wodurch?",
	}
	askIdea = question{
		"Is this an idea for later? And this time: what did happen?",
		"Ist das eine Idee für später? Und dieses Mal: Was ist geschehen?",
	}
	askShown = question{
		"What was on the screen, or to be heard, at that moment?",
		"Was war in dem Moment zu sehen oder zu hören?",
	}
	askUsual = question{
		"What does the page say, what is usual here, and what would that step have cost?",
		"Was sagt die Anleitung, was ist hier üblich, und was hätte der Schritt gekostet?",
	}
	askPossible = question{
		"“Error” ends a story where it begins. What made this action possible, sensible and far-reaching?",
		"„Fehler“ beendet eine Geschichte, wo sie anfängt. Was machte diese Handlung möglich, sinnvoll und folgenreich?",
	}
	askCompared = question{
		"Compared with what, and known when?",
		"Verglichen womit, und seit wann bekannt?",
	}
	askPressure = question{
		"How much time was there, what pressed, and what was tried?",
		"Wie viel Zeit war da, was drängte, und was wurde versucht?",
	}
	askBecome = question{
		"From where you stood then: what else could have come of it?",
		"Von damals aus gesehen: Was hätte noch daraus werden können?",
	}
)
