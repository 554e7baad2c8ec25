package journal_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// gapped is an account with an expectation that was not met, everything said of it that can be, and a last page.
func gapped(t *testing.T) (d *desk, expectation, effect, other journal.Entry) {
	t.Helper()
	ctx := context.Background()
	d = open(t)
	other = d.record(t, "restarted it", journal.Action)
	d.now = d.now.Add(5 * time.Minute)
	expectation = d.record(t, "it is back in a minute", journal.Expectation)
	d.now = d.now.Add(7 * time.Minute)
	effect = d.record(t, "it came back empty", journal.Effect)
	answers := map[journal.Field]journal.Answer{
		journal.FieldDirection: {Choices: []journal.Choice{"different kind"}},
		journal.FieldWhy:       {Choices: []journal.Choice{"information", journal.Other}, Words: "Priya Patel had moved the cache to db-prod-03"},
		journal.FieldLevel:     {Choices: []journal.Choice{"organizational"}},
		journal.FieldSurprise:  {Choices: []journal.Choice{"broke my model"}},
		journal.FieldNoticed:   {Words: "noticedwords"},
		journal.FieldBasis:     {Choices: []journal.Choice{"runbook"}, Words: "basiswords"},
		journal.FieldThen:      {Choices: []journal.Choice{"certain"}},
		journal.FieldNow:       {Choices: []journal.Choice{"guess"}},
		journal.FieldThings:    {Words: "thingswords"},
	}
	for f, a := range answers {
		_, err := d.Answer(ctx, expectation.ID, f, a)
		ok(t, 0, err)
	}
	for f, a := range map[journal.Field]journal.Answer{
		journal.FieldOwn:    {Choices: []journal.Choice{"my call"}},
		journal.FieldGuards: {Choices: []journal.Choice{"bypassed for a reason"}},
		journal.FieldSource: {Choices: []journal.Choice{"shell history"}},
	} {
		_, err := d.Answer(ctx, other.ID, f, a)
		ok(t, 0, err)
	}
	_, err := d.Conclude(ctx, expectation.ID, []journal.EntryID{effect.ID}, journal.NotMet)
	ok(t, 0, err)
	_, err = d.Tell(ctx, effect.Account)
	ok(t, 0, err)
	_, err = d.SetClosing(ctx, effect.Account, journal.Closing{Happened: "A cache was where Priya Patel had put it.", Similar: "say what moves"})
	ok(t, 0, err)
	return d, expectation, effect, other
}

func TestLeaving(t *testing.T) {
	d, expectation, effect, other := gapped(t)
	all := []journal.EntryID{expectation.ID, effect.ID, other.ID}
	gap := []string{"What I expected | What I saw", "Not as expected: different kind. Why: information. Level: organizational. Written down before it was answered.", "had moved the cache to host 1"}
	said := []string{"what it rested on: runbook · how sure I was: certain", "how I know: shell history"}
	last := []string{"## What happened", "## What would help against similar things", "say what moves"}
	never := []string{"Patel", "db-prod", "broke my model", "noticedwords", "basiswords", "guess", "thingswords", "my call", "bypassed", "other"}
	for name, c := range map[string]struct {
		request  journal.Request
		has, not []string
	}{
		"an expectation and its effect leave with the gap": {journal.Request{Entries: all}, slices.Concat(gap, said), last},
		"an expectation alone stands alone": {journal.Request{Entries: []journal.EntryID{expectation.ID, other.ID}},
			append([]string{"**2 · T+00:05** it is back in a minute"}, said...), slices.Concat(gap, last, []string{"empty", "moved", "Not as expected", "answered"})},
		"an effect alone stands alone": {journal.Request{Entries: []journal.EntryID{effect.ID, other.ID}}, []string{"**2 · T+00:12** it came back empty"},
			slices.Concat(gap, []string{"expect", "moved"})},
		"the lines alone, where that is asked": {journal.Request{Entries: all, LinesOnly: true}, []string{"it came back empty"}, slices.Concat(gap, said)},
		"the last page, where that is asked":   {journal.Request{Entries: all, Closing: true}, last, nil},
	} {
		t.Run(name, func(t *testing.T) {
			c.request.Account = effect.Account
			text, _ := released(t, d, c.request)
			for _, want := range c.has {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in it\n%s", want, text)
				}
			}
			for _, no := range append(c.not, never...) {
				if strings.Contains(text, no) {
					t.Errorf("%q is in it\n%s", no, text)
				}
			}
		})
	}
}

// An expectation that nothing answered leaves with what its author said became of it; one whose answer stays does not.
func TestLeavingUnanswered(t *testing.T) {
	ctx := context.Background()
	d, expectation, effect, other := gapped(t)
	pair := []journal.EntryID{expectation.ID, other.ID}
	conclude := func(met journal.Met, effects ...journal.EntryID) {
		t.Helper()
		_, err := d.Conclude(ctx, expectation.ID, effects, met)
		ok(t, 0, err)
	}
	_, err := d.Answer(ctx, expectation.ID, journal.FieldDirection, journal.Answer{Choices: []journal.Choice{"did not happen"}})
	ok(t, 0, err)
	conclude(journal.NotMet)
	text, _ := released(t, d, journal.Request{Account: effect.Account, Entries: pair})
	for _, want := range []string{"**2 · T+00:05** it is back in a minute", "2 expectation, not met", "*Not as expected: did not happen. Why: information. Level: organizational.*", "had moved the cache to host 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it\n%s", want, text)
		}
	}
	if strings.Contains(text, "What I saw") || strings.Contains(text, "Written down before") {
		t.Errorf("it says that something was seen\n%s", text)
	}
	text, _ = released(t, d, journal.Request{Account: effect.Account, Entries: pair, LinesOnly: true})
	if strings.Contains(text, "did not happen") {
		t.Errorf("it leaves although only the lines were to\n%s", text)
	}
	conclude(journal.NeverKnown)
	if text, _ = released(t, d, journal.Request{Account: effect.Account, Entries: pair}); !strings.Contains(text, "Whether it came about was never known.") {
		t.Errorf("that it was never known does not leave\n%s", text)
	}
	conclude(journal.NotMet, effect.ID)
	if text, _ = released(t, d, journal.Request{Account: effect.Account, Entries: pair}); strings.Contains(text, "Not as expected") {
		t.Errorf("it tells of an effect that stays\n%s", text)
	}
	_, err = d.Remove(ctx, effect.ID)
	ok(t, 0, err)
	if text, _ = released(t, d, journal.Request{Account: effect.Account, Entries: pair}); !strings.Contains(text, "Not as expected: did not happen.") {
		t.Errorf("an effect that was removed still answers\n%s", text)
	}
}

// What leaves beside the lines is found in, shown in the review, and decided by the person.
func TestBeside(t *testing.T) {
	ctx := context.Background()
	d, expectation, effect, other := gapped(t)
	id := effect.Account
	ok(t, 0, d.Choose(ctx, id, []journal.EntryID{expectation.ID, effect.ID, other.ID}, true))
	r, err := d.Read(ctx, id)
	r = ok(t, r, err)
	line := r.Lines[1]
	if line.Said != "what it rested on: runbook · how sure I was: certain" || !strings.HasPrefix(line.Became, "Not as expected: different kind.") || len(line.Why) < 2 {
		t.Errorf("got %+v", line)
	}
	i := slices.IndexFunc(r.Found, func(f journal.Found) bool { return f.Entity.Kind == redact.Person })
	if i < 0 || !slices.Equal(r.Found[i].Entries, []journal.EntryID{expectation.ID}) {
		t.Errorf("the name in the explanation is found in %+v", r.Found)
	}
	if len(r.Closing) != 2 || r.Closing[0].Pieces != nil {
		t.Errorf("the last page: %+v", r.Closing)
	}

	ok(t, 0, d.Beside(ctx, id, true, true))
	r, err = d.Read(ctx, id)
	if r = ok(t, r, err); !r.LinesOnly || r.Lines[1].Said+r.Lines[1].Became != "" || r.Lines[1].Why != nil || len(r.Closing[0].Pieces) == 0 {
		t.Errorf("got %+v", r)
	}
	next, err := d.NextRelease(ctx, id)
	text, _ := released(t, d, ok(t, next, err))
	if strings.Contains(text, "Not as expected") || !strings.Contains(text, "say what moves") {
		t.Errorf("it leaves otherwise than it was read\n%s", text)
	}
	a, _, err := d.Account(ctx, id)
	if a = ok(t, a, err); a.Telling == nil || !a.Closing.Share {
		t.Error("the account has lost its telling, or what was said of its last page")
	}
	if _, err = d.SetClosing(ctx, id, journal.Closing{Happened: "other words"}); err != nil {
		t.Fatal(err)
	}
	if a, _, err = d.Account(ctx, id); !ok(t, a, err).Closing.Share {
		t.Error("other words on the last page are another choice")
	}
	_, err = d.SetClosing(ctx, id, journal.Closing{})
	ok(t, 0, err)
	if err := d.Beside(ctx, id, false, true); !errors.Is(err, journal.ErrNoClosing) {
		t.Errorf("a page that is not there leaves: %v", err)
	}
}
