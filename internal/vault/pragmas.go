package vault

import (
	"context"
	"fmt"
)

// A Pragma is a setting of SQLite, as a connection says it and as it has to be.
type Pragma struct{ Name, Is, Want string }

// Right reports whether it is as it has to be.
func (p Pragma) Right() bool { return p.Is == p.Want }

// Pragmas reads back the settings that keep what is written, from every connection that is open and idle now, though none
// that a search or a backup works on. Each comes once: as the first connection says it that says something else than it
// has to be, if there is one.
func (v *Vault) Pragmas(ctx context.Context) ([]Pragma, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	found := make([]Pragma, len(pragmas))
	for range max(1, v.db.Stats().Idle) {
		conn, err := v.db.Conn(ctx)
		if err != nil {
			return nil, explainRead("read settings of SQLite", err)
		}
		defer conn.Close() // all of them at the end, so that each is another one
		for i, p := range pragmas {
			if found[i].Name != "" && !found[i].Right() {
				continue
			}
			var is any
			if err := conn.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&is); err != nil {
				return nil, explainRead("read settings of SQLite", err)
			}
			if text, ok := is.([]byte); ok {
				is = string(text)
			}
			found[i] = Pragma{p.name, fmt.Sprint(is), fmt.Sprint(p.want)}
		}
	}
	return found, nil
}
