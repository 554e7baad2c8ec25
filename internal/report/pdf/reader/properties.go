package reader

import (
	"cmp"
	"slices"
	"strconv"

	"firsthand/internal/report"
)

// Properties are what a PDF says of itself beside its pages: the entries of its document information, every version of
// them, by name; whether it has metadata of another kind; and the number of its pages.
func Properties(b []byte) (out []report.Property, err error) {
	defer func() {
		if recover() != nil { // a file that was made to break readers
			out, err = nil, ErrNotPDF
		}
	}()
	f, err := open(b)
	if err != nil {
		return nil, err
	}
	for _, t := range f.trailer {
		for key, v := range f.dict(t["Info"]) {
			if s, ok := f.resolve(v).(str); ok {
				out = append(out, report.Property{Name: string(key), Value: document(s)})
			}
		}
	}
	slices.SortFunc(out, func(a, b report.Property) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value))
	})
	out = slices.Compact(out)
	pages := 0
	for _, o := range f.objects {
		d, _ := o.value.(dict)
		if s, ok := o.value.(*stream); ok {
			d = s.dict
		}
		switch d["Type"] {
		case name("Page"):
			pages++
		case name("Metadata"):
			out = append(out, report.Property{Name: "Metadata", Value: "XMP"})
		}
	}
	return append(out, report.Property{Name: "Pages", Value: strconv.Itoa(pages)}), nil
}
