package redact

import (
	"time"
)

// moments adds the clock times and dates of the sources themselves, whether their texts say them or not: a line's own
// moment leaves as a distance from time zero, and "can somebody take 02:49" must not tell it again.
func (b *forbidder) moments(sources []Source) {
	for _, s := range sources {
		if s.At.IsZero() {
			continue
		}
		for _, at := range []time.Time{s.At, s.At.UTC()} {
			x := forbidden{kind: Time}
			for _, layout := range clockLayouts {
				b.moment(at.Format(layout), x, false)
			}
			x.kind = Date
			for _, layout := range dateLayouts {
				b.moment(at.Format(layout), x, false)
			}
			for _, layout := range dayLayouts {
				b.moment(at.Format(layout), x, true) // "may 2 of them" is no date
			}
		}
	}
}

var (
	clockLayouts = []string{"15:04", "15h04", "3:04pm", "3:04 pm"}
	dateLayouts  = []string{"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "2.1.2006", "02/01/2006", "01/02/2006",
		"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "02/Jan/2006"}
	dayLayouts = []string{"2 January", "January 2", "2 Jan", "Jan 2"}
)

func (b *forbidder) moment(text string, x forbidden, exact bool) {
	x.key = foldLiteral(text)
	b.add(form{text: text, literal: !exact, exact: exact, lone: true}, x)
}
