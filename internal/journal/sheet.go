package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// A Sheet is what somebody wants to say of an account in a meeting, on one page: at most three turning points, what they
// want to be asked about, and what they would rather not go into.
type Sheet struct {
	Turns  []EntryID `json:"turningPoints,omitempty"` // in any order; the sheet has them in order of time
	Ask    string    `json:"ask,omitempty"`
	Rather string    `json:"rather,omitempty"`
}

// maxTurns is how many turning points a sheet has at most: what can be told in three minutes.
const maxTurns = 3

// ErrTurns means that a sheet was to have more turning points than can be told in three minutes.
var ErrTurns = errors.New("too many turning points for a sheet")

// texts are what a sheet says beside its turning points.
func (s *Sheet) texts() [2]string {
	if s == nil {
		return [2]string{}
	}
	return [2]string{s.Ask, s.Rather}
}

// SetSheet keeps the meeting sheet of an account. An empty one takes it away.
// The error is ErrTurns, ErrWithheld for a line that may not be quoted, ErrTooLong, ErrNotText or ErrNotFound.
func (j *Journal) SetSheet(ctx context.Context, id AccountID, s Sheet) (Account, error) {
	for _, text := range []*string{&s.Ask, &s.Rather} {
		*text = strings.TrimSpace(*text)
		if err := CheckText(*text); err != nil && !errors.Is(err, ErrEmpty) {
			return Account{}, err
		}
	}
	turns := []EntryID{}
	for _, turn := range s.Turns {
		if slices.Contains(turns, turn) {
			continue
		}
		e, err := j.store.Entry(ctx, turn)
		if err == nil && e.Account != id {
			err = ErrNotFound
		}
		if err != nil {
			return Account{}, fmt.Errorf("read entry: %w", err)
		}
		if e.Share == Background || !e.Removed.IsZero() {
			return Account{}, ErrWithheld
		}
		turns = append(turns, turn)
	}
	if s.Turns = turns; len(turns) > maxTurns {
		return Account{}, ErrTurns
	}
	return j.describe(ctx, id, func(a *Account) error {
		if a.Sheet = &s; len(turns) == 0 && s.Ask == "" && s.Rather == "" {
			a.Sheet = nil
		}
		return nil
	})
}

// turns selects what stands on the meeting sheet. A turning point that was removed since, or may not be quoted any more,
// is left out.
func (s *survey) turns() (selection, error) {
	var sel selection
	if s.account.Sheet == nil {
		return sel, ErrNothingChosen
	}
	for i, e := range s.entries {
		if slices.Contains(s.account.Sheet.Turns, e.ID) && e.Share != Background {
			sel.entries = append(sel.entries, i)
		}
	}
	s.count(&sel)
	if s.codename >= 0 {
		sel.besides = append(sel.besides, s.codename)
	}
	for _, source := range s.sheet {
		if source >= 0 {
			sel.besides = append(sel.besides, source)
		}
	}
	if len(sel.entries) == 0 && s.sheet == [2]int{-1, -1} {
		return sel, ErrNothingChosen
	}
	return sel, nil
}

// speech puts the clean text of a selection on a meeting sheet.
func (s *survey) speech(p *redact.Plan, sel selection, profile redact.Profile) (report.Document, error) {
	var failed error
	clean := func(source int) redact.Clean {
		if source < 0 || failed != nil {
			return redact.Clean{}
		}
		var text redact.Clean
		text, failed = p.Apply(source)
		return text
	}
	var turns []report.Text
	for _, i := range sel.entries {
		e := s.entries[i]
		turns = append(turns, report.Text{At: clock(e.Moment, sel.t0, profile), Side: sides[SideOf(e.Kind)], Clean: clean(i)})
	}
	doc := report.NewSheet(profile, clean(s.codename), turns, clean(s.sheet[0]), clean(s.sheet[1]))
	if failed != nil {
		return report.Document{}, fmt.Errorf("clean text: %w", failed)
	}
	return doc, nil
}

// onePage measures a sheet, also one that leaves as Markdown alone. What the pages have no letters for is no matter of
// their number.
func (j *Journal) onePage(doc report.Document) error {
	r, ok := j.renderers[PDF]
	if !ok {
		return nil
	}
	var over *report.Overfull
	if _, err := r.Render(doc); errors.As(err, &over) {
		return err
	}
	return nil
}

// A SheetReading is a meeting sheet as it will be read.
type SheetReading struct {
	Account Account
	Profile redact.Profile
	Turns   []ReadLine     // in order of time
	Ask     []redact.Piece // what stands there, in pieces; nil where it is empty
	Rather  []redact.Piece
	Found   []Found // undecided first, then in order of appearance
	// Questions are asked before it leaves.
	Questions []IndirectQuestion
	Words     int // that are read aloud
}

// ReadSheet returns the meeting sheet of an account as it will be read, under the profile that the person chose.
// An account without one has an empty one.
func (j *Journal) ReadSheet(ctx context.Context, id AccountID) (SheetReading, error) {
	s, err := j.survey(ctx, id)
	if err != nil {
		return SheetReading{}, err
	}
	r := SheetReading{Account: s.account, Profile: s.profile()}
	sel, err := s.turns()
	if errors.Is(err, ErrNothingChosen) {
		return r, nil
	}
	if err != nil {
		return SheetReading{}, err
	}
	p, fingerprint := s.plan(sel, r.Profile)
	r.Found, r.Questions = s.places(p), s.questions(p, fingerprint)
	for _, i := range sel.entries {
		r.Turns = append(r.Turns, ReadLine{Entry: s.entries[i], Chosen: true, Clock: clock(s.entries[i].Moment, sel.t0, r.Profile), Pieces: p.Pieces(i)})
	}
	text := func(source int) []redact.Piece {
		if source < 0 {
			return nil
		}
		return p.Pieces(source)
	}
	r.Ask, r.Rather = text(s.sheet[0]), text(s.sheet[1])
	for _, l := range r.Turns {
		r.Words += spoken(l.Pieces)
	}
	r.Words += spoken(r.Ask) + spoken(r.Rather)
	return r, nil
}

func spoken(pieces []redact.Piece) int {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return report.Spoken(b.String())
}

// PrepareSheet prepares the meeting sheet of an account under the profile that the person chose. Errors as Prepare;
// ErrNothingChosen where nothing stands on it.
func (j *Journal) PrepareSheet(ctx context.Context, id AccountID, formats ...Format) (Draft, error) {
	next, err := j.NextSheet(ctx, id, formats...)
	if err != nil {
		return Draft{}, err
	}
	return j.Prepare(ctx, next)
}

// NextSheet is the meeting sheet of an account as a request, under the profile that the person chose.
func (j *Journal) NextSheet(ctx context.Context, id AccountID, formats ...Format) (Request, error) {
	r, err := j.store.Review(ctx, id)
	if err != nil {
		return Request{}, fmt.Errorf("read decisions: %w", err)
	}
	s := survey{review: r}
	return Request{Account: id, Sheet: true, Profile: s.profile(), Formats: formats}, nil
}
