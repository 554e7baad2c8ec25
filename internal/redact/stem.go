package redact

// ownAddress is an address of mail or of the web, or a host with a domain.
var ownAddress = newPattern(`[@.](([a-z][a-z0-9]{3,})(?:-[a-z0-9-]+)?)\.(?:[a-z]{2,12})\b`)

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
