package reader

import (
	"sort"
	"strings"
)

// text plays all pages, then every form that no page draws, such as the looks of annotations and what an earlier
// version of the file showed.
func (f *file) text() (*player, error) {
	p := &player{file: f, fonts: make(map[any]*font), played: make(map[*stream]bool)}
	seen := make(map[ref]bool)
	var page func(v any, depth int) error
	page = func(v any, depth int) error {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return nil
			}
			seen[r] = true
		}
		d := f.dict(v)
		if d == nil || depth > deepest {
			return nil
		}
		if kids := f.list(d["Kids"]); kids != nil {
			for _, kid := range kids {
				if err := page(kid, depth+1); err != nil {
					return err
				}
			}
			return nil
		}
		return p.playPage(d)
	}
	for _, t := range f.roots() {
		if err := page(f.dict(t)["Pages"], 0); err != nil {
			return nil, err
		}
	}
	for _, o := range f.objects { // pages that no tree names
		if d, ok := o.value.(dict); ok && d["Type"] == name("Page") && !seen[ref(o.number)] {
			if err := p.playPage(d); err != nil {
				return nil, err
			}
		}
	}
	for _, o := range f.objects {
		if s, ok := o.value.(*stream); ok && !p.played[s] && (s.dict["Subtype"] == name("Form") || s.dict["PatternType"] != nil) {
			p.page++
			if err := p.form(s, nil, identity, 0); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// roots are the catalogues, of the latest version of the file first.
func (f *file) roots() []any {
	var roots []any
	for i := len(f.trailer) - 1; i >= 0; i-- {
		if r := f.trailer[i]["Root"]; r != nil {
			roots = append(roots, r)
		}
	}
	return roots
}

// playPage plays one page.
func (p *player) playPage(d dict) error {
	p.page++
	var data []byte
	for _, v := range p.list(d["Contents"]) {
		if s, ok := p.resolve(v).(*stream); ok {
			p.played[s] = true
			if len(data)+len(s.data) > mostInflated { // the same stream many times
				return ErrTooLarge
			}
			data = append(append(data, s.data...), '\n')
		}
	}
	var resources dict
	for up, i := d, 0; up != nil && resources == nil && i < deepest; i++ { // inherited from the tree
		resources = p.dict(up["Resources"])
		up = p.dict(up["Parent"])
	}
	return p.play(data, resources, identity, 0)
}

// join puts fragments together: what is drawn side by side is one line, with a space where there is a gap.
func join(fragments []fragment) string {
	var b strings.Builder
	for i, f := range fragments {
		if i > 0 {
			last := fragments[i-1]
			size := max(last.size, f.size, 0.1)
			least := 0.17 * size
			if last.loose {
				least = 0.5 * size
			}
			switch gap := f.x - last.end; {
			case f.page != last.page || abs(f.y-last.y) > 0.35*size:
				b.WriteByte('\n')
			case gap > least || gap < -0.5*size-least:
				if !strings.HasSuffix(last.text, " ") && !strings.HasPrefix(f.text, " ") {
					b.WriteByte(' ')
				}
			}
		}
		b.WriteString(f.text)
	}
	return b.String()
}

// byPosition is the fragments from the top of each page to its foot, and from left to right.
func byPosition(fragments []fragment) []fragment {
	sorted := append([]fragment(nil), fragments...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		switch {
		case a.page != b.page:
			return a.page < b.page
		case int(a.y) != int(b.y):
			return a.y > b.y
		}
		return a.x < b.x
	})
	return sorted
}
