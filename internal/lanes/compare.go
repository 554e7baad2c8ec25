package lanes

import (
	"cmp"
	"slices"
	"sort"

	"firsthand/internal/report"
)

// A Comparison is lanes on one clock. It never changes.
type Comparison struct {
	Lanes []Lane
	Said  Said
	Rows  []Row     // in order of the common clock
	Loose [][]Place // by lane: lines of which nobody said when
	marks map[Place]Mark
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

// Compare sets lanes beside one another as the reader says. Errors are *Invalid.
func Compare(lanes []Lane, said Said) (*Comparison, error) {
	if len(lanes) < 2 {
		return nil, invalid("a comparison needs two accounts or more")
	}
	if len(lanes) > MaxLanes {
		return nil, invalid("a comparison has no more than %d accounts", MaxLanes)
	}
	if err := said.check(lanes); err != nil {
		return nil, err
	}
	c := &Comparison{Lanes: lanes, Said: said, Loose: make([][]Place, len(lanes))}
	rows := map[int]*Row{}
	for i, lane := range lanes {
		for k, l := range lane.Lines {
			p := Place{i, k}
			if !l.At.Known {
				c.Loose[i] = append(c.Loose[i], p)
				continue
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
	near := c.Said.near()
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
				d := c.At(q).Minutes - c.At(p).Minutes
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

// nearest is the line of a lane that is nearest to a line by the common clock: the earlier where two are as near, and
// the first of several of one minute.
func (c *Comparison) nearest(p Place, lane int) (Place, bool) {
	lines := c.Lanes[lane].Lines
	timed := sort.Search(len(lines), func(i int) bool { return !lines[i].At.Known })
	if timed == 0 {
		return Place{}, false
	}
	own := c.At(p).Minutes + c.Said.zero(lane) // on that lane's own clock
	i := sort.Search(timed, func(i int) bool { return lines[i].At.Minutes >= own })
	if i == timed || i > 0 && own-lines[i-1].At.Minutes <= lines[i].At.Minutes-own && lines[i].At.Minutes != own {
		i = sort.Search(timed, func(k int) bool { return lines[k].At.Minutes >= lines[i-1].At.Minutes })
	}
	return Place{lane, i}, true
}
