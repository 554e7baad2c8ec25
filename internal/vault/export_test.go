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
