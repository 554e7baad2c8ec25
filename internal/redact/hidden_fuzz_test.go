package redact

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzHidden decides to hide a name, and adds anything to the text around it: with the detector at work the name stays
// hidden, the result is UTF-8, and the same again gives the same.
func FuzzHidden(f *testing.F) {
	f.Add("and Zephyrine said so. zephyrine's box", " `", uint16(0))
	f.Add("| Zephyrine | 14:32 |\n|---|---|", "\n\n```\n", uint16(9))
	f.Add("[Zephyrine](https://x/zephyrine.quix)", "<!-- ", uint16(40))
	f.Add("**Zeph**yrine z.quix@example.org", "Zephyrine Engineer A [withheld: person] ", uint16(3))
	f.Add("ZEPHYRINE\u200b_QUIX", "---\nx: ", uint16(0))
	f.Add("Zephyrine Quix, QUIX; Zephy-\nrine", "&#90;ephyrine %5Aephyrine \\u005aephyrine", uint16(70))
	const said = "I asked Zephyrine Quix to stop. "
	known := []Known{{Kind: Person, Forms: []string{"Zephyrine Quix", "Zephyrine"}}}
	name := newMatcher([]form{{text: "Zephyrine Quix"}, {text: "Zephyrine"}})
	f.Fuzz(func(t *testing.T, text, added string, at uint16) {
		if !utf8.ValidString(text) || !utf8.ValidString(added) || len(text)+len(added) > 2000 {
			t.Skip()
		}
		k := int(at) % (len(text) + 1)
		for !utf8.RuneStart((text + "x")[k]) {
			k--
		}
		whole := said + text[:k] + added + text[k:]
		if at%3 == 0 {
			whole = added + said + text
		}
		released := func() (string, *Plan) {
			s := Examine([]Source{{ID: "a", Text: whole, At: night}}, known)
			c := all(s, Choice{Zero: night, Profile: []Profile{ByRole, Generalised}[at%2]})
			for _, e := range s.Entities {
				for _, form := range e.Forms {
					c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: e.Key(form), Action: Hide})
				}
			}
			p := s.Plan(c)
			clean, err := p.Apply(0)
			if err != nil {
				t.Fatal(err)
			}
			return clean.String(), p
		}
		got, p := released()
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		if again, _ := released(); again != got {
			t.Fatalf("two results: %q and %q", got, again)
		}
		for _, h := range name.find(got) {
			if h.loose {
				continue // its letters, with something between them
			}
			t.Fatalf("%q left in %q", got[h.start:h.end], got)
		}
		for _, d := range decoded(got) {
			for _, h := range name.find(d.text) {
				if h.loose {
					continue
				}
				t.Fatalf("%q left, encoded, in %q", d.text[h.start:h.end], got)
			}
		}
		if strings.TrimSpace(got) != "" && p.Forbidden().Len() == 0 {
			t.Fatal("nothing is forbidden")
		}
	})
}
