package redact

import (
	"regexp"
	"strings"
)

// Feasts and days off of many countries, by which a reader finds the date. They are written as names are; a few of them
// are names as well, and then only taken for a feast where a word beside them says so.

// feasts in lower case, | where a space stands.
var feasts = phrases(`noël navidad heiligabend nikolaustag silvester dreikönig dreikönigstag rosenmontag weiberfastnacht aschermittwoch karfreitag ostermontag ostersonntag pfingstmontag
	fronleichnam|fasnacht karneval fasnacht fronleichnam allerheiligen reformationstag martinstag sankt|martin erntedank schützenfest kirmes kerwe valentinstag walpurgisnacht johannisnacht adventssonntag semesterferien
	pâques pentecôte toussaint ascension saint-jean fête|nationale quatorze|juillet épiphanie chandeleur assomption tabaski korité magal gamou
	semana|santa día|de|reyes nochebuena nochevieja carnaval san|fermín sanfermines las|fallas fallas sant|jordi diada día|de|muertos día|de|los|muertos fiestas|patrias feria|de|abril romería
	festa|junina festas|juninas são|joão réveillon páscoa finados consciência|negra tiradentes corpus|christi pasqua pasquetta ferragosto befana capodanno san|silvestro ognissanti immacolata sant'ambrogio
	sinterklaas koningsdag koningsnacht pasen pinksteren hemelvaart bevrijdingsdag juhannus vappu pääsiäinen joulu jouluaatto midsommar midsommarafton valborg påsk pingst julafton juleaften nyttårsaften nyårsafton
	syttende|mai sankthans sankt|hans fastelavn jónsmessa þorrablót boże|narodzenie wigilia wielkanoc boże|ciało majówka andrzejki trzech|króli wszystkich|świętych vánoce velikonoce masopust karácsony húsvét crăciun revelion
	ramazan|bayramı ramazan kurban|bayramı nevruz ramadhan ramzan iftar idul|fitri idul|adha lebaran hari|raya nyepi galungan waisak ashura arbaeen mawlid yalda
	deepavali onam pongal navratri dussehra durga|puja ganesh|chaturthi raksha|bandhan janmashtami lohri baisakhi vaisakhi makar|sankranti ugadi vishu bihu karva|chauth losar vesak esala|perahera dashain tihar
	tết seollal suneung obon tanabata setsubun hanami loy|krathong mid-autumn|festival qingming dragon|boat|festival double|eleven spring|festival national|day naadam tsagaan|sar
	pesach sukkot purim shavuot simchat|torah meskel timkat genna enkutatash jamhuri|day mashujaa|day madaraka|day heritage|day youth|day freedom|day
	juneteenth labour|day veterans|day presidents'|day columbus|day groundhog|day fourth|of|july st|patrick's|day st.|patrick's|day burns|night hogmanay guy|fawkes bonfire|night pancake|day shrove|tuesday ash|wednesday
	good|friday easter|monday may|day victoria|day canada|day anzac|day waitangi|day matariki australia|day melbourne|cup candlemas michaelmas whitsun remembrance|day armistice|day patch|tuesday noel natale natal reyes`)

// feastsToo are those that are names of people too, or words.
var feastsToo = wordSet("noel natale natal reyes noël vishu genna fallas ascension assomption purim vappu losar magal navidad toussaint may|day fiestas|patrias diada kerwe ramazan crăciun nochebuena carnaval wielkanoc ferragosto")

func phrases(list string) []string {
	ws := strings.Fields(list)
	for i, w := range ws {
		ws[i] = strings.ReplaceAll(w, "|", " ")
	}
	return ws
}

// feastCues are feasts as the text in lower case has them, where only ASCII letters are small.
var feastCues = func() []string {
	out := make([]string, len(feasts))
	for i, f := range feasts {
		out[i] = strings.ToUpper(f[:1]) + f[1:]
		if f[0] >= 0x80 {
			out[i] = f
		}
	}
	return out
}()

var feastRules = []rule{
	{
		id: "date.feast", kind: Date, asks: true, reason: "a point in the calendar",
		cues: feastCues, reach: 28,
		pattern: `(?i)(?:^|[^\p{L}\p{N}'_-])(` + strings.Join(quoted(feasts), "|") + `)(?:$|[^\p{L}\p{N}_-])`,
		check:   feast,
		finds:   []string{"on the night of ⟦Suneung⟧, quiet", "it was ⟦Sankt Hans⟧ and", "after ⟦Noël⟧ we", "the week of ⟦Festa Junina⟧.", "⟦Burns Night⟧ was"},
		leaves:  []string{"Noel said", "reyes", "the ascension of the pipe", "a national day"},
	},
}

func quoted(list []string) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = regexp.QuoteMeta(w)
	}
	return out
}

// feast decides whether a word is a feast: written as a name is, and, where people are called so too, with a word of time
// before it.
func feast(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if first := firstOf(t); first == firstOf(strings.ToLower(t)) {
		return false
	}
	if !feastsToo[strings.ToLower(t)] {
		return true
	}
	switch s.wordBefore(m.start) {
	case "at", "on", "before", "after", "since", "until", "during", "over", "this", "last", "next", "first", "every", "an", "zu", "nach", "vor", "über", "à", "avant", "après", "depuis", "de", "no", "na", "en", "antes", "depois", "después", "a", "dopo", "prima", "di", "past", "around", "i", "på", "til", "w", "przed", "po":
		return true
	}
	return false
}
