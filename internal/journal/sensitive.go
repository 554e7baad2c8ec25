package journal

import (
	"context"

	"firsthand/internal/redact"
)

// An Identifying is an entry with what may identify somebody or something in its text.
type Identifying struct {
	Entry    Entry
	Findings []redact.Finding // in order; their spans count in the text of the entry
}

// Sensitive returns the entries of an account in which its review will find something, with what it will find, in order of
// time. At night there are none: then nothing is marked.
func (j *Journal) Sensitive(ctx context.Context, id AccountID) ([]Identifying, error) {
	set, err := j.Settings(ctx)
	if err != nil || set.Asleep(j.now()) {
		return nil, err
	}
	s, err := j.survey(ctx, id)
	if err != nil {
		return nil, err
	}
	found := make([][]redact.Finding, len(s.sources))
	for _, f := range s.found.Findings {
		found[f.Source] = append(found[f.Source], f)
	}
	var out []Identifying
	for i, e := range s.entries {
		if len(found[i]) > 0 {
			out = append(out, Identifying{e, found[i]})
		}
	}
	return out, nil
}
