package redact

import (
	"strings"
)

// Commits, digests, UUIDs and other ids that machines make.

var commitRules = []rule{
	{
		id: "id.uuid", kind: UUID, reason: "an id that a machine made (UUID)",
		needs: "-0", least: 36, pattern: `[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}`,
		check: func(s *scan, m *match) bool {
			m.same = "uuid:" + s.low[m.start:m.end]
			return strings.Trim(s.low[m.start:m.end], "0-f") != ""
		},
		finds: []string{
			"request ⟦7F9C24E8-3B1A-4C2D-9E5F-1A2B3C4D5E6F⟧ failed", "part-00000-⟦71c0d0fe-6f58-4ab3-bb0e-92f15cc0e7d4⟧-c000", "ceph-⟦1c9f2a60-7ed4-11ee-b6c1-3cecef0a11d2⟧@osd.41",
		},
		leaves: []string{"00000000-0000-0000-0000-000000000000", "7F9C24E8-3B1A"},
	},
	{
		id: "id.digest", kind: Commit, reason: "a digest",
		needs: ":0", pattern: `(?i)\b(?:sha(?:1|224|256|384|512)|md5|blake2b)[:=][0-9a-f]{6,128}`,
		check: func(s *scan, m *match) bool {
			if i := m.start + strings.IndexAny(s.text[m.start:m.end], ":="); m.end-i > 7 {
				m.same = "commit:" + s.low[i+1:i+8]
			}
			return true
		},
		finds:  []string{"image acme/pay@⟦sha256:3f2a9c0d8b7e6f5a4c3d2e1f0a9b8c7d3f2a9c0d8b7e6f5a4c3d2e1f0a9b8c7d⟧"},
		leaves: []string{"sha256: ok"},
	},
	{
		id: "id.hex", kind: Commit, reason: "a commit or another id in hexadecimal",
		needs: "0", least: 7, pattern: `[0-9a-fA-F]{7,128}`,
		check: hexID,
		finds: []string{
			"reverted ⟦3f2a9c0⟧ and merge commit ⟦3f2a9c0d8b7e6f5a4c3d2e1f0a9b8c7d6e5f4a3b⟧", "(draft ⟦c40d7be⟧)", "at ⟦9c1f22e0b7⟧, i", "(⟦7be04aa1⟧)", "app:v2-⟦3f2a9c0⟧", "2.1-g⟦3f2a9c0⟧",
			"trace_id=⟦4bf92f3577b34da6a3ce929d0e0e4736⟧", "commit ⟦3F2A9C0D⟧",
		},
		leaves: []string{
			"defaced facade deadline effaced 1234567 requests", "0x7ffd5e8a9c0d", "20240312143207", "#ff00aa1", "1234567e", "addr=0xdeadbeef1", "2024031214", "12345678", "payments-7d9c6b5f4d-x8k2z",
		},
	},
	{
		id: "id.named-number", kind: Other, reason: "an id with a long number",
		needs: "0-", least: 8, pattern: `\b([A-Za-z][A-Za-z0-9]{0,14}(?:-[A-Za-z][A-Za-z0-9]{0,14})*-(\d{6,})(?:-\d{1,4})?)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			number := strings.TrimLeft(t, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
			number = strings.TrimLeft(number, "-")
			c := s.before(m.start)
			return c != '.' && c != '-' && c != '@' && !(stampDigits(number) && (number[:2] == "20" || number[:2] == "19")) && s.after(m.end) != '-' && s.after(m.end) != '.'
		},
		finds:  []string{"⟦qr-77120418-1⟧ |", "as ⟦txn-99120331⟧,"},
		leaves: []string{"backup-20240312 x", "log4j-2", "logs-2024", "dump-20240312143207"},
	},
	{
		id: "id.trace", kind: Other, reason: "the id of a request, a run or a trace",
		cues:    []string{"trace", "request", "req", "correlation", "span", "run id", "run_id", "runid", "session", "transaction", "txn", "batch", "event", "x-amz", "cf-ray", "ray id", "job id", "execution"},
		pattern: `(?i)\b(?:(?:trace|request|req|correlation|span|run|session|transaction|txn|batch|event|job|execution|message|ray|build|order|parent|invocation|query)[ _-]?(?:id|uuid|ref)|x-request-id|cf-ray|x-amzn?-trace-id|x-amz-request-id)["']?[ \t]*(?:[:=]|is|was|\b)[ \t]*["']?([A-Za-z0-9][\w=;:/+.-]{4,}[\w=])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return hasDigit(t) && (hasLetter(t) || len(t) >= 6) && (len(t) >= 6 || !looksLikeAmount(t)) && strings.Count(t, ":") < 2
		},
		finds:  []string{"request id ⟦Q7X9PLM2A⟧ in", "X-Request-Id: ⟦a1-b2-c3-d4⟧", `"trace_id": "⟦abc123def⟧"`, "run_id=⟦20418a⟧"},
		leaves: []string{"the request id was missing", "session id rotation", "trace id propagation"},
	},
}

var commitCue = newPattern(`(?:commits?|sha1?|rev(?:ision)?|revert(?:ed|ing|s)?|merged?|hash|cherry[ -]?pick(?:ed)?|head|diff|build|tag|digest|image|checkout|checked out|since|from|to|at|draft|blame|bisect|fix|patch|rolled back to|back to|deploy(?:ed)?|show|reset --hard|container|layer|id)[ :=("'` + "`" + `[]*$`)

// hexID decides about a run of hexadecimal digits.
func hexID(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	c, d := s.before(m.start), s.after(m.end)
	if technical[t] {
		return false // ed25519
	}
	if c == 'g' && s.before(m.start-1) == '-' { // 2.1-g3f2a9c0, as git describes
		c = ' '
	}
	if isWordByte(c) && !(c == '_' && len(t) >= 12) || isWordByte(d) && d != '_' || c == '#' && len(t) <= 8 || c == '.' || c == '\\' || c == '%' || c == '+' {
		return false
	}
	if d == '-' || d == '.' && isDigit(s.after(m.end+1)) {
		return false // the middle of a longer name
	}
	letters, digits := 0, 0
	for i := range len(t) {
		if isDigit(t[i]) {
			digits++
		} else {
			letters++
		}
	}
	if digits == 0 || letters == 0 || letters == 1 && strings.IndexByte(t, 'e') > 0 {
		return false
	}
	cue := commitCue.MatchString(s.lineBefore(m.start, 24))
	raw := s.text[m.start:m.end]
	if raw != t && !cue && len(t) < 16 || raw != t && raw != strings.ToUpper(raw) {
		return false
	}
	if len(t) < 9 && letters < 2 && !cue {
		m.certain = false
	}
	return sameCommit(s, m)
}

// sameCommit joins a short id to the long one.
func sameCommit(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	if len(t) >= 7 {
		m.same = "commit:" + t[:7]
	}
	return true
}
