package vault_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// TestForeign reads journals by another program, the stored one and a full one, with either key, and compares all that
// it reads with what the package says.
func TestForeign(t *testing.T) {
	stored := filepath.Join(t.TempDir(), "stored")
	if err := os.CopyFS(stored, os.DirFS("testdata/journal1")); err != nil {
		t.Fatal(err)
	}
	v, full, recovery := newJournal(t)
	everything(t, v)
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}, Entries: []journal.Entry{
		entry("a", "short", "x", 0), entry("a", "long", strings.Repeat("a long line, ", 4000), 1),
	}})
	backUp(t, v, noon)
	drop(t, full, line("waits", "a waiting line"))
	v.Close()
	for dir, recovery := range map[string]string{stored: string(read(t, "testdata/journal1.recovery")), full: recovery} {
		for _, recovery := range []string{"", recovery} {
			j, err := readForeign(dir, passphrase, recovery)
			if err != nil {
				t.Fatalf("%s: %v", filepath.Base(dir), err)
			}
			compareForeign(t, dir, j)
		}
		if _, err := readForeign(dir, "another one", ""); err == nil {
			t.Error("opens with another passphrase")
		}
	}
}

func compareForeign(t *testing.T, dir string, j *foreignJournal) {
	t.Helper()
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if len(j.lines) != 1 || j.lines[0].text == "" {
		t.Errorf("%d lines wait", len(j.lines))
	}
	seen := 0
	same := func(key, text string, want any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		seen++
		r, there := j.records[key]
		if data, _ := json.Marshal(want); !there || r.text != text || !sameJSON(t, r.json, data) {
			t.Errorf("%s: there %v, %.80s\nwant %.80s", key, there, r.json, data)
		}
	}
	accounts, err := v.Accounts(background)
	if err != nil || len(accounts) == 0 {
		t.Fatal(err)
	}
	for _, a := range accounts {
		same("1/"+string(a.ID), "", a, nil)
		told, err := v.Account(background, a.ID)
		if told.Telling != nil {
			same("3/"+string(a.ID), "", told.Telling, err)
		}
		entries, err := v.Entries(background, a.ID)
		for _, e := range entries {
			text, key := e.Text, "2/"+string(e.ID)
			e.Text = ""
			same(key, text, e, err)
			if r := j.records[key]; r.owner != string(a.ID) || r.removed == e.Removed.IsZero() || int(r.revision) != e.Revision {
				t.Errorf("head of %s: %+v", e.ID, r.owner)
			}
		}
		if _, there := j.records["5/"+string(a.ID)]; there {
			review, err := v.Review(background, a.ID)
			same("5/"+string(a.ID), "", review, err)
		}
		releases, err := v.Releases(background, a.ID)
		for _, release := range releases {
			same("6/"+string(release.ID), "", release, err)
			if _, there := j.records["10/"+string(release.ID)]; there {
				left, err := v.Copy(background, release.ID)
				same("10/"+string(release.ID), "", left, err)
			}
		}
	}
	cases, err := v.Cases(background)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		same("11/"+string(c.ID), "", c, nil)
	}
	comparisons, err := v.Comparisons(background)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comparisons {
		same("12/"+string(c.ID), "", c, nil)
	}
	for key, is := range map[string]func() (any, error){
		"4/": func() (any, error) { return v.Hidden(background) },
		"7/": func() (any, error) { return v.Settings(background) },
		"8/": func() (any, error) { return v.History(background) },
		"9/": func() (any, error) {
			_, made, err := v.Backups()
			for i := range made {
				made[i].Folder = "" // the journal's own
			}
			return map[string]any{"made": made}, err
		},
	} {
		if _, there := j.records[key]; there {
			value, err := is()
			same(key, "", value, err)
		}
	}
	if seen != len(j.records) {
		t.Errorf("%d records compared of %d: %v", seen, len(j.records), slices.Sorted(maps.Keys(j.records)))
	}
}

// sameJSON reports whether two texts are the same JSON.
func sameJSON(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return false
	}
	return reflect.DeepEqual(x, y)
}
