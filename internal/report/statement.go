package report

// Caption is the title of every account, CompareCaption of every comparison of several, CaseCaption of every case file.
const (
	Caption        = "A first-hand account"
	CompareCaption = "Accounts side by side"
	CaseCaption    = "A case file"
)

// Opening is the first sentence of every account: what the document is.
const Opening = "A personal account, de-identified, not a verdict."

// compareStatement says on top of a comparison what it is, and how to read it.
const compareStatement = "Several personal accounts on one clock, each de-identified by its author, not a verdict. They are not made one: " +
	"every column is one person's, and a label such as Engineer A means somebody else in the next, unless a reader said below that two are one. " +
	"T+00:00 is a moment that the reader chose. Times within a text are its author's own. What stands in one lane only, or minutes apart, is said by the clock alone."

// caseOpening is the first sentence of every case file.
const caseOpening = "Lines of several personal accounts of one author, de-identified, not a verdict. A label such as host 1 means the same in all of them."

// Caption is the document's title.
func (d Document) Caption() string {
	switch {
	case d.Comparison:
		return CompareCaption
	case d.Sheet:
		return SheetCaption
	}
	if d.Cases {
		return CaseCaption
	}
	return Caption
}

// Producer is what our files say made them.
const Producer = "Firsthand"

// Withheld is how a note begins that stands where something was taken out, such as "[withheld: place]".
const Withheld = "[withheld"

// Statement says on top of the document what it is, and how to read its times and gaps as far as it has any.
func (d Document) Statement() string {
	if d.Comparison {
		return compareStatement
	}
	s, from := Opening, " Times are counted from T+00:00, a moment its author chose."
	if d.Cases {
		s, from = caseOpening, " Times are counted in each case from a T+00:00 of its own."
	}
	if d.timed() {
		s += from
	}
	if d.Withholds {
		s += " " + Withheld + ": …] stands where something was taken out; what was never known is left blank."
	}
	return s
}

// timed reports whether anybody said when any of its lines was.
func (d Document) timed() bool {
	for _, p := range d.Parts {
		for _, l := range p.Lines {
			if l.At.Known {
				return true
			}
		}
	}
	return false
}
