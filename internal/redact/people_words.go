package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
	"firsthand/internal/redact/recent"
)

// evidence is what the word lists say of a word. That it is an ordinary German word is only looked up for accounts
// that are German in part: it takes longest.
type evidence uint16

const (
	isGiven     evidence = 1 << iota // a given name
	isFamily                         // a family name
	isAmbiguous                      // a name that is also a word: Will, May, Rose
	isProduct                        // a product or project
	isPlace                          // a city or country
	isAcronym                        // an acronym of the trade
	isWord                           // an ordinary English word
	isGerman                         // an ordinary German word
	isForeign                        // an ordinary word of another language
	isMonth                          // a month
	isWeekday                        // a weekday
	isGermanToo                      // a name that is an ordinary word in German only: Koch, Richter
)

func evidenceOf(fold string) evidence { return evidences.Of(fold, look) }

var evidences recent.Answers[evidence]

func look(fold string) evidence {
	var e evidence
	for _, l := range lists {
		if l.has(fold) && !(l.bit == isMonth && e.name() && !englishMonths[fold]) {
			e |= l.bit
		}
	}
	return e
}

// A memory keeps what the lists say of the words of one account, most of which come again and again.
type memory map[string]evidence

func (m memory) of(fold string) evidence {
	e, ok := m[fold]
	if !ok {
		e = evidenceOf(fold)
		m[fold] = e
	}
	return e
}

// spelled is what the lists say of a word in Cyrillic or Greek letters.
func (m memory) spelled(word string) evidence {
	key := "\x00" + word
	e, ok := m[key]
	if !ok {
		_, e = spelledName(word)
		m[key] = e
	}
	return e
}

var lists = []struct {
	bit evidence
	has func(string) bool
}{
	{isGiven, lexicon.Given}, {isFamily, lexicon.Family}, {isAmbiguous, lexicon.Ambiguous},
	{isProduct, lexicon.Product}, {isPlace, lexicon.Place}, {isWord, lexicon.Word},
	{isGermanToo, lexicon.AmbiguousGerman}, {isForeign, lexicon.ForeignWord},
	{isMonth, func(w string) bool { _, ok := lexicon.Month(w); return ok }},
	{isWeekday, func(w string) bool { _, ok := lexicon.Weekday(w); return ok }},
}

// englishMonths are months also where they are names; Mei is one in Dutch only.
var englishMonths = nameSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")

func (e evidence) name() bool { return e&(isGiven|isFamily) != 0 }

func nameSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[foldName(w)] = true
	}
	return m
}

// particles stand inside names and have no capital: van der Berg, de la Cruz, al-Zahra.
var particles = nameSet(`van von der den de del della di da do dos das du la le el al ul bin bint ibn abu ben ter ten
	zu zur vom af av y e und and- binti bte ap ferch verch`)

// titles stand before a name and are not part of it.
var titles = nameSet(`mr mrs ms miss mx dr prof professor sir madam maam ma'am herr frau fraulein hr fr bay bayan mme mlle madame
	monsieur mademoiselle maitre sig signor signora signorina señor señora señorita senor senora senhor senhora sr sra srta
	dona doña don seu pan pani panna panie pane pana mgr inz inż dr-ing ing dipl-ing eng engr arch arq adv avv barr rev fr pastor
	sister brother imam hon alhaji alhaja alh hajia hajiya mallam malam oga chief sheikh mwalimu bwana bw mzee bibi bi mama baba
	papa anh chị chi em bác cô co chú ông bà thầy cậu pak bapak bu ibu mas mbak kak encik cik puan tuan datuk khun shri sri smt
	kumari ustad ustaz ustadh hajj haji hadji ato weizero weyzero kyrios kyria meneer mevrouw juffrouw oom tannie fru frk herr
	capt captain sgt lt officer coach uncle aunt auntie aunty tante tia tía tio tío onkel oncle abla ağabey mevr mevrouw mw dhr
	dott dottssa dottoressa mag lic herra rouva kuya ate tita tito khunying kapitan dra profa sra arq gospodin gospodja gospa
	gospod domnul doamna dl dna úr judr mudr bc
	г-н г-жа господин господина господину госпожа пан пані пана пану товарищ тов дядя тётя
	κ κα κος κύριος κυρία κύριο κυρίου`)

// lowTitles are the titles that are also common words when written small, so that they count only before a capital.
var lowTitles = nameSet(`don chief em chi bu mas miss captain officer uncle aunt das pan panna pana bay sir sr fr ing sig lt madam e
	ate mag lic mw tito tita tia tio arq kuya dott dra profa sra kapitan maitre eng arch adv hon rev pastor sister brother
	imam oga bi baba mama papa co coach cik dl bc inz mgr barr ato sri tante onkel oncle oom anh thay chu cau bac ong тов`)

// neverSmall are titles that are no titles where they are written small: the job ate Redis.
var neverSmall = nameSet("e ate miss bay mas mw em chi chu cau bac ong thay bu co bi das fr lt eng arch adv hon rev mag sri lic dl bc hr ba")

// title says whether the word is a title of the name after it.
func (t *tok) title() bool {
	switch {
	case strings.HasSuffix(t.text, "ª") && len(t.text) < 7: // Dª Milagros
		return true
	case !titles[t.fold]:
		return false
	case t.shape == shapeLower && neverSmall[t.fold]:
		return accented(t.text) // chị Thảo, cô Hà
	}
	return true
}

// nameTails may end a name after a comma or a space.
var nameTails = nameSet("jr sr ii iii iv junior senior filho neto")

// honorifics follow a name: Sato-san, Irfan bhai, 田中さん.
var honorifics = nameSet(`san sama kun chan sensei senpai bhai bhaiya didi ji jaan sahib saab sahab hanım hanim bey abi
	abla garu ssi nim shi xiansheng hoca usta maam ma'am akka bhau khanum effendi efendi úr néni bácsi sir madam paaji paji veera oppa unnie noona hyung nuna buchō kachō sempai teacher saar garu avargal`)

// toldVerbs take a person as their object: asked Priya, pinged mehmet.
var toldVerbs = nameSet(`asked ask asking asks told tell telling tells pinged ping pinging pings rang phoned phone phoning
	messaged messaging texted texting emailed mailed paged thanked thank thanking woke waking briefed reminded dmed
	dm'd poked nudged convinced persuaded interviewed warned begged greeted hugged invited informed consulted
	contacted contacting asked-for whatsapped slacked cc fyi thanks thx tks ty cheers kudos hi hello hey dear salut
	hallo hola ciao obrigado obrigada merci danke gracias bedankt tack kiitos dzięki
	fragte frage bat rief anrief bitte informierte weckte
	preguntó pregunté llamé avisé perguntei liguei chamei avisei appelé prévenu demandé réveillé`)

// callVerbs take a person as their object unless they name something: called Priya, but a service called Priya.
var callVerbs = nameSet("called calling call calls calls met meet joined relieved followed helped believed trusted heard")

// toVerbs take a person after to, with or from: spoke to mehmet, sat with Annika.
var toVerbs = nameSet(`spoke speak speaks speaking talked talk talks talking wrote write writing said say saying listened explained
	reported complained replied answered apologised apologized handed hand handover handed-over escalated escalate
	dictated showed mentioned forwarded sent send sat sit sitting paired pairing checked check checking argued agreed
	confirmed worked working chatted reached turned went walked back-to-back shouted whispered waved pointed read gave
	laughed joked call meeting sync synced debugged credit shout-out handoff hand-off passed assigned belongs
	introduced married`)

// saidVerbs have a person as their subject, whatever the word before them is.
var saidVerbs = nameSet(`said says saying say asked asks thinks thought suggested suggests wanted wants agreed agrees
	replied replies answered answers wondered wonders pinged pings typed types prefers preferred laughed laughs woke
	rang phoned phones   remembered remembers admitted apologised apologized offered offers insisted
	volunteered promised believed believes disagreed disagrees shrugged swore  nodded explained explains argued
	argues guessed suspected complained complains joked jokes sighed whispered shouted proposed proposes doubted
	doubts hoped  asked-for told tells   texted messaged smiled frowned grinned cried mumbled
	muttered yelled objected objects wished spoke speaks talked   drove    
	mentioned mentions recalled recalls worried worries loves loved hates hated  
	sagte sagt meinte meint fragte fragt schrieb schreibt bat rief bestätigte meldete findet fand wollte will-nicht
	antwortete erklärte dachte glaubt
	disse diz falou perguntou pediu respondeu acha achou dijo dice preguntó pidió respondió cree
	dit demande répond pense croit écrit veut signe remercie
	dedi söyledi sordu yazdı sade sa kirjoitti sanoi powiedział powiedziała napisał napisała zapytał zapytała`)

// didVerbs have a person or a machine as their subject: enough for a word that may be a name, not for an unknown one.
var didVerbs = nameSet(`ran runs run started starts stopped stops confirmed confirms noticed notices found finds fixed fixes
	reverted reverts restarted restarts merged merges approved approves deleted deletes changed changes moved moves
	rotated cleaned reran reruns rerun deployed deploys watched watches joined joins left leaves came comes picked took
	takes gave gives went goes put puts sent sends shared shares posted posts pasted pastes looked looks checked checks
	read reads saw sees made makes did does called calls opened opens closed closes pushed pushes pulled drafted drafts
	reviewed reviews rolled rolls paused pauses promoted rebooted killed kills flipped raised raises created creates
	added adds removed removes updated updates upgraded installed patched patches tested tests tried tries verified
	owns owned administrates administers runs leads led manages managed handles handled helped helps hosted had has
	is was will would could can should might must isn't wasn't hasn't won't didn't doesn't and-i marked rewrote wrote
	presents presented responded acked acknowledged acks declared declares announced shipped ships escalated
	learned learnt held holds kept counted counts planned used needed needs got gets felt feels slept sleeps works
	worked built builds grabbed showed shows flashed drew sat stood lost missed tripped rotates edited edits released
	wrote writes knew knows brought brings decided signed listened arrived talks walked met cancels cancelled canceled retried swapped broke borrowed pulls booked organised organized covered covers
	hat ist war wird kam ging hatte machte startete rief fuhr holte`)

// ownNouns are what people have: Priya's idea.
var ownNouns = nameSet(`fix change patch idea laptop pr commit branch script estimate sheet theory suggestion phone
	question answer message note notes comment review team shift desk screen opinion point query hotfix mail email
	plan account machine terminal session extract hunch guess draft document doc advice voice name boss manager wife
	husband kid kids dog cat birthday house car handover work help mistake merge request job ticket dashboard
	spreadsheet post report proposal approval words credentials password badge access keys person calendar holiday
	leave first last turn list test tests analysis summary`)

// closedClass are words that are nobody's name when they stand small, and hardly ever else, whatever a list of names says.
var closedClass = closed()

func closed() map[string]bool {
	m := map[string]bool{}
	for _, set := range []map[string]bool{functionWords["en"], saidVerbs, didVerbs, toldVerbs, callVerbs, toVerbs} {
		for w := range set {
			m[w] = true
		}
	}
	for w := range nameSet(`everybody everyone someone somebody nobody anyone anybody people team support others both most all
		something nothing everything anything two three four five six seven eight nine ten she he it they`) {
		m[w] = true
	}
	for _, w := range []string{"will", "may", "jo", "sol", "ana", "bat"} {
		delete(m, w) // also names
	}
	return m
}

// roleNouns say what a person is, in brackets, after a comma or after who is.
var roleNouns = nameSet(`manager lead boss engineer developer dev sre dba admin intern contractor analyst architect
	operator consultant director head cto ceo cfo coo ciso pm po owner colleague teammate mate friend wife husband
	partner nurse doctor physician radiologist support agent representative rep contact on-call oncall responder
	secretary assistant officer specialist expert guru network networking storage database security frontend backend
	platform infra infrastructure finance payroll legal marketing sales procurement audit qa ops operations analytics
	data commerce product design logistics hr facilities technician electrician driver brancardier apprentice trainee
	student freelancer vendor supplier night-shift nightshift shift reviewer approver commander scribe deputy
	chef kollege kollegin leiter leiterin registrar community ward theatre moderator editor teacher captain pilot praktikant praktikantin entwickler entwicklerin`)

// foreignWords of the commonest kind tell a stretch in another language, where the English net does not hold.
var functionWords = map[string]map[string]bool{
	"en": nameSet(`the and of to in is was it that for on with as at by be this are not from or but had we they he she
		i my me our you have has were an which so if when then there what who did do up out no after before`),
	"de": nameSet(`der die das und ist war ich nicht mit den von zu ein eine im auf dem für sich des auch als wir dass
		es bei aus nach einen einer hat am wie um noch nur aber haben hatte wird sie er zum zur kann wurde schon dann
		wenn weil damit habe uns ihr unser also durch über bis ab vom sind keine kein`),
	"xx": nameSet(`el la los las y que en un una es por con para no lo su se al más pero le les et est une des dans pour
		pas sur ce qui je il elle nous du au avec ne plus o os um uma não com como mas foi ele ela eu na nos da do dos
		het een van niet ik zijn dat op och att det som på är jag inte med av til ikke jeg og er ja ei se oli että on
		w nie się na jest że jak i z do bir bu ve için ile da ne çok di non per che sono si ho mi perché già já até à ou
		j'ai c'est n'est d'un d'une mes ses moi tout`),
}
