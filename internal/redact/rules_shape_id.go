package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Ids by shape: resources of clouds to the end of their paths, service users, hexadecimal names of devices; and the
// names of channels and people of a chat by the words around them.

var idRules = []rule{
	{
		id: "id.resource", kind: CloudID, reason: "the path of a resource in a cloud",
		cues: []string{"/zones/", "/regions/", "/locations/", "/resourcegroups/", "/providers/microsoft.", "googleapis.com/", "/instances/", "/virtualmachines/", "/serviceaccounts/", "/keyrings/"}, reach: 200,
		pattern: `(?i)(?://[a-z]+\.googleapis\.com/[\w.:@/+-]+|(?:projects|folders|organizations)/[\w.:-]+/(?:zones|regions|locations|global|serviceaccounts|instances|topics|subscriptions|secrets|datasets)/[\w.:@/+-]+|/subscriptions/[\w-]+/[\w.:@/+-]+|/?resourcegroups/[\w.-]+/[\w.:@/+-]+)`,
		check: func(s *scan, m *match) bool {
			m.end = trimURL(s.text, m.start, m.end)
			return !strings.Contains(s.text[m.start:m.end], "$") && s.before(m.start) != ':'
		},
		finds:  []string{"It said ⟦//compute.googleapis.com/projects/kest-lab/zones/europe-west4-a/disks/orla-data⟧ in use.", "⟦projects/x/locations/eu/keyRings/y/cryptoKeys/z⟧,"},
		leaves: []string{"src/zones/x", "the projects/teams split"},
	},
	{
		id: "id.device", kind: Other, reason: "the number of a device",
		needs: "0", least: 14, pattern: `\b0x[0-9A-Fa-f]{12,32}\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start+2 : m.end]
			before := s.lineBefore(m.start, 24)
			// Of addresses in memory and masks there are as many in any dump; those begin in the same way.
			if strings.Trim(t, "0f") == "" || strings.HasPrefix(t, "ffff") || strings.HasPrefix(t, "0000") || strings.HasPrefix(t, "7f") && len(t) == 12 || strings.HasPrefix(t, "55") && len(t) == 12 || strings.Contains(before, "addr") || strings.HasSuffix(before, " at ") {
				return false
			}
			return len(t) == 16 || len(t) == 32 || hasLetter(t)
		},
		finds:  []string{"WWN ⟦0x5000c500a1b2c3d4⟧ failed", "peer ⟦0x506b4b0300c2a9f4⟧,"},
		leaves: []string{"0x80070005", "rip 0xffffffff81a2b3c4", "0x7ffd1a2b3c4d", "0xdeadbeef", "at 0x55d0c0ffee12"},
	},
	{
		id: "id.fingerprint", kind: Other, reason: "the fingerprint of a key",
		needs: "0A", passage: true, pattern: `\b[0-9A-F]{4}(?:[ ]{1,2}[0-9A-F]{4}){3,9}\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return strings.ContainsAny(t, "ABCDEF") && hasDigit(t) && (strings.Contains(s.lineBefore(m.start, 40), "key") || strings.Contains(s.lineBefore(m.start, 40), "finger") || countDigits(t) < len(t)*3/4 && strings.Count(t, " ") > 6)
		},
		finds:  []string{"signed-by check: key ⟦4B1D 0FAE 7731 0417⟧ expired"},
		leaves: []string{"4155 5501 3299 9912", "00A0 0F00 BEEF 0001 in the dump"},
	},
	{
		id: "id.service-user", kind: User, reason: "the name of an account for programs",
		cues: []string{"svc-", "sa-", "svc.", "sa.", "bot-"}, reach: 64,
		pattern: `(?:^|[\s"'(\\/` + "`" + `=:])((?:svc|sa|bot)[-.][a-z][a-z0-9]*(?:[-._][a-z0-9]+)*)`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if s.after(m.end) == '(' || s.after(m.end) == '/' || strings.HasPrefix(t, "svc.cluster") || s.after(m.end) == '.' && isWordByte(s.after(m.end+1)) {
				return false
			}
			before := s.lineBefore(m.start, 24)
			cued := false
			for _, w := range [...]string{" as ", "user", "login", "account", "by ", "principal", "\\", "owner", "sudo", "su "} {
				cued = cued || strings.Contains(before, w)
			}
			m.same = "user:" + t
			m.certain = cued || strings.HasPrefix(t, "svc-") && !ordinaryParts(t[4:])
			return cued || strings.HasPrefix(t, "svc-")
		},
		finds:  []string{"The job ran as ⟦svc-haulsync⟧, not", "DOM\\⟦svc-backup⟧ was", "login ⟦sa.ledger⟧ expired"},
		leaves: []string{"svc.cluster.local", "bot-like traffic", "sa-east-1", "svc-x/y"},
	},
	{
		id: "chat.said", kind: Channel, reason: "a chat channel",
		cues: wholeWords("channel kanal canal kanał room stream"), after: true,
		pattern: `[ ]["'` + "`" + `]?([a-z][a-z0-9]*(?:[-_][a-z0-9]+)+)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			first, _, _ := strings.Cut(strings.ReplaceAll(t, "_", "-"), "-")
			if s.partAt(m.start) == code || isWordByte(s.after(m.end)) || s.after(m.end) == '(' || s.after(m.end) == '/' || hasDigit(t) && technical[first] || shapeTerms[first] && len(first) < 3 {
				return false
			}
			// Words before which a channel is no place to talk: a channel read-only, a stream id.
			last := t[strings.LastIndexAny(t, "-_")+1:]
			m.certain = !ordinary(first) || channelEnds[last]
			m.same = "channel:" + t
			return m.certain || !ordinaryParts(strings.ReplaceAll(t, "_", "-"))
		},
		finds:  []string{"in channel ⟦haul-night⟧ again.", "Kanal ⟦qxbetrieb-nacht⟧:"},
		leaves: []string{"channel read-only", "channel 4", "stream end-to-end", "room temperature", "channel re-opened"},
	},
	{
		id: "chat.topic", kind: Channel, reason: "a chat channel and what it is about",
		cues: []string{"›", " » "}, reach: 64,
		pattern: `(?:^|[\s("'])(\p{Lu}[\p{L}\p{N}_-]*(?:[ ]\p{Lu}[\p{L}\p{N}_-]*)?[ ][›»][ ]\p{L}[\p{L}\p{N}_-]*(?:[ ][›»][ ]\p{L}[\p{L}\p{N}_-]*)*)`,
		finds:   []string{"in ⟦Teams › General › Ops⟧ I", "(⟦Betrieb › Nacht⟧)"},
		leaves:  []string{"a › ", "1 › 2"},
	},
	{
		id: "chat.on", kind: Handle, reason: "somebody's handle",
		cues: []string{" on chat", " on slack", " on irc", " on teams", " on discord", " on mattermost", " on telegram", " in chat", " im chat", " en el chat", " no chat", " on zulip", " on matrix", " on signal"}, reach: 72,
		pattern: `(?:^|[\s("'` + "`" + `,;])([a-z][a-z0-9]*(?:[._]?[a-z0-9]+)*)["'` + "`" + `)]?[ ](?:on (?:chat|slack|irc|teams|discord|mattermost|telegram|zulip|matrix|signal)|in (?:the )?chat|im chat|en el chat|no chat)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if len(t) < 3 || ordinary(t) || product(t) || genericUsers[t] || technical[t] || looksLikeAmount(t) || !hasLetter(t) || shapeTerms[t] {
				return false
			}
			m.certain = strings.ContainsAny(t, "._") || hasDigit(t)
			m.same = "handle:" + t
			return true
		},
		finds:  []string{"and ⟦k_boat3ng⟧ on chat said", "⟦nabdelr⟧ on slack:"},
		leaves: []string{"posted on slack", "people on chat", "wrote in chat", "happened on irc"},
	},
	{
		id: "user.benutzer", kind: User, reason: "a login",
		cues: wholeWords("benutzer nutzer usuario usuário utilisateur utente kullanıcı użytkownik gebruiker käyttäjä användare"), after: true,
		pattern: `[ \t:=]{1,3}["'` + "`" + `]?([a-z][a-z0-9]*(?:[._-]?[a-z0-9]+)*)["'` + "`" + `]?(?:$|[\s,;|)\]}])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if len(t) < 3 || littleWords[t] || genericUsers[t] || lexicon.ForeignWord(t) || looksLikeAmount(t) || product(t) {
				return false
			}
			// A login may be a word; then it ends a list or a clause, and a verb does not.
			if c := s.after(m.end); ordinary(t) && c != ',' && c != ';' && c != '|' {
				return false
			}
			m.same = "user:" + t
			m.certain = !ordinary(t) || s.before(m.start) != ' '
			return true
		},
		finds:  []string{"Sitzung 4471, Benutzer ⟦dispo⟧, Rechner", "usuario: ⟦jrivas⟧"},
		leaves: []string{"Benutzer konnten sich", "usuario final", "utilisateur root", "Benutzer, die"},
	},
	{
		id: "user.column", kind: User, reason: "whoever did it, as a log says",
		cues: []string{"author:", "by=", "user:", "actor=", "assignee:", "author=", "requester:", "approver:", "approved-by:", "reviewer:", "operator:", "oper=", "usr:", "login:", "acked by:", "owner:"}, after: true,
		pattern: `[ ]?["']?([a-z][a-z0-9]*(?:[._-]?[a-z0-9]+)*)["']?(?:$|[\s,;|)\]}])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if len(t) < 3 || ordinary(t) || product(t) || genericUsers[t] || technical[t] || looksLikeAmount(t) || notSecret[t] || strings.ContainsAny(t, "-") && ordinaryParts(t) {
				return false
			}
			m.same = "user:" + t
			return true
		},
		finds:  []string{"author: ⟦k_boat3ng⟧ by=⟦r.osei⟧ level=info", "| owner: ⟦nabdelr⟧ |"},
		leaves: []string{"user: me", "by=hand", "author: unknown", "owner: root", "user: postgres"},
	},
}

// channelEnds are the last parts of the names of many channels.
var channelEnds = wordSet(`ops team dev alerts alert incidents incident oncall night day general help support random chat war-room room bridge standup
	release releases deploys deploy eng sre infra status announce watch talk lounge leads nacht betrieb wacht`)
