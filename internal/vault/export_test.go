package vault

import "context"

// IndexSize is how much memory the index takes, in bytes; 0 where there is none.
func (v *Vault) IndexSize() int64 {
	v.takeTurn(context.Background())
	defer v.endTurn()
	if v.index == nil {
		return 0
	}
	return v.index.size()
}

// Match is a query in the language of FTS5.
var Match = match

// SchemaVersion is the version of the format that this program writes.
var SchemaVersion = schemaVersion

// WithSteps lets the format have n more versions than it has. Each step writes every record anew, and calls during in
// the middle of it.
func WithSteps(n int, during func(*Vault) error) (undo func()) {
	before := steps
	for range n {
		steps = append(steps[:len(steps):len(steps)], func(w *writing) error {
			w.root.sum = sum{}
			for i, id := range sortedIDs(w.v.catalogue) {
				r, err := w.reseal(w.v.keys, w.v.catalogue.byID[id])
				if err != nil {
					return err
				}
				w.changed[r.ref] = r
				if i == len(w.v.catalogue.byID)/2 {
					if err := during(w.v); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	return func() { steps = before }
}
