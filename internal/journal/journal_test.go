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
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/vault"
)

// night is when these tests play: half past two in a winter night in Berlin.
var night = time.Date(2026, 1, 21, 2, 30, 0, 0, berlin())

func berlin() *time.Location {
	l, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return l
}

// desk is a journal in a real vault, with a clock that a test sets.
type desk struct {
	*journal.Journal
	store *vault.Vault
	now   time.Time
}

func open(t testing.TB) *desk {
	t.Helper()
	v, _, err := vault.Create(t.TempDir()+"/j", vault.Options{DeviceDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	d := &desk{store: v, now: night}
	d.Journal = journal.New(v, journal.Options{
		Now:       func() time.Time { return d.now },
		Renderers: map[journal.Format]report.Renderer{journal.Markdown: markdown.Renderer{}, journal.JSON: json.Renderer{}},
	})
	return d
}

func (d *desk) record(t testing.TB, text string, kind journal.Kind) journal.Entry {
	t.Helper()
	e, err := d.Record(context.Background(), journal.Line{Text: text, Kind: kind})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestRecord(t *testing.T) {
	ctx := context.Background()
	t.Run("a line gets its time, its place and privacy by itself", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "disk full on the primary", journal.Effect)
		if e.Share != journal.Private || e.Revision != 1 || !e.Moment.Best.Equal(night) || e.Moment.Zone != "Europe/Berlin" {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("lines join the open account until a pause of four hours", func(t *testing.T) {
		d := open(t)
		a := d.record(t, "one", "")
		d.now = d.now.Add(journal.Pause - time.Second)
		b := d.record(t, "two", "")
		d.now = d.now.Add(journal.Pause)
		c := d.record(t, "three", "")
		if a.Account != b.Account || b.Account == c.Account || b.Position != 1 || c.Position != 0 {
			t.Errorf("accounts %v %v %v, positions %d %d", a.Account, b.Account, c.Account, b.Position, c.Position)
		}
	})
	t.Run("the same line twice is one line", func(t *testing.T) {
		d := open(t)
		l := journal.Line{ID: "00000000000000000000000001", Text: "once"}
		for range 2 {
			if _, err := d.Record(ctx, l); err != nil {
				t.Fatal(err)
			}
		}
		e, _ := d.store.Entry(ctx, l.ID)
		if es, _ := d.store.Entries(ctx, e.Account); len(es) != 1 {
			t.Errorf("%d entries, want 1", len(es))
		}
	})
	t.Run("a line for an account that is gone is kept all the same", func(t *testing.T) {
		d := open(t)
		if _, err := d.Record(ctx, journal.Line{Account: "nowhere", Text: "still here"}); err != nil {
			t.Error(err)
		}
	})
	t.Run("what is no text is refused", func(t *testing.T) {
		d := open(t)
		for text, want := range map[string]error{
			" \n": journal.ErrEmpty, "a\x00b": journal.ErrNotText, "\xff": journal.ErrNotText,
			strings.Repeat("x", journal.MaxText+1): journal.ErrTooLong,
		} {
			if _, err := d.Record(ctx, journal.Line{Text: text}); !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		}
	})
}

func TestAmend(t *testing.T) {
	ctx := context.Background()
	str := func(s string) *string { return &s }
	t.Run("what an entry said before stays with it, from the first edit on", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "first", "")
		got, err := d.Amend(ctx, e.ID, journal.Amendment{Text: str("second")})
		if err != nil || got.Text != "second" || got.Revision != 2 || len(got.Revisions) != 1 || got.Revisions[0].Text != "first" {
			t.Errorf("got %+v, %v", got, err)
		}
	})
	t.Run("a stale revision is refused", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "first", "")
		if _, err := d.Amend(ctx, e.ID, journal.Amendment{Revision: 1, Text: str("second")}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Amend(ctx, e.ID, journal.Amendment{Revision: 1, Text: str("third")}); !errors.Is(err, journal.ErrStale) {
			t.Errorf("got %v, want ErrStale", err)
		}
	})
	t.Run("a change of nothing writes nothing", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "first", "")
		if got, err := d.Amend(ctx, e.ID, journal.Amendment{Text: str("first")}); err != nil || got.Revision != 1 {
			t.Errorf("got revision %d, %v", got.Revision, err)
		}
	})
	t.Run("pauses in typing are thinned after an hour, the first words never", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "0", "")
		for i := 1; i <= 20; i++ {
			d.now = d.now.Add(5 * time.Second)
			if _, err := d.Amend(ctx, e.ID, journal.Amendment{Text: str(strings.Repeat("x", i))}); err != nil {
				t.Fatal(err)
			}
		}
		d.now = d.now.Add(2 * time.Hour)
		got, err := d.Amend(ctx, e.ID, journal.Amendment{Text: str("by day")})
		if err != nil || len(got.Revisions) > 4 || got.Revisions[0].Text != "0" || got.Revisions[len(got.Revisions)-1].Text != strings.Repeat("x", 20) {
			t.Errorf("%d revisions %+v, %v", len(got.Revisions), got.Revisions, err)
		}
	})
	t.Run("of a pasted log not every pause stays, and what stays is bounded", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "0", "")
		log := strings.Repeat("x", 1<<20)
		amend := func(text string) (size int) {
			t.Helper()
			got, err := d.Amend(ctx, e.ID, journal.Amendment{Text: &text})
			if err != nil || got.Revisions[0].Text != "0" {
				t.Fatalf("first revision %.10q, %v", got.Revisions[0].Text, err)
			}
			for _, r := range got.Revisions {
				size += len(r.Text)
			}
			return size
		}
		for i := range 5 {
			d.now = d.now.Add(5 * time.Second)
			if size := amend(log + strings.Repeat("a", i)); size > 3<<20 {
				t.Fatalf("after %d pauses the history is %d bytes", i, size)
			}
		}
		for i := range 3 {
			d.now = d.now.Add(5 * time.Minute)
			if size := amend(strings.Repeat("b", journal.MaxText-i)); size > 2*journal.MaxText {
				t.Fatalf("after %d changes the history is %d bytes", i, size)
			}
		}
	})
	t.Run("a removed entry comes back whole", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "first", journal.Action)
		if _, err := d.Remove(ctx, e.ID); err != nil {
			t.Fatal(err)
		}
		got, err := d.Restore(ctx, e.ID)
		if err != nil || !got.Removed.IsZero() || got.Text != "first" || got.Kind != journal.Action {
			t.Errorf("got %+v, %v", got, err)
		}
	})
}

func TestTell(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "as I first told it", "")
	gone := d.record(t, "taken out", "")
	if _, err := d.Remove(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Tell(ctx, e.Account); err != nil {
		t.Fatal(err)
	}
	later := "as I know it now"
	if _, err := d.Amend(ctx, e.ID, journal.Amendment{Text: &later}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Tell(ctx, e.Account); err != nil {
		t.Fatal(err)
	}
	a, _, err := d.Account(ctx, e.Account)
	if err != nil {
		t.Fatal(err)
	}
	if a.State != journal.Told || a.Telling == nil || len(a.Telling.Entries) != 1 || a.Telling.Entries[0].Text != "as I first told it" {
		t.Errorf("the first telling is %+v", a.Telling)
	}
}

func TestInOrder(t *testing.T) {
	at := func(id string, position, minute int) journal.Entry {
		e := journal.Entry{ID: journal.EntryID(id), Position: position}
		if minute >= 0 {
			e.Moment = journal.At(night.Add(time.Duration(minute) * time.Minute))
		}
		return e
	}
	es := []journal.Entry{at("late", 0, 30), at("after late", 1, -1), at("early", 2, 10), at("after early", 3, -1), at("same", 4, 30)}
	journal.InOrder(es)
	var got []string
	for _, e := range es {
		got = append(got, string(e.ID))
	}
	if s := strings.Join(got, ", "); s != "early, after early, late, after late, same" {
		t.Error(s)
	}
}

// told imports an account: "kind|minute|text" each.
func (d *desk) told(t *testing.T, lines ...string) (journal.AccountID, []journal.Entry) {
	t.Helper()
	var es []journal.Entry
	for i, l := range lines {
		part := strings.SplitN(l, "|", 3)
		minutes, err := time.ParseDuration(part[1] + "m")
		if err != nil {
			t.Fatal(err)
		}
		es = append(es, journal.Entry{Text: part[2], Kind: journal.Kind(part[0]), Position: i, Moment: journal.At(night.Add(minutes))})
	}
	id, _, err := d.Import(context.Background(), journal.Account{Zone: "Europe/Berlin"}, es)
	if err != nil {
		t.Fatal(err)
	}
	_, es, err = d.Account(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return id, es
}

// markdownOf prepares a release and returns its Markdown.
func (d *desk) markdownOf(t *testing.T, r journal.Request) (string, journal.Draft) {
	t.Helper()
	r.Formats = []journal.Format{journal.Markdown}
	if r.Profile == "" {
		r.Profile = redact.ByRole
	}
	draft, err := d.Prepare(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return string(draft.Files[journal.Markdown].Bytes()), draft
}

func TestPrepare(t *testing.T) {
	ctx := context.Background()
	t.Run("parts stand in order and what stays by default stays", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t,
			"learning|9|read the lag panel first", "|8|tea", "decision|7|chose to wait", "understanding|6|thought it was the network",
			"assumption|5|took the replica to be current", "expectation|4|errors to fall", "effect|3|errors rose", "action|2|restarted it",
			"reaction|10|felt sick", "idea|11|add a panel", "note|12|background to this")
		share := journal.Background
		if _, err := d.Amend(ctx, es[len(es)-1].ID, journal.Amendment{Share: &share}); err != nil {
			t.Fatal(err)
		}
		md, _ := d.markdownOf(t, journal.Request{Account: id})
		last := -1
		for _, want := range []string{"restarted it", "errors rose", "errors to fall", "replica to be current", "the network", "chose to wait", "tea", "lag panel first"} {
			i := strings.Index(md, want)
			if i <= last {
				t.Errorf("%q at %d, after %d:\n%s", want, i, last, md)
			}
			last = i
		}
		for _, never := range []string{"sick", "add a panel", "background to this"} {
			if strings.Contains(md, never) {
				t.Errorf("%q left", never)
			}
		}
	})
	t.Run("times are counted from T0, or from the first line where T0 stays", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, "action|0|looked", "action|14|acted", "effect|-5|rang")
		if err := d.SetT0(ctx, id, es[1].ID); err != nil {
			t.Fatal(err)
		}
		md, draft := d.markdownOf(t, journal.Request{Account: id})
		if !strings.Contains(md, "T+00:14") || !strings.Contains(md, "T-00:05") || draft.Zero != es[1].ID {
			t.Errorf("zero is %s:\n%s", draft.Zero, md)
		}
		md, draft = d.markdownOf(t, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID, es[2].ID}})
		if !strings.Contains(md, "T+00:00") || !strings.Contains(md, "T+00:19") || draft.Zero != es[0].ID {
			t.Errorf("zero is %s:\n%s", draft.Zero, md)
		}
	})
	t.Run("nothing undecided leaves", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, "action|0|the Thornfield thing came back", "action|1|restarted")
		var undecided *journal.Undecided
		_, err := d.Prepare(ctx, journal.Request{Account: id, Profile: redact.ByRole, Formats: []journal.Format{journal.Markdown}})
		if !errors.As(err, &undecided) || len(undecided.Entities) != 1 {
			t.Fatalf("got %v", err)
		}
		md, draft := d.markdownOf(t, journal.Request{Account: id, HideUndecided: true})
		if strings.Contains(md, "Thornfield") {
			t.Error(md)
		}
		if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
			t.Fatal(err)
		}
		d.markdownOf(t, journal.Request{Account: id}) // remembered
	})
	t.Run("a time that was hidden is a time in its account alone", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, "action|0|the Thornfield thing came back at 17, and we left", "action|1|restarted")
		_, draft := d.markdownOf(t, journal.Request{Account: id, HideUndecided: true})
		if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
			t.Fatal(err)
		}
		hidden, err := d.Hidden(ctx)
		if err != nil || len(hidden) != 1 || hidden[0].Forms[0] != "Thornfield" {
			t.Errorf("on the list are %v: %v", hidden, err)
		}
		d.markdownOf(t, journal.Request{Account: id}) // decided there all the same
	})
	t.Run("to hide travels, to keep holds for one release", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, "action|0|the Thornfield thing came back", "action|1|restarted")
		if _, err := d.Decide(ctx, id, journal.Target{Entity: "thornfield"}, redact.Keep, ""); err != nil {
			t.Fatal(err)
		}
		md, draft := d.markdownOf(t, journal.Request{Account: id})
		if !strings.Contains(md, "Thornfield") {
			t.Error("what was kept is gone")
		}
		if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if again, _ := d.markdownOf(t, journal.Request{Account: id}); again != md {
			t.Error("the same release again is another file")
		}
		other := journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}, Profile: redact.ByRole, Formats: []journal.Format{journal.Markdown}}
		var undecided *journal.Undecided
		if _, err := d.Prepare(ctx, other); !errors.As(err, &undecided) {
			t.Errorf("another release uses a spent decision: %v", err)
		}
		if _, err := d.Decide(ctx, id, journal.Target{Entity: "Thornfield"}, redact.Hide, ""); err != nil {
			t.Fatal(err)
		}
		second, _ := d.told(t, "action|0|thornfield again", "effect|1|nothing")
		if md, _ := d.markdownOf(t, journal.Request{Account: second}); strings.Contains(strings.ToLower(md), "thornfield") {
			t.Error("what is hidden in one account stands in another")
		}
	})
	t.Run("background is refused even when it is named", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, "action|0|looked")
		share := journal.Background
		if _, err := d.Amend(ctx, es[0].ID, journal.Amendment{Share: &share}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Prepare(ctx, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}}); !errors.Is(err, journal.ErrWithheld) {
			t.Errorf("got %v", err)
		}
		if _, err := d.Prepare(ctx, journal.Request{Account: id}); !errors.Is(err, journal.ErrNothingChosen) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a secret cannot be kept", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, "action|0|the password is Winter2024!x and it worked")
		if _, err := d.Decide(ctx, id, journal.Target{Entity: "Winter2024!x"}, redact.Keep, ""); !errors.Is(err, journal.ErrKeepSecret) {
			t.Errorf("got %v", err)
		}
	})
}

func TestReleaseRecordsNothingUnlessSaved(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	id, _ := d.told(t, "action|0|restarted it")
	_, draft := d.markdownOf(t, journal.Request{Account: id})
	full := errors.New("disk full")
	if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return full }); !errors.Is(err, full) {
		t.Fatalf("got %v", err)
	}
	if rs, _ := d.store.Releases(ctx, id); len(rs) != 0 {
		t.Error("a release is recorded that never left")
	}
	if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
		t.Fatal(err)
	}
	rs, err := d.store.Releases(ctx, id)
	if err != nil || len(rs) != 1 || rs[0].Checksums["md"] == "" {
		t.Errorf("recorded %+v, %v", rs, err)
	}
}

func TestImport(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	id, es := d.told(t, "action|0|one", "effect|1|two")
	a, _, _ := d.Account(ctx, id)
	t.Run("what is there word for word is left alone", func(t *testing.T) {
		if got, fresh, err := d.Import(ctx, a, es); err != nil || fresh || got != id {
			t.Errorf("got %v, fresh %v, %v", got, fresh, err)
		}
	})
	t.Run("what differs comes in beside it", func(t *testing.T) {
		changed := append([]journal.Entry(nil), es...)
		changed[0].Text = "another"
		got, fresh, err := d.Import(ctx, a, changed)
		if err != nil || !fresh || got == id {
			t.Errorf("got %v, fresh %v, %v", got, fresh, err)
		}
		if _, had, _ := d.Account(ctx, id); had[0].Text != "one" {
			t.Error("the account that was there has changed")
		}
	})
	t.Run("under new identifiers what points to a line still does", func(t *testing.T) {
		told := append([]journal.Entry(nil), es...)
		told[0].Kind, told[0].Text = journal.Expectation, "a third wording"
		told[0].Links = []journal.Link{{To: es[1].ID, As: journal.LeadsTo}}
		told[0].Outcome = &journal.Outcome{Met: journal.NotMet, Effects: []journal.EntryID{es[1].ID}}
		with := a
		with.T0, with.Pivots = es[0].ID, []journal.EntryID{es[1].ID}
		got, _, err := d.Import(ctx, with, told)
		if err != nil {
			t.Fatal(err)
		}
		b, had, err := d.Account(ctx, got)
		if err != nil {
			t.Fatal(err)
		}
		one, two := had[0].ID, had[1].ID
		if one == es[0].ID || b.T0 != one || !slices.Equal(b.Pivots, []journal.EntryID{two}) {
			t.Errorf("T0 %v, turning points %v; the lines are %v and %v", b.T0, b.Pivots, one, two)
		}
		if len(had[0].Links) != 1 || had[0].Links[0].To != two || !slices.Equal(had[0].Outcome.Effects, []journal.EntryID{two}) {
			t.Errorf("joined to %v and %v, want %v", had[0].Links, had[0].Outcome.Effects, two)
		}
		if told[0].Links[0].To != es[1].ID || told[0].Outcome.Effects[0] != es[1].ID {
			t.Error("what was given was changed")
		}
	})
}
