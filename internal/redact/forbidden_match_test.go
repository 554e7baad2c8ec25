package redact

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestMatcher(t *testing.T) {
	tests := []struct {
		form, text string
		want       string // what is found, parts joined by |; "~" before a loose hit
	}{
		{"Priya", "I asked Priya.", "Priya"},
		{"Priya", "PRIYA's laptop, priya’s too", "PRIYA|priya"},
		{"Priya", "P\u200briya was paged", "P\u200briya"},
		{"Priya", "Рriya (Cyrillic) was paged", "Рriya"},
		{"Priya", "**Pri**ya broke it", "Pri**ya"},
		{"Priya", "Pri\u00adya", "Pri\u00adya"},
		{"Priya", "/home/priya/x and svc_priya_ro", "priya|priya"},
		{"Priya", "priya2 and AskPriya and priyaLaptop", "priya|Priya|priya"},
		{"Priya", "priyanka", ""},
		{"Sam", "the same sample", ""},
		{"Sam", "Sam left", "Sam"},
		{"Al", "the alarm", ""},
		{"Al", "Al left, et al.", "Al"},
		{"Will", "Will will check", "Will"},
		{"Will", "what will happen", ""},
		{"Asa", "as a rule", ""},
		{"Justin", "just in case", ""},
		{"Justin", "j u s t i n", "~j u s t i n"},
		{"Andrea", "retry and read", ""},
		{"Andrea", "retry and reaction", ""},
		{"Martin", "smart in the", ""},
		{"initek", "initek_prod InitekBilling INITEKBilling initek2 initekism", "initek|Initek|INITEK|initek|~initek"},
		{"Jürgen", "JURGEN, Ju\u0308rgen, jürgen", "JURGEN|Ju\u0308rgen|jürgen"},
		{"Łukasz", "lukasz", "lukasz"},
		{"Þór Guðmundsson", "thor gudmundsson", "thor gudmundsson"},
		{"Marek Kowalczyk", "Marek\n> Kowalczyk", "Marek\n> Kowalczyk"},
		{"Kowalczyk", "Kowal-\nczyk", "Kowal-\nczyk"},
		{"Marek Kowalczyk", "marek.kowalczyk@x", "marek.kowalczyk"},
		{"Marek Kowalczyk", "MarekKowalczyk", "MarekKowalczyk"},
		{"tarnbeck", "tarnbeckfreight", "~tarnbeck"},
		{"Readin", "the readIndex", ""},
		{"Reading", "threading and reading in Reading", "Reading"},
		{"Data Platform", "data platform; Data Platform", "Data Platform"},
		{"db-prod-03", "db-prod-03.eu DB-PROD-03 dbprod03 db-prod-031", "db-prod-03|DB-PROD-03|dbprod03"},
		{"web-1", "web-1 web-10 web 1 web_1", "web-1|web_1"},
		{"10.44.7.21", "10.44.7.21 1,044,721 10-44-7-21 110.44.7.21 10.44.7.211", "10.44.7.21|10-44-7-21"},
		{"#42", "issue #42 and 42 and #421", "#42"},
		{"+44 7700 900318", "447700900318 or +44-7700-900-318", "447700900318|~44-7700-900-318"},
		{"田中", "田中さん", "田中"},
		{"김민수", "김민수가 왔다", "김민수"},
		{"สมชาย", "คุณสมชายครับ", "สมชาย"},
		{"李", "李", ""},
		{"Nguyễn", "Nguyen", "Nguyen"},
		{"𝐏riya", "Priya", "Priya"},
	}
	for _, tt := range tests {
		m := newMatcher([]form{{text: tt.form}})
		var got []string
		for _, h := range m.find(tt.text) {
			s := tt.text[h.start:h.end]
			if h.loose {
				s = "~" + s
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%q in %q: got %q, want %q", tt.form, tt.text, g, tt.want)
		}
	}
}

func TestMatcherLiteral(t *testing.T) {
	m := newMatcher([]form{{text: "14:32", literal: true}})
	for text, want := range map[string]int{
		"at 14:32 UTC": 1, "T+14:32": 0, "T-14:32": 0, "14:32:07": 1, "114:32": 0, "14:325": 0, "1432": 0, "14.32": 0,
		"1\u200b4:32": 1,
	} {
		if got := len(m.find(text)); got != want {
			t.Errorf("%q: %d hits, want %d", text, got, want)
		}
	}
}

func TestMatcherMany(t *testing.T) {
	var forms []form
	for i := range 3000 {
		forms = append(forms, form{text: fmt.Sprintf("name%dx", i)})
	}
	m := newMatcher(forms)
	hits := m.find("name12x met name2999x; name30000x")
	if len(hits) != 2 || hits[0].form != 12 || hits[1].form != 2999 {
		t.Error(hits)
	}
}

// TestMatcherTogether checks that forms looked for together are found where each is found alone, whatever they share.
func TestMatcherTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 3))
	letters := []rune("aab1é田-. A")
	word := func(n int) string {
		w := make([]rune, n)
		for i := range w {
			w[i] = letters[random.IntN(len(letters))]
		}
		return string(w)
	}
	found := 0
	for range 200 {
		var forms []form
		for range 1 + random.IntN(40) {
			f := form{text: word(1 + random.IntN(12))}
			switch random.IntN(4) {
			case 0:
				f.encoded = true
			case 1:
				f.literal = true
			}
			forms = append(forms, f)
		}
		text := word(300)
		var want []hit
		for i, f := range forms {
			for _, h := range newMatcher([]form{f}).find(text) {
				h.form = i
				want = append(want, h)
			}
		}
		slices.SortStableFunc(want, func(a, b hit) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.form, b.form))
		})
		if got := newMatcher(forms).find(text); !slices.Equal(got, want) {
			t.Fatalf("%+v in %q: together %v, each alone %v", forms, text, got, want)
		}
		found += len(want)
	}
	if found == 0 {
		t.Error("nothing was found")
	}
}

func BenchmarkMatcher(b *testing.B) {
	var forms []form
	for i := range 1000 {
		forms = append(forms, form{text: fmt.Sprintf("Name%d Family%d", i, i)})
	}
	m := newMatcher(forms)
	text := strings.Repeat("I asked Name12 Family12 to look at the replica, which was lagging.\n", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		m.find(text)
	}
}

func FuzzMatcher(f *testing.F) {
	f.Add("Priya", "I asked **Pri**ya")
	f.Add("田中", "田中さん")
	f.Add("10.2.3.4", "ip-10-2-3-4")
	f.Fuzz(func(t *testing.T, name, text string) {
		m := newMatcher([]form{{text: name}, {text: name, encoded: true}, {text: name, literal: true}, {text: name, exact: true}})
		for _, h := range m.find(text) {
			if h.start < 0 || h.start >= h.end || h.end > len(text) {
				t.Fatalf("hit %+v outside the text", h)
			}
		}
	})
}
