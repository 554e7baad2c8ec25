package redact

import "firsthand/internal/redact/lexicon"

// Names in small letters in chats of languages that mark people by a little word: Tagalog si maricel, Hindi pinky ko bola,
// Indonesian bu tini, Swahili mzee kamau.

// A speech is how one language speaks of people.
type speech struct {
	marks   map[string]bool // words by which a paragraph is known to be in it
	people  map[string]bool // nothing but a person's name follows
	titles  map[string]bool // a name follows, or what somebody is
	calls   map[string]bool // nothing but a person's name precedes
	markers map[string]bool // a person's name or a thing precedes
	speaks  map[string]bool // behind such a case ending, says that it was a person
}

var speeches = []speech{
	{ // Hindi and Urdu in Latin letters
		marks: nameSet("hai hain tha thi nahi nahin kya kar karo kiya gaya gayi raha rahi phir aur abhi wala maine usne bhai yaar matlab kyun sab toh bhi ko ne ka ki ke mein pe bola bol"),
		calls: nameSet("bhai bhaiya didi ji sir madam sahab bhabhi chacha uncle aunty"), markers: nameSet("ko ne ka ki ke se"),
		speaks: nameSet("bola bol bolo kaha kahaa call phone poocha pucha puchha puchho bataya batao msg message ping uthaya bulaya jagaya baat bheja diya"),
	},
	{ // Tagalog
		marks:  nameSet("ang ng mga yung sabi daw niya siya ako kami hindi naman lang pala kasi pero tapos nung si ni kay sa"),
		people: nameSet("si ni kay sina nina kina"), titles: nameSet("kuya ate sir ma'am boss mang aling"),
	},
	{ // Indonesian and Malay
		marks:  nameSet("yang tidak tak gak nggak udah sudah sama bilang lagi dulu aja saja saya aku kita dia ini itu ada bisa dari untuk karena tapi kata tanya cek"),
		titles: nameSet("pak bu bapak ibu mas mbak bang abang kak kakak kang teh om tante encik puan cik"),
	},
	{ // Swahili
		marks: nameSet("ya wa la za na ni kwa kama lakini kwamba alinipigia akasema nilimwambia alikuwa imekufa seva sasa usiku zamu hakuna kuna bado"), titles: nameSet("mzee dada kaka bwana bi mama baba ndugu"),
	},
	{ // Pidgin of West Africa
		marks: nameSet("dey wetin na don sabi abeg una dem sef sha oga wahala"), titles: nameSet("bro oga aunty uncle mama baba egbon chairman sister madam mallam alhaji"),
	},
	{ // Vietnamese
		marks: nameSet("em anh chị không được rồi này là bị có thì và của cho với đi đang xem bảo nói đồng ý máy chủ"), titles: nameSet("anh chị cô chú bác ông bà thầy"),
	},
	{ // Thai in Latin letters
		marks: nameSet("khun khrap krub krap kha ka na mai laew phi nong"), titles: nameSet("khun phi nong"),
	},
}

// speechMarks are the little words of all of them.
var speechMarks = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range speeches {
		for _, set := range []map[string]bool{s.marks, s.people, s.titles, s.calls, s.markers} {
			for w := range set {
				m[w] = true
			}
		}
	}
	return m
}()

// speeches finds them. A paragraph is in one where three of its words, and one in eight, are of its marks.
func (d *nameDoc) speeches() {
	for r := range d.toks {
		ts := d.toks[r]
		for i := 0; i < len(ts); {
			j := i + 1
			for j < len(ts) && !paragraphBetween(d.gap(r, j)) {
				j++
			}
			for s := range speeches {
				if d.spokenIn(r, i, j, &speeches[s]) {
					d.speech(r, i, j, &speeches[s])
				}
			}
			i = j
		}
	}
}

func (d *nameDoc) spokenIn(r, i, j int, s *speech) bool {
	seen := map[string]bool{}
	n, words := 0, 0
	for k := i; k < j; k++ {
		if t := d.at(r, k); t.part == prose && t.shape != shapeIdent {
			words++
			if s.marks[t.fold] {
				n++
				seen[t.fold] = true
			}
		}
	}
	return len(seen) > 2 && n*8 >= words
}

func (d *nameDoc) speech(r, i, j int, s *speech) {
	for k := i; k < j; k++ {
		t := d.at(r, k)
		if t.shape != shapeLower && t.shape != shapeTitle || t.part != prose || !d.free(r, k) || len(t.text) < 3 || s.marks[t.fold] || s.people[t.fold] || s.titles[t.fold] || s.calls[t.fold] || functionWords["en"][t.fold] ||
			t.ev&(isWord|isProduct|isAcronym|isForeign) != 0 && !lexicon.Given(t.fold) {
			continue
		}
		p, n := d.at(r, k-1), d.at(r, k+1)
		before, after := k > i && d.gap(r, k) == " ", d.gap(r, k+1) == " "
		listed := t.ev.name()
		switch {
		case before && s.people[p.fold], after && s.calls[n.fold] && !(before && s.markers[n.fold]):
			d.claim(r, k, k+1, Person, true, ruleCue)
		case before && s.titles[p.fold] && d.free(r, k-1) && (listed || t.ev == 0):
			d.claim(r, k-1, k+1, Person, listed, ruleCue)
		case after && s.markers[n.fold] && s.speaks[d.at(r, k+2).fold] && d.gap(r, k+2) == " ":
			d.claim(r, k, k+1, Person, listed && t.ev&isWord == 0, ruleCue)
		case after && s.markers[n.fold] && listed && t.ev&(isWord|isForeign) == 0 && lexicon.Given(t.fold), after && n.fold == "ne" && s.markers["ne"] && t.ev == 0 && d.unknownSmall(r, k):
			d.claim(r, k, k+1, Person, false, ruleCue)
		}
	}
}

// unknownSmall says whether token k is in no list, though its language be one that the lists hardly know.
func (d *nameDoc) unknownSmall(r, k int) bool {
	t := d.at(r, k)
	return strange(t.fold) && !inflected(t.fold) && !stateWords[t.fold]
}
