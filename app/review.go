package app

import (
	"context"

	"firsthand/internal/coach"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Review is what a person chooses of an account and decides about what was found in it: bound as window.go.app.Review.
// Every method answers with the review as it stands then. Whatever changes it ends the draft that was shown: a document
// is made anew from what was decided last.
type Review struct {
	room   *room
	drafts *drafts
}

// Open returns the review of an account.
func (r *Review) Open(account string) (Reviewed, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Reviewed, error) {
		return read(ctx, open, account)
	})
}

// Choose takes lines into the next release, or leaves them out. Refused with "withheld" if one is background.
func (r *Review) Choose(account string, entries []string, chosen bool) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		ids := make([]journal.EntryID, 0, len(entries))
		for _, e := range entries {
			ids = append(ids, journal.EntryID(e))
		}
		return open.Choose(ctx, journal.AccountID(account), ids, chosen)
	})
}

// Decide says what becomes of a finding: hide, keep, or as the label says. To hide holds for every later release,
// to keep for one. Refused with "secret" if a secret was to be kept, "label" if a label was to be empty.
func (r *Review) Decide(account, finding string, action redact.Action, label string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		if action != redact.As {
			label = ""
		}
		_, err := open.Decide(ctx, journal.AccountID(account), journal.Target{Entity: finding}, action, label)
		return err
	})
}

// Classify hides a finding under a pseudonym of another class. Refused with "tied" if it has no pseudonym.
func (r *Review) Classify(account, finding string, class redact.Class) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Classify(ctx, journal.AccountID(account), journal.Target{Entity: finding}, class)
		return err
	})
}

// Merge says that two findings are one thing. Refused with "tied" if one of them is a secret, a time or the like.
func (r *Review) Merge(account, finding, other string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Merge(ctx, journal.AccountID(account), journal.Target{Entity: finding}, journal.Target{Entity: other})
		return err
	})
}

// Part says that a form of a finding is another thing's. Refused with "tied" if it has no other form.
func (r *Review) Part(account, finding, form string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Part(ctx, journal.AccountID(account), journal.Target{Entity: finding}, form)
		return err
	})
}

// PartPlace says that what stands at one place of a finding, counted from 0, is another thing. Refused with "tied" if it
// has no other place.
func (r *Review) PartPlace(account, finding string, place int) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		_, err := open.PartPlace(ctx, journal.AccountID(account), journal.Target{Entity: finding}, place)
		return err
	})
}

// Mark hides what stands between from and to, in UTF-16 units of a chosen line as it will be read, and wherever else it
// stands. An empty kind says nothing of what it is. Refused with "mark" where nothing of the person's own words is there.
func (r *Review) Mark(account, entry string, from, to int, kind redact.Kind) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		now, err := open.Read(ctx, journal.AccountID(account))
		if err != nil {
			return err
		}
		text, err := marked(now, journal.EntryID(entry), from, to)
		if err != nil {
			return err
		}
		_, err = open.Decide(ctx, now.Account.ID, journal.Target{Pattern: text, Kind: kind}, redact.Hide, "")
		return err
	})
}

// Coach asks about lines as they will be read, in a language; for each of them its remarks. There are none at night, and
// none of what was put aside.
func (r *Review) Coach(lines []Spoken, language Language) ([][]Remark, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) ([][]Remark, error) {
		said := make([]journal.Spoken, 0, len(lines))
		for _, l := range lines {
			said = append(said, journal.Spoken{Entry: journal.EntryID(l.Entry), Text: l.Text})
		}
		found, err := open.Coach(ctx, said)
		if err != nil {
			return nil, err
		}
		return wireRemarks(lines, found, coach.Language(language)), nil
	})
}

// Pass puts one remark aside: what was asked about these words of an entry.
func (r *Review) Pass(entry string, kind coach.Kind, words string) error {
	_, err := opened(r.room, func(ctx context.Context, open *journal.Journal) (bool, error) {
		return true, open.Pass(ctx, journal.EntryID(entry), kind, words)
	})
	return err
}

// Settle answers an indirect question: its words become others in every release of the account, the suggested ones where
// with is empty. Refused with "notfound" if there is no such question any more.
func (r *Review) Settle(account, question, with string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		next, err := open.NextRelease(ctx, journal.AccountID(account))
		if err == nil {
			_, err = open.Settle(ctx, next, question, with)
		}
		return err
	})
}

// Leave answers an indirect question: its words stay, in one release. Refused as Settle.
func (r *Review) Leave(account, question string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		next, err := open.NextRelease(ctx, journal.AccountID(account))
		if err == nil {
			_, err = open.Leave(ctx, next, question)
		}
		return err
	})
}

// Address says for whom the next release is, and how much it shows.
func (r *Review) Address(account string, profile redact.Profile, audience string) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		return open.Address(ctx, journal.AccountID(account), profile, audience)
	})
}

// Beside says what leaves beside the lines: what was said of them, unless they leave alone; and the last page.
// Refused with "notfound" if a last page is to leave and there is none.
func (r *Review) Beside(account string, linesOnly, lastPage bool) (Reviewed, error) {
	return r.changed(account, func(ctx context.Context, open *journal.Journal) error {
		return open.Beside(ctx, journal.AccountID(account), linesOnly, lastPage)
	})
}

func (r *Review) changed(account string, change func(context.Context, *journal.Journal) error) (Reviewed, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Reviewed, error) {
		if err := change(ctx, open); err != nil {
			return Reviewed{}, err
		}
		r.drafts.drop()
		return read(ctx, open, account)
	})
}

func read(ctx context.Context, open *journal.Journal, account string) (Reviewed, error) {
	r, err := open.Read(ctx, journal.AccountID(account))
	if err != nil {
		return Reviewed{}, err
	}
	return wireReviewed(r), nil
}
