package app

import (
	"context"
	"sync"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// Leaving is what the page hands over as the journal locks.
type Leaving struct {
	Spot  Spot   `json:"spot"`
	Lines []Line `json:"lines"` // what is not on disk yet
	Quiet bool   `json:"quiet"` // nobody asked for it: the window does not come forward
}

// Spot is where somebody was when the journal was locked: ids and places, never a word, because it outlives the process.
type Spot struct {
	Screen  string `json:"screen"`
	Part    string `json:"part"` // the part of the window that had the keyboard
	Account string `json:"account"`
	// CaseFile is the case file that was reviewed in the account's place; empty where none was.
	CaseFile string `json:"caseFile"`
	Entry    string `json:"entry"` // the line that had the keyboard, or had it last
	// Draft is the line that was being typed, in the field or, where Part says so, among the lines: its text is in the
	// journal under this id. Where the journal did not get all of it, that waits in the inbox under the id Waits.
	Draft string `json:"draft"`
	Waits string `json:"waits"`
	Timed bool   `json:"timed"` // a time stood at its start, and was read as one
	// The selection in the draft, in UTF-16 units from its end: what stands at its start can be written in another way.
	From int `json:"from"`
	To   int `json:"to"`
}

// Left is how things stand where the journal is locked and this process has to stay: its keys are gone.
type Left struct {
	Start Start `json:"start"`
	// Unkept are the ids of lines that could not be put on disk. Only the window has them.
	Unkept []string `json:"unkept"`
	// Stale says that everything is kept, and yet no fresh process could take the place of this one.
	Stale bool `json:"stale"`
}

const (
	// dropWithin is how long the keys wait for lines that are not on disk yet. A disk that does not answer keeps no
	// journal open.
	dropWithin = 2 * time.Second
	// pageWithin is how long the keys wait for the page when the computer is about to sleep. logind waits for five
	// seconds, unless it is told otherwise.
	pageWithin = 4 * time.Second
)

// A sealing is what locking needs to know of itself.
type sealing struct {
	one  sync.Mutex // held while the journal is being locked
	mu   sync.Mutex
	done chan struct{} // closed when the journal has been locked
	held int           // a file that keeps the computer awake until the process is replaced; 0 for none
}

// next is closed when the journal is locked the next time.
func (l *sealing) next() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done == nil {
		l.done = make(chan struct{})
	}
	return l.done
}

func (l *sealing) locked() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done != nil {
		close(l.done)
		l.done = nil
	}
}

func (l *sealing) hold(file int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held = file
}

func (l *sealing) holds() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.held
}

// Lock puts what is not on disk into the inbox, wipes the keys, closes the journal, and then replaces this process by a
// fresh one, which begins in front of the sealed journal: so it answers only where that cannot be. Where a line is not
// kept, because the disk is full for example, the keys go all the same, and this process stays, with the text in the
// window: call it again once nothing is left, with no lines.
func (s *Secure) Lock(leaving Leaving) (Left, error) {
	return asked(s.room, func(ctx context.Context) (Left, error) {
		s.room.lock.one.Lock()
		defer s.room.lock.one.Unlock()
		defer s.room.lock.locked()
		if leaving.Spot != (Spot{}) { // else it was locked before, and the first one counts
			s.room.spot.Store(&leaving.Spot)
		}
		var spot Spot
		if last := s.room.spot.Load(); last != nil {
			spot = *last
		}

		dropped := make(chan []Line, 1)
		go func() { dropped <- s.drop(leaving.Lines) }()
		late := time.NewTimer(dropWithin)
		defer late.Stop()
		var unkept []Line
		select {
		case unkept = <-dropped:
			s.wipe()
		case <-late.C:
			s.wipe()
			unkept = <-dropped
		}
		// Closing takes SQLite's log away: on a full disk there may be room now.
		unkept = s.drop(unkept)

		left := Left{Unkept: []string{}}
		for _, line := range unkept {
			left.Unkept = append(left.Unkept, line.ID)
		}
		if len(unkept) == 0 {
			// It returns only where it fails.
			left.Stale = s.room.desktop.Restart(ctx, spot, leaving.Quiet, s.room.lock.holds()) != nil
		}
		var err error
		left.Start, err = s.room.start()
		return left, err
	})
}

// wipe closes the journal. Closing wipes the keys before anything that can fail; what was kept is kept.
func (s *Secure) wipe() {
	s.drafts.end()
	s.room.beside.clear()
	_ = s.room.desk.Lock()
}

// drop puts lines into the inbox and returns those that could not be.
func (s *Secure) drop(lines []Line) (unkept []Line) {
	for _, line := range lines {
		l, err := line.line(s.room.desk.Now())
		if err != nil { // a time that cannot be read; the text can be kept all the same
			l.Moment = journal.Moment{}
		}
		if _, err := s.room.desk.Drop(l); err != nil {
			unkept = append(unkept, line)
		}
	}
	return unkept
}

// asleep locks before the computer sleeps. The page is asked to, because it has the text; where it does not answer in
// time, the keys go without it, and what it holds it still holds afterwards.
func (s *Secure) asleep(ctx context.Context, held int) {
	if s.room.desk.Journal() == nil {
		return
	}
	// Where it cannot be told whether a passphrase opens it again, the keys go all the same.
	if standing, err := s.room.desk.Standing(); err == nil && standing.State != home.Sealed {
		return
	}
	s.room.lock.hold(held)
	defer s.room.lock.hold(0)
	locked := s.room.lock.next()
	s.room.desktop.Emit(ctx, "lock")
	select {
	case <-locked:
	case <-time.After(s.pageWithin):
		s.wipe()
	}
}
