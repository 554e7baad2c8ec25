package lexicon

import (
	"slices"
	"strings"
	"testing"
)

var lists = map[string]string{
	"given.txt":       givenList,
	"family.txt":      familyList,
	"products.txt":    productList,
	"places.txt":      placeList,
	"words.txt":       wordList,
	"words_extra.txt": extraList,
	"german.txt":      germanList,
	"foreign.txt":     foreignList,
}

func TestLists(t *testing.T) {
	atLeast := map[string]int{
		"given.txt": 2500, "family.txt": 1000, "products.txt": 600, "places.txt": 1500,
		"words.txt": 9000, "words_extra.txt": 4000, "german.txt": 4000, "foreign.txt": 1500,
	}
	for name, text := range lists {
		t.Run(name, func(t *testing.T) {
			var keys []string
			for entry := range entries(text) {
				key, _ := cutMark(entry)
				if Fold(key) != key || strings.TrimSpace(key) != key {
					t.Errorf("%q is not in key form", key)
				}
				keys = append(keys, key)
			}
			if !slices.IsSorted(keys) {
				t.Error("not sorted")
			}
			if n := len(slices.Compact(slices.Clone(keys))); n != len(keys) {
				t.Errorf("%d entries twice", len(keys)-n)
			}
			if len(keys) < atLeast[name] {
				t.Errorf("%d entries, want at least %d", len(keys), atLeast[name])
			}
		})
	}
}

func TestAcronymList(t *testing.T) {
	var keys []string
	for entry := range entries(acronymList) {
		if strings.ToUpper(entry) != entry {
			t.Errorf("%q is not in upper case", entry)
		}
		keys = append(keys, entry)
	}
	if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) || len(keys) < 600 {
		t.Errorf("%d entries, want at least 600, sorted, each once", len(keys))
	}
}

// A name may be hidden without asking only because nothing else bears it: every
// other class must know the same key by its mark.
func TestMarks(t *testing.T) {
	for file, text := range lists {
		for entry := range entries(text) {
			key, marks := cutMark(entry)
			c := lookup(key)
			if nameOnly(c) {
				if c&(english|product|place) != 0 {
					t.Errorf("%q is a name and an English word, product or place without a mark", key)
				}
				if c&german != 0 && c&ambiguousGerman == 0 {
					t.Errorf("%q is a name and a German word without a mark", key)
				}
				if c&foreign != 0 && c&ambiguousForeign == 0 {
					t.Errorf("%q is a name and a foreign word without a mark", key)
				}
				_, month := Month(key)
				_, weekday := Weekday(key)
				if (month || weekday) && c&ambiguousForeign == 0 {
					t.Errorf("%q is a name and a date without a mark", key)
				}
				if Acronym(strings.ToUpper(key)) {
					t.Errorf("%q is a name and an acronym without a mark", key)
				}
				if Word(key) || Word(key+"'s") {
					t.Errorf("%q is a name without a mark and a word", key)
				}
				if c&ambiguousGerman == 0 && GermanWord(key) {
					t.Errorf("%q is a name without a mark and a German word", key)
				}
			}
			if marks&ambiguous != 0 && !hasReason(key) {
				t.Errorf("%q is marked as ambiguous in %s, but is nothing else", key, file)
			}
		}
	}
}

// hasReason reports whether key is more than one thing.
func hasReason(key string) bool {
	c := lookup(key)
	classes := 0
	for _, one := range []class{given | family, product, place, english, german, foreign} {
		if c&one != 0 {
			classes++
		}
	}
	_, month := Month(key)
	_, weekday := Weekday(key)
	// Two letters are too little to be sure of: initials, units, commands.
	return classes > 1 || month || weekday || len(key) <= 2 || Word(key) || GermanWord(key) || Acronym(strings.ToUpper(key))
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Łukasz": "lukasz", "Søren": "soren", "Weiß": "weiss", "Æsa": "aesa", "Þór": "thor",
		"Işık": "isik", "İbrahim": "ibrahim", "Đorđe": "dorde", "Œuvre": "oeuvre", "Nguyễn": "nguyen",
		"Zoë": "zoe", "ﬁne": "fine", "O’Brien": "o'brien", "PRIYA": "priya", "Störung": "storung",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if again := Fold(Fold(in)); again != Fold(in) {
			t.Errorf("Fold is not stable for %q", in)
		}
	}
}

func TestCalendar(t *testing.T) {
	seen := make(map[string]string)
	for entry := range entries(calendarList) {
		key, n, kind := cutDate(entry)
		last := map[string]int{"month": 12, "weekday": 7}[kind]
		if n < 1 || n > last || Fold(key) != key {
			t.Errorf("cannot read %q", entry)
		}
		if other, ok := seen[key+kind]; ok {
			t.Errorf("%q contradicts %q", entry, other)
		}
		seen[key+kind] = entry
	}
	for key, want := range map[string]int{"march": 3, "märz": 3, "sept": 9, "août": 8, "maj": 5, "grudnia": 12, "luglio": 7} {
		if got, ok := Month(Fold(key)); !ok || got != want {
			t.Errorf("Month(%q) = %d, %t, want %d", key, got, ok, want)
		}
	}
	for key, want := range map[string]int{"tue": 2, "sunday": 7, "donnerstag": 4, "sábado": 6, "vendredi": 5, "måndag": 1} {
		if got, ok := Weekday(Fold(key)); !ok || got != want {
			t.Errorf("Weekday(%q) = %d, %t, want %d", key, got, ok, want)
		}
	}
	if _, ok := Month("monday"); ok {
		t.Error("monday is not a month")
	}
}

func TestNames(t *testing.T) {
	sure := "Priya Aoife Søren Łukasz Björk Nguyễn Oluwaseun Chiamaka Thabo Wanjiku Hyun-woo Xiaoming Takeshi Zeynep" +
		" Mehmet Ioana Zsófia Siobhán Dmitry Oksana Giorgi Anahit Aynur Azamat Shirin Fatima Yael Şivan Gurpreet" +
		" Anindita Karthik Lakshmi Sreejith Nuwan Tashi Ayesha Nattapong Putri Liwayway Kwame Nomvula Tendai Tewodros" +
		" Hodan Aroha Sione Keola Matti Piret Jānis Rūta Iker Montse Hannelore Jörg Joerg Femke Majo Bex Nico Sasha Jules"
	for _, name := range strings.Fields(sure) {
		if key := Fold(name); !Given(key) || Ambiguous(key) {
			t.Errorf("%s: Given %t, Ambiguous %t", name, Given(key), Ambiguous(key))
		}
	}
	unsure := "Will May Mark Hope Rose Grace Art Bill Rich Drew Pat Sandy June April Chase Jack Frank Miles Dean Jean Summer" +
		" Ivy Lance Rob Sue Guy Ray Faith Joy Dawn Eve Basil Jade Ruby Crystal Julia Hana An Do Hai Van Travis Jasmine" +
		" Cassandra Claude Alexa Florence Sofia Jordan Chad Georgia"
	for _, name := range strings.Fields(unsure) {
		if key := Fold(name); !Given(key) || !Ambiguous(key) {
			t.Errorf("%s: Given %t, Ambiguous %t", name, Given(key), Ambiguous(key))
		}
	}
	for _, name := range strings.Fields("Patel Müller Smith García Kowalczyk Nguyen Okafor Yılmaz Tanaka Virtanen O'Brien Papadopoulos Zhang Hernández Shevchenko Al-Masri Fitzgerald") {
		if key := Fold(name); !Family(key) || Ambiguous(key) {
			t.Errorf("%s: Family %t, Ambiguous %t", name, Family(key), Ambiguous(key))
		}
	}
	for _, name := range strings.Fields("Park Lee Young Long King Cook Baker Brown White Black Green Stone Wood Hill Field Bell Ford Price Page Day Moon Wolf Fox") {
		if key := Fold(name); !Family(key) || !Ambiguous(key) {
			t.Errorf("%s: Family %t, Ambiguous %t", name, Family(key), Ambiguous(key))
		}
	}
	for _, name := range strings.Fields("Koch Richter Klein Schneider Vogel") {
		if key := Fold(name); Ambiguous(key) || !AmbiguousGerman(key) || !GermanWord(key) {
			t.Errorf("%s: Ambiguous %t, AmbiguousGerman %t, GermanWord %t", name, Ambiguous(key), AmbiguousGerman(key), GermanWord(key))
		}
	}
}

func TestThings(t *testing.T) {
	for _, key := range []string{"redis", "kafka", "kubernetes", "google cloud", "patroni", "levenshtein", "systemd", "power bi"} {
		if !Product(key) || len(strings.Fields(key)) > MaxProductWords() {
			t.Errorf("%q is not a product", key)
		}
	}
	for _, key := range []string{"new york", "rio de janeiro", "nairobi", "krakow", "bengaluru", "reading", "frankfurt am main"} {
		if !Place(key) || len(strings.Fields(key)) > MaxPlaceWords() {
			t.Errorf("%q is not a place", key)
		}
	}
	for _, s := range []string{"HTTP", "OOM", "SELECT", "SIGTERM", "UTC", "VMs", "SLOs", "DBAs", "TODO"} {
		if !Acronym(s) {
			t.Errorf("%q is not an acronym", s)
		}
	}
	for _, s := range []string{"http", "Oom", "PRIYA", "GRACE", "TOM", "s", "A1B2"} {
		if Acronym(s) {
			t.Errorf("%q is an acronym", s)
		}
	}
	for _, key := range []string{"priya", "maria", "hands", "english"} {
		if Product(key) || Place(key) {
			t.Errorf("%q is a product or a place", key)
		}
	}
}

func TestWord(t *testing.T) {
	for _, key := range strings.Fields("the failover failovers throttled throttling backfilled runbooks pager's paging rollback" +
		" mistyped mistyping reassigned unacked undeployed slowly hungrily possibly stories watches boxes pinned restarting" +
		" oye yeah lgtm hmm breakfast kettle colleague colleague's kids' tired ashamed will may rose hope frank") {
		if !Word(key) {
			t.Errorf("%q is not a word", key)
		}
	}
	for _, key := range strings.Fields("priya ines reed's kafka jens hines fredrik andreas niels ming singh browning fleming golding" +
		" renata una unai delia colin colette presley outi bergmann xqzt") {
		if nameOnly(lookup(key)) && Word(key) {
			t.Errorf("%q is a word", key)
		}
	}
	if Word("xqzt") || Word("") || Word("s") {
		t.Error("no word is a word")
	}
}

func TestGermanWord(t *testing.T) {
	for _, word := range strings.Fields("Rechner Rechners Sitzung Sitzungen Sperre Tabelle Ausfall Ausfälle Störung Störungsmeldung" +
		" Stoerungsmeldung Dienst Kunde Kundendaten Lager Lagerverwaltungssystem Frühdienst Fahrer Tourenabschluss Tourenabschlusses" +
		" Nachtlauf Datenbankverbindung Plattenplatzwarnung Deployfenster Clusterknoten Bereitschaftstelefon Auftragsnummern" +
		" Wartungsfenster Neustart geprüft abgeschaltet hochgefahren zurückgerollt abzuschalten langsamer größere verspätete" +
		" Kühlhaus Schaltplan Fehlermeldungen Entscheidungsgrundlage Kundenanrufe gepatcht wäre waere unbestätigte Lieferscheindrucker") {
		if !GermanWord(Fold(word)) {
			t.Errorf("%q is not a German word", word)
		}
	}
	for _, name := range strings.Fields("Priya Bergmann Hoffmann Zimmermann Rosenthal Lindqvist Steinfeld Goldberg Waldmann Neumann Schönfeld" +
		" Feldhaus Sonnenberg Aydın Kowalski Hannes Dieter Jürgen Juergen Annegret Schumacher Nowak Yusuf Bachmeier Eichhorst Kafka") {
		key := Fold(name)
		if GermanWord(key) && !AmbiguousGerman(key) {
			t.Errorf("%q is a German word", name)
		}
	}
}

func TestForeignWord(t *testing.T) {
	for _, word := range strings.Fields("aussi réveillé está después então você perché anche omdat także ponieważ också därför l'heure d'attente c'est") {
		if !ForeignWord(Fold(word)) {
			t.Errorf("%q is not a word", word)
		}
	}
	if ForeignWord("maria") || ForeignWord("priya") {
		t.Error("a name is a foreign word")
	}
}

func TestFamilyEndings(t *testing.T) {
	for _, name := range strings.Fields("Xanthíusdóttir Wołkrzyński Brzękowicz Testopoulos Kvartashvili Gundarsson Marendescu Örtqvist") {
		if key := Fold(name); !Family(key) {
			t.Errorf("%s is not a family name", name)
		}
	}
	for _, word := range strings.Fields("lesson wissen vergessen Interessen Adressen enko maelstrom person comparison punainen") {
		if key := Fold(word); lookup(key)&family == 0 && Family(key) {
			t.Errorf("%s is a family name", word)
		}
	}
}

// A parse must stay under 15 ms: it happens while somebody waits.
func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		parse()
	}
}

func BenchmarkLookup(b *testing.B) {
	keys := strings.Fields("priya redeployed storungsmeldung kafka wanjiku xqzt possibly")
	for b.Loop() {
		for _, key := range keys {
			Given(key)
			Word(key)
			GermanWord(key)
		}
	}
}

// TestFilters checks that what the filters say is not in the lists is not, and that German words are made of letters.
func TestFilters(t *testing.T) {
	l := lexicon()
	for key, c := range l.classes {
		if !l.keys.may(key) {
			t.Errorf("%q is not found", key)
		}
		if c&german != 0 && (!l.parts.may(key) || strings.ContainsAny(key, "._")) {
			t.Errorf("%q is not found as a German word", key)
		}
	}
	for part := range shortParts {
		if strings.ContainsAny(part, "._") {
			t.Errorf("%q is not found as a part of a word", part)
		}
	}
}
