package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Learnings is what one person learned, in one place.
type Learnings struct {
	All        []Lesson `json:"all"`        // the latest first
	Systems    []Shelf  `json:"systems"`    // the fullest first, those as full by name
	Conditions []Shelf  `json:"conditions"` // likewise
}

// A Lesson is a learning with what it hangs on.
type Lesson struct {
	Entry      Entry     `json:"entry"`
	Sort       Choice    `json:"sort"`   // solution, better method, corrected belief, open question; empty where nobody said
	Holds      Choice    `json:"holds"`  // whether it still does, as it was said last; empty where nobody said
	Wanted     string    `json:"wanted"` // who would want it
	From       Origin    `json:"from"`
	Systems    []string  `json:"systems"`    // that it names; where it names none, those of what led to it or of its account
	Conditions []Choice  `json:"conditions"` // of its account
	LedTo      []EntryID `json:"ledTo"`      // the lines that are told to have led to it
	Answers    []Entry   `json:"answers"`    // of an open question: the lines that answer it, the latest last
}

// Open reports whether a lesson is a question that no line answers yet.
func (l Lesson) Open() bool { return l.Sort == OpenQuestion && len(l.Answers) == 0 }

// An Origin is the account that something is of: enough to recognise it by.
type Origin struct {
	Account AccountID `json:"account"`
	Title   string    `json:"title"`
	Words   string    `json:"words"` // the first line of the account
	Type    Type      `json:"type"`
	At      time.Time `json:"at"` // when it began, on the clock it was lived by
}

// A Shelf is the lessons that one system or one condition has in common.
type Shelf struct {
	Name    string    `json:"name"`
	Lessons []EntryID `json:"lessons"`
}

// A Holding is what was said at one time of whether a learning holds.
type Holding struct {
	Is Choice    `json:"is"` // empty: what was said before was taken back
	At time.Time `json:"at"`
}

// Learnings returns every learning that is there, with what it hangs on. Where some of it cannot be read it returns the
// rest beside an error that is ErrDamaged.
func (j *Journal) Learnings(ctx context.Context) (Learnings, error) {
	l, err := j.ledger(ctx)
	if err != nil {
		return Learnings{}, err
	}
	// What the lessons hang on is read together with them, once each.
	var wanted []*Fact
	lessons := map[EntryID]*Fact{}
	for _, f := range l.facts {
		if f.Kind == Learning {
			lessons[f.ID] = f
			wanted = append(wanted, f, l.of[f.Account].first)
		}
	}
	led, answered := map[EntryID][]*Fact{}, map[EntryID][]*Fact{}
	for _, f := range l.facts {
		for _, link := range f.Links {
			switch {
			case lessons[link.To] == nil:
			case link.As == LeadsTo:
				led[link.To] = append(led[link.To], f)
			case link.As == Resolves:
				answered[link.To] = append(answered[link.To], f)
				wanted = append(wanted, f)
			}
		}
	}
	read, damage := j.readOnce(ctx, wanted)
	if err := unlessDamaged(damage); err != nil {
		return Learnings{}, fmt.Errorf("read learnings: %w", err)
	}
	out := Learnings{All: []Lesson{}}
	systems, conditions := shelves{}, shelves{}
	for _, f := range lessons {
		e, ok := read[f.ID]
		if !ok || e.Kind != Learning || !e.Removed.IsZero() {
			continue
		}
		c := l.of[f.Account]
		lesson := Lesson{Entry: e, Sort: e.Answers[FieldLearned].One(), Holds: e.Answers[FieldHolds].One(), Wanted: e.Answers[FieldWanted].Words,
			From: c.origin(read), Systems: c.systemsAround(f, led[f.ID]), Conditions: append([]Choice{}, c.conditions...), LedTo: []EntryID{}, Answers: []Entry{}}
		slices.SortFunc(led[f.ID], recordedFirst)
		for _, from := range led[f.ID] {
			lesson.LedTo = append(lesson.LedTo, from.ID)
		}
		slices.SortFunc(answered[f.ID], recordedFirst)
		for _, by := range answered[f.ID] {
			if a, ok := read[by.ID]; ok {
				lesson.Answers = append(lesson.Answers, a)
			}
		}
		out.All = append(out.All, lesson)
	}
	slices.SortFunc(out.All, func(a, b Lesson) int {
		return cmp.Or(b.Entry.Recorded.Compare(a.Entry.Recorded), cmp.Compare(b.Entry.Position, a.Entry.Position))
	})
	for _, lesson := range out.All {
		for _, s := range lesson.Systems {
			systems.put(s, lesson.Entry.ID)
		}
		for _, c := range lesson.Conditions {
			conditions.put(string(c), lesson.Entry.ID)
		}
	}
	out.Systems, out.Conditions = systems.inOrder(), conditions.inOrder()
	return out, damage
}

// shelves are lessons by name.
type shelves map[string][]EntryID

func (s shelves) put(name string, id EntryID) { s[name] = append(s[name], id) }

func (s shelves) inOrder() []Shelf {
	out := make([]Shelf, 0, len(s))
	for name, ids := range s {
		out = append(out, Shelf{name, ids})
	}
	slices.SortFunc(out, func(a, b Shelf) int {
		return cmp.Or(cmp.Compare(len(b.Lessons), len(a.Lessons)), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// A NewLesson is a learning as it is written down.
type NewLesson struct {
	Text    string
	Account AccountID // empty: the open account, or a new one
	Sort    Choice    // empty: nobody said
	Wanted  string    // who would want it
}

// Learn writes a learning down. The error is ErrNoChoice, ErrEmpty, ErrTooLong or ErrNotText; nothing was written then.
func (j *Journal) Learn(ctx context.Context, n NewLesson) (Entry, error) {
	var answers Answers
	for f, a := range map[Field]Answer{FieldLearned: {Choices: only(n.Sort)}, FieldWanted: {Words: n.Wanted}} {
		q, _ := QuestionOf(f)
		a, err := q.settled(a)
		if err != nil {
			return Entry{}, fmt.Errorf("answer %q: %w", f, err)
		}
		answers = answers.with(f, a)
	}
	e, err := j.Record(ctx, Line{Text: n.Text, Account: n.Account, Kind: Learning})
	if err != nil || answers == nil {
		return e, err
	}
	return j.change(ctx, e.ID, 0, WasAnswered, func(e *Entry) { e.Answers = answers })
}

// only is a list of one choice; of none where it is empty.
func only(c Choice) []Choice {
	if c == "" {
		return nil
	}
	return []Choice{c}
}

var (
	// ErrNotLearned means that an entry is no learning.
	ErrNotLearned = errors.New("entry is no learning")
	// ErrNotAsked means that an entry is no open question.
	ErrNotAsked = errors.New("entry is no open question")
)

// MarkHolds says whether a learning still holds; an empty choice takes back what was said. What was said before, and
// when, stays with it. The error is ErrNotLearned, ErrNoChoice or ErrNotFound.
func (j *Journal) MarkHolds(ctx context.Context, id EntryID, holds Choice) (Entry, error) {
	if err := j.isLearning(ctx, id); err != nil {
		return Entry{}, err
	}
	return j.Answer(ctx, id, FieldHolds, Answer{Choices: only(holds)})
}

// Resolve says that an entry answers an open question. Unlink takes that back.
// The error is ErrNotLearned, ErrNotAsked, ErrSelf or ErrNotFound.
func (j *Journal) Resolve(ctx context.Context, question, by EntryID) (Entry, error) {
	q, err := j.store.Entry(ctx, question)
	switch {
	case err != nil:
		return Entry{}, fmt.Errorf("read entry: %w", err)
	case q.Kind != Learning:
		return Entry{}, ErrNotLearned
	case !q.Answers[FieldLearned].Is(OpenQuestion):
		return Entry{}, ErrNotAsked
	}
	return j.Link(ctx, by, Link{To: question, As: Resolves})
}

func (j *Journal) isLearning(ctx context.Context, id EntryID) error {
	e, err := j.store.Entry(ctx, id)
	if err != nil {
		return fmt.Errorf("read entry: %w", err)
	}
	if e.Kind != Learning {
		return ErrNotLearned
	}
	return nil
}

// hold keeps what is said now of whether e holds, if that is new.
func (e *Entry) hold(now time.Time) {
	is := e.Answers[FieldHolds].One()
	if n := len(e.Held); n == 0 && is != "" || n > 0 && e.Held[n-1].Is != is {
		e.Held = append(slices.Clone(e.Held), Holding{is, now.UTC()})
	}
}

// mostKept is the longest text, in bytes, that readOnce keeps.
const mostKept = 16 << 10

// readOnce reads the entries of some facts, but for those that it read the last time and that are as they were.
func (j *Journal) readOnce(ctx context.Context, facts []*Fact) (map[EntryID]Entry, error) {
	j.counting.Lock()
	defer j.counting.Unlock()
	read, kept := make(map[EntryID]Entry, len(facts)), make(map[*Fact]Entry, len(facts))
	byID := make(map[EntryID]*Fact, len(facts))
	var ids []EntryID
	for _, f := range facts {
		if e, ok := j.read[f]; ok {
			read[f.ID], kept[f] = e, e
		} else if byID[f.ID] == nil {
			byID[f.ID] = f
			ids = append(ids, f.ID)
		}
	}
	es, err := j.store.Pick(ctx, ids)
	for _, e := range es {
		e.Revisions = nil
		if read[e.ID] = e; len(e.Text) <= mostKept {
			kept[byID[e.ID]] = e
		}
	}
	j.read = kept
	return read, err
}

func unique(ids []EntryID) []EntryID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func set(ids []EntryID) map[EntryID]bool {
	in := make(map[EntryID]bool, len(ids))
	for _, id := range ids {
		in[id] = true
	}
	return in
}

func recordedFirst(a, b *Fact) int {
	return cmp.Or(a.Recorded.Compare(b.Recorded), cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
}

// firstLine is the beginning of a text.
func firstLine(text string) string {
	const most = 120 // runes
	text = strings.TrimSpace(text)
	line, _, _ := strings.Cut(text[:min(len(text), 8*most)], "\n")
	line = strings.ToValidUTF8(line, "")
	if runes := []rune(line); len(runes) > most {
		return strings.TrimSpace(string(runes[:most])) + " …"
	}
	return strings.TrimSpace(line)
}
