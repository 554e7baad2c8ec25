package indirect

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A figure is an exact number of money, of people or of what they sent: somebody's logs hold it once.
type figure struct {
	amount
	with string
}

// An amount is a number in a text, read.
type amount struct {
	start, end int
	value      float64
}

const (
	numberForm = `(\d{1,3}(?:[.,' ’\x{202F}]\d{3})+(?:[.,]\d{1,2})?|\d{4,12}|\d{1,3}[.,]\d{1,3}|\d{1,3})`
	scaleForm  = `(?:[  ]?(thousand|million|billion|Tausend|Millionen|Milliarden|Mio\.?|Mrd\.?|mille|millions?|milliards?|mil|millones|lakh|crore|[kKM]\b|bn|mn))?`
	moneyAfter = `[  ]?(?:€|£|\$|(?:euros?|dollars?|pounds?|francs?|pesos|reais|rupees|yen|EUR|USD|GBP|CHF|Euro|Franken|kr|zł)\b)`
)

var (
	amountForm = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF)[  ])?` + numberForm + scaleForm + `(` + moneyAfter + `)?`)
	})
	counted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ (?:[\p{L}-]+ ){0,2}?([\p{L}]+)`) })
)

// languages of figures.
const (
	en = iota
	de
	fr
	es
)

// nouns are what exact numbers count, by language.
var nouns = map[string]int{}

func init() {
	for language, list := range []string{
		`users customers requests orders payments transactions rows records messages events calls sessions accounts patients students pupils devices
		 stores shops tickets mails emails e-mails jobs invoices bookings reservations passengers seats drivers visitors subscribers members employees
		 households meters parcels packages shipments documents entries claims samples votes voters logins downloads streams viewers listeners players
		 riders beds trips flights trains refunds charges carts baskets clicks impressions citizens tenants merchants sellers buyers readings
		 prescriptions appointments connections people lines items hits pages cards`,
		`buchungen bestellungen kunden nutzer benutzer anfragen zahlungen zeilen datensätze nachrichten patienten patientinnen fälle belege rechnungen pakete
		 geräte konten aufträge tickets mails fahrgäste haushalte zähler mitarbeiter schüler studierende sitzungen aufrufe überweisungen reservierungen termine
		 rezepte sendungen versicherte mitglieder besucher lieferungen einträge`,
		`commandes clients utilisateurs requêtes paiements lignes patients factures comptes colis réservations appels billets élèves étudiants abonnés
		 transactions messages dossiers virements visiteurs foyers salariés`,
		`pedidos clientes usuarios peticiones solicitudes pagos filas mensajes pacientes facturas cuentas paquetes reservas llamadas boletos registros alumnos
		 transacciones visitas abonados envíos`,
	} {
		for n := range strings.FieldsSeq(list) {
			if _, ok := nouns[n]; !ok {
				nouns[n] = language
			}
		}
	}
}

// key is equal for equal amounts, however they are written.
func (a amount) key() string { return strconv.FormatFloat(a.value, 'f', -1, 64) }

// A reading is an amount with what its form says of it.
type reading struct {
	amount
	digits int    // that count
	money  bool   // a currency stands with it
	scale  string // million, k
}

// amountAt reads the amount that a word at start begins; end is where the word ends.
func amountAt(text string, start, end int) (r reading, ok bool) {
	if c := text[start]; c < '0' || c > '9' {
		return r, false
	}
	from := start
	for _, sign := range []string{"$", "€", "£", "¥", "₹", "USD ", "EUR ", "GBP ", "CHF "} {
		if strings.HasSuffix(text[:start], sign) {
			from = start - len(sign)
		}
	}
	if from > 0 && strings.IndexByte(".,:/-+#%=_'", text[from-1]) >= 0 || from > 0 && wordByte(text[from-1]) {
		return r, false
	}
	m := amountForm().FindStringSubmatchIndex(text[from:min(len(text), from+80)])
	if m == nil || from+m[1] < end && wordByte(text[from+m[1]]) {
		return r, false
	}
	stop := from + m[1]
	if stop < len(text) && (strings.IndexByte("/%-:_@", text[stop]) >= 0 || wordByte(text[stop]) ||
		(text[stop] == '.' || text[stop] == ',') && stop+1 < len(text) && text[stop+1] >= '0' && text[stop+1] <= '9') {
		return r, false
	}
	r.start, r.end, r.money = from, stop, from < start || m[6] >= 0
	r.value, r.digits = read(text[from+m[2] : from+m[3]])
	if m[4] >= 0 {
		r.scale = strings.TrimRight(strings.ToLower(text[from+m[4]:from+m[5]]), ".")
		if number := text[from+m[2] : from+m[3]]; fraction(number, r.scale) {
			r.value, _ = strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
		}
		r.value *= scales[r.scale]
	}
	return r, true
}

// fraction says whether three digits behind the only separator of a number with a scale are a fraction: 1.204 million, 1,204
// Millionen, but not 1,204 million.
func fraction(number, scale string) bool {
	k := strings.IndexAny(number, ".,")
	if k < 0 || strings.ContainsAny(number[k+1:], "., '’\u202f") {
		return false
	}
	return number[k] == '.' || commaScales[scale]
}

// commaScales are scales of languages whose fractions follow a comma.
var commaScales = map[string]bool{"tausend": true, "millionen": true, "milliarden": true, "mio": true, "mrd": true, "mille": true, "milliard": true, "milliards": true, "mil": true, "millones": true}

// figureAt reads the figure that a word at start begins; end is where the word ends.
func figureAt(text string, start, end int) (figure, bool) {
	r, ok := amountAt(text, start, end)
	if !ok {
		return figure{}, false
	}
	from, stop, value, digits, money, scale := r.start, r.end, r.value, r.digits, r.money, r.scale
	language, isCounted := en, false
	if w := counted().FindStringSubmatch(text[stop:min(len(text), stop+60)]); w != nil {
		for word := range strings.FieldsSeq(strings.ToLower(w[0])) {
			if l, ok := nouns[word]; ok {
				language, isCounted = l, true
				break
			}
		}
		if !isCounted {
			// The words between may have stopped the search before the noun.
			rest := strings.Fields(strings.ToLower(text[stop:min(len(text), stop+60)]))
			for _, word := range rest[:min(3, len(rest))] {
				if l, ok := nouns[strings.Trim(word, ",.;:)")]; ok {
					language, isCounted = l, true
					break
				}
			}
		}
	}
	whole := int(value)
	switch {
	case money && (digits < 2 || value < 100):
		return figure{}, false
	case !money && (!isCounted || digits < 3 || value < 1000 || whole&(whole-1) == 0):
		return figure{}, false
	}
	if money {
		tail := strings.ToLower(text[stop-min(12, stop-from) : stop])
		switch {
		case scale == "millionen" || scale == "milliarden" || scale == "mio" || scale == "mrd" || strings.HasSuffix(text[from:stop], "Euro") || strings.HasSuffix(tail, "franken"):
			language = de
		case scale == "millones" || strings.HasSuffix(tail, "pesos"):
			language = es
		}
		return figure{r.amount, sum(value, language)}, true
	}
	return figure{r.amount, about(value, language)}, true
}

// read is a number as it is written with its separators, and how many of its digits count.
func read(s string) (value float64, digits int) {
	groups := regexpGroups().MatchString(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case (r == '.' || r == ',') && (!groups || len(s)-i <= 3):
			b.WriteByte('.')
		}
	}
	value, _ = strconv.ParseFloat(b.String(), 64)
	plain := strings.Trim(strings.ReplaceAll(b.String(), ".", ""), "0")
	return value, len(plain)
}

var regexpGroups = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{1,3}(?:[.,' ’\x{202F}]\d{3})+(?:[.,]\d{1,2})?$`)
})

var scales = map[string]float64{"thousand": 1e3, "tausend": 1e3, "k": 1e3, "mille": 1e3, "mil": 1e3, "million": 1e6, "millions": 1e6, "millionen": 1e6,
	"mio": 1e6, "m": 1e6, "mn": 1e6, "millones": 1e6, "billion": 1e9, "bn": 1e9, "milliarden": 1e9, "mrd": 1e9, "milliard": 1e9, "milliards": 1e9, "lakh": 1e5, "crore": 1e7}

// about is a number to one digit, in words: "about 4 million".
func about(value float64, language int) string {
	step := math.Pow(10, math.Floor(math.Log10(value)))
	value = math.Round(value/step) * step
	lead := []string{"about ", "etwa ", "environ ", "unos "}[language]
	units := [][]string{{" thousand", " million", " billion"}, {".000", " Millionen", " Milliarden"}, {" 000", " millions de", " milliards de"}, {".000", " millones de", " mil millones de"}}[language]
	for i, size := range []float64{1e9, 1e6} {
		if value >= size {
			if value == size && language == es {
				return []string{"cerca de mil millones de", "cerca de un millón de"}[i]
			}
			words := fmt.Sprintf("%g%s", value/size, units[2-i])
			return lead + strings.NewReplacer("1 Millionen", "1 Million", "1 Milliarden", "1 Milliarde").Replace(words)
		}
	}
	if language == en {
		return fmt.Sprintf("%s%d,000", lead, int(value/1e3))
	}
	return fmt.Sprintf("%s%d%s", lead, int(value/1e3), units[0])
}

// sum is an amount of money by its number of digits.
func sum(value float64, language int) string {
	n := int(math.Floor(math.Log10(value))) + 1
	n = min(max(n, 3), 10)
	switch language {
	case de:
		return "ein " + []string{"drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"}[n-3] + "stelliger Betrag"
	case fr:
		return "une somme à " + []string{"trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"}[n-3] + " chiffres"
	case es:
		return "una suma de " + []string{"tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"}[n-3] + " cifras"
	}
	name := []string{"three", "four", "five", "six", "seven", "eight", "nine", "ten"}[n-3]
	if n == 8 {
		return "an eight-figure sum"
	}
	return "a " + name + "-figure sum"
}

// amounts adds to the questions about figures what else in the lines is the same amount, written in another way, so that one
// answer holds for both.
func (f *finder) amounts(lines []hints) {
	for i := range f.found {
		q := &f.found[i]
		same := ""
		if q.Kind == Figure {
			same = sameAmount(q.Words)
		}
		if same == "" {
			continue
		}
		for k, h := range lines {
			for _, a := range h.amounts {
				words := f.lines[k].Text[a.start:a.end]
				if a.key() == same && words != q.Words && f.lines[k].owns(a.start, a.end) && len(q.Also) < mostChanges &&
					!slices.ContainsFunc(q.Also, func(c Change) bool { return c.Words == words }) {
					q.Also = append(q.Also, Change{Words: words, With: q.With})
				}
			}
		}
	}
}

// sameAmount is the key of the amount that words are, "" where they are none.
func sameAmount(words string) string {
	for i := range len(words) {
		if words[i] >= '0' && words[i] <= '9' {
			_, end := nextWord(words, i)
			if r, ok := amountAt(words, i, end); ok && r.start == 0 && r.end == len(words) {
				return r.key()
			}
			break
		}
	}
	return ""
}
