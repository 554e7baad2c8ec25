package lanes

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"firsthand/internal/report"
)

// A Comparison is lanes on one clock. It never changes.
type Comparison struct {
	Lanes []Lane
	Said  Said
	Rows  []Row     // in order of the common clock
	Loose [][]Place // by lane: lines of which nobody said when
	marks map[Place]Mark

	timed  []int   // by lane: how many lines have a time; they come first
	banded [][]int // by lane: the lines that may have been at any of several minutes
}

// A Row is what the lanes say of one minute of the common clock.
type Row struct {
	Minutes int
	Cells   [][]Place // by lane, in the order of the lane
}

// A Mark says how a line stands to the other lanes, by the clock alone. Lines without a time have none.
type Mark struct {
	// Only: no other lane has a line within Said.Near minutes, and the reader set none beside it. Lanes without any time
	// are no other lanes.
	Only bool
	// Apart are lines of other lanes, at most one of each, that are the nearest to this line as this line is to them,
	// within Said.Near minutes, but not in the same minute.
	Apart []Apart
}

// Apart is how far another lane's line is.
type Apart struct {
	Place
	Minutes int // later than this line; negative: earlier
}

// Compare sets lanes beside one another as the reader says; a single one stands alone. Errors are *Invalid.
func Compare(lanes []Lane, said Said) (*Comparison, error) {
	if len(lanes) == 0 {
		return nil, invalid("there is no account")
	}
	if len(lanes) > MaxLanes {
		return nil, invalid("a comparison has no more than %d accounts", MaxLanes)
	}
	if err := said.check(lanes); err != nil {
		return nil, err
	}
	c := &Comparison{Lanes: lanes, Said: said, Loose: make([][]Place, len(lanes))}
	rows := map[int]*Row{}
	c.timed, c.banded = make([]int, len(lanes)), make([][]int, len(lanes))
	for i, lane := range lanes {
		for k, l := range lane.Lines {
			p := Place{i, k}
			if !l.At.Known {
				c.Loose[i] = append(c.Loose[i], p)
				continue
			}
			if c.timed[i]++; l.At.Band() {
				c.banded[i] = append(c.banded[i], k)
			}
			m := c.At(p).Minutes
			if rows[m] == nil {
				rows[m] = &Row{Minutes: m, Cells: make([][]Place, len(lanes))}
			}
			rows[m].Cells[i] = append(rows[m].Cells[i], p)
		}
	}
	for _, r := range rows {
		c.Rows = append(c.Rows, *r)
	}
	slices.SortFunc(c.Rows, func(a, b Row) int { return cmp.Compare(a.Minutes, b.Minutes) })
	c.mark()
	return c, nil
}

// Line is the line at a place.
func (c *Comparison) Line(p Place) Line { return c.Lanes[p.Lane].Lines[p.Line] }

// At is a line's time on the common clock.
func (c *Comparison) At(p Place) report.Clock {
	at := c.Line(p).At
	if at.Known {
		at.Minutes -= c.Said.zero(p.Lane)
	}
	return at
}

// Moved is where a lane's own T+00:00 stands on the common clock, in minutes.
func (c *Comparison) Moved(lane int) int { return -c.Said.zero(lane) }

// Text is what a line says, as plain text, to be shown to the reader: with the labels that they said are one.
func (c *Comparison) Text(p Place) string {
	text, _ := c.relabelled(p.Lane, c.Line(p).Text.markdown)
	return strings.TrimSpace(report.PlainText(report.Parse(text)))
}

// Mark is how a line stands to the other lanes.
func (c *Comparison) Mark(p Place) Mark { return c.marks[p] }

// mark compares every line that has a time with the other lanes.
func (c *Comparison) mark() {
	c.marks = map[Place]Mark{}
	paired := map[Place]bool{}
	for _, m := range c.Said.Moments {
		for _, p := range m.Places {
			paired[p] = true
		}
	}
	near := c.Said.Nearness()
	for i, lane := range c.Lanes {
		for k, l := range lane.Lines {
			if !l.At.Known {
				continue
			}
			p := Place{i, k}
			mark := Mark{}
			others, close := 0, 0
			for other := range c.Lanes {
				q, ok := c.nearest(p, other)
				if other == i || !ok {
					continue
				}
				others++
				d := c.apart(p, q)
				if max(d, -d) > near {
					continue
				}
				close++
				if back, _ := c.nearest(q, i); d != 0 && back == p {
					mark.Apart = append(mark.Apart, Apart{q, d})
				}
			}
			mark.Only = others > 0 && close == 0 && !paired[p]
			c.marks[p] = mark
		}
	}
}

// apart is by how many minutes q is later than p on the common clock, negative where it is earlier, and 0 where both may
// have been in the same minute.
func (c *Comparison) apart(p, q Place) int {
	a, b := c.At(p), c.At(q)
	switch {
	case b.Earliest() > a.Latest():
		return b.Earliest() - a.Latest()
	case a.Earliest() > b.Latest():
		return b.Latest() - a.Earliest()
	}
	return 0
}

// nearest is the line of a lane that is nearest to a line by the common clock: of those that are as near, the one whose
// best minute is, then the first.
func (c *Comparison) nearest(p Place, lane int) (best Place, ok bool) {
	lines := c.Lanes[lane].Lines
	at := c.At(p)
	shift := c.Said.zero(lane)
	consider := func(i int) {
		q := Place{lane, i}
		if i < 0 || i >= c.timed[lane] || ok && !c.nearer(p, q, best) {
			return
		}
		best, ok = q, true
	}
	// Nobody's band is nearer than its ends, or it holds the moment.
	for _, minute := range []int{at.Earliest(), at.Minutes, at.Latest()} {
		i := sort.Search(c.timed[lane], func(i int) bool { return lines[i].At.Minutes-shift >= minute })
		consider(i)
		if i > 0 { // the first of the minute before
			before := lines[i-1].At.Minutes
			consider(sort.Search(i, func(k int) bool { return lines[k].At.Minutes >= before }))
		}
	}
	for _, i := range c.banded[lane] {
		consider(i)
	}
	return best, ok
}

// nearer reports whether a is nearer to p than b.
func (c *Comparison) nearer(p, a, b Place) bool {
	abs := func(n int) int { return max(n, -n) }
	at := c.At(p).Minutes
	return cmp.Or(
		cmp.Compare(abs(c.apart(p, a)), abs(c.apart(p, b))),
		cmp.Compare(abs(c.At(a).Minutes-at), abs(c.At(b).Minutes-at)),
		cmp.Compare(a.Line, b.Line)) < 0
}
