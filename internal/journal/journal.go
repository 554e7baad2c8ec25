package journal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Pause is how long nothing may be written before a new line starts a new account.
const Pause = 4 * time.Hour

// MaxText is the longest text of one entry, in bytes: a paste of a whole log fits, a runaway paste does not.
const MaxText = 8 << 20

var (
	// ErrEmpty means that there is no text to keep.
	ErrEmpty = errors.New("no text")
	// ErrTooLong means that a text is over MaxText.
	ErrTooLong = errors.New("text is too long")
	// ErrNotText means that a text is not valid UTF-8 or holds NUL.
	ErrNotText = errors.New("not text")
)

// A Journal is the use cases of one person's journal. It is safe for concurrent use as far as its Store is.
type Journal struct {
	store     Store
	renderers map[Format]*report.Gate
	now       func() time.Time
	random    io.Reader
	examiner  redact.Examiner // of the account that is under review

	seeding sync.Mutex
	seeds   map[string]string // by fingerprint: of releases that were prepared, and have not left

	// changing is held by what reads the history or a review before it writes them: two at once would lose one.
	changing sync.Mutex

	counting  sync.Mutex // guards what follows
	counted   *ledger
	countedAt uint64
	read      map[*Fact]Entry // what Learnings read last

	naming  sync.Mutex // guards what follows
	named   []namesake
	namedAt uint64
}

// Options are what a Journal is given from outside. The zero value is a journal that cannot make documents.
type Options struct {
	Renderers map[Format]report.Renderer
	Now       func() time.Time // in the zone of the person; nil: time.Now
	Random    io.Reader        // nil: crypto/rand
}

// New returns the journal kept in store.
func New(store Store, o Options) *Journal {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	gates := map[Format]*report.Gate{}
	for f, r := range o.Renderers {
		gates[f] = &report.Gate{Renderer: r}
	}
	return &Journal{store: store, renderers: gates, now: o.Now, random: o.Random}
}

// CheckText reports why text cannot be an entry: ErrEmpty, ErrTooLong, ErrNotText or nil.
func CheckText(text string) error {
	switch {
	case len(text) > MaxText:
		return ErrTooLong
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return ErrNotText
	case strings.TrimSpace(text) == "":
		return ErrEmpty
	}
	return nil
}

// Accounts returns every account, newest first, without tellings. Those in the bin are left out.
func (j *Journal) Accounts(ctx context.Context) ([]Account, error) {
	all, err := j.store.Accounts(ctx)
	return slices.DeleteFunc(all, Account.inBin), err
}

// Account returns an account with its telling, and its entries in order of time, removed ones included. Where some of it
// cannot be read it returns the rest beside an error that is ErrDamaged.
func (j *Journal) Account(ctx context.Context, id AccountID) (Account, []Entry, error) {
	a, damage := j.store.Account(ctx, id)
	if damage != nil && (!errors.Is(damage, ErrDamaged) || a.ID == "") {
		return Account{}, nil, fmt.Errorf("read account: %w", damage)
	}
	es, err := j.store.Entries(ctx, id)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return Account{}, nil, fmt.Errorf("read entries: %w", err)
	}
	InOrder(es)
	if err := errors.Join(damage, err); err != nil {
		return a, es, fmt.Errorf("read account: %w", err)
	}
	return a, es, nil
}

// Record keeps a line: in its account, in the open one, or in a new one.
// A line that is in the journal already is left as it is and returned, so that recording twice is harmless.
// A line for an account that is not there joins the open account: a line is never lost for its address.
func (j *Journal) Record(ctx context.Context, l Line) (Entry, error) {
	if err := CheckText(l.Text); err != nil {
		return Entry{}, err
	}
	if l.ID != "" {
		switch e, err := j.store.Entry(ctx, l.ID); {
		case err == nil:
			return e, nil
		case !errors.Is(err, ErrNotFound):
			return Entry{}, fmt.Errorf("look for line: %w", err)
		}
	} else {
		id, err := NewID(j.random)
		if err != nil {
			return Entry{}, err
		}
		l.ID = EntryID(id)
	}
	if l.Recorded.IsZero() {
		l.Recorded = j.now()
	}
	// What was learned is of no minute: in a release, counted from time zero, it would tell when it was written down.
	if l.Moment.IsZero() && l.Kind != Learning {
		l.Moment = At(l.Recorded)
	}
	a, siblings, fresh, err := j.accountFor(ctx, l)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{
		ID: l.ID, Account: a.ID, Text: l.Text, Kind: l.Kind, Moment: l.Moment, Share: Private,
		Recorded: l.Recorded.UTC(), Position: nextPosition(siblings), Locked: l.Locked, Revision: 1,
	}
	e.guess()
	change := Change{Entries: []Entry{e}}
	if fresh {
		change.Accounts = []Account{a}
	}
	if err := j.store.Apply(ctx, change); err != nil {
		return Entry{}, fmt.Errorf("keep line: %w", err)
	}
	return e, nil
}

// accountFor finds or makes the account that a line belongs to.
func (j *Journal) accountFor(ctx context.Context, l Line) (a Account, es []Entry, fresh bool, err error) {
	if l.Account != "" {
		a, err := j.store.Account(ctx, l.Account)
		if unlessDamaged(err) == nil && a.ID != "" && !a.inBin() {
			es, err = j.store.Entries(ctx, a.ID)
			return a, es, false, unlessDamaged(err)
		}
		if unlessDamaged(err) != nil && !errors.Is(err, ErrNotFound) {
			return Account{}, nil, false, fmt.Errorf("read account: %w", err)
		}
	}
	all, err := j.Accounts(ctx)
	if err != nil {
		return Account{}, nil, false, fmt.Errorf("read accounts: %w", err)
	}
	for _, a := range all {
		if a.State != Open {
			continue
		}
		es, err := j.store.Entries(ctx, a.ID)
		if unlessDamaged(err) != nil {
			return Account{}, nil, false, fmt.Errorf("read entries: %w", err)
		}
		for _, e := range es {
			if d := l.Recorded.Sub(e.Recorded); d.Abs() < Pause {
				return a, es, false, nil
			}
		}
	}
	id, err := NewID(j.random)
	if err != nil {
		return Account{}, nil, false, err
	}
	return Account{ID: AccountID(id), State: Open, Zone: l.Recorded.Location().String(), Started: l.Recorded.UTC()}, nil, true, nil
}

// unlessDamaged is err, but nil where single entries cannot be read: a new line goes beside them.
func unlessDamaged(err error) error {
	if errors.Is(err, ErrDamaged) {
		return nil
	}
	return err
}

func nextPosition(es []Entry) int {
	next := 0
	for _, e := range es {
		next = max(next, e.Position+1)
	}
	return next
}

// An Amendment changes an entry; nil fields stay.
type Amendment struct {
	Revision int // the revision that was read, 0 for whichever is there
	Text     *string
	Kind     *Kind
	Moment   *Moment
	Share    *Share
}

// Amend changes an entry and keeps what it said before as a revision.
// ErrStale means that somebody else changed it since; nothing was written then.
func (j *Journal) Amend(ctx context.Context, id EntryID, m Amendment) (Entry, error) {
	if m.Text != nil {
		if err := CheckText(*m.Text); err != nil {
			return Entry{}, err
		}
	}
	return j.change(ctx, id, m.Revision, m.what(), func(e *Entry) {
		if m.Text != nil {
			e.Text = *m.Text
			e.guess()
		}
		if m.Kind != nil {
			e.Kind, e.Guessed = *m.Kind, false
		}
		if m.Moment != nil {
			e.Moment = *m.Moment
		}
		if m.Share != nil {
			e.Share = *m.Share
		}
	})
}

// guess gives an entry the kind that its text speaks for, as long as nobody has said another.
func (e *Entry) guess() {
	if e.Kind != "" && !e.Guessed {
		return
	}
	e.Kind = GuessKind(e.Text)
	e.Guessed = e.Kind != ""
}

// what an amendment does that can be taken back; empty where it changes the text alone.
func (m Amendment) what() What {
	switch {
	case m.Kind != nil:
		return WasKind
	case m.Moment != nil:
		return WasMoment
	case m.Share != nil:
		return WasShare
	}
	return ""
}

// Remove takes an entry out of its account. It can be restored for ever.
func (j *Journal) Remove(ctx context.Context, id EntryID) (Entry, error) {
	return j.change(ctx, id, 0, WasRemoved, func(e *Entry) {
		if e.Removed.IsZero() {
			e.Removed = j.now().UTC()
		}
	})
}

// Restore puts a removed entry back.
func (j *Journal) Restore(ctx context.Context, id EntryID) (Entry, error) {
	return j.change(ctx, id, 0, WasRestored, func(e *Entry) { e.Removed = time.Time{} })
}

// change applies f to an entry, with a revision where it changed what the entry says, and with a step that takes it
// back where what it does can be. A change of nothing writes nothing.
func (j *Journal) change(ctx context.Context, id EntryID, revision int, what What, f func(*Entry)) (Entry, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	old, err := j.store.Entry(ctx, id)
	if err != nil {
		return Entry{}, fmt.Errorf("read entry: %w", err)
	}
	if revision != 0 && revision != old.Revision {
		return Entry{}, ErrStale
	}
	e := old
	f(&e)
	if !said(old, e) && old.Guessed == e.Guessed && was(old, e) == (Was{Entry: id}) {
		return old, nil
	}
	e = j.revised(old, e)
	c := Change{Entries: []Entry{e}}
	if w := was(old, e); what == "" || w == (Was{Entry: id}) {
		err = j.store.Apply(ctx, c)
	} else {
		err = j.keep(ctx, c, Step{What: what, Account: e.Account, Was: []Was{w}})
	}
	if err != nil {
		return Entry{}, fmt.Errorf("keep entry: %w", err)
	}
	return e, nil
}

// said reports whether two entries differ in what they say.
func said(a, b Entry) bool { return a.Text != b.Text || a.Kind != b.Kind || a.Moment != b.Moment }

// revised is the changed entry with its next revision, and what it said before.
func (j *Journal) revised(old, e Entry) Entry {
	if said(old, e) {
		now := j.now().UTC()
		e.Revisions = thin(append(e.Revisions[:len(e.Revisions):len(e.Revisions)], Revision{
			Number: old.Revision, Text: old.Text, Kind: old.Kind, Moment: old.Moment, Until: now,
		}), now)
	}
	e.Revision++
	return e
}

const (
	// bulky is the text, in bytes, of which not every pause in typing stays as a revision even for an hour.
	bulky = 64 << 10
	// maxHistory is how much text the revisions of one entry may hold together, in bytes. All of it is written anew with
	// every change, and read with every look at the account.
	maxHistory = 2 * MaxText
)

// thin drops revisions that a pause in typing made: of those more than an hour old, or bulky, that stood for less than
// a minute, only the last before a longer stand stays. Where they are more than maxHistory the oldest go.
// The first and the last are never dropped.
func thin(rs []Revision, now time.Time) []Revision {
	kept, size := rs[:0:0], 0
	for i, r := range rs {
		last := i == len(rs)-1
		old := now.Sub(r.Until) > time.Hour || len(r.Text) > bulky
		if i > 0 && !last && old && rs[i+1].Until.Sub(r.Until) < time.Minute {
			continue
		}
		kept, size = append(kept, r), size+len(r.Text)
	}
	for size > maxHistory && len(kept) > 2 {
		size -= len(kept[1].Text)
		kept = slices.Delete(kept, 1, 2)
	}
	return kept
}

// Tell says "enough for now": the account as it stands becomes its first telling, if it has none yet.
func (j *Journal) Tell(ctx context.Context, id AccountID) (Account, error) {
	a, es, err := j.Account(ctx, id)
	if err != nil {
		return Account{}, err
	}
	if a.Telling != nil {
		return a, nil
	}
	t := Telling{At: j.now().UTC(), Entries: []Entry{}}
	for _, e := range es {
		if e.Removed.IsZero() {
			e.Revisions = nil
			t.Entries = append(t.Entries, e)
		}
	}
	a.Telling = &t
	if a.State == Open {
		a.State = Told
	}
	if err := j.store.Apply(ctx, Change{Accounts: []Account{a}}); err != nil {
		return Account{}, fmt.Errorf("keep first telling: %w", err)
	}
	return a, nil
}

// Erase removes an account for ever, with all that the journal holds of it; nothing takes that back. The names that were
// decided to be hidden stay, because they protect the other accounts.
// ErrTraces means that it is erased, and that sealed bytes of it may be left in the journal's file.
func (j *Journal) Erase(ctx context.Context, id AccountID) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	if err := j.store.Erase(ctx, id); err != nil {
		return fmt.Errorf("erase account: %w", err)
	}
	return nil
}

// SetT0 chooses the entry that is time zero in releases of its account.
func (j *Journal) SetT0(ctx context.Context, id AccountID, entry EntryID) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	a, es, err := j.Account(ctx, id)
	if err != nil {
		return err
	}
	for _, e := range es {
		if e.ID != entry {
			continue
		}
		if e.Moment.IsZero() {
			return ErrNoMoment
		}
		before := a.T0
		if before == entry {
			return nil
		}
		a.T0 = entry
		step := Step{What: WasZero, Account: id, T0: &before}
		if err := j.keep(ctx, Change{Accounts: []Account{a}}, step); err != nil {
			return fmt.Errorf("keep time zero: %w", err)
		}
		return nil
	}
	return fmt.Errorf("entry of that account: %w", ErrNotFound)
}

// ErrNoMoment means that nobody said when the entry was, so that no time can be counted from it.
var ErrNoMoment = errors.New("entry has no moment")
