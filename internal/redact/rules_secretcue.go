package redact

import (
	"strings"
	"unicode"

	"firsthand/internal/redact/lexicon"
)

// Secrets that show by the word beside them: password=…, "the password is …", recovery codes, random strings.

// secretNames are words for a secret in the languages engineers write in; also as the end of a longer name, such as
// db_password or client-secret. Where | stands a name has a space, a dash or an underscore.
const secretNames = `password passwd passwort kennwort passphrase passcode pwd pword contraseña contrasena clave mot|de|passe mdp senha parola şifre
	sifre пароль hasło haslo salasana lösenord losenord passord adgangskode wachtwoord heslo jelszó lozinka palavra-passe パスワード
	密码 密碼 비밀번호 mật|khẩu kata|sandi secret token api|key apikey access|key secret|key secretkey private|key signing|key
	pass|phrase encryption|key master|key auth|key storage|key account|key accountkey shared|key sharedaccesskey accesskey license|key deploy|key
	credential creds psk pre-shared|key community|string requirepass masterauth passkey pass|key`

// secretCues are secretNames in all their spellings.
var secretCues = func() []string {
	var out []string
	for _, w := range strings.Fields(secretNames) {
		for _, joint := range [...]string{" ", "_", "-"} {
			out = append(out, strings.ReplaceAll(w, "|", joint))
			if !strings.Contains(w, "|") {
				break
			}
		}
	}
	return out
}()

var secretCueRules = []rule{
	{
		id: "secret.assigned", kind: Secret, reason: "the value of a password, key or token",
		cues: secretCues, after: true,
		pattern: `[\w\]-]{0,20}["']?[ \t]*(?::=|=>|->|==?|:)[ \t\n]{0,3}` +
			`("(?:[^"\\\n]|\\.)+"|'(?:[^'\\\n]|\\.)+'|[^\s"'` + "`" + `<>|][^\s"'` + "`" + `|]*)`,
		check: assignedSecret,
		finds: []string{
			"`user=replicator password=⟦Fa‹›ke-Repl-9xQ!2026⟧` in it", "pw in it: DB_PASSWORD=⟦hun‹›ter2⟧", "_authToken=⟦FAKE‹›fake0000⟧",
			"Server=db;User Id=sa;Password=⟦Str0ng!‹›Passw0rd⟧;", `{"password": "⟦hun‹›ter 2⟧"}`, "client-secret: '⟦abc‹›def123⟧'",
			"Passwort: ⟦Som‹›mer2024⟧", "secret => \"⟦s3‹›cr3t⟧\"", "api_key: ⟦9f8e‹›7d6c5b⟧", "пароль: ⟦qwer‹›ty123⟧", "spring.datasource.password=⟦letme‹›in⟧",
		},
		leaves: []string{
			"password=$DB_PASSWORD", "password: ${SECRET}", "password=<yours>", "password: ********", "token: the bucket was empty",
			"secret: nobody knew", "token = os.environ['X']", "password=None", "keys: 18,220", "password = getPassword()", "max_tokens: 4096",
			"token: null", "passwords: rotated", "key: value", "La clave:\nestaba en el Excel", "La clave: estaba\nen el Excel", "Das Passwort: stand\nauf dem Zettel", "the password: it was expired", "tokens=1024", "passwordAuthentication: no",
		},
	},
	{
		id: "secret.said", kind: Secret, reason: "a password in a sentence",
		cues: wholeWords(`password passwords passwd passwort passphrase passcode pw pwd kennwort pin secret token contraseña clave senha
			pass passe parola hasło salasana lösenord wachtwoord credentials login`), after: true,
		pattern: `(?i)(?:[ -](?:code|phrase|word))?` +
			`(?:[ \t](?:for|of|to|on|für|de|para)[ \t]\S+(?:[ \t]\S+)?)?[ \t\n](?:is|was|were|are|to|ist|war|lautet|lautete|es|era|est|était|é|to be|used to be|changed to|set to|=|-|–|auf|is still|was still|is now|is just|of)[ \t\n](?:now |still |just |literally |always )?` +
			"[\"'`«“]?([^\\s\"'`»]+)",
		check: saidSecret,
		finds: []string{
			"the password is ⟦Winter‹›2024!⟧ and", "Password was '⟦correct‹›horse⟧'.", "das Passwort ist ⟦Som‹›mer24⟧.", "pin is ⟦4711⟧",
			"password for the admin is ⟦tr0ub4‹›dor&3⟧", "pass phrase is ⟦Gor‹›se-77⟧\"", "set the password to ⟦Chang3‹›Me⟧",
		},
		leaves: []string{
			"the password is expired", "password was wrong, twice", "the token is from 2019", "password reset flow was slow", "the secret is patience",
			"the pin is red", "the token was revoked at 00:47", "login is slow", "the pass was fine", "a pass is 12 tests", "the secret was in the repo", "token is 3 days old",
		},
	},
	{
		id: "secret.words", kind: Secret, reason: "a pass phrase in a sentence",
		cues: wholeWords("passphrase phrase passwort password kennwort contraseña senha passe"), after: true,
		pattern: `(?i)^[ \t](?:is|was|are|were|ist|war|lautet|es|era|est|était|é|used to be|to be|of|:|=)?[ \t]?["“«„]([^"”»“\n]{6,60})["”»“]`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			words := len(strings.Fields(t))
			m.certain = strings.HasSuffix(strings.TrimRight(s.lineBefore(m.start, 40), " \"“«„"), "phrase") || strings.Contains(s.lineBefore(m.start, 28), "phrase ")
			return words > 1 && (m.certain || words > 2) && !notPhrase.MatchString(strings.ToLower(t))
		},
		finds:  []string{"the passphrase used to be \"⟦seven salted ‹›plums⟧\", same", "pass phrase \"⟦correct horse ‹›battery⟧\""},
		leaves: []string{"the password was \"too short\"", "passphrase is \"not accepted here\"", "password: \"must be changed now\""},
	},
	{
		id: "secret.dictated", kind: Secret, reason: "what looks like a password, after a sentence about one",
		cues: wholeWords(`password passwd passwort passphrase passcode kennwort contraseña clave senha hasło salasana lösenord wachtwoord key token secret credential credentials schlüssel clé llave`), after: true,
		pattern: "[^\n]{1,240}?(?::|`|\"|“|„)[ ]?`?([^\\s`\"”“<>]{8,64})",
		check: func(s *scan, m *match) bool {
			between := s.low[max(0, m.start-250):m.start]
			if k := strings.LastIndexAny(between, "\n"); k >= 0 {
				between = between[k:]
			}
			m.end = m.start + len(strings.TrimRight(s.text[m.start:m.end], ".,;:!?)]"))
			t := s.text[m.start:m.end]
			kinds := 0
			for _, set := range []string{"abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", "*!$%&?=+~^"} {
				if strings.ContainsAny(t, set) {
					kinds++
				}
			}
			plain := true
			for p := range strings.SplitSeq(strings.ToLower(t), "-") {
				letters := strings.Trim(p, "0123456789")
				plain = plain && (letters == "" || ordinary(letters) || technical[p])
			}
			return kinds > 2 && !plain && handedOn.MatchString(between) && !strings.Contains(t, "://") && !strings.Contains(t, "@") && !strings.ContainsAny(t, "()[]{}/") && !looksLikeAmount(strings.ToLower(t)) && !versionWord(strings.ToLower(t))
		},
		finds:  []string{"La contraseña la tenía el Inge; me la dictó desde el coche: ⟦Nopa‹›lfake-2016*⟧. Sí", "pasted a relay config with the key still in it, `⟦sdk-00fa‹›ke42-EXAMple0-aaaa⟧`. rotated"},
		leaves: []string{"the key points are: Kubernetes-1.29 was", "the token expired, see: https://a.io/B2", "pasted the key metrics: p99-Latency-2 x"},
	},
	{
		id: "secret.beside", kind: Secret, reason: "a password beside its name",
		cues: wholeWords(`password passwd passwort passphrase passcode kennwort contraseña clave senha passe parola hasło salasana lösenord
			wachtwoord psk secret pw pwd`), after: true,
		pattern: `[ \t]+["'` + "`" + `(]?([^\s"'` + "`" + `]+)`,
		check:   func(s *scan, m *match) bool { return strongSecret(s, m) && passwordLike(s.text[m.start:m.end]) },
		finds:   []string{"mot de passe ⟦Margel‹›ine_48⟧. 23:06", "the password (⟦Hun‹›ter2!x⟧) was"},
		leaves:  []string{"password SHA-256 hash", "password v2.1-RC3", "the secret db-prod-03", "passphrase 2024-03-12", "password Reset2", "secret API_KEY_2"},
	},
	{
		id: "secret.pw", kind: Secret, reason: "a password after its name",
		cues:    []string{"pw", "pass", "user", "login", "creds"},
		pattern: `(?i)\b(?:pw|pass|pin|login|creds?|user/pass|user/pw)[ \t]*[:=][ \t]*["']?([^\s"',;)]+)`,
		check:   strongSecret,
		finds:   []string{"and pw: ⟦hunt‹›er22⟧", "pw=⟦hun‹›ter2⟧", "creds: ⟦ad‹›min/s3cr3t⟧"},
		leaves:  []string{"pass: 12, fail: 3", "PASS: all tests", "login: alice"},
	},
	{
		id: "secret.random", kind: Secret, reason: "a long random string next to a word for a secret",
		cues:    []string{"key", "secret", "token", "pass", "cred", "auth", "signature", "cookie", "session", "nonce", "seed", "bearer", "sig"},
		pattern: `(?:^|[\s"'=:(<` + "`" + `])([A-Za-z0-9+/_-]{16,}={0,2})`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if strings.HasSuffix(t, "=") && isWordByte(s.after(m.end)) {
				return false // StrictHostKeyChecking=no
			}
			return randomLooking(t) && secretNear(s, m.start) && !strings.Contains(t, "://")
		},
		finds:  []string{"admin keyring on a laptop: key = ⟦AQB‹›FAKE0fakeFAKE0fakeEXAMPLE0example42==⟧", "the token I found was ⟦x9K2m‹›Q7zLpX0vR5tW8yN⟧"},
		leaves: []string{"key replication-factor-of-topic", "the key PaymentsAdminRoleArn", "session RecoveryConflictSnapshot"},
	},
	{
		id: "secret.field", kind: Secret, asks: true, reason: "perhaps a key or a token, by the name of its field",
		cues:    []string{"key", "token", "secret", "auth", "cred", "seed", "salt", "signature", "cookie", "session", "sess", "license", "licence"},
		pattern: `(?i)[\w.-]*(?:key|token|secret|auth|creds?|credentials?|seed|salt|signature|cookie|session|sess|licen[sc]e)["']?[ \t]*(?:=>|:=|[:= ])[ \t]*["']?([^\s"'` + "`" + `<>,;]{12,})`,
		check: func(s *scan, m *match) bool {
			trimValue(s, m, false)
			t := s.text[m.start:m.end]
			if !possibleSecret(t) || strings.Contains(t, "://") || strings.HasPrefix(t, "/") || len(t) < 12 || countDigits(t) < 2 || !hasLetter(t) {
				return false
			}
			return randomLooking(t) || strings.ToLower(t) != t && strings.ToUpper(t) != t
		},
		finds:  []string{"SEND_KEY=⟦FAKEfake0000‹›:fakeFAKE⟧", "session: ⟦Fake0fake0‹›Fake00⟧"},
		leaves: []string{"key=/etc/ssl/private/x1-2.pem", "routing-key: payments.orders.v2", "the key replication factor", "session started 12:00:01.123"},
	},
	{
		id: "secret.random-alone", kind: Secret, asks: true, reason: "a long random string",
		needs: "a0A", least: 24, pattern: `(?:^|["'=:(<` + "`" + `])([A-Za-z0-9+/_-]{24,}={0,2})`,
		check:  func(s *scan, m *match) bool { return randomLooking(s.text[m.start:m.end]) },
		finds:  []string{"then ⟦x9K2m‹›Q7zLpX0vR5tW8yN1cG4hJ⟧ showed up"},
		leaves: []string{"TestReplicaPromotionAfterFailover2", "arn-like-Thing-With-Many-Parts-2", "/var/lib/Docker2/containers/mounts"},
	},
	{
		id: "secret.pin", kind: Secret, reason: "the number that lets one in",
		cues: wholeWords("pin passcode"), after: true,
		pattern: `(?i)[ ]?(?:code|number|no\.?)?[ ]?(?:is|was|ist|:|#|=)?[ ]?(\d{4,10}\b|\d{2,4}(?:[ -]\d{2,4}){1,3}\b)#?`,
		check: func(s *scan, m *match) bool {
			return !isDate(s.text[m.start:m.end]) && (strings.Contains(s.text[max(0, m.start-14):m.start], "PIN") || strings.ContainsAny(s.text[max(0, m.start-4):m.start], ":=#") || s.after(m.end) == '#' || strings.HasPrefix(s.low[max(0, m.start-10):m.start], "passcode"))
		},
		finds:  []string{"bridge, PIN ⟦448‹› 201⟧#", "PIN ⟦47‹›11⟧ and", "passcode ⟦8841‹›920⟧"},
		leaves: []string{"pin 1024 cores to", "the pin 12 is", "pins 4711"},
	},
	{
		id: "secret.code", kind: Secret, reason: "a recovery or one-time code",
		cues: wholeWords("recovery backup one-time verification security unlock 2fa mfa otp totp"), after: true,
		pattern: `(?i)(?:[ -](?:codes?|keys?|pass(?:word|code)|pin))?(?:[ \t](?:is|was|were|are|from|i used|used))?[ \t]*[:=]?[ \t\n]*["'` + "`" + `]?` +
			`((?:[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8})+|\d{8}\b|\d{3}[ ]?\d{3}\b|[a-z0-9]{8,12}\b)(?:,?[ \t\n]+(?:[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8})+|\d{8}\b|\d{3}[ ]?\d{3}\b))*)`,
		check:  func(s *scan, m *match) bool { return strings.ContainsAny(s.text[m.start:m.end], "0123456789") },
		finds:  []string{"recovery codes: ⟦4f7a-‹›9c2e 8d1b-‹›77aa⟧", "my backup code is ⟦1234‹›5678⟧", "OTP ⟦123 456⟧"},
		leaves: []string{"recovery took 6 minutes", "backup code path", "recovery point objective"},
	},
}

// notSecret are values that stand for one or are none.
var notSecret = wordSet(`none null nil true false yes no on off empty unset redacted removed hidden masked changeme required optional
	missing invalid valid wrong expired rotated revoked leaked unknown undefined string value example placeholder todo tbd
	vault env file prompt ask same old new default secret password token key xxx n/a auto generated base64 plain md5 str
	scram-sha-256 trust peer ident reject disabled enabled rotation reset`)

// assignedSecret decides about the value after a name and a sign.
func assignedSecret(s *scan, m *match) bool {
	name := s.lineBefore(m.start, 60)
	quoted := unquote(s, m)
	if !quoted && !possibleSecret(s.text[m.start:m.end]) {
		return false
	}
	trimValue(s, m, quoted)
	t := s.text[m.start:m.end]
	if !possibleSecret(t) {
		return false
	}
	if strings.HasSuffix(strings.TrimRight(name, " \t\"'=:>-"), "s") && strings.Trim(t, "0123456789.,kKmM%") == "" {
		return false // tokens=1024 counts
	}
	if strings.Trim(t, "0123456789") == "" && len(t) < 4 || aboutSecret.MatchString(name) {
		return false
	}
	// With a colon and outside code it may be a sentence that goes on: only what is no word is a secret.
	sign := strings.TrimRight(s.low[max(0, m.start-60):m.start], " \t\n\"'") // on the line before, where that was wrapped
	if !quoted && strings.HasSuffix(sign, ":") && s.partAt(m.start) == prose {
		rest := strings.Trim(s.lineAfter(m.end, 20), " .,;)\"'`")
		if !secretLooking(t) && (rest != "" || ordinary(t)) {
			return false
		}
	}
	if len(t) <= 2 && !quoted {
		return false
	}
	return true
}

// handedOn says that a secret was told, shown or put somewhere.
var handedOn = newPattern(`(?:^|[^\pL])(?:dictat\w*|dictó|dict[aé]\w*|diktiert\w*|read (?:it|them) (?:out|aloud|over)|said (?:it|them)|pasted|copied|posted|shared|sent|forwarded|typed|put|still in it|also the|kopiert|geschickt|vorgelesen|gepostet|pegué|pegó|copié|mandé|envió|colei|mandei|collé|envoyé|incollat\w*)(?:$|[^\pL])`)

// notPhrase is what is said of a password, not one.
var notPhrase = newPattern(`\b(?:not|is|was|has|must|should|cannot|can't|please|your|expired|wrong|incorrect|invalid|required|changed|reset|too|failed|denied|ist|wurde|nicht|muss)\b`)

// aboutSecret ends the name of what is said of a secret: --token-ttl=15m.
var aboutSecret = newPattern(`[_-](?:ttl|timeout|expiry|expires(?:_in|-in)?|lifetime|age|max-age|length|len|size|count|limit|rotation|interval|period|type|policy|algorithm|version|mode|enabled|required|format|encoding)["']?[ \t]*(?:=>|:=|==?|:)[ \t]*["']?$`)

// unquote narrows a match to what is between its quotes, and says whether it had some.
func unquote(s *scan, m *match) bool {
	if t := s.text[m.start:m.end]; len(t) > 2 && (t[0] == '"' || t[0] == '\'') && t[len(t)-1] == t[0] {
		m.start++
		m.end--
		return true
	}
	return m.start > 0 && (s.text[m.start-1] == '"' || s.text[m.start-1] == '\'')
}

// trimValue takes off what ends a value rather than belongs to it.
func trimValue(s *scan, m *match, quoted bool) {
	if quoted {
		return
	}
	if i := strings.IndexAny(s.text[m.start:m.end], ";&"); i > 0 {
		m.end = m.start + i // of a connection string, a query
	}
	for m.end > m.start && strings.IndexByte(".,;:)]}", s.text[m.end-1]) >= 0 {
		m.end--
	}
}

// possibleSecret refuses what stands in for a secret: variables, calls, masks, words such as "none".
func possibleSecret(t string) bool {
	low := strings.ToLower(t)
	switch {
	case t == "", notSecret[low], strings.HasPrefix(t, "$"), strings.HasPrefix(t, "<"), strings.HasPrefix(t, "{{"), strings.HasPrefix(t, "%"),
		strings.HasPrefix(t, "*"), strings.HasPrefix(t, "…"), strings.HasPrefix(t, "..."), strings.HasPrefix(t, "["), strings.HasPrefix(t, "{"),
		strings.HasPrefix(t, "("), strings.HasPrefix(t, "#"), strings.HasPrefix(t, "//"),
		strings.Trim(low, "x*•.-_?") == "", strings.Contains(t, "(") && strings.HasSuffix(t, ")"),
		strings.Contains(low, "environ"), strings.Contains(low, "process.env"), strings.Contains(low, "getenv"), strings.Contains(t, "${"),
		strings.Contains(t, "["), strings.Contains(low, "redacted"), strings.Contains(t, "\uFFFD"):
		return false
	}
	return true
}

// saidSecret decides about a word after "the password is".
func saidSecret(s *scan, m *match) bool {
	quoted := s.before(m.start) == '"' || s.before(m.start) == '\'' || s.before(m.start) == '`'
	for m.end > m.start && strings.IndexByte(".,;:?)]", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.text[m.start:m.end]
	if !possibleSecret(t) || len(t) < 3 {
		return false
	}
	if strings.Trim(t, "0123456789.,:-/%") == "" { // a number: of days, a clock time; a PIN only after its name
		pin := strings.Contains(s.lineBefore(m.start, 20), "pin")
		return pin && len(t) >= 4 && strings.Trim(t, "0123456789") == ""
	}
	if quoted && !ordinary(t) {
		return true
	}
	return secretLooking(t)
}

// strongSecret accepts only what cannot be a word or a count.
func strongSecret(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(".,;:?)]", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.text[m.start:m.end]
	return possibleSecret(t) && len(t) >= 4 && secretLooking(t) && strings.Trim(t, "0123456789.,:%") != ""
}

// secretLooking says whether a string looks like a password rather than a word: letters with digits, punctuation
// within, or capitals within.
func secretLooking(t string) bool {
	var letters, digits, marks, humps int
	prev := ' '
	for _, c := range t {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			letters++
			if unicode.IsUpper(c) && unicode.IsLower(prev) {
				humps++
			}
		default:
			marks++
		}
		prev = c
	}
	if strings.Trim(t, "0123456789abcdefghijklmnopqrstuvwxyz-/:.") == "" && looksLikeAmount(t) {
		return false
	}
	switch {
	case letters > 0 && digits > 0 && len(t) >= 5:
		return true
	case strings.ContainsAny(t, "!@#$%^&*+=?~") && letters > 2 && len(t) >= 5:
		return true
	}
	return humps >= 2 && len(t) >= 8 && digits+marks > 0
}

// passwordLike says whether a string can hardly be a name or a term: small and capital letters with digits and a mark.
func passwordLike(t string) bool {
	mark := strings.ContainsAny(t, "!@#$%^&*+=?~_") || strings.Contains(t, "-")
	return len(t) >= 8 && mark && hasDigit(t) && strings.ToLower(t) != t && strings.ToUpper(t) != t && !looksLikeAmount(t) && !versionWord(strings.ToLower(t))
}

// looksLikeAmount says whether a string is a number with a unit, a version, a date or an ordinal: 30s, v2.3, 2nd.
func looksLikeAmount(t string) bool {
	i := 0
	if len(t) > 1 && t[0] == 'v' {
		i = 1
	}
	digits := 0
	for i < len(t) && (isDigit(t[i]) || t[i] == '.' || t[i] == ':' || t[i] == '-' || t[i] == '/') {
		if isDigit(t[i]) {
			digits++
		}
		i++
	}
	return digits > 0 && len(t)-i <= 4
}

// randomLooking says whether a string of 16 and more looks like it came from a random source: three kinds of
// characters in no order that a name has.
func randomLooking(t string) bool {
	core := strings.TrimRight(t, "=")
	var upper, small, digits, changes, marks int
	prev := 0
	for i := range len(core) {
		now := 0
		switch c := core[i]; {
		case c >= '0' && c <= '9':
			digits++
			now = 1
		case c >= 'A' && c <= 'Z':
			upper++
			now = 2
		case c >= 'a' && c <= 'z':
			small++
			now = 3
		default:
			marks++
		}
		// A capital at the beginning of a word is how names are written.
		if now != prev && prev != 0 && now != 0 && !(prev == 2 && now == 3 && (i < 2 || core[i-2] < 'A' || core[i-2] > 'Z')) {
			changes++
		}
		prev = now
	}
	if len(core) >= 32 && digits >= 4 && upper+marks == 0 && strings.Trim(core, "0123456789abcdef") == "" {
		return true // hexadecimal
	}
	if marks > len(core)/6 {
		return false
	}
	if len(t) > len(core) && len(core) >= 16 {
		return upper > 0 && small > 0
	}
	return digits >= 2 && upper >= 2 && small >= 2 && changes*4 >= len(core)
}

// secretNear says whether a word for a secret stands shortly before i.
func secretNear(s *scan, i int) bool {
	before := s.lineBefore(i, 48)
	for _, w := range [...]string{"key", "secret", "token", "pass", "cred", "auth", "signature", "cookie", "session", "nonce", "seed", "bearer"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// ordinary says whether a string is a word of a language, and not a name.
func ordinary(t string) bool {
	if len(t) > 40 {
		return false
	}
	w := strings.Trim(strings.ToLower(t), "'’.,-")
	if w == "acme" {
		return false // everybody's name for some company
	}
	return littleWords[w] || lexicon.Word(w) || lexicon.ForeignWord(w) || lexicon.GermanWord(w)
}

// littleWords are words that some list of names holds too.
var littleWords = wordSet(`the a an of to in on at by for from with and or not no so if as is are was were be been am do does did has have had it its he she
	him her his they them their we us our you your i me my this that these those there here what which who when where why how all any
	both each few more most other some such only own same than too very can will just should now then again once up down out off over
	under into onto via per`)
