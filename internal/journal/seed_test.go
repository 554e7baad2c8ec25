package journal_test

import (
	"context"
	"regexp"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
)

// jsonOf prepares a release as JSON.
func jsonOf(t *testing.T, j *journal.Journal, id journal.AccountID, profile redact.Profile) (string, journal.Draft) {
	t.Helper()
	d, err := j.Prepare(context.Background(), journal.Request{Account: id, Profile: profile, Formats: []journal.Format{journal.JSON}, HideUndecided: true})
	if err != nil {
		t.Fatal(err)
	}
	return string(d.Files[journal.JSON].Bytes()), d
}

var lineIDs = regexp.MustCompile(`"id": "([0-9a-f]+)"`)

func TestIDsOfLines(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	one := d.record(t, "restarted it", journal.Action)
	d.record(t, "errors fell", journal.Effect)

	shown, _ := jsonOf(t, d.Journal, one.Account, redact.ByRole)
	again, draft := jsonOf(t, d.Journal, one.Account, redact.ByRole)
	if shown != again {
		t.Error("what is shown twice differs")
	}
	if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
		t.Fatal(err)
	}
	// Another session has the seed of the journal alone.
	later := journal.New(d.store, journal.Options{Renderers: map[journal.Format]report.Renderer{journal.JSON: json.Renderer{}}})
	if left, _ := jsonOf(t, later, one.Account, redact.ByRole); left != shown {
		t.Errorf("the same release again is other bytes:\n%s\n%s", left, shown)
	}
	closed, _ := jsonOf(t, later, one.Account, redact.Generalised)
	seen := map[string]bool{string(one.ID): true, string(one.Account): true}
	for _, file := range []string{shown, closed} {
		ids := lineIDs.FindAllStringSubmatch(file, -1)
		if len(ids) != 2 {
			t.Fatalf("%d ids in\n%s", len(ids), file)
		}
		for _, m := range ids {
			if seen[m[1]] || len(m[1]) != 32 {
				t.Errorf("id %q stands twice, or is another's", m[1])
			}
			seen[m[1]] = true
		}
	}
	stranger := open(t)
	same := stranger.record(t, "restarted it", journal.Action)
	stranger.record(t, "errors fell", journal.Effect)
	if other, _ := jsonOf(t, stranger.Journal, same.Account, redact.ByRole); other == shown {
		t.Error("the ids follow from the text")
	}
}
