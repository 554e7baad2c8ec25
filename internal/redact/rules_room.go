package redact

import "strings"

// Rooms, desks and racks, by the number they have: whoever works there knows which house that is.

// roomWords are words for a room or a small building, which may have a bare number; standWords are for what stands in
// one, or for a part of a house, of which only a code with letters and digits is a place: rack B2-14.
const (
	roomWords = `room office lab hall hangar dock pier jetty berth theatre ward cabin hut shed salle bureau sala oficina aula despacho caseta galpón nave muelle gabinete andar laboratório
	raum büro zimmer saal labor station pracownia pracowni pokój pokoju sali gabinet piętro hala místnost kancelář oda odası salon kamer kantoor lokaal zaal rum sal huone kontor stanza ufficio reparto
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
		pattern: `[ ]([A-Z]{0,3}[-.]?\d{1,4}(?:[-./][A-Z]?\d{1,4}){0,2}[A-Za-z]?|[A-Z]\d?)\b`,
		check:   room,
		finds:   []string{"the ⟦room S-04⟧ was", "in ⟦sala 3B⟧.", "lives in rack ⟦B2-14⟧.", "mando a él a la ⟦caseta N3⟧,", "z ⟦Pracowni 4⟧ ;", "⟦Raum 2.14⟧ war", "at gate ⟦B32⟧ ;", "to ⟦pier 3⟧ ;"},
		leaves:  []string{"office 365", "rack 4", "floor 2", "unit 7", "room 4x", "level 3", "block 0x4f", "desk 12", "row 1200", "lab 5 of", "room 12 GB", "hall 9001 x", "level L2", "rack U12"},
	},
}

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
		return letters && n > 0 && (n > 1 || strings.Contains(t, "-")) && (t[0] != 'U' && t[0] != 'L' || strings.Contains(t, "-"))
	}
	if !rooms[word] {
		return false
	}
	if countDigits(t) == 0 || t[len(t)-1] == 'x' || plainRooms[word] && !letters && !strings.ContainsAny(t, "-./") || countDigits(t) > 4 && !strings.ContainsAny(t, "-./") {
		return false
	}
	if !letters && !strings.ContainsAny(t, "-./") && len(t) == 4 && (t[:2] == "19" || t[:2] == "20") {
		return false
	}
	m.start -= len(word) + 1
	return m.start >= 0 && strings.HasPrefix(s.low[m.start:], word)
}
