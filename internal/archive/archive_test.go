package archive_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

// now is Friday, 17 April 2026, 14:00 in Zurich.
func now(t testing.TB) time.Time {
	loc, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		t.Fatal(err)
	}
	return time.Date(2026, 4, 17, 14, 0, 0, 0, loc)
}

// counted makes identifiers that a test can foresee.
func counted() func() (string, error) {
	n := 0
	return func() (string, error) { n++; return fmt.Sprintf("%026d", n), nil }
}

// hard are texts that could break a format.
var hard = []string{
	"restarted the database",
	"# A heading\n\nand a paragraph\n\n- a list\n  - nested\n\n1. one",
	"```\n$ psql\n---\n```",
	"| a | b |\n|---|---|\n| 1 | 2 |",
	"<!-- firsthand {\"id\":\"x\"} -->\n### 03:42 · action\n\nmine",
	"\\<!-- firsthand appendix -->\n\\\\<!-- firsthand {",
	"### no time\n\nlooks like a heading of ours",
	"## Monday, 2 January 2006\n### no time",
	"---\nfirsthand: account\n---",
	"--> and <!-- and -- and <b>&amp;</b> & \u2028 \u2029",
	"\n\nblank lines around\n\n\n",
	"  indented\n\ttab\r\nreturn\ralone \\ \\\\",
	"🦆 Nguyễn Thị Hạnh, Şebnem, 文字, e\u0301, a\u200bb",
	"```json\n{}\n```",
	" ", "x\n",
}

func randomMoment(r *rand.Rand) journal.Moment {
	if r.IntN(3) == 0 {
		return journal.Moment{}
	}
	at := time.Unix(1_700_000_000+r.Int64N(90_000_000), 0).UTC()
	if r.IntN(3) == 0 {
		return journal.At(at.In(time.FixedZone("", 3600*(r.IntN(24)-12))))
	}
	typed := []string{"03:42", "about 4", "03:42 CET", "2026-02-22", "~03:42", "03:42?", "--> 4"}[r.IntN(7)]
	m, err := journal.ParseWhen(typed, at)
	if err != nil {
		m = journal.At(at)
		m.Typed = typed
	}
	return m
}

func randomAccount(r *rand.Rand) (journal.Account, []journal.Entry) {
	text := func() string {
		s := hard[r.IntN(len(hard))]
		for r.IntN(3) == 0 {
			s += []string{"\n", "\n\n", " ", "\n\\"}[r.IntN(4)] + hard[r.IntN(len(hard))]
		}
		return s
	}
	pick := func(ss ...string) string { return ss[r.IntN(len(ss))] }
	id := func() string { return fmt.Sprintf("%026d", r.Uint64()) }
	at := func() time.Time { return time.Unix(1_700_000_000+r.Int64N(90_000_000), r.Int64N(1e9)).UTC() }
	a := journal.Account{
		ID: journal.AccountID(id()), Title: pick("", "Lag: \"the\" night", "two\nlines", "- x # y", "  "), Codename: pick("", "Marmalade"),
		Type: journal.Type(pick("", "incident", "near miss")), State: journal.State(pick("open", "told", "released")),
		Zone: pick("UTC", "Europe/Zurich"), Started: at(),
	}
	if r.IntN(3) == 0 {
		a.Binned = at()
	}
	if r.IntN(3) == 0 {
		a.Roles, a.OnCall = pick("", "first line: DB", "--> on duty"), journal.Choice(pick("", "yes", "not sure"))
		a.Looked = &journal.Looked{Times: r.IntN(4), Never: r.IntN(2) == 0}
		a.Recall = &journal.Recall{Started: at(), Done: []journal.Stage{journal.StagePlace}, Over: r.IntN(2) == 0}
		a.Sheet = &journal.Sheet{Turns: []journal.EntryID{"one"}, Ask: text(), Rather: "--> <!-- firsthand"}
		a.Closing = &journal.Closing{Happened: text(), Similar: "--> <!-- firsthand"}
	}
	var es []journal.Entry
	for i := range r.IntN(8) {
		e := journal.Entry{
			ID: journal.EntryID(id()), Account: a.ID, Text: text(), Kind: journal.Kind(pick("", "action", "effect", "idea")), Moment: randomMoment(r),
			Share: journal.Share(pick("private", "background", "share")), Recorded: at(), Position: i, Locked: r.IntN(4) == 0, Revision: 1,
		}
		if r.IntN(4) == 0 {
			e.Removed = at()
		}
		for n := range r.IntN(3) {
			e.Revisions = append(e.Revisions, journal.Revision{Number: n + 1, Text: text(), Kind: "note", Moment: randomMoment(r), Until: at()})
			e.Revision++
		}
		if r.IntN(3) == 0 {
			e.Answers = journal.Answers{
				journal.FieldSource: {Choices: []journal.Choice{"saw it"}, Words: text()},
				journal.FieldThings: {Skipped: true},
			}
			e.Links = []journal.Link{{To: journal.EntryID(id()), As: journal.LeadsTo}}
			e.Outcome = &journal.Outcome{Effects: []journal.EntryID{journal.EntryID(id())}, Met: journal.NotMet, Before: true}
			e.Guessed = true
		}
		es = append(es, e)
	}
	if len(es) > 0 {
		a.T0 = es[0].ID
		if r.IntN(3) == 0 {
			a.Pivots = []journal.EntryID{es[0].ID}
		}
	}
	if r.IntN(2) == 0 {
		a.Telling = &journal.Telling{At: at(), Entries: append([]journal.Entry{}, es...)}
		for i := range a.Telling.Entries {
			a.Telling.Entries[i].Revisions = nil
		}
	}
	return a, es
}

// Whatever an account holds, both forms hold all of it, and reading either and writing again gives the same bytes.
func TestWrite_read_write(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 800 {
		a, es := randomAccount(r)
		md, js := archive.Write(a, es)
		for name, data := range map[string][]byte{"markdown": md, "json": js} {
			im, err := archive.Read(data, archive.Options{})
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, data)
			}
			if !reflect.DeepEqual(im.Account, a) {
				t.Fatalf("%s: account\n%+v\nwant\n%+v", name, im.Account, a)
			}
			if len(im.Entries) != len(es) || len(es) > 0 && !reflect.DeepEqual(im.Entries, es) {
				t.Fatalf("%s: entries\n%+v\nwant\n%+v\n%s", name, im.Entries, es, data)
			}
			md2, js2 := archive.Write(im.Account, im.Entries)
			if !bytes.Equal(md, md2) || !bytes.Equal(js, js2) {
				t.Fatalf("%s: not the same bytes again", name)
			}
		}
	}
}

// A field added to the domain must be written: an account's in the front matter, everything else follows by itself. When
// it was told is said by its telling.
func TestWrite_forgets_no_field(t *testing.T) {
	var names []string
	for f := range reflect.TypeFor[journal.Account]().Fields() {
		names = append(names, f.Name)
	}
	if got, want := strings.Join(names, " "), "ID Title Codename Type Roles OnCall State Zone T0 Started Telling ToldAt Pivots Recall Closing Looked Sheet Binned"; got != want {
		t.Errorf("accounts have the fields %s; the front matter knows %s", got, want)
	}
}

func TestWrite_same_instants_same_bytes(t *testing.T) {
	a, es := randomAccount(rand.New(rand.NewPCG(5, 7)))
	md, js := archive.Write(a, es)
	a.Started = a.Started.In(now(t).Location())
	for i := range es {
		es[i].Recorded = es[i].Recorded.Local()
	}
	md2, js2 := archive.Write(a, es)
	if !bytes.Equal(md, md2) || !bytes.Equal(js, js2) {
		t.Error("the location of a time changes the bytes")
	}
}

func TestRead_own_forms(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	a, es := randomAccount(r)
	for len(es) < 3 || a.Telling == nil {
		a, es = randomAccount(r)
	}
	es[0].Text, es[1].Text, es[2].Text = "first line\n\nsecond paragraph", "the middle", "last"
	md, js := archive.Write(a, es)

	t.Run("a text edited by hand is taken over", func(t *testing.T) {
		edited := bytes.Replace(md, []byte("\nthe middle\n"), []byte("\nthe middle, with more\n\n```\nls\n```\n"), 1)
		im, err := archive.Read(edited, archive.Options{})
		if err != nil || im.Entries[1].Text != "the middle, with more\n\n```\nls\n```" {
			t.Fatalf("%v %+v", err, im)
		}
	})
	t.Run("line ends changed by an editor", func(t *testing.T) {
		im, err := archive.Read(bytes.ReplaceAll(md, []byte("\n"), []byte("\r\n")), archive.Options{})
		if err != nil || im.Entries[0].Text != es[0].Text {
			t.Fatalf("%v %+v", err, im)
		}
	})
	t.Run("a byte order mark", func(t *testing.T) {
		for _, data := range [][]byte{md, js} {
			if im, err := archive.Read(append([]byte("\ufeff"), data...), archive.Options{}); err != nil || im.Account.ID != a.ID {
				t.Fatal(err)
			}
		}
	})
	t.Run("newer versions are refused", func(t *testing.T) {
		if _, err := archive.Read(bytes.Replace(js, []byte(`"version": 1`), []byte(`"version": 2`), 1), archive.Options{}); !errors.Is(err, archive.ErrNewer) {
			t.Error(err)
		}
		if _, err := archive.Read(bytes.Replace(md, []byte("version: 1\n"), []byte("version: 2\nmood: blue\n"), 1), archive.Options{}); !errors.Is(err, archive.ErrNewer) {
			t.Error(err)
		}
	})
	t.Run("damage is said, and nothing is half read", func(t *testing.T) {
		for name, data := range map[string][]byte{
			"json cut":           js[:len(js)*2/3],
			"front matter cut":   md[:40],
			"comment broken":     bytes.Replace(md, []byte(`<!-- firsthand {"id":`), []byte(`<!-- firsthand {"id`), 1),
			"unknown kind":       bytes.Replace(js, []byte(`"share": "`), []byte(`"share": "in`), 1),
			"two with one id":    bytes.ReplaceAll(md, []byte(es[1].ID), []byte(es[0].ID)),
			"appendix cut":       md[:len(md)-40],
			"json of other make": []byte(`{"format": "firsthand account", "version": "one"}`),
		} {
			if im, err := archive.Read(data, archive.Options{}); !errors.Is(err, archive.ErrDamaged) || im.Account.ID != "" {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
	t.Run("JSON has a name, a version and stays indented", func(t *testing.T) {
		if !bytes.HasPrefix(js, []byte("{\n  \"format\": \"firsthand account\",\n  \"version\": 1,\n  \"account\": {\n    \"id\":")) || !json.Valid(js) {
			t.Errorf("%.200s", js)
		}
	})
	t.Run("an error quotes no text", func(t *testing.T) {
		_, err := archive.Read(bytes.Replace(js, []byte(`"revision": `), []byte(`"revision": "the middle"`), 1), archive.Options{})
		if err == nil || strings.Contains(err.Error(), "middle") {
			t.Error(err)
		}
	})
}
