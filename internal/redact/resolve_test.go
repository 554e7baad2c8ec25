package redact

import (
	"slices"
	"strings"
	"testing"
)

// Cases of resolution. Marks are ⟦kind:label|text⟧; what has one label is one entity, what has two is two. With a ? after
// the label the form must be asked about. Names are found by the rules, the other forms are given.
var resolveCases = []struct {
	name, text string
	known      []Known
}{
	{name: "any case, possessive, full name", text: "⟦person:P|Priya⟧ paged ⟦person:M|Marek⟧. ⟦person:P|PRIYA⟧ left. ⟦person:P|priya⟧'s laptop. ⟦person:P|Priya Patel⟧ wrote."},
	{name: "two Sams", text: "⟦person:L|Sam Lee⟧ and ⟦person:K|Sam Park⟧ joined. I asked ⟦person:S?|Sam⟧ then."},
	{name: "short host and full name", text: "⟦host:1|db-prod-03⟧ and ⟦host:1|db-prod-03.eu-west-1.example.internal⟧ and ⟦host:1|DB-PROD-03⟧"},
	{name: "a short host that fits two", text: "⟦host:3?|web-1⟧ is ⟦host:1|web-1.fra.example.internal⟧ or ⟦host:2|web-1.ams.example.internal⟧"},
	{name: "the host of an address", text: "⟦ip:1|10.2.3.4⟧ rebooted, ⟦host:1|ip-10-2-3-4⟧ too"},
	{name: "one login, one person", text: "⟦user:A|alice⟧@⟦host:H|web-1⟧ and later ⟦person:A|Alice⟧ mailed from ⟦email:A|alice.smith@example.com⟧ as ⟦person:A|Alice Smith⟧"},
	{name: "ticket and its link", text: "⟦ticket:T|INC-1234⟧ is ⟦url:T|https://acme.atlassian.net/browse/INC-1234⟧"},
	{name: "company, form and domain", text: "⟦org:A|Acmetron⟧ says, ⟦org:A|ACMETRON Corp⟧ says; ⟦host:A|acmetron.io⟧ says"},
	{name: "particle", text: "Dr. ⟦person:F|Fatima al-Zahra⟧ and then ⟦person:F|al-Zahra⟧ and ⟦person:F|Fatima⟧"},
	{name: "Sara is not Sarah", text: "⟦person:1|Sara⟧ said yes, ⟦person:2|Sarah⟧ said no."},
	{name: "family name first", text: "⟦person:S|Seo-yeon Park⟧ decides. ⟦person:S|Park Seo-yeon⟧ presents."},
	{name: "middle names", text: "I asked ⟦person:B|Trần Quốc Bảo⟧. ⟦person:B|Quốc Bảo⟧ said no. ⟦person:B|Bảo⟧ said yes."},
	{name: "an initial", text: "⟦person:K|S. Karthikeyan⟧ is ⟦user:K|skarthik⟧; asked ⟦person:K|karthik⟧ then"},
	{name: "on paper", text: "phoned ⟦person:M|Majo⟧, ⟦person:M|María José Llorente Quirós⟧ on paper. ⟦person:M|Llorente⟧ said so."},
	{name: "real name", text: "⟦person:P|Pixie⟧ on voice. ⟦person:P|Pixie⟧ does live ops. Real name ⟦person:P|Annelie Strömqvist⟧ but"},
	{name: "to payroll", text: "by ⟦person:J|Jun-Jun⟧\nasked ⟦person:J|Jun-Jun⟧ (⟦person:J|Crisanto Dimaculangan Jr⟧ to payroll)."},
	{name: "handle, team and actual name", text: "⟦person:M|mooncalf⟧ (⟦handle:M|@mooncalf_⟧, contractor, actual name ⟦person:M|João Victor Sampaio⟧) said"},
	{name: "a member id is somebody", text: "<@⟦handle:B|U04FAKE1QX⟧> is ⟦person:B|Baraka Lemayian⟧."},
	{name: "a handle in brackets", text: "asked ⟦person:M|Murat⟧ (network; ⟦handle:M|@m.kaya⟧) and ⟦person:M|Murat Kaya⟧"},
	{name: "a role before the name in brackets", text: "wrote to ⟦person:M|mari⟧, our PM (⟦person:M|Mariana Castelo Branco⟧), and"},
	{name: "a bot and its user", text: "⟦handle:Q|@quill-robot⟧ with ⟦user:Q|quill-robot⟧"},
	{name: "what the person listed is one", text: "⟦person:A|Zlatko⟧ said. ⟦person:A|Beanpole⟧ said.", known: []Known{{Kind: Person, Forms: []string{"Zlatko", "Beanpole"}}}},
	{name: "an owner's identifier", text: "the page of ⟦host:H|wiki.vahanika.in⟧ says ⟦org:V|Vahanika⟧; ⟦org:V|vahanika_prod⟧"},
	{name: "two people of one family", text: "⟦person:1|Ana Kovač⟧ and ⟦person:2|Ivo Kovač⟧ came; I asked ⟦person:3?|Kovač⟧"},
	{name: "one word, two meanings", text: "⟦org:1|Chase⟧, our bank, returned 503. ⟦person:2|Chase⟧ from networking suggested a retry budget."},
	{name: "a number of its ticket", text: "event ⟦ticket:E|EVT-20418⟧ and key seat:⟦ticket:E|20418⟧:"},
	{name: "a title and one family name", text: "⟦person:A|Aïssatou Ndiaye⟧ rang, then ⟦person:A|Mme Ndiaye⟧ left. ⟦person:A|Aïssatou⟧ slept."},
	{name: "a title and a family name of two", text: "⟦person:A|Aïssatou Ndiaye⟧ rang ⟦person:M|Moussa Ndiaye⟧, then ⟦person:N?|Mme Ndiaye⟧ left."},
	{name: "an honorific after the name", text: "I asked ⟦person:S|Sato-san⟧ and ⟦person:S|Sato⟧; ⟦person:E|Emre Bey⟧ and ⟦person:E|Emre⟧ said so"},
	{name: "a case ending", text: "⟦person:E|Emre Yıldız⟧ geldi. ⟦person:E|Emre⟧'yi aradım."},
	{name: "a name in Cyrillic", text: "radioed ⟦person:O|Oksana⟧. ⟦person:O|Оксана Гриценко⟧ came. ⟦person:O|Hrytsenko O.⟧ said it"},
	{name: "a name in Hangul", text: "⟦person:S|이서연 팀장⟧ 님이. ⟦person:S|Seo-yeon Lee⟧ said it, ⟦person:S|Seoyeon⟧ wrote it"},
	{name: "a name in Japanese", text: "⟦person:T|田中さん⟧ said. Prof. ⟦person:T|Tanaka⟧ replied."},
	{name: "a name in Greek, in another case", text: "Πήρα τον ⟦person:G|Γιώργο⟧ και μετά ο ⟦person:G|Γιώργος Παπαδάκης⟧ και η ⟦person:M|Μαρία⟧"},
	{name: "Polish cases", text: "Dzwonię do ⟦person:M|Magdy⟧ i mówię ⟦person:Z|Marzenie⟧, że ⟦person:M|Magda Wilk⟧ wróciła. ⟦person:Z|Marzena⟧ wysłała to ⟦person:M|Magdzie⟧, był też ⟦person:G|Gołąb⟧. Proszę ⟦person:G|Gołębia⟧ o radę, wreszcie śpię. Mówił też ⟦person:J|Jan Kos⟧ i ⟦person:K|Jana⟧."},
	{name: "familiar forms", text: "I asked ⟦person:N|Nikos⟧; ⟦person:N|Nikolaos Papanikolaou⟧ signed. ⟦person:R|Robert Lindqvist⟧ joined, ⟦person:R|Bob⟧ said no"},
	{name: "a familiar form by its beginning", text: "⟦person:W?|Wiesia⟧ said no. ⟦person:W|Wiesława Pająk⟧ signed."},
	{name: "a familiar form of two", text: "⟦person:1|Robert Lindqvist⟧ and ⟦person:2|Robert Marsh⟧ joined, ⟦person:3|Bob⟧ said no"},
	{name: "first letters", text: "⟦person:B|Barış Özdemir⟧ joined. ⟦person:B|B.Ö.⟧ owns the follow-up, he said."},
	{name: "what somebody is called", text: "⟦person:S|Sascha⟧ heißt eigentlich ⟦person:S|Oleksandr Melnyk⟧ und ist auf dem Weg zu uns."},
	{name: "with and without a hyphen", text: "I asked ⟦person:M|Min-jun⟧, ⟦person:M|Minjun Kim⟧ said no"},
	{name: "two full names of a clause", text: "So you know: ⟦person:A|Abu Yousef⟧ is ⟦person:A|Said Al-Mahri⟧, who leads the shift."},
	{name: "a word of address", text: "⟦person:B|bgs⟧ = mas ⟦person:B|Bagus Prasetyo⟧, he said.", known: []Known{{Kind: Person, Forms: []string{"bgs"}}}},
	{name: "that is who", text: "⟦person:T|Thibodeau⟧ (that's ⟦person:T|Étienne⟧) rotated the key. I thanked ⟦person:T|Étienne⟧."},
	{name: "a familiar form with an initial", text: "I asked ⟦person:L|Lucho Q.⟧ then. ⟦person:L|Luis Alberto Quispe⟧ signed."},
	{name: "a login without vowels", text: "⟦person:A|Ángel Rodríguez⟧ wrote, then ⟦handle:A|@angel.rdz⟧ did."},
	{name: "a login of a first name and another", text: "I asked ⟦person:M|Maria⟧; mail ⟦email:M|maria.lopez@acme.example⟧ said no."},
	{name: "a first name in two logins", text: "I asked ⟦person:S|Sam⟧; ⟦handle:L|@sam.lee⟧ and ⟦handle:P|@sam.park⟧ said no."},
	{name: "a family name first in a login", text: "⟦person:O|Ono Kaede⟧ wrote as ⟦handle:O|@k.ono⟧."},
	{name: "a given name in characters", text: "⟦person:X|小明⟧ said it, then ⟦person:X|Chen Xiaoming⟧ left.", known: []Known{{Kind: Person, Forms: []string{"小明"}}}},
	{name: "one beside another", text: "Next to ⟦person:A|Anna Berg⟧ is ⟦person:C|Carl Holm⟧, who signed."},
	{name: "somebody's manager", text: "For whoever asks: ⟦person:A|Anna Berg⟧ is ⟦person:C|Carl Holm⟧'s manager."},
	{name: "machines of one short name", text: "⟦host:1|kestrel-7.fra.example.internal⟧ or ⟦host:2|kestrel-7.ams.example.internal⟧, not ⟦host:3?|kestrel-7⟧"},
	{name: "secrets by value", text: "⟦secret:1|abc‹›D1⟧ ⟦secret:2|abc‹›d1⟧ ⟦secret:1|abc‹›D1⟧"},
}

func TestResolve(t *testing.T) {
	for _, c := range resolveCases {
		t.Run(c.name, func(t *testing.T) {
			plain, spans := unmark(t, c.text)
			r := identity(plain)
			var taken []match
			for i := range spans {
				kind, label, _ := strings.Cut(spans[i].Kind, ":")
				spans[i].Kind = label
				if k := Kind(kind); !named(k) {
					taken = append(taken, match{start: spans[i].Start, end: spans[i].End, kind: k, certain: true})
				}
			}
			ms := findPeople([]*reading{r}, [][]match{taken}, c.known)
			ms[0] = append(ms[0], taken...)
			fs, es, _ := resolve([]Source{{Text: plain}}, []*reading{r}, ms, c.known)
			byLabel := map[string]EntityID{}
			byEntity := map[EntityID]string{}
			for _, sp := range spans {
				label, asked := strings.CutSuffix(sp.Kind, "?")
				k := slices.IndexFunc(fs, func(f Finding) bool { return f.Start < sp.End && sp.Start < f.End })
				if k < 0 {
					t.Errorf("%q is not found", sp.Text)
					continue
				}
				f := fs[k]
				if id, ok := byLabel[label]; ok && id != f.Entity {
					t.Errorf("%q is %s, not one with %s", sp.Text, f.Entity, id)
				} else if other, ok := byEntity[f.Entity]; ok && other != label {
					t.Errorf("%q is one with %s", sp.Text, other)
				}
				byLabel[label], byEntity[f.Entity] = f.Entity, label
				if asked && f.Certain {
					t.Errorf("%q is certain", sp.Text)
				}
			}
			checkEntities(t, plain, fs, es)
		})
	}
}

// checkEntities checks what holds for all findings and entities.
func checkEntities(t *testing.T, plain string, fs []Finding, es []Entity) {
	t.Helper()
	ids := map[EntityID]int{}
	for i, e := range es {
		if e.ID == "" || e.Name == "" || len(e.Forms) == 0 || len(e.Spans) == 0 {
			t.Errorf("entity %d lacks something: %+v", i, e)
		}
		if j, ok := ids[e.ID]; ok {
			t.Errorf("entities %d and %d have one id", i, j)
		}
		ids[e.ID] = i
	}
	reach := 0
	for _, f := range fs {
		if f.Start < reach || f.End <= f.Start || f.End > len(plain) {
			t.Errorf("finding %d..%d overlaps or is empty", f.Start, f.End)
		}
		reach = f.End
		if _, ok := ids[f.Entity]; !ok {
			t.Errorf("finding of no entity")
		}
	}
}

func TestResolveIDsAreStable(t *testing.T) {
	id := func(text string) EntityID {
		r := identity(text)
		ms := findPeople([]*reading{r}, [][]match{nil}, nil)
		_, es, _ := resolve(nil, []*reading{r}, ms, nil)
		if len(es) == 0 {
			t.Fatalf("nothing found in %q", text)
		}
		return es[len(es)-1].ID
	}
	if a, b := id("I asked Priya."), id("And then, later, I asked PRIYA again"); a != b || len(a) != 8 {
		t.Errorf("ids %q and %q", a, b)
	}
}

func TestResolveDerivesWhatIsNotWritten(t *testing.T) {
	r := identity("I asked Jane Doemann about it.")
	_, es, _ := resolve(nil, []*reading{r}, findPeople([]*reading{r}, [][]match{nil}, nil), nil)
	if len(es) != 1 {
		t.Fatalf("%d entities", len(es))
	}
	for _, want := range []string{"jdoemann", "j.doemann", "jane.doemann", "janed"} {
		if !slices.Contains(es[0].Derived, want) {
			t.Errorf("%q is not derived: %q", want, es[0].Derived)
		}
	}
}

func TestResolveKnowsTheAuthor(t *testing.T) {
	known := []Known{{Kind: Person, Forms: []string{"Ola", "Ola Nordmann"}, Author: true}}
	r := identity("Ola wrote this, said Kari Bremnes.")
	_, es, _ := resolve(nil, []*reading{r}, findPeople([]*reading{r}, [][]match{nil}, known), known)
	for _, e := range es {
		if e.Author != strings.HasPrefix(e.Name, "Ola") {
			t.Errorf("%q: author %v", e.Name, e.Author)
		}
	}
}

func FuzzFindPeople(f *testing.F) {
	for _, c := range nameCases {
		f.Add(c.text)
	}
	f.Add("\xff\xfe Priya\xc3 S. \u0301a' 's -\n-")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd") // as readings are
		once := func() ([]Finding, []Entity) {
			r := identity(text)
			fs, es, _ := resolve([]Source{{Text: text}}, []*reading{r}, findPeople([]*reading{r}, [][]match{nil}, nil), nil)
			return fs, es
		}
		fs, es := once()
		checkEntities(t, text, fs, es)
		gs, hs := once()
		if !slices.Equal(fs, gs) || len(es) != len(hs) {
			t.Error("another result for the same text")
		}
	})
}
