package redact

// Stand-ins until the parts they stand for are here.

func findPeople(rs []*reading, taken [][]match, known []Known) [][]match { return make([][]match, len(rs)) }

func resolve(sources []Source, rs []*reading, ms [][]match, known []Known) ([]Finding, []Entity) {
	var fs []Finding
	var es []Entity
	at := map[EntityID]int{}
	for i, r := range rs {
		for _, m := range ms[i] {
			key := m.same
			if key == "" {
				key = string(m.kind) + ":" + r.text[m.start:m.end]
			}
			id := EntityID(key)
			j, ok := at[id]
			if !ok {
				j = len(es)
				at[id] = j
				es = append(es, Entity{ID: id, Kind: m.kind, Name: r.text[m.start:m.end], Rule: m.rule})
			}
			sp := r.span(m.start, m.end)
			es[j].Spans = append(es[j].Spans, sp)
			es[j].Forms = append(es[j].Forms, r.text[m.start:m.end])
			es[j].Certain = es[j].Certain || m.certain
			fs = append(fs, Finding{Span: sp, Kind: m.kind, Certain: m.certain, Rule: m.rule, Entity: id})
		}
	}
	return fs, es
}

func findForms(rs []*reading) [][]match { return make([][]match, len(rs)) }

func findKnown(rs []*reading, known []Known) [][]match { return make([][]match, len(rs)) }

func cover(ms []match) []match { return ms }

func read(source int, text string) *reading {
	r := &reading{source: source, src: text, text: text}
	for i := 0; i <= len(text); i++ {
		r.at = append(r.at, i)
	}
	return r
}
