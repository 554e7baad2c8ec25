package redact

import (
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Tickets, changes, merge requests and other numbered things.

var ticketRules = []rule{
	{
		id: "ticket.key", kind: Ticket, reason: "a ticket",
		needs: "A0-", pattern: `((?:\b[A-Z]|[ÄÖÜÅØÆÉŁŚŻČŠŽĞİŞ])[A-Z0-9ÄÖÜÅØÆÉÑÇŁŚŻŹĆĄĘČŠŽŘŮĞİŞ]{1,11}-\d{1,10}(?:-\d{1,6}|-[A-Z]\b)?)`,
		check: ticketKey,
		finds: []string{
			"see ⟦INC-1234⟧, ⟦OPS-77⟧", "noted on ⟦DBRE-2291⟧.", "branch feature/⟦OPS-77⟧-fix-pool", "(⟦JT-1518⟧", "batch ⟦CHK-0222-B⟧", "⟦INC-2024-0312⟧", "⟦MM-419⟧_pool", "is ⟦NIMS-20417733⟧.", "⟦HS-6120⟧ from", "in ⟦MIG-640⟧, nothing", "Action (⟦INF-455⟧..⟦INF-458⟧)", "à 18 h, ⟦VP-57⟧;", "also ⟦STÖ-2026-00318⟧",
		},
		leaves: []string{
			"UTF-8 SHA-256 ISO-8601 RFC-2119 HTTP-2 SEV-1 P-256 COVID-19", "CVE-2021-44228 was", "AES-256-GCM", "ES-256", "TLS-1", "RAID-6", "ORA-00600", "T-10", "GPT-4", "SCRAM-SHA-256", "Q3-2024",
			"MP-3", "X-509", "F-16", "USN-1234-1", "GO-2024-1234", "DB-PROD-03", "TIER-1", "WEB-01", "HS-256", "VP-9", "RS-485",
		},
	},
	{
		id: "ticket.number", kind: Ticket, reason: "a ticket",
		needs: "A0", pattern: `\b((?:[A-Z]{2,7}0*\d{6,13}|(?:INC|CHG|RITM|REQ|PRB|TASK|CS|CASE|CRQ|WO|TKT)\d{5}))\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			c := s.before(m.start)
			return !strings.HasPrefix(t, "KB") && !strings.HasPrefix(t, "UTC") && !strings.HasPrefix(t, "CVE") && !strings.HasPrefix(t, "AADSTS") && c != '-' && c != '.' && s.after(m.end) != '-' && sameTicket(s, m)
		},
		finds:  []string{"⟦INC0012345⟧ and ⟦CHG0040007⟧.", "comment \"⟦NOC0117731⟧ x\""},
		leaves: []string{"INC12", "REQ", "KB4034661", "SHA256"},
	},
	{
		id: "ticket.change", kind: Ticket, reason: "the number of a change or an issue",
		needs: "#0", pattern: `#(\d{1,18})`,
		check:  numberSign,
		finds:  []string{"and ⟦PR #4512⟧", "⟦RT #48813⟧, x", "⟦OTRS#2026012210000417⟧.", "issue ⟦#42⟧", "fixes ⟦#7⟧.", "(⟦#1182⟧)", "case ⟦#00123456⟧"},
		leaves: []string{"the #1 cause", "attempt #2", "colour #000000", "&#114;", "page #12", "https://a/b#4512x", "##42", "#123abc"},
	},
	{
		id: "ticket.merge", kind: Ticket, reason: "the number of a merge request",
		needs: "!0", pattern: `!(\d{2,7})\b`,
		check: func(s *scan, m *match) bool {
			c := s.before(m.start - 1)
			if c != ' ' && c != '(' && c != '\n' && c != '[' || s.partAt(m.start) == code && c != ' ' {
				return false
			}
			m.same = "change:" + s.text[m.start:m.end]
			m.start--
			m.start -= len(deskBefore.FindString(s.text[max(0, m.start-9):m.start]))
			return true
		},
		finds:  []string{"⟦MR !2290⟧ at", "see ⟦!88⟧"},
		leaves: []string{"wow!42", "x !1", "a!2290"},
	},
	{
		id: "ticket.said", kind: Ticket, reason: "the number of a ticket or a change",
		cues: wholeWords("ticket tickets case cases incident incidents change issue issues pr prs mr mrs request requests vorgang ticketnummer störung chamado bug bugs cr problem"), after: true,
		pattern: `[ \t](?i:no\.?[ ]?|number |nr\.?[ ]?|id |is |was |№ ?|n°[ ]?|request )?(\d{3,12}|[A-Za-z]{1,4}\d{4,10})\b`,
		check: func(s *scan, m *match) bool {
			rest := s.lineAfter(m.end, 14)
			if c := s.after(m.end); c == '%' || c == '.' && isDigit(s.after(m.end+1)) || c == ',' && isDigit(s.after(m.end+1)) || c == ':' && isDigit(s.after(m.end+1)) {
				return false
			}
			t := s.text[m.start:m.end]
			if countFollows(rest) || len(t) == 4 && (t[:2] == "19" || t[:2] == "20") {
				return false
			}
			return sameTicket(s, m)
		},
		finds:  []string{"ticket ⟦48213⟧ says", "change ⟦50618⟧ by", "PR ⟦4512⟧", "case number ⟦00123456⟧", "Ticket ⟦A48213⟧"},
		leaves: []string{"change 300 rows", "issue 12", "in case 500 errors", "problem 503 is", "incidents 2024", "requests 4512 ms"},
	},
	{
		id: "ticket.slashed", kind: Ticket, reason: "an id of your own numbering",
		needs: "A/0", pattern: `\b([A-Z][A-Z0-9]{1,7}(?:/[A-Z0-9-]+){2,5})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			parts := strings.Split(t, "/")
			last := parts[len(parts)-1]
			c := s.before(m.start)
			if notTicket[parts[0]] || c == '/' || c == '.' || c == ':' || s.after(m.end) == '/' || countDigits(t) < 3 {
				return false
			}
			m.certain = len(parts) > 3 || countDigits(last) >= 3
			return sameTicket(s, m)
		},
		finds:  []string{"under ⟦AKW/INC/26/0417⟧.", "ref ⟦KRN/24/00891⟧"},
		leaves: []string{"TCP/UDP/443", "TLS/1/2", "GET/POST/PUT", "A/B/100"},
	},
	{
		id: "ticket.code", kind: Other, reason: "an id of your own numbering",
		needs: "A0-", pattern: `\b([A-Z][A-Z0-9]*(?:-[A-Z0-9]+){2,})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if severityCode.MatchString(t) || facilityCode.MatchString(t) || !hasDigit(t) || isWordByte(s.before(m.start)) || strings.IndexByte("-./", s.before(m.start)) >= 0 {
				return false
			}
			for i, p := range strings.Split(t, "-") {
				if (notTicket[strings.TrimRight(p, "0123456789")] || notTicket[p]) && (i == 0 || i == 1 && len(p) > 2) || lexicon.Acronym(p) && i == 0 {
					return false
				}
			}
			if hostName(strings.ToLower(t)) == sure {
				m.kind = Host
				m.same = hostKey(t)
			}
			return true
		},
		finds:  []string{"code ⟦TIDES-SORRY-4⟧.", "batch ⟦CHK-0222-B⟧", "⟦EU-PAY-7731⟧"},
		leaves: []string{"AES-256-GCM", "TLS-ECDHE-RSA-AES128", "X-AMZ-DATE", "READ-AFTER-WRITE", "SCRAM-SHA-256", "CC-BY-4"},
	},
}

// notTicket are beginnings that look like the key of a project and are of standards, protocols and kinds of things.
var notTicket = wordSet(`OBX OBR PID MSH ORC NTE SPM PV1 NK1 VMFS SMB NFS UTF UCS SHA MD ISO IEC RFC BCP STD CVE CWE CPE GHSA GO USN DSA RHSA RHBA RUSTSEC PYSEC OSV MS HTTP HTTPS SEV P TLS SSL DTLS
	AES DES RSA DSA EC ECDSA ECDHE DHE DH ED X CURVE CHACHA POLY HMAC SCRAM CRC BLAKE HS RS ES PS COVID TIER IEEE DIN EN ANSI ASCII EBCDIC
	USB DDR PCI PCIE SATA SAS NVME RAID LTE GPT CLAUDE LLAMA CAT QSFP SFP BASE IPV IP TCP UDP MP H VP AV HEVC JDK JRE JAVA JSR PEP JEP
	FIPS NIST SP PCI SOC HIPAA GDPR XEP KIP EIP BIP KEP WPA WEP CPU GPU TPU CORE NUMA IRQ LAYER L LEVEL OSI TOP PART DAY WEEK MONTH
	YEAR Q FY HY GEN TYPE CLASS MODE OPTION PLAN ROUND STEP STAGE PHASE PRIO PRIORITY SEVERITY RC ALPHA BETA GA LTS VERSION V
	JUNIT LOG ORA PLS TNS SQL SQLSTATE ERR ERROR ERRNO EXIT CODE STATUS TS SC E T S D N K A B C F G I J M O R U W Y Z MIL GPL LGPL AGPL
	BSD CC MPL APACHE MIT WIN NT MACOS IOS IPHONE IPAD X86 ARM AMD RISC I CORTEX XEON EPYC A1 F1 B2 B2B B2C H2 S3 EC2 K8S
	BOEING AIRBUS AK MIG AN ER FIG TABLE TAB APPENDIX CHAPTER SECTION ART PARA NOTE LINE ROW COL UTC GMT CET CEST EST PST PLUS
	MINUS NEGATIVE ZERO ONE RDS TRY RULE TEST CASE SCENARIO EXAMPLE UNIT ID NO NR NUM PLAN OPT PAGE SLIDE QUESTION ANSWER DOT OM
	ICD ATC UN HD UHD FHD MPEG JPEG PNG PDF OOXML ODF HTML CSS ECMA ES5 ES6 RGB CMYK SRGB DVI HDMI VGA RJ LC SC MTP OM3 OM4 DOCSIS
	LAG DSCP MTU SF AVX SSE NEON PSK QAM ICAO ITU ETSI CCSDS IHE LOINC SNOMED MDR GAMP EAL IPX AWG NEMA KB EVENT
	GSM UMTS NR WIFI BT BLE NFC RFID AIS GPS UTM MGRS EPSG WGS ETRS XX XXX GLIBC GCC CLANG PYTHON CXX CPP C11 C17 C99`)

func ticketKey(s *scan, m *match) bool {
	if c := s.before(m.start); c == '-' || c == '.' && s.before(m.start-1) != '.' || c == '_' || c == '$' || c == '%' {
		return false
	}
	if c := s.after(m.end); isWordByte(c) && c != '_' {
		return false
	}
	t := s.text[m.start:m.end]
	prefix, number, _ := strings.Cut(t, "-")
	if of, ok := algorithms[prefix]; ok && !slices.Contains(of, number) && len(number) > 1 && s.partAt(m.start) == prose {
		m.certain = false // HS-6120 is none
		return sameTicket(s, m)
	}
	if notTicket[prefix] || notTicket[strings.TrimRight(prefix, "0123456789")] || lexicon.Acronym(prefix) && len(number) == 1 {
		return false
	}
	if number[0] == '0' && !strings.Contains(number, "-") && len(number) <= 3 {
		return false // the name of a machine
	}
	if len(number) == 8 && stampDigits(number) || len(number) > 7 && round(number) || isWordByte(s.before(m.start)) {
		return false
	}
	if s.after(m.end) == '.' && isDigit(s.after(m.end+1)) {
		return false // a version
	}
	if regionPattern.MatchString(strings.ToLower(t)) {
		return false
	}
	if plantTags[strings.ToLower(prefix)] && len(number) < 5 {
		m.certain = false // a valve or a gauge, after ISA-5.1, as well as a ticket
	}
	return sameTicket(s, m)
}

// algorithms are heads of names that have few numbers: HS-256, VP-9.
var algorithms = map[string][]string{
	"HS": {"256", "384", "512"}, "RS": {"256", "384", "512", "232", "485", "422"}, "ES": {"256", "384", "512"}, "PS": {"256", "384", "512"},
	"VP": {"8", "9"}, "MIG": {"15", "17", "19", "21", "23", "25", "27", "29", "31", "35"}, "SC": {}, "AN": {}, "ER": {}, "AK": {"47", "74"}, "NR": {}, "LC": {},
}

// plantTags begin the names of instruments of a plant (ISA-5.1).
var plantTags = wordSet("xv fv pv lv hv sv tv cv zv pt tt lt ft at pi ti li fi ai ps ts ls fs zs pg te fe ae tc fc pc lc fic pic lic tic pit tit lit fit psv prv")

func sameTicket(s *scan, m *match) bool {
	m.same = "ticket:" + strings.ToUpper(s.text[m.start:m.end])
	return true
}

var changeCue = newPattern(`(?:^|[^a-z])(?:prs?|mrs?|issues?|tickets?|pull(?: request)?|merge(?: request)?|bugs?|fix(?:es|ed)?|closes?d?|resolves?d?|refs?|gh|cases?|incidents?|changes?|commit|reverts?|reverted|see|review(?:ed|ing)?|approved|merged|build|job|pipeline|order|id|no|number|vorgang|in|by|and|or|,)[ (\[:]*$`)

var countCue = newPattern(`(?:^|[^a-z])(?:the|attempt|try|step|page|replica|node|rank|reason|rule|number|our|my|player|slide|question|point|item|lesson|part|phase|week|day|core|cpu|disk|line|row|column|rack|unit|door|room|gate|shard|worker)[ ]*$`)

func numberSign(s *scan, m *match) bool {
	at := m.start - 1
	c := s.before(at)
	desk := deskBefore.FindString(s.text[max(0, at-9):at])
	if isWordByte(c) && !repoBefore(s, at) && (desk == "" || len(s.text[m.start:m.end]) < 4 && (len(desk) < 3 || len(s.text[m.start:m.end]) < 3)) || c == '#' || c == '&' || c == '/' || isWordByte(s.after(m.end)) || s.after(m.end) == ';' && c == '&' {
		return false
	}
	t := s.text[m.start:m.end]
	before := s.lineBefore(at, 24)
	cued := changeCue.MatchString(before) || repoBefore(s, at)
	if countCue.MatchString(before) || !cued && len(t) < 2 {
		return false
	}
	if (len(t) == 3 || len(t) == 6) && strings.Contains(before, "colo") || t == "000000" || t == "000" {
		return false
	}
	if !cued && len(t) < 3 {
		m.certain = false
	}
	m.same = "change:" + t
	m.start = at - len(desk)
	return true
}

// deskBefore is the name of a kind of ticket or of a system for them before its number: RT #48813, PR #88.
var deskBefore = newPattern(`\b[A-Z]{2,7}[ ]?$`)

// repoBefore says whether the name of a repository ends at i: org/repo#42.
func repoBefore(s *scan, i int) bool {
	n := i
	for n > 0 && i-n < 80 && (isWordByte(s.text[n-1]) || strings.IndexByte("-./", s.text[n-1]) >= 0) {
		n--
	}
	return strings.Count(s.text[n:i], "/") == 1
}

// countFollows says whether text begins with what a number counts.
func countFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	w := rest
	if i := strings.IndexFunc(rest, func(c rune) bool { return !(c >= 'a' && c <= 'z') }); i >= 0 {
		w = rest[:i]
	}
	switch w {
	case "errors", "error", "rows", "requests", "times", "users", "customers", "messages", "ms", "seconds", "minutes", "hours", "days", "bytes", "gb",
		"mb", "tb", "kb", "percent", "lines", "files", "items", "records", "events", "orders", "responses", "is", "pods", "nodes", "hosts", "on", "s",
		"calls", "jobs", "tests", "people", "in", "per", "of", "m", "k", "connections", "partitions", "shards", "to":
		return len(rest) < 14 || w != "is"
	}
	return false
}
