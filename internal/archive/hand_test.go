package archive_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each file holds an input and, behind it, the JSON it becomes. Its first lines may set date, zone and name.
func TestRead_golden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			o := archive.Options{Now: now(t), NewID: counted()}
			for line := range strings.Lines(string(ar.Comment)) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
				switch name {
				case "date":
					if o.Date, err = time.Parse(time.DateOnly, value); err != nil {
						t.Fatal(err)
					}
				case "zone":
					o.Zone = value
				case "name":
					o.Name = value
				}
			}
			im, err := archive.Read(ar.Files[0].Data, o)
			if err != nil {
				t.Fatal(err)
			}
			_, js := archive.Write(im.Account, im.Entries)
			got := []txtar.File{ar.Files[0], {Name: "notices", Data: []byte(lines(im.Notices))}, {Name: "account.json", Data: js}}
			if *update {
				ar.Files = got
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, f := range got {
				if i >= len(ar.Files) || !bytes.Equal(ar.Files[i].Data, f.Data) {
					t.Errorf("%s is now\n%s", f.Name, f.Data)
				}
			}
			nothingLost(t, string(ar.Files[0].Data), im)
		})
	}
}

func lines(ss []string) string {
	if len(ss) == 0 {
		return ""
	}
	return strings.Join(ss, "\n") + "\n"
}

// outline shows an import in a line an entry: local time, kind, text.
func outline(im archive.Import) string {
	var b strings.Builder
	for _, e := range im.Entries {
		when := ""
		if !e.Moment.IsZero() {
			when = e.Moment.Local().Format("02 15:04")
			if e.Moment.Precision == journal.Second {
				when = e.Moment.Local().Format("02 15:04:05")
			}
		}
		fmt.Fprintf(&b, "%s|%s|%s\n", when, e.Kind, e.Text)
	}
	return b.String()
}

func TestRead_by_hand(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a paragraph an entry", "one\nstill one\n\ntwo\n", "||one\nstill one\n||two\n"},
		{"a time at the start", "03:42 restarted it\n", "17 03:42||restarted it\n"},
		{"a bullet an entry", "- 03:42 one\n- two\n* three\n", "17 03:42||one\n||two\n||three\n"},
		{"nested bullets stay with their parent", "- one\n  - in one\n    - deeper\n\n  more of one\n- two\n", "||one\n- in one\n  - deeper\n\nmore of one\n||two\n"},
		{"numbered lists", "1. one\n2. two\n3) three\n", "||one\n||two\n||three\n"},
		{"a number that begins a sentence", "7. That was the seventh pod.\n", "||7. That was the seventh pod.\n"},
		{"a list below its paragraph", "open:\n- one\n- two\n", "||open:\n||one\n||two\n"},
		{"a wrapped bullet", "- one\nstill one\n- two\n", "||one\nstill one\n||two\n"},
		{"code goes with the entry before", "03:42 typed\n\n```\nselect 1\n\n- no bullet\n```\n\nthen\n", "17 03:42||typed\n\n```\nselect 1\n\n- no bullet\n```\n||then\n"},
		{"code right below", "typed\n```\nls\n```\n", "||typed\n```\nls\n```\n"},
		{"indented code", "typed\n\n    select 1\n\n    select 2\n\nthen\n", "||typed\n\n    select 1\n\n    select 2\n||then\n"},
		{"a fence that opens", "```\nls\n```\n\nthen\n", "||```\nls\n```\n||then\n"},
		{"a fence that never closes", "a\n\n```\nb\n\nc", "||a\n\n```\nb\n\nc\n"},
		{"a longer fence", "a\n\n````\n```\n````\n\nb\n", "||a\n\n````\n```\n````\n||b\n"},
		{"a fence in a bullet", "- one\n  ```\nls\n  ```\n- two\n", "||one\n```\nls\n```\n||two\n"},
		{"tables", "03:42 so:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nthen\n", "17 03:42||so:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n||then\n"},
		{"a table without outer bars", "so:\n\na | b\n--|--\n1 | 2\n", "||so:\n\na | b\n--|--\n1 | 2\n"},
		{"quotes", "> she said\n> 03:42 no\n\nthen\n", "||> she said\n> 03:42 no\n||then\n"},
		{"log lines", "03:42 one\n03:43 two\n  wrapped\n[03:44] three\n", "17 03:42||one\n17 03:43||two\n  wrapped\n17 03:44||three\n"},
		{"log lines below a sentence", "from tmux:\n03:42 one\n03:43 two\n", "||from tmux:\n17 03:42||one\n17 03:43||two\n"},
		{"hard-wrapped prose is not a log", "the slot went at\n03:42 and the disk\nwas fine by\n03:50 or so\n", "||the slot went at\n03:42 and the disk\nwas fine by\n03:50 or so\n"},
		{"over midnight", "23:50 a\n\n00:10 b\n\n00:05 c\n\n23:55 d\n\n00:20 e\n", "16 23:50||a\n17 00:10||b\n17 00:05||c\n16 23:55||d\n17 00:20||e\n"},
		{"two nights", "22:00 a\n\n03:00 b\n\n21:00 c\n\n02:00 d\n", "15 22:00||a\n16 03:00||b\n16 21:00||c\n17 02:00||d\n"},
		{"six hours back is the same day", "10:00 a\n\n04:30 b\n\n11:00 c\n", "17 10:00||a\n17 04:30||b\n17 11:00||c\n"},
		{"a date in the first line", "Sat 14 Mar. Woke up.\n\n02:11 pager\n", "||Sat 14 Mar. Woke up.\n14 02:11||pager\n"},
		{"a date within a line", "Ceph. 21 Jan. From tmux.\n\n00:17 warn\n", "||Ceph. 21 Jan. From tmux.\n21 00:17||warn\n"},
		{"an iso date", "2026-02-22\n\n00:17 warn\n", "||2026-02-22\n22 00:17||warn\n"},
		{"a night of two days", "Night of 28→29 March.\n\n23:40 a\n\n01:41 b\n", "||Night of 28→29 March.\n28 23:40||a\n29 01:41||b\n"},
		{"a night of two days, after midnight", "Night of 28→29 March.\n\n01:41 b\n", "||Night of 28→29 March.\n29 01:41||b\n"},
		{"a date of the story is not its day", "21:30 why rides for 22 feb doubled\n", "16 21:30||why rides for 22 feb doubled\n"},
		{"later days", "14 Mar\n\n23:00 a\n\n16 Mar:\n\n09:00 b\n", "||14 Mar\n14 23:00||a\n||16 Mar:\n16 09:00||b\n"},
		{"days as headings", "## 14 March\n\n23:00 a\n\n## 16 March\n\n09:00 b\n", "14 23:00||## 14 March\n\na\n16 09:00||## 16 March\n\nb\n"},
		{"dated times", "14 Mar 23:00 a\n\n23:30 b\n\n2026-03-16 01:00 c\n\n01:10 d\n", "14 23:00||a\n14 23:30||b\n16 01:00||c\n16 01:10||d\n"},
		{"yesterday", "Sat 14 Mar.\n\nyesterday 23:10 a\n\n00:20 b\n", "||Sat 14 Mar.\n13 23:10||a\n14 00:20||b\n"},
		{"seconds, halves, brackets, zones", "2026-03-14\n\n3:42:10 am a\n\n[03:43] b\n\n~03:50 c\n\n**04:00** d\n\n04:01 CET e\n",
			"||2026-03-14\n14 03:42:10||a\n14 03:43||b\n14 03:50||c\n14 04:00||d\n14 04:01||e\n"},
		{"a time from typing time is no time", "10 min ago it fell\n\njust now it rose\n", "||10 min ago it fell\n||just now it rose\n"},
		{"the repeated hour in order", "2025-10-26\n\n01:50 a\n\n02:10 b\n\n02:50 c\n\n02:20 d\n", "||2025-10-26\n26 01:50||a\n26 02:10||b\n26 02:50||c\n26 02:20||d\n"},
		{"kind words", "03:42 action: restarted\n\nEffect - lag gone\n\n[expectation] it falls\n\nsaw: red\n\n**Idea:** a panel\n\nassumed: it was the switch\n\n" +
			"decided: 03:50 drop it\n\nErwartet: nichts\n\nHinweis: alt\n",
			"17 03:42|action|restarted\n|effect|lag gone\n|expectation|it falls\n|effect|red\n|idea|a panel\n|assumption|it was the switch\n17 03:50|decision|drop it\n|expectation|nichts\n|note|alt\n"},
		{"other words before a colon stay", "Open: the cap\n\nthinking aloud: no\n\naction items\n", "||Open: the cap\n||thinking aloud: no\n||action items\n"},
		{"a word that names the list below", "Actions:\n- one\n- two\n\nthen home\n", "|action|one\n|action|two\n||then home\n"},
		{"a part that names the list below", "Was ich gelernt habe:\n- one\n\nthen home\n", "|learning|one\n||then home\n"},
		{"the private title", "# Ledger lag\n\n03:42 page\n", "17 03:42||page\n"},
		{"a title underlined", "Ledger lag\n==========\n\n03:42 page\n", "17 03:42||page\n"},
		{"parts", "# T\n\n## What I did\n\n03:42 a\n\n- b\n\n## Effects\n\n```\nlog\n```\n\n## Timeline\n\nc\n", "17 03:42|action|a\n|action|b\n|effect|```\nlog\n```\n||c\n"},
		{"a part ends at a heading of its level", "## Actions\n\na\n\n### the rebuild\n\nb\n\n## Later\n\nc\n", "|action|a\n|action|### the rebuild\n\nb\n||## Later\n\nc\n"},
		{"other headings stay with what follows", "a\n\n## The rebuild\n\n03:42 b\n\nc\n\n# End\n", "||a\n17 03:42||## The rebuild\n\nb\n||c\n||# End\n"},
		{"headings with times", "## 03:42 Restart\n\nwent badly\n\n### 03:50\n\nfine\n\n### 04:00 Bed\n", "17 03:42||## Restart\n\nwent badly\n17 03:50||fine\n17 04:00||### 04:00 Bed\n"},
		{"a line that is only a time", "03:42\n\nx\n", "17 03:42||03:42\n||x\n"},
		{"rules say nothing", "a\n\n---\n\nb\n\n***\n", "||a\n||b\n"},
		{"line ends", "03:42 a\r\nb\r\n\r\nc\rd", "17 03:42||a\nb\n||c\nd\n"},
		{"bytes that are no text", "03:42 \xff\xfe caf\xe9 \x00 done\n", "17 03:42||\\xff\\xfe caf\\xe9 \\x00 done\n"},
		{"a byte order mark", "\ufeff03:42 a\n", "17 03:42||a\n"},
		{"front matter", "---\ntitle: Ledger\ndate: 2026-03-14\nzone: UTC\nmood: cold\n---\n03:42 a\n", "||mood: cold\n14 03:42||a\n"},
		{"front matter that cannot be read is kept", "---\ndate: soonish\nzone: Mars\n---\na\n", "||date: soonish\nzone: Mars\n||a\n"},
		{"no front matter", "---\nsome prose\n---\na\n", "||## some prose\n\na\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			im, err := archive.Read([]byte(c.in), archive.Options{Now: now(t), NewID: counted()})
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(im); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			nothingLost(t, c.in, im)
		})
	}
}

func TestRead_account(t *testing.T) {
	read := func(t *testing.T, in string, o archive.Options) archive.Import {
		t.Helper()
		if o.Now.IsZero() {
			o.Now = now(t)
		}
		im, err := archive.Read([]byte(in), o)
		if err != nil {
			t.Fatal(err)
		}
		return im
	}
	t.Run("what the options say counts most", func(t *testing.T) {
		im := read(t, "Sat 14 Mar\n\n03:42 UTC a\n\n12:50 b\n", archive.Options{Date: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), Zone: "Asia/Tokyo", Name: "2025-01-01.md"})
		if im.Account.Zone != "Asia/Tokyo" || im.Entries[2].Moment.Best.Format(time.RFC3339) != "2024-02-29T03:50:00Z" {
			t.Errorf("%s %v", im.Account.Zone, im.Entries[2].Moment)
		}
	})
	t.Run("the file's name may hold the day", func(t *testing.T) {
		im := read(t, "03:42 a\n", archive.Options{Name: "lag-2026-03-14.md"})
		if im.Entries[0].Moment.Local().Format(time.DateOnly) != "2026-03-14" || len(im.Notices) != 0 {
			t.Errorf("%v %q", im.Entries[0].Moment, im.Notices)
		}
		if im.Account.Title != "" {
			t.Error("the name of a file is no title: it would be forbidden in releases")
		}
	})
	t.Run("a day taken from the clock is said", func(t *testing.T) {
		im := read(t, "23:42 a\n\n00:10 b\n", archive.Options{})
		if len(im.Notices) != 1 || !strings.Contains(im.Notices[0], "16 April 2026") {
			t.Errorf("%q", im.Notices)
		}
		if !im.Account.Started.Equal(im.Entries[0].Moment.Best) {
			t.Errorf("started %v", im.Account.Started)
		}
	})
	for in, zone := range map[string]string{
		"03:42 a\n":                                        "Europe/Zurich",
		"a (9 dec, all UTC)\n\n22:00 b\n":                  "UTC",
		"03:42 CET a\n\nTimes above are UTC; x\n":          "UTC",
		"21:30 IST, priya asks\n":                          "Asia/Kolkata",
		"on-sale, saturday noon EAT.\n\n03:42 x\n":         "Africa/Nairobi",
		"Fr 20. März, alle Zeiten MSK.\n\n03:42 x\n":       "Europe/Moscow",
		"Everything below in NZDT. Raw.\n\n03:42 x\n":      "Pacific/Auckland",
		"Alle Zeiten in UTC.\n\n03:42 x\n":                 "UTC",
		"03:42 x\n\n```\n2026-01-01 03:42 PST log\n```\n":  "Europe/Zurich",
		"03:42 ALL of it\n\n03:50 NO idea, in the US\n":    "Europe/Zurich",
		"all GET requests failed. all OF them. 12:00 OK\n": "Europe/Zurich",
	} {
		if im := read(t, in, archive.Options{}); im.Account.Zone != zone {
			t.Errorf("%q: zone %s", in, im.Account.Zone)
		}
	}
	t.Run("an entry keeps the zone it names", func(t *testing.T) {
		im := read(t, "2026-03-14\n\n03:42 UTC a\n\n05:00 CET b\n", archive.Options{Zone: "Europe/Zurich"})
		if a, b := im.Entries[1].Moment, im.Entries[2].Moment; a.Zone != "UTC" || a.Local().Hour() != 3 || b.Zone != "Europe/Zurich" || b.Typed != "05:00 CET" {
			t.Errorf("%+v %+v", a, b)
		}
	})
	t.Run("everything starts private, in order, with what can be said", func(t *testing.T) {
		im := read(t, "# T\n\na\n\nb\n", archive.Options{NewID: counted()})
		if im.Account.Title != "T" || im.Account.State != journal.Told || im.Account.ID == "" {
			t.Errorf("%+v", im.Account)
		}
		for i, e := range im.Entries {
			if e.Share != journal.Private || e.Position != i || e.Revision != 1 || e.ID == "" || e.Account != im.Account.ID || !e.Recorded.Equal(now(t)) || !e.Moment.IsZero() {
				t.Errorf("%+v", e)
			}
		}
	})
	t.Run("bytes that are no text are said", func(t *testing.T) {
		if im := read(t, "a \xff b", archive.Options{}); len(im.Notices) != 1 || !strings.Contains(im.Notices[0], "1 byte is not text") {
			t.Errorf("%q", im.Notices)
		}
	})
	t.Run("refusals", func(t *testing.T) {
		for _, in := range []string{"", " \n\t\r\n", "\ufeff", "---\n", "# \n"} {
			if _, err := archive.Read([]byte(in), archive.Options{Now: now(t)}); !errors.Is(err, archive.ErrEmpty) {
				t.Errorf("%q: %v", in, err)
			}
		}
		if _, err := archive.Read([]byte("a"), archive.Options{Now: now(t), Zone: "Mars"}); !errors.Is(err, archive.ErrZone) {
			t.Error(err)
		}
		broken := errors.New("no randomness")
		if _, err := archive.Read([]byte("a"), archive.Options{Now: now(t), NewID: func() (string, error) { return "", broken }}); !errors.Is(err, broken) {
			t.Error(err)
		}
	})
}

// Five megabytes of log or prose come in within two seconds on a quiet machine; what is not linear would take minutes.
// Less of the worst of everything else shows that nothing is.
func TestRead_large(t *testing.T) {
	for name, unit := range map[string]string{
		"log":      "2026-03-14 03:42:10 db-1 postgres[411]: LOG: checkpoint complete\n",
		"one line": "word ", "prose": "I asked her to look at the graph again, and she said that it had been flat since ten\n\n", "newlines": "a\n", "paragraphs": "03:42 a\n\n", "bullets": "- a\n  - b\n", "fences": "```\nx\n```\n", "open fences": "a\n\n```\n",
		"headings": "# a\n", "tables": "| a |\n", "quotes": "> a\n", "pipes": "a | b\n", "indented": "    a\n\n", "times": "03:42 - 03:43 - 03:44 ",
		"spaces": "a            \n", "blank bullets": "- a\n\n\n\n", "numbers": "1. a\n", "ticks": "`", "stars": "*a", "slashes": "03:42 GET/POST\n", "bytes": "\xff\x00",
		"comments": "<!-- firsthand ", "days": "14 Mar\n\n", "kinds": "action: x\n\n", "brackets": "[", "unequal": "~~~\n",
	} {
		t.Run(name, func(t *testing.T) {
			size := 200 << 10
			if len(unit) > 40 || name == "one line" || name == "newlines" {
				size = 5 << 20
			}
			data := []byte(strings.Repeat(unit, size/len(unit)))
			start := time.Now()
			if _, err := archive.Read(data, archive.Options{Now: now(t), NewID: counted()}); err != nil {
				t.Fatal(err)
			}
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("%v", d)
			}
		})
	}
}

var (
	isWord  = func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	markers = regexp.MustCompile(`(?m)^[ \t]*\d{1,9}[.)][ \t]`)
)

// nothingLost fails if a word of the input is in no text, title or moment of the import as often as it was written.
// Words that name a kind or a part are its kind; the numbers of a list are its order.
func nothingLost(t *testing.T, in string, im archive.Import) {
	t.Helper()
	if strings.HasPrefix(in, "---\n") { // front matter becomes fields
		return
	}
	have := map[string]int{}
	count := func(s string, n int) {
		for _, w := range strings.FieldsFunc(s, isWord) {
			have[w] += n
		}
	}
	for _, e := range im.Entries {
		count(e.Text, 1)
		count(e.Moment.Typed, 1)
	}
	count(im.Account.Title, 1)
	in = markers.ReplaceAllString(readable(in), "")
	for _, w := range strings.FieldsFunc(in, isWord) {
		if have[w]--; have[w] < 0 && !archive.Consumed(w) {
			t.Fatalf("%q was lost from\n%s\ngiving\n%s", w, in, outline(im))
		}
	}
}

// readable does to bytes what reading does.
func readable(s string) string {
	var b strings.Builder
	s = strings.TrimPrefix(s, "\ufeff")
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == 0 || r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&b, `\x%02x`, s[0])
		} else {
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	for _, s := range hard {
		f.Add([]byte(s))
	}
	f.Add([]byte("# T\n\n14 Mar\n\n03:42 action: a\n- b\n  - c\n\n```\nx\n```\n\n## Effects\n\n1. one\n2. two\n\n| a |\n|--|\n\n> q\n\nA\n===\nB\n---\n[12:03] x\n[12:04] y\n"))
	f.Add([]byte("---\ntitle: T\ndate: 2026-01-01\n---\n\n**[03:42]** - did: x\r\n\xff\x00"))
	o := archive.Options{Now: now(f), NewID: nil}
	f.Fuzz(func(t *testing.T, data []byte) {
		im, err := archive.Read(data, o)
		if err != nil {
			return
		}
		for _, e := range im.Entries {
			if im.Account.ID == "" && journal.CheckText(e.Text) != nil {
				t.Fatalf("%q would be refused", e.Text)
			}
		}
		if im.Account.ID == "" { // written by hand
			nothingLost(t, string(data), im)
			im.Account.ID = "a"
			for i := range im.Entries {
				im.Entries[i].ID, im.Entries[i].Account = journal.EntryID(fmt.Sprint(i)), "a"
			}
		}
		md, js := archive.Write(im.Account, im.Entries)
		for _, form := range [][]byte{md, js} {
			again, err := archive.Read(form, archive.Options{})
			if err != nil {
				t.Fatalf("%v\n%s", err, form)
			}
			if md2, js2 := archive.Write(again.Account, again.Entries); !bytes.Equal(md, md2) || !bytes.Equal(js, js2) {
				t.Fatal("not the same bytes again")
			}
		}
	})
}
