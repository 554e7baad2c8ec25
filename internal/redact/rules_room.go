package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Rooms, desks and racks, by the number they have: whoever works there knows which house that is.

// roomWords are words for a room or a small building, which may have a bare number; standWords are for what stands in
// one, or for a part of a house, of which only a code with letters and digits is a place: rack B2-14.
const (
	roomWords = `room office lab hall hangar dock pier jetty berth theatre ward cabin hut shed salle bureau sala oficina aula despacho caseta galpón nave muelle gabinete andar laboratório
	raum büro zimmer saal labor station pracownia pracowni pokój pokoju sali gabinet piętro hala depósito almacén armazém magazyn magazzino entrepôt místnost kancelář oda odası salon kamer kantoor lokaal zaal rum sal huone kontor stanza ufficio reparto
	ruangan ruang gedung phòng комната кабинет зал`
	standWords = `rack desk bay gate floor row aisle cage level block wing building cabinet suite unit apron platform reihe schrank platz stock étage allée planta piso edificio bloque pasillo armario edifício rak rad stojak szafa dolap kat`
)

var rooms, stands = wordSet(roomWords), wordSet(standWords)

// plainRooms are words for a room that a bare number after them is too common for: office 365, station 4.
var plainRooms = wordSet("office hall station lab sal sala salon labor andar nave hala stanza kamer")

var roomRules = []rule{
	{
		id: "place.room", kind: Place, asks: true, reason: "a room or a place in a building, by its number",
		cues: wholeWords(roomWords + " " + standWords), reach: 40, after: true,
		pattern: `[ ]([A-Z]{0,3}[-.]?\d{1,4}(?:[-./](?:[A-Z]?\d{1,4}|[A-Z]\b)){0,2}[A-Za-z]?|[A-Z]\d?|[a-uw-z]-?\d{1,3})\b`,
		check:   room,
		finds:   []string{"the ⟦room S-04⟧ was", "in ⟦sala 3B⟧.", "lives in rack ⟦B2-14⟧.", "mando a él a la ⟦caseta N3⟧,", "z ⟦Pracowni 4⟧ ;", "⟦Raum 2.14⟧ war", "at gate ⟦B32⟧ ;", "in cage ⟦4B⟧,", "in ⟦hall b2⟧, row ⟦14-C⟧, says", "na ⟦sala 204⟧ achei", "to ⟦pier 3⟧ ;"},
		leaves:  []string{"office 365", "rack 4", "floor 2", "unit 7", "room 4x", "level 3", "block 0x4f", "desk 12", "row 1200", "lab 5 of", "room 12 GB", "hall 9001 x", "level L2", "rack U12", "rack 2U"},
	},
	{
		id: "place.room-joined", kind: Place, asks: true, reason: "a room or a place in a building, by its number",
		needs: "Aa", passage: true,
		pattern: `\p{Lu}\p{Ll}+(?:raum|zimmer|saal|büro|labor|werkstatt|halle|rum|rommet|rummet|kamer|zaal)[ ](?:[A-Z][-.]?\d{1,4}|\d{1,2}[.]\d{1,4})\b`,
		finds:   []string{"im ⟦Schaltraum B3⟧ nicht", "⟦Serverraum 2.114⟧ ;"},
		leaves:  []string{"Zeitraum 2025", "Serverraum 2", "Freiraum ist"},
	},
	{
		id: "number.journey", kind: Other, asks: true, reason: "the number of a flight, a train or a ship",
		needs: "A0", passage: true, pattern: `\b(?:[A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ ]\d{3,5}\b`,
		check:  journey,
		finds:  []string{"flight ⟦QX 482⟧ waits", "3 flights: ⟦LB 417⟧, ⟦LB 533⟧ and", "Zug ⟦DGS 95417⟧ fährt"},
		leaves: []string{"HTTP 503 and RFC 1918", "flight of 200", "the PR 412", "LB 417 was", "train RTX 4090 GPU", "flight AS 64500"},
	},
}

// journeyWord is somewhere near the numbers of flights and trains.
var journeyWord = newPattern(`\b(?:flights?|trains?|zug|züge|vuelos?|vols?|voos?|volo|voli|tren|treno|trem|tram|ferry|sailing|departures?|arrivals?|boarding|gate|aircraft|baggage|bags|stand|flug|flüge|abflug|zugnummer|pociąg|lot|tåg|vlucht|trein)\b`)

// journey decides about letters and a number: none of them may be known, and what travels must be near.
func journey(s *scan, m *match) bool {
	head, tail, _ := strings.Cut(s.text[m.start:m.end], " ")
	d := s.after(m.end)
	if isWordByte(s.before(m.start)) || strings.IndexByte("-./_:", s.before(m.start)) >= 0 || isWordByte(d) || d == '%' || (d == '.' || d == ',' || d == ':' || d == '-' || d == '/') && isWordByte(s.after(m.end+1)) || shapeTerms[strings.ToLower(head)] || notTicket[head] && len(head) > 2 || product(strings.ToLower(head)) || product(strings.ToLower(head+tail)) || counted(s, m.end) || yearLike(tail) {
		return false
	}
	if len(head) == 2 && len(tail) > 4 {
		return false
	}
	if lexicon.Acronym(head) || isPlainMeasure[head] || notTicket[head] {
		return s.journeyCalled(s.low[m.start:m.end]) // LB 417
	}
	return journeyWord.MatchString(s.low[max(0, m.start-120):min(len(s.low), m.end+60)])
}

// journeyCalled says whether letters and a number stand somewhere right after a word for a flight or a train.
func (s *scan) journeyCalled(name string) bool {
	return s.once("journey "+name, func() bool { return s.ledTo(name) })
}

// ledTo looks for such a word before each place of the name.
func (s *scan) ledTo(name string) bool {
	for at := 0; at < len(s.low); {
		k := strings.Index(s.low[at:], name)
		if k < 0 {
			return false
		}
		at += k + len(name)
		if journeyLead.MatchString(s.low[max(0, at-len(name)-28) : at-len(name)]) {
			return true
		}
	}
	return false
}

// journeyLead stands before the numbers of flights and trains, of which there may be several.
var journeyLead = newPattern(`(?:flights?|trains?|zug|züge|vuelos?|vols?|voos?|voli|volo|flug|flüge|treno|trem|tåg|vlucht)[: ]+(?:[a-z0-9]{2,3} \d{3,5}(?:,| and| und| y| et| e)? ?){0,2}$`)

// room decides about a number after a word for a room, and takes in that word where it is one.
func room(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	word := s.wordBefore(m.start)
	letters := hasLetter(t)
	d := s.after(m.end)
	if isWordByte(d) || (d == '-' || d == '/' || d == '.' || d == ':' || d == ',') && isWordByte(s.after(m.end+1)) || d == '%' || counted(s, m.end) || technical[lower(t)] || versionWord(lower(t)) {
		return false
	}
	if stands[word] {
		n := countDigits(t)
		// One letter and a number are a level of a cache, or a unit of a rack.
		if word == "desk" || word == "platz" {
			return n > 2 && (letters || strings.ContainsAny(t, ".-"))
		}
		if k := len(t) - 1; n == k && strings.IndexByte("ABCDEFHJ", t[k]) >= 0 {
			return true // cage 4B
		}
		return letters && n > 0 && (n > 1 || strings.Contains(t, "-")) && (t[0] != 'U' && t[0] != 'L' || strings.Contains(t, "-"))
	}
	if !rooms[word] {
		return false
	}
	if countDigits(t) == 0 || t[len(t)-1] == 'x' || plainRooms[word] && !letters && !strings.ContainsAny(t, "-./") && (len(t) != 3 || word == "office" || word == "station") || countDigits(t) > 4 && !strings.ContainsAny(t, "-./") {
		return false
	}
	if !letters && !strings.ContainsAny(t, "-./") && len(t) == 4 && (t[:2] == "19" || t[:2] == "20") {
		return false
	}
	m.start -= len(word) + 1
	return m.start >= 0 && strings.HasPrefix(s.low[m.start:], word)
}
