package redact

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const sample = `On ⟦date|Tuesday⟧ at ⟦time|14:32⟧ ⟦person=p|Priya Patel⟧ paged ⟦person|Jürgen⟧ and ⟦person|Sam⟧ from ⟦team|Freight Insights⟧.
⟦person=p|Priya⟧ saw ⟦host|pg-ledger-03.fra.tarnbeck.internal⟧ (⟦ip|10.44.7.21⟧) lag; ⟦org|Tarnbeck⟧ knows, ticket ⟦ticket|DBRE-2291⟧.
The password was ⟦secret|p@ss/word-9xQ⟧, mail ⟦email|priya.patel@tarnbeck.io⟧, phone ⟦phone|+44 7700 900318⟧.
Then ⟦person|田中⟧ and ⟦person|김민수⟧ joined, in ⟦place|Kraków⟧. The same sample of the alarm will stay, as a rule, just in case.
`

// released is the clean text of sample as a file, and what may not be in it.
func released(t testing.TB) (string, *Forbidden) {
	s := marked(t, night, sample)
	p := s.Plan(all(s, Choice{Zero: night, Extra: []string{"acc-7f9c24e8"}}))
	return clean(t, p), p.Forbidden()
}

func verifyText(text string, f *Forbidden) error {
	_, err := Verify([]byte(text), []View{{Name: "text", Text: text}}, f)
	return err
}

func TestVerify(t *testing.T) {
	text, f := released(t)
	v, err := Verify([]byte(text), []View{{Name: "text", Text: text}}, f)
	if err != nil {
		t.Fatalf("clean text is refused: %v %+v", err, err.(*Leak).Hits)
	}
	if string(v.Bytes()) != text {
		t.Error("other bytes")
	}
	err = verifyText(text+"\nPriya was here\n", f)
	var leak *Leak
	if !errors.As(err, &leak) || len(leak.Hits) == 0 {
		t.Fatal(err)
	}
	h := leak.Hits[0]
	if h.Line != 6 || h.Found != "Priya" || h.Kind != Person || h.View != "text" {
		t.Errorf("%+v", h)
	}
	if strings.Contains(err.Error(), "Priya") {
		t.Error("the error holds the person's text")
	}
	if err := verifyText(text+"acc-7f9c24e8", f); err == nil {
		t.Error("an id is let through")
	}
}

// TestVerify_mutants puts every hidden form back in every disguise.
func TestVerify_mutants(t *testing.T) {
	text, f := released(t)
	total := 0
	for i, x := range f.m.forms {
		if x.encoded || !f.live[i] {
			continue
		}
		for name, m := range disguises(x) {
			total++
			for _, mutant := range []string{text + "\n" + m + "\n", strings.Replace(text, "lag; ", "lag; "+m+" ", 1)} {
				if len(f.Search([]View{{Name: "text", Text: mutant}})) == 0 {
					t.Errorf("%s of %q is let through: %q", name, x.text, m)
					break
				}
			}
		}
	}
	t.Logf("%d mutants", total)
}

// disguises are the ways in which a form could come back.
func disguises(f form) map[string]string {
	s := f.text
	first, rest := splitRune(s)
	out := map[string]string{
		"plain":      s,
		"bold":       "**" + s + "**",
		"split bold": "**" + first + "**" + rest,
		"zero width": first + "\u200b" + rest,
		"soft":       first + "\u00ad" + rest,
		"path":       "/x/" + s + "/y",
		"underscore": "svc_" + s + "_ro",
		"percent":    percent(s),
		"entity":     entities(s),
		"json":       jsonEscapes(s),
		"nfd":        norm.NFD.String(s),
		"full width": fullWidth(s),
	}
	if strings.IndexFunc(s, unicode.IsLetter) >= 0 && !f.exact {
		out["upper"] = strings.ToUpper(s)
		out["lower"] = strings.ToLower(s)
		out["no marks"] = string(stripMarks(s))
	}
	if strings.Contains(s, " ") {
		out["two lines"] = strings.Replace(s, " ", "\n", 1)
		if !f.exact && !f.literal {
			out["joined"] = strings.ReplaceAll(s, " ", "")
			out["dotted"] = strings.ReplaceAll(s, " ", ".")
		}
	}
	if utf8.RuneCountInString(s) >= longForm && !f.literal && !f.exact && s != "Tuesday" {
		for shift := range 3 {
			b := []byte(strings.Repeat("#", shift) + s + "!")
			out[fmt.Sprintf("base64 %d", shift)] = base64.StdEncoding.EncodeToString(b)
			out[fmt.Sprintf("base64url %d", shift)] = base64.RawURLEncoding.EncodeToString(b)
		}
		out["hex"] = hex.EncodeToString([]byte(s))
		out["HEX"] = strings.ToUpper(hex.EncodeToString([]byte("x" + s)))
		out["query"] = url.QueryEscape(s)
		out["spaced"] = spaced(s)
	}
	return out
}

func splitRune(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func percent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "%%%02X", s[i])
	}
	return b.String()
}

func entities(s string) string {
	var b strings.Builder
	for i, r := range []rune(s) {
		if i%2 == 0 {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			fmt.Fprintf(&b, "&#x%x;", r)
		}
	}
	return b.String()
}

func jsonEscapes(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r + 0xFEE0
		}
		return r
	}, s)
}

func stripMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func spaced(s string) string {
	var parts []string
	for _, r := range s {
		parts = append(parts, string(r))
	}
	return strings.Join(parts, " ")
}

func TestVerify_no_false_blocks(t *testing.T) {
	s := marked(t, night, "⟦person|Sam⟧, ⟦person|Al⟧, ⟦person|Justin⟧, ⟦person|Will⟧, ⟦person|Asa⟧, ⟦person|Andrea⟧, ⟦ip|10.44.7.21⟧, ⟦time|14:32⟧, ⟦date|May⟧, ⟦ticket|#42⟧, ⟦user|root⟧ and ⟦person|Rose⟧ met.")
	f := s.Plan(all(s, Choice{Zero: night})).Forbidden()
	for _, text := range []string{
		"The same sample was in the alarm; et alia.", "just in case of it", "it will rise, and rose again, as a rule", "retry and read",
		"1,044,721 rows", "T+14:32", "may be 42 of 421", "root cause",
	} {
		if err := verifyText(text, f); err != nil {
			t.Errorf("%q is refused: %+v", text, err.(*Leak).Hits)
		}
	}
	for _, text := range []string{"Sam alone", "to Al.", "by Justin", "as Will said", "10.44.7.21", "at 14:32 it", "issue #42"} {
		if verifyText(text, f) == nil {
			t.Errorf("%q is let through", text)
		}
	}
}

func TestVerify_kept_places_are_counted(t *testing.T) {
	s := marked(t, night, "⟦org=o|Atlas⟧ and ⟦place=o2|Atlas⟧ are two.")
	keep := Decision{Kind: Org, Key: Key(Org, "Atlas"), Action: Keep, Count: 1}
	p := s.Plan(all(s, Choice{Decisions: []Decision{keep}}))
	text := clean(t, p)
	if text != "Atlas and place 1 are two." {
		t.Fatal(text)
	}
	if err := verifyText(text, p.Forbidden()); err != nil {
		t.Error(err)
	}
	if err := verifyText(text+" Atlas", p.Forbidden()); err == nil {
		t.Error("more places than were kept")
	}
}

// fixed is a scaffold of one view.
func fixed(text string) *Scaffold {
	return NewScaffold(func() ([]View, error) { return []View{{Name: "text", Text: text}}, nil })
}

func TestVerify_fixed_words_of_the_document(t *testing.T) {
	s := marked(t, night, "⟦team|Notes⟧ deployed ⟦codename|Firsthand⟧.")
	f := s.Plan(all(s, Choice{})).Forbidden()
	doc := "# Firsthand\n## Notes\nTeam A deployed service 1.\n"
	if verifyText(doc, f) == nil {
		t.Error("fixed words are let through without a scaffold")
	}
	g := f.Allowing(fixed("# Firsthand\n## Notes\n"))
	if err := verifyText(doc, g); err != nil {
		t.Errorf("fixed words are refused: %+v", err.(*Leak).Hits)
	}
	if verifyText(doc+"Firsthand", g) == nil {
		t.Error("more than the fixed words")
	}
	broken := errors.New("no scaffold")
	unread := f.Allowing(NewScaffold(func() ([]View, error) { return nil, broken }))
	if err := verifyText(doc, unread); !errors.Is(err, broken) {
		t.Errorf("the scaffold cannot be read: %v", err)
	}
	if err := verifyText("Team A deployed service 1.", unread); err != nil {
		t.Errorf("the scaffold is not needed: %v", err)
	}
}

// TestVerify_numbers_of_lines: what stands before the number of a line must not make an account of it.
func TestVerify_numbers_of_lines(t *testing.T) {
	s := marked(t, night, "It was ⟦account|account 7731882⟧ again.")
	f := s.Plan(all(s, Choice{}))
	if err := verifyText("1 T+00:00 It was the customer 218 T+00:01 again", f.Forbidden()); err == nil {
		t.Fatal("an account number is let through, so that this test says nothing")
	}
	g := f.Forbidden().Allowing(fixed("1 T+00:00 218 T+00:01"))
	for text, leaks := range map[string]bool{
		"1 T+00:00 It was the customer 218 T+00:01 again":          false,
		"1 T+00:00 It took 218 ms, the customer 218 T+00:01 again": false, // the other one is beside its time
		"1 T+00:00 It was the customer 218 again 218 T+00:01 over": true,
		"1 T+00:00 It was the customer 219 again 218 T+00:01 over": true,
	} {
		if err := verifyText(text, g); (err != nil) != leaks {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestVerify_binary_views(t *testing.T) {
	_, f := released(t)
	view := func(s string) error {
		_, err := Verify(nil, []View{{Name: "raw bytes", Text: s, Binary: true}}, f)
		return err
	}
	if err := view("\x00\x01Sam\xff\xfe 14:32 stream"); err != nil {
		t.Errorf("noise is refused: %+v", err.(*Leak).Hits)
	}
	for _, s := range []string{"\x01Priya Patel\xff", "\x01T\x00a\x00r\x00n\x00b\x00e\x00c\x00k\xff", base64.StdEncoding.EncodeToString([]byte("xxTarnbeck"))} {
		if view(s) == nil {
			t.Errorf("%q is let through", s)
		}
	}
}

func TestSearch(t *testing.T) {
	_, f := released(t)
	hits := f.Search([]View{{Name: "text", Text: "fine\nPriya\nand TARNBECK\n"}})
	if len(hits) != 2 || hits[0].Line != 2 || hits[1].Line != 3 {
		t.Errorf("%+v", hits)
	}
}

// TestManyOfOneKind: what is numbered past a hundred leaves like the first of its kind.
func TestManyOfOneKind(t *testing.T) {
	var text strings.Builder
	for i := range 120 {
		fmt.Fprintf(&text, "restarted pay-db-%d near 10.1.7.%d, ticket ABC-%d\n\n", 200+i, i, 1000+i)
	}
	s := Examine([]Source{{Text: text.String(), At: time.Unix(0, 0)}}, nil)
	p := s.Plan(hidden(s))
	out := clean(t, p)
	if !strings.Contains(out, "near IP 120, ticket 120") {
		t.Fatalf("reads %q", out)
	}
	if _, err := Verify([]byte(out), []View{{Name: "text", Text: out}}, p.Forbidden()); err != nil {
		t.Errorf("stopped: %v", err.(*Leak).Hits)
	}
	// A number that no label has is still found.
	if _, err := Verify([]byte(out), []View{{Name: "text", Text: out + ", see ticket OPS-4711"}}, p.Forbidden()); err == nil {
		t.Error("another ticket may leave")
	}
}
