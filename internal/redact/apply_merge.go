package redact

import (
	"cmp"
	"slices"
)

// merge puts edits into order and makes them disjoint: what is treated wins over structure, except that a stretch
// which structure takes out altogether goes with all that is in it.
func merge(treats, structure []edit) []edit {
	byPlace := func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	}
	slices.SortStableFunc(treats, byPlace)
	slices.SortStableFunc(structure, byPlace)
	treats = joined(treats)
	structure = disjoint(structure)
	// Structure that holds a treated stretch as a whole drops it; one that is cut by it gives way.
	var out []edit
	i := 0
	for _, s := range structure {
		for i < len(treats) && treats[i].end <= s.start {
			out = append(out, treats[i])
			i++
		}
		if i < len(treats) && treats[i].start < s.start && treats[i].end > s.start {
			if treats[i].end >= s.end {
				continue // within what is treated
			}
			s.start = treats[i].end
			out = append(out, treats[i])
			i++
		}
		for i < len(treats) && treats[i].start < s.end {
			if treats[i].end > s.end {
				if treats[i].start == s.start {
					break // the treated stretch holds the structure
				}
				s.end = treats[i].start
				break
			}
			i++
		}
		if i < len(treats) && treats[i].start == s.start && treats[i].end >= s.end {
			continue
		}
		if s.start < s.end {
			out = append(out, s)
		}
	}
	out = append(out, treats[i:]...)
	slices.SortStableFunc(out, byPlace)
	return disjoint(out)
}

// joined makes treated stretches disjoint: a stretch that overlaps the one before is taken into it, so that cover is
// the union of all. A kept stretch never swallows a hidden one.
func joined(in []edit) []edit {
	var out []edit
	for _, e := range in {
		n := len(out)
		if n == 0 || out[n-1].end <= e.start {
			out = append(out, e)
			continue
		}
		last := &out[n-1]
		switch {
		case last.keep == e.keep:
			last.end = max(last.end, e.end)
		case last.keep: // hidden beats kept
			kept := *last
			kept.end = e.start
			tail := *last
			tail.start = e.end
			*last = e
			if kept.start < kept.end {
				out[n-1] = kept
				out = append(out, e)
			}
			if tail.start < tail.end {
				out = append(out, tail)
			}
		default:
			e.start = last.end
			if e.start < e.end {
				out = append(out, e)
			}
		}
	}
	return out
}

// disjoint drops edits that overlap the one before.
func disjoint(in []edit) []edit {
	var out []edit
	for _, e := range in {
		if n := len(out); n > 0 && out[n-1].end > e.start {
			continue
		}
		out = append(out, e)
	}
	return out
}
