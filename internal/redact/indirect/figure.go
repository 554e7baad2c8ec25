package indirect

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A figure is an exact number of money, of people or of what they sent: somebody's logs hold it once.
type figure struct {
	start, end int
	with       string
}

const (
	numberForm = `(\d{1,3}(?:[.,' ’\x{202F}]\d{3})+(?:[.,]\d{1,2})?|\d{4,12}|\d{1,3}[.,]\d{1,3}|\d{1,3})`
	scaleForm  = `(?:[  ]?(thousand|million|billion|Tausend|Millionen|Milliarden|Mio\.?|Mrd\.?|mille|millions?|milliards?|mil|millones|lakh|crore|[kKM]\b|bn|mn))?`
	moneyAfter = `[  ]?(?:€|£|\$|(?:euros?|dollars?|pounds?|francs?|pesos|reais|rupees|yen|EUR|USD|GBP|CHF|Euro|Franken|kr|zł)\b)`
)

var (
	amount = sync.OnceValue(func() *regexp.Regexp {
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

// figureAt reads the figure that a word at start begins; at is where the next word would be looked for.
func figureAt(text string, start, end, at int) (figure, bool) {
	if c := text[start]; c < '0' || c > '9' {
		return figure{}, false
	}
	from := start
	for _, sign := range []string{"$", "€", "£", "¥", "₹", "USD ", "EUR ", "GBP ", "CHF "} {
		if strings.HasSuffix(text[:start], sign) {
			from = start - len(sign)
		}
	}
	if from > 0 && strings.IndexByte(".,:/-+#%=_'", text[from-1]) >= 0 || from > 0 && wordByte(text[from-1]) {
		return figure{}, false
	}
	m := amount().FindStringSubmatchIndex(text[from:min(len(text), from+80)])
	if m == nil || from+m[1] < end && wordByte(text[from+m[1]]) {
		return figure{}, false
	}
	stop := from + m[1]
	if stop < len(text) && (strings.IndexByte("/%-:_@", text[stop]) >= 0 || wordByte(text[stop]) ||
		(text[stop] == '.' || text[stop] == ',') && stop+1 < len(text) && text[stop+1] >= '0' && text[stop+1] <= '9') {
		return figure{}, false
	}
	money := from < start || m[6] >= 0
	value, digits := read(text[from+m[2] : from+m[3]])
	scale := ""
	if m[4] >= 0 {
		scale = strings.TrimRight(strings.ToLower(text[from+m[4]:from+m[5]]), ".")
		value *= scales[scale]
	}
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
		return figure{from, stop, sum(value, language)}, true
	}
	return figure{from, stop, about(value, language)}, true
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
