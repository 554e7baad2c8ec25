package app

import (
	"context"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Sheet is one page to speak from in a meeting: bound as window.go.app.Sheet. What leaves of it goes through Release.
type Sheet struct {
	room   *room
	drafts *drafts
}

// SheetShown is a meeting sheet, as its author wrote it and as it will be read.
type SheetShown struct {
	Turns  []string     `json:"turns"` // the entries that are its turning points
	Ask    string       `json:"ask"`   // as typed
	Rather string       `json:"rather"`
	Points []ReviewLine `json:"points"` // the turning points as they will be read, in order of time
	Asked  string       `json:"asked"`  // as it will be read
	Left   string       `json:"left"`   // likewise what its author would rather not go into
	Open   []Finding    `json:"open"`   // what must still be decided about
	// Questions may be answered before it leaves, as in a review.
	Questions []IndirectQuestion `json:"questions"`
	Words     int                `json:"words"`
	Seconds   int                `json:"seconds"` // read aloud
	TooMany   int                `json:"tooMany"` // by how many words it is too long for three minutes; 0 where it is not
}

// Read returns the meeting sheet of an account; an empty one where there is none.
func (s *Sheet) Read(account string) (SheetShown, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (SheetShown, error) {
		return sheet(ctx, open, account)
	})
}

// Keep keeps it. Refused with "turns" if it has more than three turning points.
func (s *Sheet) Keep(account string, turns []string, ask, rather string) (SheetShown, error) {
	return s.changed(account, func(ctx context.Context, open *journal.Journal) error {
		next := journal.Sheet{Ask: ask, Rather: rather}
		for _, turn := range turns {
			next.Turns = append(next.Turns, journal.EntryID(turn))
		}
		_, err := open.SetSheet(ctx, journal.AccountID(account), next)
		return err
	})
}

// Decide says what becomes of something found in it, as in a review.
func (s *Sheet) Decide(account, finding string, action redact.Action) (SheetShown, error) {
	return s.changed(account, func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Decide(ctx, journal.AccountID(account), journal.Target{Entity: finding}, action, "")
		return err
	})
}

// Settle answers an indirect question as Review.Settle does.
func (s *Sheet) Settle(account, question, with string) (SheetShown, error) {
	return s.changed(account, func(ctx context.Context, open *journal.Journal) error {
		next, err := open.NextSheet(ctx, journal.AccountID(account))
		if err == nil {
			_, err = open.Settle(ctx, next, question, with)
		}
		return err
	})
}

// Leave answers an indirect question as Review.Leave does.
func (s *Sheet) Leave(account, question string) (SheetShown, error) {
	return s.changed(account, func(ctx context.Context, open *journal.Journal) error {
		next, err := open.NextSheet(ctx, journal.AccountID(account))
		if err == nil {
			_, err = open.Leave(ctx, next, question)
		}
		return err
	})
}

// Prepare makes the page and searches its finished bytes. It lives as a draft of Release does.
func (s *Sheet) Prepare(account string) (Prepared, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (Prepared, error) {
		return s.drafts.prepare(func(formats ...journal.Format) (journal.Draft, error) {
			return open.PrepareSheet(ctx, journal.AccountID(account), formats...)
		})
	})
}

func (s *Sheet) changed(account string, change func(context.Context, *journal.Journal) error) (SheetShown, error) {
	return opened(s.room, func(ctx context.Context, open *journal.Journal) (SheetShown, error) {
		if err := change(ctx, open); err != nil {
			return SheetShown{}, err
		}
		s.drafts.drop()
		return sheet(ctx, open, account)
	})
}

func sheet(ctx context.Context, open *journal.Journal, account string) (SheetShown, error) {
	r, err := open.ReadSheet(ctx, journal.AccountID(account))
	if err != nil {
		return SheetShown{}, err
	}
	w := SheetShown{
		Turns: []string{}, Points: []ReviewLine{}, Open: []Finding{}, Questions: []IndirectQuestion{}, Asked: reads(r.Ask), Left: reads(r.Rather),
		Words: r.Words, Seconds: int(report.Aloud(r.Words).Seconds()), TooMany: report.TooMany(r.Words),
	}
	if of := r.Account.Sheet; of != nil {
		w.Ask, w.Rather = of.Ask, of.Rather
		for _, turn := range of.Turns {
			w.Turns = append(w.Turns, string(turn))
		}
	}
	for _, l := range r.Turns {
		w.Points = append(w.Points, wireReviewLine(l))
	}
	for _, q := range r.Questions {
		w.Questions = append(w.Questions, wireQuestion(q, w.Points))
	}
	for _, f := range r.Found {
		if f.Treatment == redact.Undecided {
			w.Open = append(w.Open, wireFinding(f))
		}
	}
	return w, nil
}

func reads(pieces []redact.Piece) (text string) {
	for _, p := range pieces {
		text += p.Text
	}
	return text
}
