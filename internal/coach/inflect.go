package coach

import (
	"strings"
	"sync"
)

// Forms of an English verb.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
	anyForm = base | third | past | participle | gerund
)

// formLetters are what stands behind the dot of a word in a pattern.
var formLetters = map[rune]form{'b': base, 's': third, 'd': past, 'n': participle, 'g': gerund}

// irregulars are verbs whose past and participle do not follow from the base: base, past, participle. What several have
// is separated by a slash.
const irregulars = `
be was/were been|do did done|have had had|go went gone|get got got/gotten|make made made|take took taken|give gave given|come came come|become became become|know knew known
think thought thought|say said said|tell told told|see saw seen|find found found|leave left left|let let let|put put put|set set set|cut cut cut|hit hit hit|shut shut shut|cost cost cost|hurt hurt hurt
quit quit quit|split split split|spread spread spread|read read read|run ran run|begin began begun|drink drank drunk|sink sank sunk|ring rang rung|sing sang sung|spring sprang sprung|swim swam swum
forget forgot forgotten/forgot|break broke broken|speak spoke spoken|wake woke woken|choose chose chosen|freeze froze frozen|steal stole stolen|weave wove woven|write wrote written|drive drove driven|ride rode ridden|rise rose risen
hide hid hidden|bite bit bitten|eat ate eaten|fall fell fallen|blow blew blown|throw threw thrown|grow grew grown|draw drew drawn|fly flew flown|show showed shown|tear tore torn|wear wore worn|bear bore borne/born|swear swore sworn
bring brought brought|buy bought bought|catch caught caught|fight fought fought|seek sought sought|teach taught taught|feel felt felt|keep kept kept|sleep slept slept|sweep swept swept|creep crept crept|weep wept wept|deal dealt dealt|mean meant meant|lose lost lost|shoot shot shot
send sent sent|spend spent spent|lend lent lent|bend bent bent|build built built|hold held held|hear heard heard|stand stood stood|understand understood understood|misunderstand misunderstood misunderstood|sit sat sat|spit spat spat|win won won|spin spun spun|stick stuck stuck|strike struck struck|dig dug dug|hang hung hung|swing swung swung
lead led led|feed fed fed|bleed bled bled|meet met met|pay paid paid|lay laid laid|lie lay lain|sell sold sold|light lit lit|slide slid slid|shake shook shaken|mistake mistook mistaken|undertake undertook undertaken|overtake overtook overtaken|overlook overlooked overlooked|withhold withheld withheld|foresee foresaw foreseen|oversee oversaw overseen|mislead misled misled|misread misread misread|overwrite overwrote overwritten|undo undid undone|overdo overdid overdone|oversleep overslept overslept|rebuild rebuilt rebuilt
learn learned/learnt learned/learnt|burn burned/burnt burned/burnt|spell spelled/spelt spelled/spelt|dream dreamed/dreamt dreamed/dreamt|slip slipped slipped|omit omitted omitted|skip skipped skipped|drop dropped dropped|stop stopped stopped|chop chopped chopped|flip flipped flipped|snap snapped snapped|trip tripped tripped|rip ripped ripped|ship shipped shipped|skim skimmed skimmed|swap swapped swapped|unplug unplugged unplugged|plug plugged plugged|pin pinned pinned|plan planned planned|scan scanned scanned|ban banned banned
rub rubbed rubbed|grab grabbed grabbed|nod nodded nodded|shrug shrugged shrugged|beg begged begged|drag dragged dragged|lag lagged lagged|clog clogged clogged|bug bugged bugged|dump dumped dumped|step stepped stepped|overstep overstepped overstepped|commit committed committed|admit admitted admitted|permit permitted permitted|transfer transferred transferred|refer referred referred|defer deferred deferred|prefer preferred preferred|occur occurred occurred|incur incurred incurred|control controlled controlled|cancel cancelled/canceled cancelled/canceled|label labelled/labeled labelled/labeled|mislabel mislabelled/mislabeled mislabelled/mislabeled|signal signalled/signaled signalled/signaled|total totalled totalled|sit sat sat|regret regretted regretted|fit fitted/fit fitted/fit|refit refitted refitted|wrap wrapped wrapped|tap tapped tapped|zip zipped zipped|stub stubbed stubbed|jot jotted jotted|spot spotted spotted|plot plotted plotted|rot rotted rotted|blot blotted blotted|bet bet bet|offset offset offset|reset reset reset|wet wet wet|cram crammed crammed|jam jammed jammed|slam slammed slammed|ram rammed rammed|trim trimmed trimmed|dim dimmed dimmed|hum hummed hummed|dub dubbed dubbed|scrub scrubbed scrubbed|bin binned binned|win won won|thin thinned thinned|run ran run|outrun outran outrun|rerun reran rerun|stun stunned stunned|bar barred barred|stir stirred stirred|err erred erred|cop copped copped|hop hopped hopped|mop mopped mopped|pop popped popped|prop propped propped|crop cropped cropped|sap sapped sapped|nap napped napped|map mapped mapped|tip tipped tipped|whip whipped whipped|strip stripped stripped|panic panicked panicked|bungle bungled bungled|cock cocked cocked`

// irregularForms are the forms that words on that list are, past and participle only.
var irregularForms = sync.OnceValue(func() map[string]form {
	out := map[string]form{}
	for _, v := range irregularVerbs() {
		for _, w := range v[0] {
			out[w] |= past
		}
		for _, w := range v[1] {
			out[w] |= participle
		}
	}
	return out
})

var irregularVerbs = sync.OnceValue(func() map[string][2][]string {
	out := map[string][2][]string{}
	for _, line := range strings.FieldsFunc(irregulars, func(r rune) bool { return r == '|' || r == '\n' }) {
		if f := strings.Fields(line); len(f) == 3 {
			out[f[0]] = [2][]string{strings.Split(f[1], "/"), strings.Split(f[2], "/")}
		}
	}
	return out
})

// inflect calls f with every form of a verb.
func inflect(verb string, f func(string, form)) {
	stem := strings.TrimSuffix(verb, "e")
	f(verb, base)
	switch last := verb[len(verb)-1]; {
	case verb == "be":
		for _, w := range []string{"am", "is", "are", "'m", "'s", "'re"} {
			f(w, third)
		}
	case verb == "have":
		f("has", third)
		f("'ve", third)
	case verb == "do" || verb == "go":
		f(verb+"es", third)
	case last == 'y' && !vowel(verb[len(verb)-2]):
		f(verb[:len(verb)-1]+"ies", third)
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(verb, "ch") || strings.HasSuffix(verb, "sh"):
		f(verb+"es", third)
	default:
		f(verb+"s", third)
	}
	doubled := verb
	if v, ok := irregularVerbs()[verb]; ok {
		for _, w := range v[0] {
			f(w, past)
		}
		for _, w := range v[1] {
			f(w, participle)
			if w == verb+verb[len(verb)-1:]+"ed" {
				doubled = verb + verb[len(verb)-1:]
			}
		}
		if n := len(verb); doubled == verb && n > 2 && n < 6 && !vowel(verb[n-1]) && vowel(verb[n-2]) && !vowel(verb[n-3]) && strings.IndexByte("wxyr", verb[n-1]) < 0 || verb == "forget" || verb == "begin" {
			doubled = verb + verb[n-1:]
		}
	} else {
		ed := verb + "ed"
		switch {
		case strings.HasSuffix(verb, "e"):
			ed = verb + "d"
		case verb[len(verb)-1] == 'y' && !vowel(verb[len(verb)-2]):
			ed = verb[:len(verb)-1] + "ied"
		}
		f(ed, past)
		f(ed, participle)
	}
	switch {
	case strings.HasSuffix(verb, "ic"):
		f(verb+"king", gerund)
	case doubled != verb:
		f(doubled+"ing", gerund)
	case strings.HasSuffix(verb, "ie"):
		f(verb[:len(verb)-2]+"ying", gerund)
	case strings.HasSuffix(verb, "ee") || verb == "be":
		f(verb+"ing", gerund)
	default:
		f(stem+"ing", gerund)
	}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
