package app

import (
	"errors"
	"slices"
	"testing"

	"firsthand/internal/journal"
)

// learned writes a learning of that sort down.
func learned(t *testing.T, a *App, text, sort string) (id string) {
	t.Helper()
	l := line(t, "", text)
	l.Kind = journal.Learning
	k, err := a.Journal.Record(l)
	id = must(t, k, err).Entry.ID
	asked, err := a.Telling.Answer(id, journal.FieldLearned, []string{sort}, "", false)
	must(t, asked, err)
	return id
}

func TestLearning(t *testing.T) {
	a, _ := begun(t)
	question := learned(t, a, "why is the failover slow?", "open question")
	_, ids := wrote(t, a, "the failover waits for the old lease")

	l, err := a.Learning.Lessons()
	if l = must(t, l, err); len(l.All) != 1 || l.All[0].Sort != "open question" || l.All[0].Holds != "" || len(l.All[0].Answers) != 0 {
		t.Fatalf("at first %+v", l)
	}
	l, err = a.Learning.Resolve(question, ids[0])
	if l = must(t, l, err); len(l.All[0].Answers) != 1 || l.All[0].Answers[0].ID != ids[0] {
		t.Fatalf("answered %+v", l.All[0])
	}
	l, err = a.Learning.Reopen(question, ids[0])
	if l = must(t, l, err); len(l.All[0].Answers) != 0 {
		t.Fatalf("open again %+v", l.All[0])
	}
	l, err = a.Learning.MarkHolds(question, "partly")
	if l = must(t, l, err); l.All[0].Holds != "partly" {
		t.Fatalf("holds %q", l.All[0].Holds)
	}
	l, err = a.Learning.MarkHolds(question, "")
	if l = must(t, l, err); l.All[0].Holds != "" {
		t.Fatalf("holds %q", l.All[0].Holds)
	}

	t.Run("what is no learning, or no question, is refused", func(t *testing.T) {
		_, err := a.Learning.MarkHolds(ids[0], "partly")
		wantCode(t, err, "notlearned")
		other := learned(t, a, "the lease lasts eleven minutes", "solution")
		_, err = a.Learning.Resolve(other, ids[0])
		wantCode(t, err, "notasked")
	})
}

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	if f, ok := errors.AsType[Failure](err); !ok || f.Code != code {
		t.Errorf("got %v, want a failure with code %q", err, code)
	}
}

func TestLearningCounts(t *testing.T) {
	a, _ := begun(t)
	_, ids := wrote(t, a, "restarted the cache", "errors fell")
	p, err := a.Learning.Patterns()
	if p = must(t, p, err); p.Accounts != 1 || len(p.Months) != 1 || len(p.Hours) != 24 || len(p.Weekdays) != 7 {
		t.Fatalf("patterns %+v", p)
	}
	if got := p.Months[0]; got.Count != 1 || !slices.Equal(got.Entries, ids[:1]) {
		t.Errorf("a month leads to %v, want the account's first line", got)
	}
	// Lines come in the order asked for; what is not there is left out.
	es, err := a.Learning.Lines([]string{ids[1], ids[0]})
	if es = must(t, es, err); len(es) != 2 || es[0].ID != ids[1] || es[1].ID != ids[0] {
		t.Errorf("lines %+v", es)
	}
	k, err := a.Journal.Remove(ids[1])
	must(t, k, err)
	es, err = a.Learning.Lines([]string{ids[1], ids[0]})
	if es = must(t, es, err); len(es) != 1 {
		t.Errorf("%d lines, one of which was removed", len(es))
	}
	c, err := a.Learning.Calibration()
	if c = must(t, c, err); len(c.Levels) < len(journal.Scale) || c.Few < 2 {
		t.Errorf("calibration %+v", c)
	}
}

func TestLookBackIsAskedFor(t *testing.T) {
	a, _ := begun(t)
	b, err := a.Learning.LookBack()
	if b = must(t, b, err); b.On || b.Memories == nil {
		t.Errorf("at first %+v", b)
	}
	b, err = a.Learning.SetLookBack(true)
	if b = must(t, b, err); !b.On {
		t.Error("asked for, and off")
	}
	// Another setting does not switch it off.
	p, err := a.Settings.Read()
	p, err = a.Settings.Change(must(t, p, err))
	must(t, p, err)
	b, err = a.Learning.LookBack()
	if b = must(t, b, err); !b.On {
		t.Error("off after another setting was changed")
	}
}
