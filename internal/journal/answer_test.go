package journal_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func TestQuestions(t *testing.T) {
	seen := map[journal.Field]bool{}
	for _, q := range journal.Questions {
		if seen[q.Field] {
			t.Errorf("%s is asked twice", q.Field)
		}
		seen[q.Field] = true
		chooses := q.Shape == journal.OneOf || q.Shape == journal.SomeOf
		if chooses != (len(q.Choices) > 0) {
			t.Errorf("%s is answered by %s and offers %v", q.Field, q.Shape, q.Choices)
		}
		if o := q.Offered(); chooses && !slices.Equal(o[len(o)-2:], []journal.Choice{journal.Other, journal.NotSure}) {
			t.Errorf("%s leaves no way out: %v", q.Field, o)
		}
	}
	why, _ := journal.QuestionOf(journal.FieldWhy)
	if !slices.Equal(why.Choices[:3], []journal.Choice{"reasoning", "information", "system differs from its documentation"}) {
		t.Errorf("the explanations of a gap begin with %v", why.Choices[:3])
	}
}

func TestAnswer(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "restarted it", journal.Action)
	answer := func(f journal.Field, words string, choices ...journal.Choice) (journal.Entry, error) {
		return d.Answer(ctx, e.ID, f, journal.Answer{Choices: choices, Words: words})
	}

	t.Run("choices take the order of their question, words lose the space around them", func(t *testing.T) {
		got, err := answer(journal.FieldGuards, "  the dry run ", "worked", "off")
		if a := ok(t, got, err).Answers[journal.FieldGuards]; !slices.Equal(a.Choices, []journal.Choice{"off", "worked"}) || a.Words != "the dry run" {
			t.Errorf("got %+v", a)
		}
	})
	t.Run("an empty answer takes the field away", func(t *testing.T) {
		got, err := answer(journal.FieldGuards, " ")
		if got := ok(t, got, err); len(got.Answers) != 0 {
			t.Errorf("left %+v", got.Answers)
		}
	})
	t.Run("what cannot be an answer is refused, and nothing is kept", func(t *testing.T) {
		for _, c := range []struct {
			field   journal.Field
			words   string
			choices []journal.Choice
			want    error
		}{
			{"severity", "high", nil, journal.ErrNoField},
			{journal.FieldOwn, "", []journal.Choice{"human error"}, journal.ErrNoChoice},
			{journal.FieldOwn, "", []journal.Choice{"my call", "procedure"}, journal.ErrNoChoice},
			{journal.FieldWith, "", []journal.Choice{journal.Other}, journal.ErrNoChoice},
			{journal.FieldWith, "\xff", nil, journal.ErrNotText},
			{journal.FieldWith, string(make([]byte, journal.MaxText+1)), nil, journal.ErrTooLong},
		} {
			if _, err := answer(c.field, c.words, c.choices...); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, not %v", c.field, err, c.want)
			}
		}
		if got, err := d.store.Entry(ctx, e.ID); len(ok(t, got, err).Answers) != 0 {
			t.Errorf("kept %+v", got.Answers)
		}
	})
	t.Run("one question after the other, a skipped one never again", func(t *testing.T) {
		var asked []journal.Field
		var account journal.Account
		now := e
		for {
			q, more := account.Next(now)
			if !more {
				break
			}
			asked = append(asked, q.Field)
			var err error
			if now, err = d.Answer(ctx, e.ID, q.Field, journal.Answer{Skipped: true}); err != nil {
				t.Fatal(err)
			}
		}
		want := []journal.Field{journal.FieldWith, journal.FieldOwn, journal.FieldGuards, journal.FieldPage, journal.FieldSource,
			journal.FieldKnownFrom, journal.FieldThen, journal.FieldNow, journal.FieldThings}
		if !slices.Equal(asked, want) {
			t.Errorf("asked %v", asked)
		}
	})
	t.Run("a turning point is asked about cues, meaning, expectation, options, pressures and help", func(t *testing.T) {
		a, err := d.Pivot(ctx, e.ID, true)
		a = ok(t, a, err)
		var fields []journal.Field
		for _, q := range a.Asked(e) {
			if q.Pivot {
				fields = append(fields, q.Field)
			}
		}
		if want := []journal.Field{"cues", "meaning", "expected", "options", "pressures", "help"}; !slices.Equal(fields, want) {
			t.Errorf("asked %v", fields)
		}
	})
	t.Run("what was answered stays when the kind changes, and is shown", func(t *testing.T) {
		got, err := answer(journal.FieldOwn, "", "my call")
		ok(t, got, err)
		kind := journal.Effect
		got, err = d.Amend(ctx, e.ID, journal.Amendment{Kind: &kind})
		if got := ok(t, got, err); !got.Answers[journal.FieldOwn].Is("my call") ||
			!slices.ContainsFunc(journal.Account{}.Asked(got), func(q journal.Question) bool { return q.Field == journal.FieldOwn }) {
			t.Errorf("got %+v", got.Answers)
		}
	})
}

func TestLink(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	a, b := d.record(t, "restarted it", ""), d.record(t, "errors went up", "")
	l := journal.Link{To: b.ID, As: journal.LeadsTo}
	for range 2 {
		got, err := d.Link(ctx, a.ID, l)
		if got := ok(t, got, err); !slices.Equal(got.Links, []journal.Link{l}) {
			t.Errorf("got %v", got.Links)
		}
	}
	got, err := d.Unlink(ctx, a.ID, l)
	if got := ok(t, got, err); got.Links != nil {
		t.Errorf("left %v", got.Links)
	}
	for want, l := range map[error]journal.Link{
		journal.ErrSelf:       {To: a.ID, As: journal.Sees},
		journal.ErrNoRelation: {To: b.ID, As: "caused"},
		journal.ErrNotFound:   {To: "nobody", As: journal.Sees},
	} {
		if _, err := d.Link(ctx, a.ID, l); !errors.Is(err, want) {
			t.Errorf("%v, not %v", err, want)
		}
	}
}

func TestConclude(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	expected := d.record(t, "errors should fall", journal.Expectation)
	d.now = d.now.Add(3 * time.Minute)
	effect := d.record(t, "errors rose", journal.Effect)
	other := d.record(t, "and the queue too", journal.Effect)

	e, err := d.Conclude(ctx, expected.ID, []journal.EntryID{effect.ID, effect.ID, other.ID}, journal.NotMet)
	e = ok(t, e, err)
	if o := e.Outcome; o == nil || !slices.Equal(o.Effects, []journal.EntryID{effect.ID, other.ID}) || !o.Before {
		t.Fatalf("got %+v", o)
	}
	asks := func(e journal.Entry) bool {
		return slices.ContainsFunc(journal.Account{}.Asked(e), func(q journal.Question) bool { return q.Field == journal.FieldWhy })
	}
	if !asks(e) || asks(expected) {
		t.Error("a gap, and only a gap, is to be explained")
	}
	for f, c := range map[journal.Field]journal.Choice{journal.FieldDirection: "more", journal.FieldWhy: "information",
		journal.FieldLevel: "technical", journal.FieldSurprise: "strong"} {
		if e, err = d.Answer(ctx, e.ID, f, journal.Answer{Choices: []journal.Choice{c}}); err != nil {
			t.Fatal(err)
		}
	}
	_, es, err := d.Account(ctx, e.Account)
	gaps := journal.Gaps(ok(t, es, err))
	if len(gaps) != 1 || len(gaps[0].Effects) != 2 || gaps[0].Direction != "more" || gaps[0].Surprise != "strong" ||
		!slices.Equal(gaps[0].Why, []journal.Choice{"information"}) {
		t.Errorf("got %+v", gaps)
	}

	t.Run("what was reworded after the effect was not written before it", func(t *testing.T) {
		d.now = d.now.Add(time.Hour)
		text := "errors should fall a little"
		if _, err := d.Amend(ctx, expected.ID, journal.Amendment{Text: &text}); err != nil {
			t.Fatal(err)
		}
		e, err := d.Conclude(ctx, expected.ID, []journal.EntryID{effect.ID}, journal.NotMet)
		if ok(t, e, err).Outcome.Before {
			t.Error("it counts as written before")
		}
	})
	t.Run("an outcome can be taken away, and that can be undone", func(t *testing.T) {
		e, err := d.Conclude(ctx, expected.ID, nil, "")
		if ok(t, e, err).Outcome != nil {
			t.Fatalf("left %+v", e.Outcome)
		}
		if _, _, err := d.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if e, err := d.store.Entry(ctx, expected.ID); ok(t, e, err).Outcome == nil {
			t.Error("it did not come back")
		}
		if _, _, err := d.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		if e, err := d.store.Entry(ctx, expected.ID); ok(t, e, err).Outcome != nil {
			t.Errorf("left %+v", e.Outcome)
		}
	})
	t.Run("only an expectation has an outcome, only of its own account", func(t *testing.T) {
		if _, err := d.Conclude(ctx, effect.ID, nil, journal.WasMet); !errors.Is(err, journal.ErrNotExpected) {
			t.Error(err)
		}
		d.now = d.now.Add(24 * time.Hour)
		elsewhere := d.record(t, "another night", journal.Effect)
		if _, err := d.Conclude(ctx, expected.ID, []journal.EntryID{elsewhere.ID}, journal.WasMet); !errors.Is(err, journal.ErrNotFound) {
			t.Error(err)
		}
		if _, err := d.Conclude(ctx, expected.ID, []journal.EntryID{expected.ID}, journal.WasMet); !errors.Is(err, journal.ErrSelf) {
			t.Error(err)
		}
		if _, err := d.Conclude(ctx, expected.ID, nil, "failed"); !errors.Is(err, journal.ErrNoChoice) {
			t.Error(err)
		}
	})
}

func TestClosing(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "disk full", "")
	page := journal.Closing{Happened: " the disk filled ", Specific: "an alert"}
	if _, err := d.SetClosing(ctx, e.Account, page); !errors.Is(err, journal.ErrNotTold) {
		t.Errorf("closed before it was told: %v", err)
	}
	if _, err := d.Tell(ctx, e.Account); err != nil {
		t.Fatal(err)
	}
	a, err := d.SetClosing(ctx, e.Account, page)
	if a := ok(t, a, err); a.Closing == nil || a.Closing.Happened != "the disk filled" || a.Telling == nil {
		t.Errorf("got %+v", a)
	}
	a, err = d.Keep(ctx, e.Account)
	if ok(t, a, err).State != journal.Kept {
		t.Errorf("state %s", a.State)
	}
	a, err = d.Describe(ctx, e.Account, journal.About{Title: "the\ndisk", Type: journal.NearMiss, OnCall: "yes"})
	if a := ok(t, a, err); a.Title != "the disk" || a.Type != journal.NearMiss || a.OnCall != "yes" || a.Closing == nil || a.Telling == nil {
		t.Errorf("got %+v", a)
	}
	if _, err := d.Describe(ctx, e.Account, journal.About{Type: "sev1"}); !errors.Is(err, journal.ErrNoChoice) {
		t.Errorf("a severity: %v", err)
	}
	a, err = d.SetClosing(ctx, e.Account, journal.Closing{})
	if ok(t, a, err).Closing != nil {
		t.Errorf("left %+v", a.Closing)
	}
}

func TestRecall(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "disk full", "")
	move := func(m journal.RecallMove) journal.Account {
		t.Helper()
		a, err := d.Recall(ctx, e.Account, m)
		return ok(t, a, err)
	}
	stage := func(a journal.Account) journal.Stage { s, _ := a.Recall.Next(); return s }
	if s := stage(move(journal.RecallBegin)); s != journal.StagePlace {
		t.Fatalf("begins with %s", s)
	}
	var gone []journal.Stage
	for {
		a, _, err := d.Account(ctx, e.Account)
		s, more := ok(t, a, err).Recall.Next()
		if !more {
			break
		}
		if (a.Telling != nil) != (slices.Index(journal.Stages, s) > slices.Index(journal.Stages, journal.StageKeep)) {
			t.Errorf("at %s the first telling is %v", s, a.Telling != nil)
		}
		gone = append(gone, s)
		move(journal.RecallOn)
	}
	if !slices.Equal(gone, journal.Stages) {
		t.Errorf("went through %v", gone)
	}
	if s := stage(move(journal.RecallBack)); s != journal.StageLater {
		t.Errorf("back to %s", s)
	}
	if a := move(journal.RecallEnd); stage(a) != "" || !a.Recall.Over {
		t.Errorf("not over: %+v", a.Recall)
	}
	if s := stage(move(journal.RecallBegin)); s != journal.StageLater {
		t.Errorf("taken up again at %s", s)
	}
	if _, err := d.Recall(ctx, e.Account, "faster"); !errors.Is(err, journal.ErrNoChoice) {
		t.Error(err)
	}
	for i := range 6 {
		_, err := d.Pivot(ctx, d.record(t, "turn", "").ID, true)
		if (i == 5) != errors.Is(err, journal.ErrPivots) {
			t.Errorf("turning point %d: %v", i+1, err)
		}
	}
}
