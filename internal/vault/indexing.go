package vault

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
)

// Index builds the index of searches in the background, and keeps it until Close. Until it is ready, and for what was
// written since, a search opens the entries themselves. A program that asks once is faster without it.
// A second call does nothing.
func (v *Vault) Index() {
	if v.takeTurn(context.Background()) != nil {
		return
	}
	defer v.endTurn()
	if v.index != nil || v.closing.Load() {
		return
	}
	x, err := newIndex()
	if err != nil {
		return // every search reads all then: slower, and no less right
	}
	v.mu.RLock()
	v.unindexed.begin(v.catalogue.entryIDs()) // under mu: a write is before this, or marks what it changed
	v.mu.RUnlock()
	ctx, stop := context.WithCancel(context.Background())
	v.index = x
	v.indexing.stop = stop
	v.indexing.Go(func() { v.keepIndex(ctx) })
}

// indexing is the one goroutine that keeps the index.
type indexing struct {
	sync.WaitGroup
	stop context.CancelFunc
}

// Indexed waits until the index knows every entry that can be read, as it was when Indexed was called or later.
// It returns at once where there is no index.
func (v *Vault) Indexed(ctx context.Context) error {
	for {
		ready := v.unindexed.ready()
		if ready == nil {
			return nil
		}
		v.unindexed.wakeUp()
		select {
		case <-ready:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// errYield means that somebody waits for the turn.
var errYield = errors.New("somebody waits")

// keepIndex takes into the index what is not in it, until ctx ends.
func (v *Vault) keepIndex(ctx context.Context) {
	_, _ = v.Facts(ctx) // whoever asks for them next finds them read
	for {
		todo := v.unindexed.next()
		if len(todo) == 0 {
			select {
			case <-v.unindexed.wake:
				continue
			case <-ctx.Done():
				return
			}
		}
		if v.takeTurn(ctx) != nil {
			return
		}
		err := v.indexEntries(ctx, todo)
		v.endTurn()
		if err != nil && !errors.Is(err, errYield) {
			return
		}
	}
}

// indexEntries takes entries into the index; the caller has the turn. What is damaged stays out of it.
// Its error is errYield, ErrClosed, or one that it did without the index for.
func (v *Vault) indexEntries(ctx context.Context, todo []unread) error {
	if v.index == nil {
		return ErrClosed
	}
	type worded struct {
		id    int64
		words string
		there bool
	}
	ready := make(chan worded, 4*workers)
	stop := func() error {
		if ctx.Err() != nil || v.closing.Load() {
			return ErrClosed
		}
		if v.waiting.Load() > 0 {
			return errYield
		}
		return nil
	}
	var readErr error
	go func() {
		defer close(ready)
		ids := make([]int64, len(todo))
		for i, u := range todo {
			ids[i] = u.id
		}
		buffers := make([][]byte, workers)
		readErr = v.bodies(ids, func() bool { return true }, stop, func(worker int, id int64, text []byte, things string, there bool) {
			buffers[worker] = appendEntryWords(buffers[worker][:0], text, things)
			ready <- worded{id, string(buffers[worker]), there}
		})
	}()
	var err error
	take := func(i int, w worded) {
		switch {
		case err != nil: // the workers must come to their end
		case w.there:
			err = v.index.put(w.id, w.words)
		default:
			err = v.index.remove(w.id)
		}
		if err == nil {
			v.unindexed.done(todo[i])
		}
	}
	// In ascending order, or nearly: FTS5 stops gathering at every number that is smaller than the one before.
	early, next := make(map[int]worded), 0
	for w := range ready {
		i, _ := slices.BinarySearchFunc(todo, w.id, func(u unread, id int64) int { return cmp.Compare(u.id, id) })
		early[i] = w
		if len(early) > 4*bodiesAtOnce*workers { // the next one cannot be read
			next = slices.Min(slices.Collect(maps.Keys(early)))
		}
		for w, ok := early[next]; ok; w, ok = early[next] {
			take(next, w)
			delete(early, next)
			next++
		}
	}
	for _, i := range slices.Sorted(maps.Keys(early)) {
		take(i, early[i])
	}
	if err == nil {
		err = v.index.settle()
	}
	var damage *DamageError
	switch {
	case err != nil:
	case errors.As(readErr, &damage):
		for _, d := range damage.Damage {
			v.unindexed.giveUp(d.Record)
		}
		return nil
	case readErr == nil, errors.Is(readErr, errYield), errors.Is(readErr, ErrClosed):
		return readErr
	default:
		err = readErr
	}
	v.dropIndex()
	return err
}

// dropIndex does without an index from now on. The caller has the turn.
func (v *Vault) dropIndex() {
	if v.index == nil {
		return
	}
	v.unindexed.end()
	v.index.close()
	v.index = nil
}

// takeTurn waits for the turn: one search or one part of the building of the index at a time reads without mu.
// The index belongs to whoever has it.
func (v *Vault) takeTurn(ctx context.Context) error {
	v.waiting.Add(1)
	defer v.waiting.Add(-1)
	select {
	case v.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (v *Vault) endTurn() { <-v.turn }

// maxUnindexed is how many entries a search may have to open before they are taken into the index unasked. Somebody who
// writes changes the same few again and again.
const maxUnindexed = 64

// unindexed are the entries that the index does not hold as they are now. It is safe for concurrent use, and waits for
// nobody: a write marks here what it changed before anybody can see the change.
type unindexed struct {
	mu      sync.Mutex
	entries map[int64]mark // nil: there is no index
	last    uint64
	once    bool          // nothing was left to do at some time since begin
	empty   chan struct{} // closed when nothing is left to do; nil while nobody asks
	wake    chan struct{} // has room for one
}

// A mark says how often an entry was marked before, so that what was read earlier does not count as done.
type mark struct {
	number uint64
	broken bool // it could not be read, and will not be until it is written again
}

// unread is an entry to be read.
type unread struct {
	id     int64
	number uint64
}

func newUnindexed() *unindexed { return &unindexed{wake: make(chan struct{}, 1)} }

// begin marks the entries, and marks whatever is written from now on.
func (u *unindexed) begin(ids []int64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.entries, u.once = make(map[int64]mark, len(ids)), false
	for _, id := range ids {
		u.entries[id] = mark{}
	}
}

// end marks nothing any more.
func (u *unindexed) end() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.entries = nil
	u.tell()
}

// add marks an entry.
func (u *unindexed) add(id int64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.entries == nil {
		return
	}
	u.last++
	u.entries[id] = mark{number: u.last}
	if len(u.entries) > maxUnindexed {
		u.wakeUp()
	}
}

// wakeUp makes the index take in what is marked.
func (u *unindexed) wakeUp() {
	select {
	case u.wake <- struct{}{}:
	default:
	}
}

// all are the numbers of the marked entries, ascending; ok is false where there is no index.
func (u *unindexed) all() (ids []int64, ok bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return slices.Sorted(maps.Keys(u.entries)), u.entries != nil
}

// next are the entries to be read, ascending.
func (u *unindexed) next() []unread {
	u.mu.Lock()
	defer u.mu.Unlock()
	todo := make([]unread, 0, len(u.entries))
	for id, m := range u.entries {
		if !m.broken {
			todo = append(todo, unread{id, m.number})
		}
	}
	if len(todo) == 0 {
		u.once = true
		u.tell()
	}
	slices.SortFunc(todo, func(a, b unread) int { return cmp.Compare(a.id, b.id) })
	return todo
}

func (u *unindexed) tell() {
	if u.empty != nil {
		close(u.empty)
		u.empty = nil
	}
}

// ready is closed when nothing is left to do; nil where nothing is now.
func (u *unindexed) ready() <-chan struct{} {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, m := range u.entries {
		if !m.broken {
			if u.empty == nil {
				u.empty = make(chan struct{})
			}
			return u.empty
		}
	}
	return nil
}

// began reports whether the index has once known every entry, and lacks only a few that were written since.
func (u *unindexed) began() bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.entries != nil && u.once && len(u.entries) <= maxUnindexed
}

// done says that the index holds the entry as it was when it was marked so.
func (u *unindexed) done(read unread) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if m, ok := u.entries[read.id]; ok && m.number == read.number {
		delete(u.entries, read.id)
	}
}

// giveUp says that the entry cannot be read. Every search tries again, and says so.
func (u *unindexed) giveUp(id int64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if m, ok := u.entries[id]; ok {
		m.broken = true
		u.entries[id] = m
	}
}
