package search

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func words(text string) string { return string(AppendWords(nil, []byte(text))) }

func holds(text, query string) bool { return Parse(query).Finder()([]byte(words(text))) }

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "",
		" … -- !":             "",
		"Restarted the Café.": " restarted the cafe ",
		"db-3.eu_west:5432":   " db 3 eu west 5432 ",
		"don't":               " don t ",
		"Zu\u0308rich Straße Łódź Ærø ﬁve Ⅻ":   " zurich strasse lodz aero five xii ",
		"ΣΊΣΥΦΟΣ Việt İstanbul ёлка":           " σισυφοσ viet istanbul елка ",
		"東京タワーで full ｆｕｌｌ":                     " 東 京 タ ワ ー て\u3099 full full ",
		"v2は42個":                               " v2 は 42 個 ",
		"한국어":                                  " \u1112\u1161\u11ab \u1100\u116e\u11a8 \u110b\u1165 ",
		"ระบบล่ม":                              " ร ะ บ บ ล\u0e48 ม ",
		"हिन्दी की":                            " हिन्दी की ",
		"שָׁלוֹם اَلْعَرَبِيَّة مـــرحبا":      " שלום العربية مرحبا ",
		"da\u00adta\u200bbase":                 " data base ",
		"fire🔥out 👩\u200d💻 👍🏽":                 " fire 🔥 out 👩 💻 👍 ",
		"\xff a\xffb":                          " a b ",
		"𞤀𞤁 𐐀":                                 " 𞤢𞤣 𐐨 ",
		strings.Repeat("a", 300) + " b":        " " + strings.Repeat("a", maxWord) + " b ",
		strings.Repeat("a", maxWord-1) + "éab": " " + strings.Repeat("a", maxWord-1) + "e ",
		strings.Repeat("a", maxWord-1) + "яab": " " + strings.Repeat("a", maxWord-1) + " ",
	} {
		if got := words(text); got != want {
			t.Errorf("words of %q: %q, want %q", text, got, want)
		}
	}
}

func TestQuery(t *testing.T) {
	for _, c := range []struct{ text, finds, not string }{
		{"Restarted the queue, no idea yet", `restart|RESTARTED|queue rest|"the queue"|"the que"*|"the que|rest* "no idea"|“the queue”|«idea yet»|the que*`, `started|"the que"|"queue the"|rest nowhere|"restart"`},
		{"db-3 errors in eu-west_1", `db-3|db-|eu-west|"db 3"|db_3|3 db`, `db-4|3-db|"db errors"`},
		{"昨日東京のサーバーが停止した", `東京|サーバ|"停止"|東 止|京のサ`, `京東|大阪|さーば`},
		{"서버장애가 났다", `장애|서버|났|"버장"|서ㅂ`, `애장`},
		{"เซิร์ฟเวอร์ระบบล่ม", `ระบบ|ล่ม|"ระบบล่ม"`, `บระ`},
		{"Strasse und Größe", `straße|STRASSE|grosse|größe`, `große-x`},
		{"it was 🔥 everywhere", `🔥|was`, `🐶|everywhere🔥`},
		{"NEAR the AND of OR", `near|NEAR(the|and AND or|NOT*|"near the"`, `"near and"`},
	} {
		c.finds = strings.Replace(c.finds, "|NOT*", "", 1)
		for q := range strings.SplitSeq(c.finds, "|") {
			if !holds(c.text, q) {
				t.Errorf("%q is not found in %q", q, c.text)
			}
		}
		for q := range strings.SplitSeq(c.not, "|") {
			if holds(c.text, q) {
				t.Errorf("%q is found in %q", q, c.text)
			}
		}
	}
	for _, q := range []string{"", " ", `"`, `""`, `"" *`, "*", "-", "'; --", "\x00", "…", `"."*`} {
		if !Parse(q).Empty() || holds("a b c", q) {
			t.Errorf("%q is not empty", q)
		}
	}
	long := Parse(strings.Repeat(`word "a phrase of" `, 300_000))
	n := 0
	for _, term := range long.Terms() {
		n += len(strings.Fields(term.Words))
	}
	if n != maxWords {
		t.Errorf("%d words of a long query count", n)
	}
}

func TestMarks(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"Restarted the queue, restart again", "restart", "[Restart]ed the queue, [restart] again"},
		{"Restarted the queue", `"the queue" rest`, "[Rest]arted [the queue]"},
		{"on db-3, not db-31", "db-3", "on [db-3], not [db-3]1"},
		{"on db-3, not db-31", `"db-3"`, "on [db-3], not db-31"},
		{"the Cafe\u0301 and the café", "cafe", "the [Cafe\u0301] and the [café]"},
		{"Große Straße", "grosse stras", "[Große] [Straß]e"},
		{"昨日東京の🐶東京", "東京", "昨日[東京]の🐶[東京]"},
		{"ﬁne wine", "f", "[ﬁ]ne wine"},
		{"aa aab", "a aa", "[aa] [aa]b"},
		{"half ½ done", "1 2", "half [½] done"},
		{"nothing of it", "nothing else", "nothing of it"},
		{"da\u00adta", "data", "[da\u00adta]"},
		{"서버장애가", "장애", "서버[장애]가"},
	} {
		var b strings.Builder
		at := 0
		for _, m := range Parse(c.query).Marks(c.text, 100) {
			b.WriteString(c.text[at:m.Start] + "[" + c.text[m.Start:m.End] + "]")
			at = m.End
		}
		b.WriteString(c.text[at:])
		if b.String() != c.want {
			t.Errorf("%q: %s, want %s", c.query, b.String(), c.want)
		}
	}
	if got := Parse("a").Marks(strings.Repeat("a ", 1000), 10); len(got) != 10 || got[9] != (Span{18, 19}) {
		t.Errorf("the first ten are %v", got)
	}
}

// alphabet is made of what texts are made of, and of what breaks them.
var alphabet = []string{
	"a", "b", "restart", "Queue", "é", "e\u0301", "ß", "ﬁ", "½", "İ", "ς", "Ж", "й", "ё", "東", "京", "が", "か\u3099", "ー", "한", "ㄱ", "ร", "ล่", "ำ",
	"हि", "क्ष", "שָׁ", "عَ", "ـ", "🔥", "👩\u200d💻", "𞤀", "\u200b", "\u00ad", "\u034f", "\u0301", "\u0e48", "3", "٣", "Ⅻ",
	" ", " ", " ", "\n", "-", "_", ".", "*", `"`, `"`, "“", "'", "(", ")", ":", "^", "+", "\x00", "\u3000", "NEAR", "AND",
}

func random(r *rand.Rand, n int) string {
	var b strings.Builder
	for range r.IntN(n) {
		b.WriteString(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// TestEveryPartIsFound: whatever stands in a text between two gaps finds it, and is marked.
func TestEveryPartIsFound(t *testing.T) {
	for seed := range uint64(20_000) {
		r := rand.New(rand.NewPCG(seed, 0))
		text := random(r, 40)
		checkWords(t, text)
		checkQuery(t, text, random(r, 8))
		for part := range strings.FieldsSeq(text) {
			if q := Parse(`"` + strings.Map(unquoted, part) + `"`); !q.Empty() && !q.Finder()([]byte(words(text))) {
				t.Fatalf("seed %d: %q is not found in %q", seed, part, text)
			}
		}
	}
}

func unquoted(r rune) rune {
	if strings.ContainsRune(`"“”„‟«»`, r) {
		return ' '
	}
	return r
}

func checkWords(t *testing.T, text string) {
	t.Helper()
	once := words(text)
	if !utf8.ValidString(once) || words(once) != once {
		t.Fatalf("words of %q: %q, again %q", text, once, words(once))
	}
}

func checkQuery(t *testing.T, text, query string) {
	t.Helper()
	q := Parse(query)
	found := q.Finder()([]byte(words(text)))
	marks := q.Marks(text, 100)
	if wanted := len(q.Terms()) > 0; len(marks) > 0 && !wanted || found && wanted && len(marks) == 0 || !found && len(marks) > 0 && len(q.NoneOf()) == 0 {
		t.Fatalf("%q in %q: found %v, marks %v", query, text, found, marks)
	}
	at := 0
	for i, m := range marks {
		if m.Start < at || i > 0 && m.Start < marks[i-1].End || m.End <= m.Start || m.End > len(text) ||
			utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
			t.Fatalf("%q in %q: marks %v", query, text, marks)
		}
		at = m.End
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("Restarted the Café", `"the caf"* rest`)
	f.Add("\xf3Ӳ \u0345\u1fb3 ﬁ", "\xff\"")
	f.Fuzz(func(t *testing.T, text, query string) {
		checkWords(t, text)
		checkQuery(t, text, query)
	})
}

func BenchmarkWords(b *testing.B) {
	for name, text := range map[string]string{
		"english":  strings.Repeat("03:42 restarted the queue, errors went up before they came down. ", 64),
		"german":   strings.Repeat("Die Größe der Warteschlange überschritt die zulässige Länge. ", 64),
		"russian":  strings.Repeat("Очередь перезапущена, ошибки сначала выросли. ", 64),
		"japanese": strings.Repeat("昨日東京のサーバーが停止した。", 64),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			var buffer []byte
			for b.Loop() {
				buffer = AppendWords(buffer[:0], []byte(text))
			}
		})
	}
}
