package redact

import (
	"strings"
	"unicode"
)

// Secrets that show by their own composition, where a password, a key or a login is spoken of nearby: no word joins the
// two, but nothing else looks like that there.

// nearWords are words near which a string that looks like a password is one.
var nearWords = append(wholeWords(`password passwords passwort passwörter kennwort passphrase passcode passwd pwd pw creds credentials credential login logins zugangsdaten zugang
	contraseña contrasena senha parola hasło haslo heslo salasana lösenord passord wachtwoord şifre пароль admin secret secrets psk wifi wlan ssid default
	token tokens pin sticker vault tresor keyfile unlock`), "mot de passe", "check value", "logged in", "log in as", "api key", "community string")

var secretNearRules = []rule{
	{
		id: "secret.near", kind: Secret, reason: "looks like a password, near a word for one",
		needs: "a", cues: nearWords, reach: 110, look: nearSecrets,
		finds: []string{
			"password for the new nodes was still the vendor default during all of this, ⟦Orbi‹›cel@FAKE1⟧, and it is", "(10.1.2.3, admin / ⟦hutn‹›ik_Xy_42⟧, yes on sticker", "typed the db password ( ⟦m0nd‹›fisch_77⟧ ) into",
			"The passwords on it:\n⟦Lachs‹›forelle-9⟧\n", "check value on sheet ⟦8FE1‹›A23C⟧, a says", "wrote the login on the board: ⟦s0mm‹›er!fest⟧",
		},
		leaves: []string{
			"password stored in db-prod-03, see INC-1234", "the token for v1.2.3-rc4 of http2", "login on web-01 at 12:30:45", "login from 10.2.3.4 as root@web-1", "credentials in src/auth_v2.go and C:\\x1", "password policy of SHA-256 and PBKDF2",
			"login failed 3x, error E1003", "admin panel at 50%, 2FA on", "secret ledger-db-2 in namespace x2", "token via oauth2/callback", "wifi on 802.11r and WPA2", "pin gpio17 is PA_4", "vault kv v2, AES-256-GCM", "login took 250ms@p99",
			"password_reset_tokens2 table", "login for x@y.org", "token in ap-southeast-2", "vault on i-0abc12345", "admin of P2P_network", "logins/day=1200", "login page #4512", "password: see OPS-77/88",
		},
	},
	{
		id: "secret.keyed", kind: Secret, reason: "the value of a key",
		needs: "0", cues: []string{"key=", "key:", "key =", "key\":", "key'", "token=", "dsn=", "salt=", "salt:", "seed is", "seed:", "seed=", "auth\":", "auth=", "hmac", "slot is", "_key", "key is", "key was", "privatekey", "cert_pass", "seckey", "key to"}, after: true,
		pattern: `["']?[ \t]*(?::=|=|:|is|was)?[ \t]*(?:!!binary[ \t]*)?["'` + "`" + `]?((?:0x)?[A-Za-z0-9+/_-]{8,}={0,2})`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			low := s.low[m.start:m.end]
			if d := s.after(m.end); d == '.' && isWordByte(s.after(m.end+1)) || d == '(' || d == ':' && isDigit(s.after(m.end+1)) || !possibleSecret(t) || noSecretForm(t) || strings.Contains(t, "/") && !randomLooking(t) {
				return false
			}
			before := s.lineBefore(m.start, 40)
			for _, w := range [...]string{"primary", "foreign", "public", "pubkey", "partition", "cache", "sort", "row", "routing", "object", "redis", "idempotency", "registry", "dedup", "s3 ", "hot ", "project", "issue"} {
				if strings.Contains(before, w) {
					return false
				}
			}
			if hex := strings.TrimPrefix(low, "0x"); hex != low && len(hex) >= 8 && hexadecimal(hex) {
				return true
			}
			return hasDigit(t) && hasLetter(t) && (kindChanges(t) >= 3 && len(t) >= 12 || randomLooking(t) || kindChanges(t) >= 4)
		},
		finds: []string{
			"`sentry_key=⟦0fa‹›1e11cfa4e4d5b99e07⟧`. Rotated", "uplink key slot is ⟦0x7F3A‹›99C1D2E4⟧ now", `"auth":"⟦0424bd59‹›b807674191e7⟧"`, "PrivateKey = ⟦yAnz5TF+lXXJte14‹›tji3zlMNq+hd2rYUIgJBgB3fBmk=⟧", "encryption_key: !!binary ⟦ZmFrZ1‹›WZha2VmYWtl9Q==⟧",
		},
		leaves: []string{"primary_key=order_2024_01_02", "key=value", "the key is replication-factor-2", "cache_key: user1234abcd5678", "key: prod-eu-1", "token=1024", "sort_key=a1b2c3d4e5f6", "key to success", "partition key 12a34b56c78d"},
	},
	{
		id: "secret.pair", kind: Secret, reason: "a login and its password",
		cues:    append(wholeWords("login creds credentials admin user root username zugang zugangsdaten anmeldung guest sa benutzer usuario utilisateur account connect conn using tiger"), "logged in"),
		pattern: `(?:^|[\s:=("'` + "`" + `])(?P<user>[A-Za-z][\w.\\-]{1,30})(?:[ ]/[ ]|[ ][|][ ]|:|/)["'` + "`" + `]?(?P<secret>[^\s"'` + "`" + `/|,;()]{4,})`,
		check:   pairedSecret,
		finds: []string{
			"login is ⟦shopadmin⟧ / ⟦Zebra‹›streifen9⟧, said", "(ADMIN / ⟦ch‹›angeme!⟧ worked", "x connect using ⟦tiger⟧:⟦sco‹›tt99⟧\n", "creds: ⟦leser⟧ / ⟦Buch‹›stabe1⟧",
		},
		leaves: []string{"user / group2", "login / logout", "admin/users2", "login: 12:30", "user host:8080", "admin and/or v2", "user pod/web-1x", "root /dev/sda1", "login page1/page2", "account on/off", "user http://x", "user:1000:1000", "admin a/b1"},
	},
	{
		id: "secret.network", kind: Secret, reason: "the key of a network or a device",
		cues: wholeWords("wifi wi-fi wlan bios uefi ssid snmp community guest-wifi hotspot access-point alarm router modem teamviewer anydesk vnc ilo idrac ipmi bmc"), after: true,
		pattern: `(?i)[ -](?:[a-z]+[ ])??(?:key|password|passwort|pass|pw|pwd|schlüssel|schluessel|kennwort|passphrase|code|clave|senha|hasło|wachtwoord|string|community|lösenord|passord|mot de passe|contraseña)[ \t]*(?:is|was|ist|war|=|:|-|→|est|es)?[ \t]+["'` + "`" + `(]?([^\s"'` + "`" + `)]{4,})`,
		check: func(s *scan, m *match) bool {
			trimSentence(s, m)
			t := s.low[m.start:m.end]
			if len(t) < 4 || !possibleSecret(t) || littleWords[t] || strings.ContainsAny(t[:1], "/~.@-") || strings.Contains(t, "://") || copulas[t] || stateWord[t] || secretTalk[t] || countFollows(s.lineAfter(m.end, 12)) {
				return false
			}
			if strings.HasSuffix(t, "ed") && ordinary(t) {
				return false
			}
			m.certain = !ordinary(t) && !product(t)
			return true
		},
		finds:  []string{"guest wifi password ⟦muse‹›um-gast⟧ printed", "- wlan schlüssel ⟦kreide‹›staub⟧", "- bios pw ⟦ad‹›min123⟧", "snmp community ⟦te‹›ichwirt⟧ (v2c)\nx snmp community string was ⟦pr1‹›vate-rw⟧"},
		leaves: []string{"the wifi password was wrong", "wifi password rotation", "router password reset", "bios password set", "snmp community manager", "wifi key exchange", "bmc password expired", "modem code 12"},
	},
	{
		id: "secret.phrase", kind: Secret, reason: "a passphrase between quotes",
		cues: wholeWords("passphrase passphrases merksatz passwort password kennwort"), after: true,
		pattern: `[^"\n.]{0,40}[,:(][ ]?"([^"\n]{8,80})"`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			said := s.lineBefore(m.start, 48)
			for _, w := range [...]string{"said", "says", "saying", "reads", "read ", "error", "message", "told", "asked", "wrote", "label", "prompt", "title", "called", "page", "mail"} {
				if strings.Contains(said, w) {
					return false
				}
			}
			phrase := strings.LastIndex(said, "passphrase") >= 0
			m.certain = phrase || composed(t)
			return possibleSecret(t) && (strings.Count(t, " ") >= 2 && phrase || !strings.Contains(t, " ") && (composed(t) || secretLooking(t)))
		},
		finds:  []string{"the passphrase for the backup, \"⟦vier kleine ‹›gelbe Enten⟧\", is on paper"},
		leaves: []string{"the password prompt said: \"try again later\"", "password, \"expired\"", "password. \"What now my friend\""},
	},
	{
		id: "secret.bitlocker", kind: Secret, reason: "the recovery key of a disk",
		needs: "-0", least: 47, pattern: `\d{6}(?:-\d{6}){5,7}`,
		check:  func(s *scan, m *match) bool { return s.before(m.start) != '-' && s.after(m.end) != '-' },
		finds:  []string{"key ⟦482911-‹›093812-118273-550021-009182-337261-448190-229318⟧"},
		leaves: []string{"482911-093812", "2024-03-12"},
	},
	{
		id: "secret.putty", kind: Secret, reason: "a private key",
		cues: []string{"putty-user-key-file", "private-lines:"}, reach: longestPassage, look: puttyKey,
		finds:  []string{"⟦PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\nAAABAQ‹›DfakefakefakefakefakeF⟧\nbye"},
		leaves: []string{"the private-lines: count"},
	},
}

// secretTalk are words that follow a word for a password in a sentence about it.
var secretTalk = wordSet(`reset rotation rotated policy manager prompt expired wrong exchange changed change file hash field list length store storage leak leaked reuse again works worked working failed fails missing
	management server service vault entry entries page form screen sticker note notes paper which that from with when where because there here rotates sharing shared protected required
	strings string community known unknown only also once never still already been used using uses user users login`)

// nearSecrets finds strings that look like passwords in the surroundings of a word for one.
func nearSecrets(s *scan, start, end int) []match {
	var out []match
	for i := start; i < end; {
		for i < end && s.text[i] <= ' ' {
			i++
		}
		j := i
		for j < end && s.text[j] > ' ' {
			j++
		}
		m := match{start: i, end: j, kind: Secret}
		i = j
		for m.start < m.end && strings.IndexByte("\"'`([{<|*,;>", s.text[m.start]) >= 0 {
			m.start++
		}
		trimSentence(s, &m)
		if n := m.end - m.start; n < 6 || n > 64 || s.partAt(m.start) == target {
			continue
		}
		if t := s.text[m.start:m.end]; passwordShaped(t) && !noSecretForm(t) && possibleSecret(t) {
			out = append(out, m)
		} else if len(t) >= 6 && len(t) <= 32 && hasDigit(t) && hasLetter(t) && strings.ToUpper(t) == t && strings.Contains(s.lineBefore(m.start, 40), "check value") {
			out = append(out, m)
		}
	}
	return out
}

// passwordShaped says whether a string can hardly be anything but a password: letters with digits and a mark that names
// do not have, or digits among the letters of a word.
func passwordShaped(t string) bool {
	var letters, digits, strong, joints, upper, lower, within int
	prev, before := ' ', ' '
	for _, c := range t {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			letters++
			if unicode.IsUpper(c) {
				upper++
			} else {
				lower++
			}
			if unicode.IsDigit(prev) && unicode.IsLetter(before) {
				within++ // m0nd
			}
		case strings.ContainsRune("!@$&*+?~^%", c):
			strong++
		case strings.ContainsRune("-_#", c):
			joints++
		default:
			return false // a path, a call, a sentence
		}
		before, prev = prev, c
	}
	first := rune(t[0])
	if letters < 3 || isDigit(t[0]) && strong == 1 && strings.Contains(t, "@") || strings.HasPrefix(t, "@") || strings.HasPrefix(t, "#") || first == '-' || first == '$' || first == '%' || looksLikeAmount(t) || versionWord(strings.ToLower(t)) {
		return false
	}
	if at := strings.IndexByte(t, '@'); at >= 0 && (at < 3 || len(t)-at < 4 || strings.ContainsAny(t[at:], "-_") || !hasDigit(t[at:]) && upper == 0 || hostName(strings.ToLower(t[at+1:])) != not) {
		return false // user@host, package@1.2
	}
	low := strings.ToLower(t)
	switch {
	case regionPattern.MatchString(low), cloudPrefix(low), technical[low], knownWord(low), hostName(low) == sure, hostName(low) == maybe && (t == low || t == strings.ToUpper(t)):
		return false
	case strong > 0 && digits > 0 && lower > 0, strong > 0 && upper > 0 && lower > 1 && t[0] != '*' && joints == 0:
		return strings.Count(t, "*") < 2 && strings.Count(t, "&") < 2 && strings.Count(t, "+") < 2
	case joints > 0 && digits > 0 && upper > 0 && lower > 1:
		// Release-2024_A and Foo-12 are names; passwords mix the cases or put digits last: ik_Xy_42.
		return strings.Count(t, "_") > 1 && !ordinaryParts(strings.ReplaceAll(low, "_", "-")) || hardMix(t) || strangeParts(low) && !notTicket[strings.ToUpper(strings.TrimRight(low[:strings.IndexAny(low, "-_#")], "0123456789"))]
	case joints > 0 && within > 0 && digits > 1 && lower > 2 && upper == 0:
		return !strings.Contains(t, "-") && strings.Count(t, "_") == 1
	}
	return false
}

// hardMix says whether capitals, small letters and digits take turns as they do in no name.
func hardMix(t string) bool {
	return kindChanges(t) > 3 && secretLooking(t)
}

// strangeParts says whether a name joined by marks ends in digits and has a part of letters that no list knows.
func strangeParts(low string) bool {
	odd := false
	for _, p := range strings.FieldsFunc(low, func(c rune) bool { return c == '-' || c == '_' || c == '#' }) {
		if letters := strings.Trim(p, "0123456789"); len(letters) > 4 && !knownWord(letters) && !machineWords[letters] {
			odd = true
		}
	}
	return odd && isDigit(low[len(low)-1]) && hostName(low) != sure
}

// pairedSecret decides about a login and what stands after the slash or the colon.
func pairedSecret(s *scan, m *match) bool {
	if m.kind == User {
		// Judged with its secret, which follows it.
		rest := s.text[m.end:min(len(s.text), m.end+80)]
		rest = strings.TrimLeft(rest, " /|:\"'`")
		if i := strings.IndexAny(rest, " \n\"'`/|,;()"); i >= 0 {
			rest = rest[:i]
		}
		return pairValue(s, s.text[m.end:min(len(s.text), m.end+3)], rest) && !littleWords[s.low[m.start:m.end]] && !genericUsers[s.low[m.start:m.end]]
	}
	trimSentence(s, m)
	i := m.start
	for i > 0 && strings.IndexByte(" /|:\"'`", s.text[i-1]) >= 0 {
		i--
	}
	return pairValue(s, s.text[i:m.start], s.text[m.start:m.end])
}

// pairValue says whether a value after a sign can be a password beside its login.
func pairValue(s *scan, sign, v string) bool {
	v = strings.TrimRight(v, ".,;:?)]\"'")
	if len(v) < 4 || !possibleSecret(v) || noSecretForm(v) || looksLikeAmount(v) || ordinary(v) || hostName(strings.ToLower(v)) != not || strings.Trim(v, "0123456789.:-") == "" {
		return false
	}
	if strings.HasPrefix(sign, " /") || strings.HasPrefix(sign, " |") {
		return (secretLooking(v) || composed(v)) && !(ordinary(strings.TrimRight(v, "0123456789")) && strings.ToLower(v) == v)
	}
	return secretLooking(v) && (passwordShaped(v) || hasDigit(v) && isDigit(v[len(v)-1]) && len(v) >= 6 && strings.HasPrefix(sign, ":") && !strings.ContainsAny(v, "-_.")) && !versionWord(strings.ToLower(v))
}

// longestKey is the length in bytes from which a stretch of lines is no one key.
const longestKey = 64 << 10

// puttyKey finds a key file of PuTTY: its lines to the last that looks like one.
func puttyKey(s *scan, start, end int) []match {
	k := strings.Index(s.low[start:end], "putty-user-key-file")
	if k < 0 {
		return nil
	}
	from := start + k
	to := lineEnd(s.text, from)
	for to < len(s.text) && to-from < longestKey {
		next := lineEnd(s.text, to)
		line := strings.TrimSpace(s.text[to:next])
		name, _, field := strings.Cut(line, ": ")
		if line == "" || !armoured(line) && !(field && !strings.Contains(name, " ")) {
			break
		}
		to = next
	}
	return []match{{start: from, end: from + len(strings.TrimRight(s.text[from:to], " \n")), kind: Secret}}
}
