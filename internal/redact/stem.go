package redact

import "strings"

// ownAddress is an address of mail or of the web, or a host with a domain.
var ownAddress = newPattern(`[@.](([a-z][a-z0-9]{3,})(?:-[a-z0-9-]+)?)\.(?:[a-z]{2,12})\b`)

// ownName says whether a word of the name of a package stands in the text outside of packages too, as the name of the
// house would: in an address, or alone.
func (s *scan) ownName(word string) bool {
	return s.once(word, func() bool { return s.ownStem(word) || s.alone(word) })
}

// once answers what takes a look at the whole text, once for each question; beyond mostAlone of them with no.
func (s *scan) once(question string, look func() bool) bool {
	is, ok := s.names[question]
	if !ok && len(s.names) < mostAlone {
		if s.names == nil {
			s.names = map[string]bool{}
		}
		is = look()
		s.names[question] = is
	}
	return is
}

// mostAlone is how many questions take a look at the whole text.
const mostAlone = 100

// alone says whether a word stands in the text with nothing joined to it.
func (s *scan) alone(word string) bool {
	for at := 0; ; {
		k := strings.Index(s.low[at:], word)
		if k < 0 {
			return false
		}
		start := at + k
		at = start + len(word)
		c, d := s.before(start), s.after(at)
		ends := !isWordByte(d) && strings.IndexByte("./:-|", d) < 0 || d == '.' && !isWordByte(s.after(at+1))
		if ends && !isWordByte(c) && strings.IndexByte("./:|", c) < 0 {
			return true
		}
	}
}

// ownStem says whether a word is the beginning of the domain of an address in the text.
func (s *scan) ownStem(word string) bool {
	if s.stems == nil {
		s.stems = map[string]bool{}
		for _, k := range ownAddress.FindAllStringSubmatchIndex(s.low, -1) {
			whole, first := s.low[k[2]:k[3]], s.low[k[4]:k[5]]
			if publicHost(s.low[k[2]:k[1]]) || ordinary(first) || product(first) || innerTLD[first] || sureTLD[first] || technical[first] || machineWords[first] || folders[first] {
				continue
			}
			s.stems[whole], s.stems[first] = true, true
		}
	}
	return s.stems[word]
}
