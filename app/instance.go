package app

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// handOverWithin is how long a second start tries to reach the window that is open: that one may be replacing itself.
const handOverWithin = 5 * time.Second

// instance names the window of a journal, so that a second start for the same one is handed to it. It says nothing of
// where the journal is to whoever lists the names on the session bus.
func instance(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return hex.EncodeToString(sum[:12])
}

// claim makes this program the one window of the journal, until release is called. Where there is one already it comes
// forward instead; handed is true then. A window that comes back gives way to one that was opened meanwhile.
// Error: journal.ErrInUse where another window is open that cannot be reached.
func claim(h *home.Home, comesBack bool) (release func(), handed bool, err error) {
	for end := time.Now().Add(handOverWithin); ; time.Sleep(50 * time.Millisecond) {
		release, err = h.ClaimWindow()
		if !errors.Is(err, journal.ErrInUse) {
			return release, false, err
		}
		if comesBack {
			return nil, true, nil
		}
		switch heard, reachable := handOver(h.Dir); {
		case heard:
			return nil, true, nil
		case !reachable || time.Now().After(end):
			return nil, false, journal.ErrInUse
		}
	}
}
