package journal_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact/indirect"
)

// Whether two names are one thing is asked before a release leaves. The answer is remembered as a merge or a split of the
// person's own, can be undone, and takes neither words nor a second asking.
func TestSettleWhatIsOne(t *testing.T) {
	ctx := context.Background()
	same := func(t *testing.T, d *desk, r journal.Request) []journal.IndirectQuestion {
		qs, err := d.Questions(ctx, r)
		var out []journal.IndirectQuestion
		for _, q := range ok(t, qs, err) {
			if q.Kind == indirect.Same {
				out = append(out, q)
			}
		}
		return out
	}
	for text, c := range map[string]struct {
		asked       int
		fuller      string
		yes, no     int // labels after the answer
		undoOfFirst int // questions after that
	}{
		"I asked Sam, who said no. Sam Lee paged me, Sam Park joined.": {2, "Sam Lee", 2, 3, 2},
		"I asked Wiesia, who said no. Wiesława Pająk signed.":          {1, "Wiesława Pająk", 1, 2, 1},
	} {
		for _, yes := range []bool{true, false} {
			d := open(t)
			e := d.record(t, text, journal.Effect)
			r := journal.Request{Account: e.Account}
			qs := same(t, d, r)
			if len(qs) != c.asked || qs[0].With != c.fuller || qs[0].Rule == "" || e.Text[qs[0].Start:qs[0].End] != qs[0].Words {
				t.Fatalf("%s: %+v", text, qs)
			}
			if _, err := d.Settle(ctx, r, qs[0].ID, "somebody"); !errors.Is(err, journal.ErrYesOrNo) {
				t.Errorf("words are taken for yes or no: %v", err)
			}
			answer := d.Leave
			if yes {
				answer = func(ctx context.Context, r journal.Request, id string) (journal.IndirectQuestion, error) {
					return d.Settle(ctx, r, id, "")
				}
			}
			_, err := answer(ctx, r, qs[0].ID)
			ok(t, 0, err)
			for _, q := range same(t, d, r) {
				if yes || q.With == c.fuller {
					t.Errorf("%s: asked again: %+v", text, q)
				}
			}
			read, _ := released(t, d, r)
			want := c.no
			if yes {
				want = c.yes
			}
			labels := 0
			for _, l := range []string{"Engineer A", "Engineer B", "Engineer C"} {
				if strings.Contains(read, l) {
					labels++
				}
			}
			if labels != want {
				t.Errorf("%s: said %v, %d labels, want %d:\n%s", text, yes, labels, want, read)
			}
		}
	}
}

// An answer about what is one is undone like every change.
func TestSettledSameIsUndone(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "I asked Wiesia, who said no. Wiesława Pająk signed.", journal.Effect)
	r := journal.Request{Account: e.Account}
	before := state(t, d, e.Account)
	qs, err := d.Questions(ctx, r)
	_, err = d.Leave(ctx, r, ok(t, qs, err)[0].ID)
	ok(t, 0, err)
	_, _, err = d.Undo(ctx)
	ok(t, 0, err)
	if after := state(t, d, e.Account); after != before {
		t.Errorf("undone to\n%s\nfrom\n%s", after, before)
	}
}
