package pdf

import (
	"math"
	"slices"
	"strconv"

	"firsthand/internal/report"
)

// Sizes of the timeline.
const (
	markSize    = 5.2
	numberSize  = 7.2
	laneHeight  = 10.5
	railHeight  = 13.0 // between the two sides, with the times in it
	cutWidth    = 26.0 // where time is left out
	fewestLanes = 4    // a side with more of them goes on in another strip
	mostLanes   = 12
	mostStrips  = 6
	tickRoom    = 54.0
	stripEnd    = 22.0 // room for the number of the last mark of a strip
)

// A spot is a line of the account on the timeline.
type spot struct {
	report.Placed
	at, from, to float64 // along all strips, in points; from and to are the ends of its band
	number       []glyph
	strip, lane  int
	x, y         float64 // on the page, once it is drawn
	hidden       bool    // its lane is full
	unanswered   bool    // it was expected, and nothing came: the sign of that is in a lane of the other side
	nothing      int     // that lane
}

// A scale gives minutes their place: to scale, but for long stretches in which nothing was.
type scale struct {
	times     []int     // distinct, in order
	cut       []bool    // cut[i]: the time between times[i] and times[i+1] is left out
	at        []float64 // where the times stand
	perMinute float64
}

// newScale makes the scale for times, so that they fill width.
func newScale(times []int, width float64) scale {
	times = slices.Compact(slices.Sorted(slices.Values(times)))
	sc := scale{times: times, cut: make([]bool, len(times))}
	whole := times[len(times)-1] - times[0]
	shown := whole
	for i := range len(times) - 1 {
		if gap := times[i+1] - times[i]; len(times) > 3 && gap > 60 && gap > whole/4 {
			sc.cut[i] = true
			shown -= gap
			width -= cutWidth
		}
	}
	sc.perMinute = width / float64(max(shown, 1))
	x := 0.0
	for i, t := range times {
		sc.at = append(sc.at, x)
		switch {
		case sc.cut[i]:
			x += cutWidth
		case i+1 < len(times):
			x += float64(times[i+1]-t) * sc.perMinute
		}
	}
	return sc
}

// place is where a minute stands. What lies outside the times, or where time is left out, stands as near as it may.
func (sc scale) place(minute int) float64 {
	i, exact := slices.BinarySearch(sc.times, minute)
	switch {
	case exact || i == 0:
		return sc.at[i]
	case i == len(sc.times):
		return sc.at[i-1]
	case sc.cut[i-1]:
		return sc.at[i-1] + cutWidth/2
	}
	return sc.at[i-1] + float64(minute-sc.times[i-1])*sc.perMinute
}

// A chart is the timeline, measured.
type chart struct {
	scale  scale
	width  float64 // of a strip
	strips int
	spots  []*spot
	lanes  [][2]int // of each strip: above and below the rail
	more   [][2]int // of each strip and side: marks that had no room
}

func side(l report.Placed) int {
	if l.Side == report.Happened {
		return 1
	}
	return 0
}

// lay puts the lines on as few strips as leave their marks room, and room for the sign that nothing answered some.
func (s *sheet) lay(lines []report.Placed, unanswered map[int]bool, width float64) chart {
	var c chart
	for strips := 1; strips <= mostStrips; strips++ {
		c = chart{width: width, strips: strips, lanes: make([][2]int, strips), more: make([][2]int, strips)}
		var times []int
		for _, l := range lines {
			times = append(times, l.At.Minutes)
		}
		c.scale = newScale(times, float64(strips)*(width-stripEnd))
		most := 0
		var taken [][2][]float64 // of each strip, side and lane: where it is free from
		for range strips {
			taken = append(taken, [2][]float64{})
		}
		claim := func(strip, side int, left, right float64) (lane int, ok bool) {
			lanes := &taken[strip][side]
			lane = slices.IndexFunc(*lanes, func(free float64) bool { return free <= left })
			switch {
			case lane >= 0:
				(*lanes)[lane] = right
			case len(*lanes) < mostLanes:
				lane = len(*lanes)
				*lanes = append(*lanes, right)
			default:
				return 0, false
			}
			return lane, true
		}
		for _, l := range lines {
			p := &spot{Placed: l, at: c.scale.place(l.At.Minutes), from: c.scale.place(l.At.Earliest()), to: c.scale.place(l.At.Latest())}
			p.number = s.add(nil, strconv.Itoa(l.Number), &look{face: regular, size: numberSize, colour: ink})
			p.strip = min(int(p.at/(width-stripEnd)), strips-1)
			start := float64(p.strip) * (width - stripEnd)
			p.at, p.from, p.to = p.at-start, max(0, p.from-start), min(width-stripEnd, p.to-start)
			left := min(p.from, p.at-markSize/2) - 2
			right := max(p.to+2, p.at+markSize/2+1.5+extent(p.number)+3)
			room := false
			if p.lane, room = claim(p.strip, side(l), left, right); !room {
				p.hidden = true
				c.more[p.strip][side(l)]++
			} else if unanswered[l.Number] {
				p.nothing, p.unanswered = claim(p.strip, 1, p.at-6, p.at+6)
			}
			c.spots = append(c.spots, p)
		}
		for i := range strips {
			for side := range 2 {
				c.lanes[i][side] = len(taken[i][side])
				most = max(most, len(taken[i][side]))
			}
		}
		if most <= fewestLanes {
			break
		}
	}
	return c
}

// timeline draws the two-sided timeline: strip below strip, in each of them what its author did and thought above the
// rail of times, what happened below it.
func (s *sheet) timeline(d report.Document) {
	lines := d.Timed()
	if lines == nil {
		return
	}
	unanswered := map[int]bool{}
	for _, o := range d.Outcomes {
		unanswered[o.Expectation] = o.Gap() && len(o.Effects) == 0
	}
	c := s.lay(lines, unanswered, s.right()-s.left)
	s.title(report.Timeline)
	byNumber := map[int]*spot{}
	for _, p := range c.spots {
		byNumber[p.Number] = p
	}
	for i := range c.strips {
		s.strip(d, c, i, byNumber)
		s.space(s.column, 10)
	}
	s.legend(d, c)
}

// strip draws one strip of the timeline.
func (s *sheet) strip(d report.Document, c chart, n int, byNumber map[int]*spot) {
	small := &look{face: italic, size: 7.6, colour: quiet}
	caption := 0.0
	if n == 0 {
		caption = 12
	}
	above, below := float64(c.lanes[n][0])*laneHeight, float64(c.lanes[n][1])*laneHeight
	s.row(s.column, caption+above+railHeight+below+caption, func(y float64) {
		rail := y + caption + above
		if n == 0 {
			s.glyphs(s.add(nil, string(report.Mine), small), s.left, y+7)
			s.glyphs(s.add(nil, string(report.Happened), small), s.left, rail+railHeight+below+10)
		}
		for _, at := range []float64{rail, rail + railHeight} {
			s.put(op{shape: line, x: s.left, y: at, w: c.width, colour: hair, weight: 0.8})
		}
		for _, p := range c.spots {
			if p.strip != n || p.hidden {
				continue
			}
			p.x, p.y = s.left+4+p.at, rail-laneHeight*(float64(p.lane)+0.5)-0.5
			if side(p.Placed) == 1 {
				p.y = rail + railHeight + laneHeight*(float64(p.lane)+0.5) + 0.5
			}
		}
		gaps := s.joins(d, c, n, rail, byNumber)
		taken := s.ticks(c, n, rail)
		for _, p := range c.spots {
			if p.strip == n && !p.hidden {
				taken = append(taken, s.spot(p))
			}
		}
		for _, g := range gaps {
			s.gap(g.free(taken))
		}
		for side, more := range c.more[n] {
			if more > 0 {
				gs := s.add(nil, "+"+strconv.Itoa(more), &look{face: regular, size: numberSize, colour: quiet})
				at := []float64{rail - above - 2, rail + railHeight + below + 8}[side]
				s.glyphs(gs, s.left+c.width-extent(gs), at)
			}
		}
	})
}

// A rectangle is where something is drawn already.
type rectangle struct{ left, top, right, bottom float64 }

// A join is a line between an expectation and an effect.
type join struct{ x, y, w, h float64 }

// free is the place on the join, nearest its middle, at which nothing is drawn yet.
func (j join) free(taken []rectangle) (x, y float64) {
	for i := range 17 {
		step := 0.05 * float64((i+1)/2) // 0.5, 0.55, 0.45, 0.6 and so on
		if i%2 == 0 {
			step = -step
		}
		x, y = j.x+j.w*(0.5+step), j.y+j.h*(0.5+step)
		if !slices.ContainsFunc(taken, func(r rectangle) bool {
			return x > r.left-4 && x < r.right+4 && y > r.top-4 && y < r.bottom+4
		}) {
			return x, y
		}
	}
	return j.x + j.w/2, j.y + j.h/2
}

// spot draws a mark, its band and its number, and gives where.
func (s *sheet) spot(p *spot) rectangle {
	if p.At.Band() {
		from, to := s.left+4+p.from, s.left+4+p.to
		s.put(op{shape: line, x: from, y: p.y, w: to - from, colour: ink, weight: 0.9})
		for _, x := range []float64{from, to} {
			s.put(op{shape: line, x: x, y: p.y - 2, h: 4, colour: ink, weight: 0.9})
		}
	}
	at := p.x + markSize/2 + 1.8
	s.fill(at-0.6, p.y-3.4, extent(p.number)+1.2, 6.8, paper) // over bands and joins
	s.mark(p.Heading, p.Mark, p.x, p.y)
	s.glyphs(p.number, at, p.y+numberSize*0.355)
	return rectangle{p.x - markSize/2, p.y - markSize/2, at + extent(p.number), p.y + markSize/2}
}

// mark draws the sign of a kind: round is what was done or expected, a triangle what was assumed, a diamond what was
// understood or decided, square what happened. What is filled was done, decided or seen.
func (s *sheet) mark(h report.Heading, mark string, x, y float64) {
	o := op{x: x, y: y, w: markSize, colour: ink, weight: 0.9, shape: disc}
	switch h {
	case report.Actions:
	case report.Expectations:
		o.open = true
	case report.Assumptions:
		o.shape, o.open = triangle, true
	case report.Understandings:
		o.shape, o.open = diamond, mark == ""
	case report.Effects:
		o.shape = box
	case report.Conditions:
		o.shape, o.open = box, true
	default:
		o.w = 2.4
	}
	s.put(o)
}

// joins draws a line from each expectation to its effects, and gives those of gaps. From one that was not met, and that
// nothing answered, it goes over the rail to where nothing is.
func (s *sheet) joins(d report.Document, c chart, n int, rail float64, byNumber map[int]*spot) (gaps []join) {
	for _, o := range d.Outcomes {
		from := byNumber[o.Expectation]
		if from != nil && from.unanswered && from.strip == n {
			nothing := join{x: from.x, y: rail + railHeight + laneHeight*(float64(from.nothing)+0.5) + 0.5}
			s.put(op{shape: line, x: from.x, y: from.y, h: nothing.y - from.y, colour: quiet, weight: 0.7, dashed: true})
			gaps = append(gaps, nothing)
		}
		for _, e := range o.Effects {
			to := byNumber[e]
			if from == nil || to == nil || from.hidden || to.hidden || from.strip != n && to.strip != n {
				continue
			}
			x, y, w, h := from.x, from.y, to.x-from.x, to.y-from.y
			switch { // the other end is on another strip: the line leaves the rail's end
			case from.strip != n:
				x, y, w, h = s.left, to.y, to.x-s.left, 0
			case to.strip != n:
				w, h = s.left+c.width-from.x, 0
			}
			s.put(op{shape: line, x: x, y: y, w: w, h: h, colour: quiet, weight: 0.7, dashed: o.Gap()})
			if o.Gap() {
				gaps = append(gaps, join{x, y, w, h})
			}
		}
	}
	return gaps
}

// gap draws the sign of a gap.
func (s *sheet) gap(x, y float64) {
	for _, dx := range []float64{-1.3, 1.3} {
		s.put(op{shape: line, x: x + dx - 1.4, y: y + 3.4, w: 2.8, h: -6.8, colour: ink, weight: 1.1})
	}
}

// steps are the distances between ticks, in minutes.
var steps = []int{1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 30 * 1440, 365 * 1440}

// ticks draws the times on the rail of a strip, and where time is left out. It gives where the times stand.
func (s *sheet) ticks(c chart, n int, rail float64) (taken []rectangle) {
	step := steps[len(steps)-1]
	for _, each := range steps {
		if float64(each)*c.scale.perMinute >= tickRoom {
			step = each
			break
		}
	}
	span := c.width - stripEnd
	start := float64(n) * span
	small := &look{face: mono, size: 6.8, colour: accent}
	free := math.Inf(-1) // where the last label ends
	tick := func(minute int) {
		x := c.scale.place(minute) - start
		if x < -0.01 || x > span+0.01 {
			return
		}
		gs := s.add(nil, report.Since(minute), small)
		x += s.left + 4
		left := min(max(x-extent(gs)/2, s.left), s.left+c.width-extent(gs))
		if left < free+8 {
			return
		}
		free = left + extent(gs)
		taken = append(taken, rectangle{left, rail + 3, free, rail + railHeight - 3})
		for _, y := range []float64{rail, rail + railHeight - 2.2} {
			s.put(op{shape: line, x: x, y: y, h: 2.2, colour: quiet})
		}
		s.fill(left-1, rail+2.6, extent(gs)+2, railHeight-5.2, paper)
		s.glyphs(gs, left, rail+railHeight/2+6.8*0.36)
	}
	for i, t := range c.scale.times {
		if i == 0 || c.scale.cut[i-1] {
			tick(t)
		}
		if i+1 == len(c.scale.times) {
			break
		}
		if c.scale.cut[i] {
			if x := c.scale.place(t) + cutWidth/2 - start; x >= 0 && x <= span {
				free = max(free, s.cut(s.left+4+x, rail))
			}
			continue
		}
		for m := (t/step - 1) * step; m <= c.scale.times[i+1]; m += step {
			if m > t {
				tick(m)
			}
		}
	}
	return taken
}

// cut draws where time is left out of the rail, and gives where it ends.
func (s *sheet) cut(x, rail float64) float64 {
	s.fill(x-3, rail-1, 6, railHeight+2, paper)
	for _, dx := range []float64{-3, 3} {
		s.put(op{shape: line, x: x + dx - 1.5, y: rail + railHeight + 2, w: 3, h: -railHeight - 4, colour: quiet, weight: 0.8})
	}
	return x + 4
}

// legend says what the signs mean that occur.
func (s *sheet) legend(d report.Document, c chart) {
	small := &look{face: regular, size: 7.6, colour: quiet}
	type entry struct {
		words string
		width float64
		draw  func(x, y float64)
	}
	var entries []entry
	seen := map[string]bool{}
	bands, cuts := false, slices.Contains(c.scale.cut, true)
	for _, h := range report.Headings {
		for _, p := range c.spots {
			bands = bands || p.At.Band()
			if kind := p.Kind(); p.Heading == h && !seen[kind] {
				seen[kind] = true
				entries = append(entries, entry{kind, markSize + 3, func(x, y float64) { s.mark(p.Heading, p.Mark, x+markSize/2, y) }})
			}
		}
	}
	if bands {
		entries = append(entries, entry{"when it may have been", 19, func(x, y float64) {
			s.put(op{shape: line, x: x, y: y, w: 15, colour: ink, weight: 0.9})
			for _, dx := range []float64{0, 15} {
				s.put(op{shape: line, x: x + dx, y: y - 2, h: 4, colour: ink, weight: 0.9})
			}
		}})
	}
	if slices.ContainsFunc(d.Outcomes, func(o report.Outcome) bool { return !o.Gap() && len(o.Effects) > 0 }) {
		entries = append(entries, entry{"expected and seen", 19, func(x, y float64) {
			s.put(op{shape: line, x: x, y: y, w: 15, colour: quiet, weight: 0.7})
		}})
	}
	if slices.ContainsFunc(d.Outcomes, report.Outcome.Gap) {
		entries = append(entries, entry{"gap: not as expected", 19, func(x, y float64) {
			s.put(op{shape: line, x: x, y: y, w: 15, colour: quiet, weight: 0.7, dashed: true})
			s.gap(x+7.5, y)
		}})
	}
	if cuts {
		entries = append(entries, entry{"time left out", 12, func(x, y float64) {
			for _, dx := range []float64{2, 7} {
				s.put(op{shape: line, x: x + dx - 1, y: y + 3, w: 2, h: -6, colour: quiet, weight: 0.8})
			}
		}})
	}
	entries = append(entries, entry{"Numbers are those of the lines.", 0, nil})
	const leading = 12.0
	x := s.left
	draw := []func(y float64){}
	flush := func() {
		if len(draw) > 0 {
			row := draw
			s.row(s.column, leading, func(y float64) {
				for _, each := range row {
					each(y)
				}
			})
		}
		draw, x = nil, s.left
	}
	for _, e := range entries {
		gs := s.add(nil, e.words, small)
		if w := e.width + extent(gs); x+w > s.right() {
			flush()
		}
		at := x
		draw = append(draw, func(y float64) {
			if e.draw != nil {
				e.draw(at, y+leading/2)
			}
			s.glyphs(gs, at+e.width, baseline(y, leading, 7.6))
		})
		x += e.width + extent(gs) + 12
	}
	flush()
}
