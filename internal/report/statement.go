package report

// Caption is the title of every document.
const Caption = "A first-hand account"

// Producer is what our files say made them.
const Producer = "Firsthand"

// Withheld is how a note begins that stands where something was taken out, such as "[withheld: place]".
const Withheld = "[withheld"

// Statement says on top of the document what it is, and how to read its times and gaps as far as it has any.
func (d Document) Statement() string {
	s := "A personal account, de-identified, not a verdict."
	if d.timed() {
		s += " Times are counted from T+00:00, a moment its author chose."
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
