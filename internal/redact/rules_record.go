package redact

import "strings"

// Records of health care, which engineers paste: HL7 messages, DICOM associations. Their fields name patients.

// recordFields are the fields of HL7 segments that identify, by number, with what they hold.
var recordFields = map[string]map[int]Kind{
	"MSH": {3: Host, 4: Org, 10: Other},
	"PID": {2: Other, 3: Other, 4: Other, 5: Person, 6: Person, 7: Other, 9: Person, 11: Place, 13: Phone, 14: Phone, 18: Account, 19: Account},
	"NK1": {2: Person, 4: Place, 5: Phone},
	"PV1": {3: Place, 7: Person, 8: Person, 9: Person, 19: Other},
	"OBR": {2: Other, 3: Other, 16: Person, 28: Person, 32: Person},
	"ORC": {2: Other, 3: Other, 12: Person},
	"IN1": {2: Other, 16: Person, 36: Account},
}

// recordReceivers are fields that hold a product as often as the name of a machine.
var recordReceivers = map[string]map[int]Kind{"MSH": {5: Host, 6: Org}}

var recordRules = []rule{
	{
		id: "record.hl7", kind: Other, reason: "a field of a patient's record",
		cues: []string{"msh|", "pid|", "nk1|", "pv1|", "obr|", "orc|", "in1|"},
		look: func(s *scan, start, end int) []match { return recordLine(s, start, end, recordFields) },
		check: func(s *scan, m *match) bool {
			if m.kind == Host {
				m.certain = s.ownName(s.low[m.start:m.end]) // of everybody with that analyser, unless the text speaks of it
			}
			return true
		},
		finds:  []string{"MSH|^~\\&|⟦WRTRIS⟧|⟦WAIROTO⟧|MIRTH|CORE|2026||ORU^R01|⟦88140277⟧|P|2.4\nPID|1||⟦ZZZ0016⟧^^^NHI||⟦PARATA^WIREMU⟧||⟦19610412⟧|M"},
		leaves: []string{"the PID was 42", "| pid | name |"},
	},
	{
		id: "record.hl7-receiver", kind: Host, asks: true, reason: "the receiver of a patient's record",
		cues: []string{"msh|"}, look: func(s *scan, start, end int) []match { return recordLine(s, start, end, recordReceivers) },
		finds:  []string{"MSH|^~\\&|WRTRIS|WAIROTO|⟦GATEX⟧|CORE|2026"},
		leaves: []string{"the MSH segment"},
	},
	{
		id: "record.dicom", kind: Host, reason: "the name of a station of a hospital",
		cues: wholeWords("ae aet aetitle calling called scu scp"), after: true,
		pattern: `(?:[ ](?i:title))?[ \t]*[:=]?[ \t]+["']?(?P<host>[A-Z][A-Z0-9_]{2,15})\b(?:["']?[ \t]*->[ \t]*["']?(?P<host>[A-Z][A-Z0-9_]{2,15})\b)?`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return !ordinary(t) && t != "AET" && t != "AE" && !notTicket[t] && !product(strings.ToLower(t))
		},
		finds:  []string{"AE ⟦CT2_WAIROTO⟧ -> ⟦WRTPACS⟧  0xA700", "called AET: ⟦NDPACS1⟧"},
		leaves: []string{"AE is", "called HTTP", "they called ME"},
	},
}

// recordLine finds the identifying fields of the HL7 segments in a stretch of text.
func recordLine(s *scan, start, end int, of map[string]map[int]Kind) []match {
	var out []match
	for at := start; at < end; {
		stop := lineEnd(s.text[:end], at)
		line := strings.TrimLeft(s.text[at:stop], " \t>`")
		from := stop - len(line)
		name, _, _ := strings.Cut(line, "|")
		fields := of[name]
		at = stop
		if fields == nil {
			continue
		}
		number := 0
		if name == "MSH" {
			number = 1 // the first separator is its first field
		}
		for i, field := range strings.Split(strings.TrimRight(line, "\r\n"), "|") {
			kind, ok := fields[i+number]
			begin := from
			from += len(field) + 1
			if i == 0 || !ok {
				continue
			}
			if kind != Person && kind != Place { // of an id only what comes before its type
				field, _, _ = strings.Cut(field, "^")
			}
			field = strings.TrimRight(field, " ^")
			if (kind == Host || kind == Org) && (ordinary(field) || product(strings.ToLower(field))) {
				continue
			}
			if len(field) > 1 {
				out = append(out, match{start: begin, end: begin + len(field), kind: kind})
			}
		}
	}
	return out
}
