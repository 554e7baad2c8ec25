package redact

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, src, text string }{
		{"plain", "Priya broke it", "Priya broke it"},
		{"emphasis within a word", "**Pri**ya broke it", "Priya broke it"},
		{"emphasis around words", "*Priya* and __Marek__ and ~~Sam~~", "Priya and Marek and Sam"},
		{"nested emphasis", "***Priya*** said **it *was* so**", "Priya said it was so"},
		{"no emphasis", "130*500=65000, snake_case_name and a * b * c", "130*500=65000, snake_case_name and a * b * c"},
		{"unmatched marks", "**Priya and *.yaml", "**Priya and *.yaml"},
		{"entities", "P&#114;iya, Pri&shy;ya and &lt;x&gt; AT&T &amp; co", "Priya, Priya and <x> AT&T & co"},
		{"escapes", `Priya\_P, 1\. and C:\Users\x`, `Priya_P, 1. and C:\Users\x`},
		{"zero width", "P\u200briya\u00ad P\ufeffatel", "Priya Patel"},
		{"quotes and spaces", "Priya’s “fix”\u00a0now", `Priya's "fix" now`},
		{"composed", "A\u0301de\u0301 and Ｐｒｉｙａ", "Ádé and Priya"},
		{"line endings", "a\r\nb\rc\n", "a\nb\nc\n"},
		{"code stays as it is", "`**x**&amp;\\_` and\n```\n**Pri**ya &amp;\n```\n", "`**x**&amp;\\_` and\n```\n**Pri**ya &amp;\n```\n"},
		{"tags within a word", "Pri<b>ya</b>! <br> <hostname> <chidi>", "Priya</b>! <br> <hostname> <chidi>"},
		{"not UTF-8", "a\xffb\xed\xa0\x80", "a\uFFFDb\uFFFD\uFFFD\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(0, c.src)
			if r.text != c.text {
				t.Errorf("%q reads as %q, want %q", c.src, r.text, c.text)
			}
			checkReading(t, r)
		})
	}
}

func TestReadAreas(t *testing.T) {
	for _, c := range []struct {
		src, what string
		want      part
	}{
		{"say `Priya` now", "Priya", code},
		{"```bash alice@web-1\nls Priya\n```\nafter", "alice", info},
		{"```bash alice@web-1\nls Priya\n```\nafter", "Priya", code},
		{"```bash alice@web-1\nls Priya\n```\nafter", "after", prose},
		{"~~~\nPriya\n\nMarek", "Marek", code},
		{"text\n\n    select 1\n\n    select 2\n\nend", "select 2", code},
		{"text\n\n    select 1\n\n    select 2\n\nend", "end", prose},
		{"- item\n\n    more of it", "more", prose},
		{"text\n    wrapped", "wrapped", prose},
		{"[the fix](https://a.io/x \"by Priya\") and", "Priya", target},
		{"[the fix](https://a.io/x \"by Priya\") and", "the fix", prose},
		{"[the fix](https://a.io/x_(y)) and", "and", prose},
		{"<priya@example.com> is", "priya", target},
		{"[1]: https://acme.slack.com/archives/C01ABCDEF34", "acme", target},
		{"[^p]: Priya told me", "Priya", prose},
		{"a <!-- TODO ask Priya\n\nand Marek --> b", "Marek", unseen},
		{"a <!-- TODO ask Priya\n\nand Marek --> b", "b", prose},
		{"a <!-- never closed\n\nMarek", "Marek", prose},
		{"---\nauthor: Alice\n---\ntext", "Alice", unseen},
		{"---\nauthor: Alice\n---\ntext", "text", prose},
		{"---\nnot a field\n", "field", prose},
		{"a <b class=\"x\">", "class", unseen},
		{"21:03 <chidi> hello", "chidi", prose},
		{"`` a ` b `` c", "c", prose},
		{"an ` odd one", "odd", prose},
	} {
		r := read(0, c.src)
		checkReading(t, r)
		i := strings.LastIndex(r.text, c.what)
		if got := r.partAt(i); got != c.want {
			t.Errorf("%q in %q is %d, want %d", c.what, c.src, got, c.want)
		}
	}
}

func TestReadingSpan(t *testing.T) {
	for _, c := range []struct{ src, word, want string }{
		{"**Pri**ya broke it", "Priya", "**Pri**ya"},
		{"x Pri**ya** y", "Priya", "Pri**ya**"},
		{"x **Priya** y", "Priya", "Priya"},
		{"**Priya and Marek** Kowalczyk", "Marek Kowalczyk", "Marek** Kowalczyk"},
		{"P&#114;iya!", "Priya", "P&#114;iya"},
		{"&Aacute;de!", "Á", "&Aacute;"},
		{"A\u0301de", "Á", "A\u0301"},
		{`a\_b`, "a_b", `a\_b`},
		{"P\u200briya\u00ad!", "Priya", "P\u200briya"},
	} {
		r := read(0, c.src)
		i := strings.Index(r.text, c.word)
		s := r.span(i, i+len(c.word))
		if got := c.src[s.Start:s.End]; got != c.want {
			t.Errorf("%q in %q is %q, want %q", c.word, c.src, got, c.want)
		}
	}
}

// checkReading checks what holds of every reading.
func checkReading(t *testing.T, r *reading) {
	t.Helper()
	if len(r.at) != len(r.text)+1 || len(r.till) != len(r.text) {
		t.Fatalf("%d bytes, %d and %d offsets", len(r.text), len(r.at), len(r.till))
	}
	if !utf8.ValidString(r.text) {
		t.Fatalf("not UTF-8: %q", r.text)
	}
	last := 0
	for i := range r.till {
		if r.at[i] < last || r.till[i] <= r.at[i] || r.till[i] > len(r.src) {
			t.Fatalf("byte %d of %q was read from %d to %d", i, r.text, r.at[i], r.till[i])
		}
		last = r.at[i]
	}
	at := 0
	for _, a := range r.areas {
		if a.start != at || a.end <= a.start {
			t.Fatalf("areas %v of %d bytes", r.areas, len(r.text))
		}
		at = a.end
	}
	if at != len(r.text) {
		t.Fatalf("areas %v of %d bytes", r.areas, len(r.text))
	}
}

// onBoundary says whether i does not part a rune of s. Bytes that are no UTF-8 are runes of their own.
func onBoundary(s string, i int) bool {
	if i <= 0 || i >= len(s) || utf8.RuneStart(s[i]) {
		return i >= 0 && i <= len(s)
	}
	for k := 1; k < utf8.UTFMax && k <= i; k++ {
		if utf8.RuneStart(s[i-k]) {
			_, n := utf8.DecodeRuneInString(s[i-k:])
			return n <= k
		}
	}
	return true
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"**Pri**ya `x` [a](b \"c\")", "---\na: b\n---\n", "```x\ny\n```", "<!-- a -->", "&#x41;&shy;", "*a **b* c**", "\xff\xed\xa0\x80", "a\r\n\tb", "[a]: /b 'c'", "\\*\\", "~~a~~b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 2000 {
			t.Skip("all stretches of it are too many")
		}
		r := read(0, src)
		checkReading(t, r)
		for i := 0; i < len(r.text); i++ {
			if !utf8.RuneStart(r.text[i]) {
				continue
			}
			for _, n := range []int{1, 2, 5, len(r.text) - i} {
				j := min(i+n, len(r.text))
				for j < len(r.text) && !utf8.RuneStart(r.text[j]) {
					j++
				}
				if s := r.span(i, j); s.Start < 0 || s.End > len(src) || s.Start >= s.End || !onBoundary(src, s.Start) || !onBoundary(src, s.End) {
					t.Fatalf("text[%d:%d] of %q is %v", i, j, src, s)
				}
			}
		}
	})
}
