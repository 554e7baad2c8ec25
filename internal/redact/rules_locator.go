package redact

import (
	"strconv"
	"strings"
)

// Numbers of bookings, jobs, accounts and contracts, and the forms of tickets that no rule of ticketRules knows.

// ibanCountries are the countries whose banks have such numbers.
var ibanCountries = wordSet(`ad ae al at az ba be bg bh br by ch cr cy cz de dk do dz ee eg es fi fo fr gb ge gi gl gr gt hr hu ie il iq ir is it jo kw kz lb lc li
	lt lu lv ly ma mc md me mg mk mn mr mt mu nl no om pk pl ps pt qa ro rs ru sa sc sd se si sk sm so st sv tl tn tr ua va vg xk`)

// contractNames are words before the number of a contract, a policy, a claim or an account.
const contractNames = `polis polisnummer polisnr policy policynummer versicherungsnummer versicherungsschein police póliza poliza apólice polizza försäkringsnummer
	contract contractnummer vertrag vertragsnummer contrat contrato contratto claim schade schadenummer schadennummer schaden sinistre siniestro sinistro
	mitgliedsnummer kundennummer klantnummer kontonummer rekening rekeningnummer konto compte cuenta conta abonné klient umowa smlouva számla hesap rekening
	account acct patientennummer dossiernummer dossier aktenzeichen iban membership`

// locatorKeys are names of fields that hold the number of one person's business.
var locatorKeys = wordSet(`pnr ref reference recloc locator booking bookingref order orderid order_id case caseid case_id claim claimid claim_id id txn txnid txn_id
	buchung reserva bestelling bestellung auftrag reservation ticket shipment awb confirmation conf voucher coupon msisdn vin plate customer cust custid member patient mrn`)

var locatorRules = []rule{
	{
		id: "number.iban", kind: Account, reason: "the number of a bank account",
		passage: true, needs: "A0", pattern: `\b[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return ibanCountries[strings.ToLower(t[:2])] && countDigits(t) >= 8 && s.before(m.start) != '-' && s.before(m.start) != '/'
		},
		finds:  []string{"rekening ⟦NL00WKVZ0417293001⟧, totaal", "an ⟦DE02 1234 0000 5678 0000 00⟧.", "(⟦FR7612340000567800000000012⟧)"},
		leaves: []string{"AB12CDEFGHIJKLMNOP", "SE45", "the NO12345", "IT12ABCDEFGHIJKLM"},
	},
	{
		id: "number.bic", kind: Account, reason: "the code of a bank",
		cues: wholeWords("bic swift"), after: true, pattern: `(?:[ -]code)?[ \t]*[:=]?[ \t]*\(?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b`,
		check: func(s *scan, m *match) bool {
			return !notTicket[s.text[m.start:m.end]] && !ordinary(s.text[m.start:m.end])
		},
		finds:  []string{"BIC ⟦QXTZNL2A⟧,", "SWIFT code: ⟦QXTZNL2AXXX⟧"},
		leaves: []string{"swift REQUESTS", "BIC is"},
	},
	{
		id: "number.contract", kind: Account, reason: "the number of a contract or an account",
		cues: wholeWords(contractNames), after: true,
		pattern: `(?:[ \t](?:no|nr|number|nummer|numéro|número|numero|id|n°|nº|№)\.?)?[ \t]*[:=#]?[ \t]*["']?([A-Z]{0,6}[-/ ]?\d[\dA-Z]*(?:[-/.]\d[\dA-Z]*)*)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			d := s.after(m.end)
			if countDigits(t) < 5 || isWordByte(d) || d == '-' || d == '.' && isDigit(s.after(m.end+1)) || d == ',' && isDigit(s.after(m.end+1)) || d == '%' || d == ':' {
				return false
			}
			digits := strings.TrimLeft(t, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-/ ")
			return !(countDigits(t) == len(t) && stampDigits(t)) && strings.Count(digits, "-") != 2 && !countFollows(s.lineAfter(m.end, 14)) && !plainUnit(strings.TrimPrefix(s.lineAfter(m.end, 13), " ")) && s.before(m.start) != '.'
		},
		finds:  []string{"POLIS=⟦WK-0088-417293⟧ ", "Versicherungsnummer: ⟦VN 4471902⟧.", "contract no. ⟦88/40117⟧,", "claim ⟦C-2208814⟧ was", "Kundennummer ⟦118820⟧"},
		leaves: []string{"account 1200 rows", "the policy 2024-03-12", "policy v2.1", "claim 300,000 rows", "contract 12345 requests"},
	},
	{
		id: "number.locator", kind: Other, asks: true, reason: "a value of letters and digits, perhaps of a booking",
		needs: "=A", least: 8, pattern: `([A-Za-z][\w.-]*)=["']?(?P<other>[A-Z0-9]{5,12})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			key := strings.TrimRight(s.lineBefore(m.start, 32), "\"'=")
			key = key[strings.LastIndexAny(key, " \t,;&?({[")+1:]
			if d := s.after(m.end); isWordByte(d) || d == '-' || d == '/' || d == '.' && isWordByte(s.after(m.end+1)) || d == '(' {
				return false
			}
			cued := locatorKeys[key] || strings.HasSuffix(key, "_id") || strings.HasSuffix(key, "_ref")
			if !mixedLocator(t) && !((key == "pnr" || key == "recloc" || key == "locator") && len(t) == 6 && !ordinary(t)) {
				return false
			}
			if strings.Trim(t, "0123456789ABCDEF") == "" && !cued || lowKnown(t) {
				return false
			}
			m.certain = cued
			return true
		},
		finds:  []string{"ERROR pnr=⟦QX7LRM⟧ lock wait", "locator=⟦ZKQWRT⟧,", "order_id=⟦8KX22PL⟧", "trip=⟦T4WZ9K⟧ "},
		leaves: []string{"MODE=AES256", "SIZE=512MB", "PROTO=HTTP2", "color=FF00AA", "LEVEL=DEBUG", "ENC=UTF8MB4", "STATE=RUNNING", "count=12345", "reason=OOM137"},
	},
	{
		id: "number.locator-said", kind: Other, reason: "the number of a booking",
		cues: wholeWords("pnr pnrs recloc locator buchungscode buchungsnummer localizador réservation boekingsnummer bookingref"), after: true,
		pattern: `[ \t]*[:#]?[ \t]+["'(]?([A-Z0-9]{5,7})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return hasLetter(t) && (hasDigit(t) || len(t) == 6 && !ordinary(t) && !shouted(s, m.start, m.end)) && !lowKnown(t)
		},
		finds:  []string{"PNR ⟦QX7LRM⟧ was", "record locator: ⟦ZKQWRT⟧."},
		leaves: []string{"PNR ERROR", "the PNR lookups", "PNR 12345"},
	},
	{
		id: "number.job", kind: Other, reason: "the number of a job of a mainframe",
		needs: "A0", least: 8, pattern: `\b(?:JOB|STC|TSU)\d{5}\b|\b[JST]0\d{6}\b`,
		check: func(s *scan, m *match) bool {
			return s.before(m.start) != '-' && s.before(m.start) != '_' && (s.text[m.start+1] != '0' || strings.Contains(s.lineBefore(m.start, 12), "job"))
		},
		finds:  []string{"⟦JOB07731⟧  PRLG0440", "⟦STC01234⟧ ended"},
		leaves: []string{"JOB1", "STC100", "X-JOB07731"},
	},
	{
		id: "number.as", kind: Other, reason: "the number of a network",
		needs: "A0", least: 5, pattern: `\bASN?\d{3,10}\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			n, _ := strconv.Atoi(strings.TrimLeft(t, "ASN"))
			// Of a number in the registry anybody can tell the network, which may be a stranger's.
			m.certain = n >= 64496 && n <= 65551 || n >= 4200000000
			return !publicNetworks[s.low[m.start:m.end]] && len(t) > 5 && s.before(m.start) != '-' && s.after(m.end) != '-'
		},
		finds:  []string{"peer at ⟦AS64533⟧ asked", "⟦AS4200001⟧,"},
		leaves: []string{"AS400 and", "AS15169", "AS13335", "AS2"},
	},
	{
		id: "ticket.desk", kind: Ticket, reason: "a ticket",
		needs: "0", passage: true, pattern: `\b[A-Z]{1,2} ?[0-9]{2}(?:0[1-9]|1[0-2]) \d{3,5}\b|\b[A-Z]{2,6}-(?:19|20)\d\d/\d{1,6}\b|#(?:19|20)\d\d-\d{1,6}\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			d, c := s.after(m.end), s.before(m.start)
			if isWordByte(c) || c == '-' || c == '/' || isWordByte(d) || d == '-' && isDigit(s.after(m.end+1)) || d == ':' || d == ',' && isDigit(s.after(m.end+1)) || d == '.' && isDigit(s.after(m.end+1)) {
				return false
			}
			if t[0] != '#' && !strings.Contains(t, "/") {
				letters := strings.TrimRight(t[:2], " 0123456789")
				if len(letters) == 2 && (notTicket[letters] || !ticketWordNear(s, m.start)) || countFollows(s.lineAfter(m.end, 14)) || plainUnit(strings.TrimPrefix(s.lineAfter(m.end, 13), " ")) {
					return false
				}
			}
			prefix, _, _ := strings.Cut(t, "-")
			return !notTicket[prefix] && sameTicket(s, m)
		},
		finds:  []string{"niet type → ⟦M2403 0187⟧", "see ⟦TK-2024/117⟧.", "and ⟦#2024-117⟧ is"},
		leaves: []string{"A4 2403 0187", "ISO-2024/117", "Q1 2024 300", "#2024-03-12", "the M2403 1200 rows", "UTC 2403 017", "AT 2305 0011"},
	},
	{
		id: "ticket.lower", kind: Ticket, reason: "a ticket",
		needs: "a0-", least: 7, pattern: `\b[a-z][a-z0-9]{1,9}-\d{3,6}\b`,
		check: lowTicket,
		finds: []string{"rotated, ⟦lwops-2208⟧\n- ⟦lwops-2209⟧ disable", "ticket ⟦plat-418⟧ says"},
		leaves: []string{
			"cve-2024-6387", "sha-256", "rfc-2119 and rfc-2120", "web-1042 and web-1043", "lwops-2208 alone", "utf-1600", "x-1000 x-1001", "port-8080 port-8081", "node-1001 node-1002",
		},
	},
	{
		id: "ticket.lettered", kind: Ticket, reason: "the number of a task or a change",
		cues: wholeWords("task tasks phab phabricator maniphest diff revision differential"), after: true,
		pattern: `[ \t:]+([TD]\d{3,7})\b`, check: sameTicket,
		finds:  []string{"phab ⟦T14402⟧,", "the diff ⟦D1234⟧ was"},
		leaves: []string{"task T1", "diff D2", "tasks ran"},
	},
}

// publicNetworks are networks that everybody meets.
var publicNetworks = wordSet(`as15169 as13335 as16509 as14618 as8075 as32934 as54113 as20940 as3356 as174 as1299 as2914 as3257 as6939 as6453 as7018 as701 as8068 as36459 as16276 as24940 as14061`)

// mixedLocator says whether letters and digits are mixed as in the number of a booking, and not a name with a number after it.
func mixedLocator(t string) bool {
	digits, turn := countDigits(t), 0
	for i := 1; i < len(t); i++ {
		if isDigit(t[i]) != isDigit(t[i-1]) {
			turn++
		}
	}
	return digits > 0 && len(t)-digits > 1 && turn >= 2
}

// lowKnown says whether a word in capitals is a term after all.
func lowKnown(t string) bool {
	low := strings.ToLower(t)
	return strings.HasPrefix(low, "utf") || strings.HasPrefix(low, "iso") || technical[low] || shapeTerms[low] || knownCapitals[low] || product(low) || notTicket[strings.TrimRight(t, "0123456789")] && strings.TrimLeft(t, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == t[len(strings.TrimRight(t, "0123456789")):]
}

// ticketWordNear says whether a word for a ticket stands shortly before i.
func ticketWordNear(s *scan, i int) bool {
	near := s.lineBefore(i, 24)
	for _, w := range [...]string{"ticket", "case", "incident", "issue", "jira", "melding", "change", "vorgang", "topdesk", "linear", "youtrack", "redmine", "trello", "→", "see ", "ref", "closes", "fixes"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// lowTicket decides about letters and a number in lower case: a word for a ticket must stand near, or the same letters with
// another number.
func lowTicket(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	t := s.text[m.start:m.end]
	letters, number, _ := strings.Cut(t, "-")
	if isWordByte(c) || strings.IndexByte("-./@#$%\\:=~+", c) >= 0 || isWordByte(d) || strings.IndexByte("-/=(@:", d) >= 0 || d == '.' && isWordByte(s.after(m.end+1)) ||
		len(letters) < 3 || number[0] == '0' || notTicket[strings.ToUpper(letters)] || technical[letters] || shapeTerms[letters] || plainStarts[letters] || machineWords[letters] || product(letters) || s.partAt(m.start) == code {
		return false
	}
	cue := false
	switch s.wordBefore(m.start) {
	case "ticket", "issue", "jira", "linear", "youtrack", "closes", "fixes", "see", "case", "task", "incident", "change":
		cue = true
	}
	if !cue {
		if _, cued := hostCues[s.wordBefore(m.start)]; cued || knownWord(letters) || len(number) < 4 {
			return false
		}
		cue = otherNumber(s, m, letters+"-", number)
	}
	return cue && sameTicket(s, m)
}

// otherNumber says whether a beginning stands with another number of the same length within what is near.
func otherNumber(s *scan, m *match, head, number string) bool {
	from := max(0, m.start-longestPassage)
	near := s.low[from:min(len(s.low), m.end+longestPassage)]
	for {
		k := strings.Index(near, head)
		if k < 0 {
			return false
		}
		near = near[k+len(head):]
		n := 0
		for n < len(near) && isDigit(near[n]) {
			n++
		}
		if n == len(number) && near[:n] != number {
			return true
		}
	}
}
