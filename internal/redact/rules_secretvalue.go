package redact

import (
	"strings"
	"unicode"
)

// The value after a word for a secret, in any language and of any characters: it goes on to white space or its quote.

// secretWords are words for a secret, whole, in the languages that people write in.
const secretWords = `password passwords passwd passwort passworte kennwort kennwörter passphrase passcode pwd pw pass wachtwoord wachtwoorden wachtwoordzin
	ww mdp passe contraseña contrasena clave senha parola parolă şifre sifre şifresi parolası hasło haslo hasłem hasła heslo heslem heslá hesla
	jelszó jelszava jelszavát salasana salasanaksi salasanan lösenord lösenordet losenord adgangskode adgangskoden kodeord kodeordet passord
	passordet sandi lozinka geslo пароль кодове secret token psk passwoord passwrd pswd pword password's kode-ord palavra-passe
	credentials creds apikey wachtzin losung zugangsdaten identifiants credenciais credenciales`

// codeWords are words for a number that opens something.
const codeWords = `pin puk pincode pin-code doorcode toegangscode zugangscode türcode tuercode digicode passcode kode kod koodi code codice código codigo otp`

// saidWords join a word for a secret to its value.
var saidWords = wordSet(`er edelleen is was are were being be = : → -> => := is: was: ist war lautet lautete wäre es era est était été é foi è era fue será var är oli on to było
	jest byl je bylo volt a este erau idi adalah ay still set now just nog noch steeds immer toujours encore aún ainda ancora fortfarande stadig yhä wciąż
	ještě még hâlâ masih pa always literally weer wieder again simply gewoon einfach auf naar op à gesetzt gezet changed reset equals remained stays remains
	the one old ours sadece currently`)

// forWords begin what a secret is for: for admin, van de keystore.
var forWords = wordSet(`for of to on in at für von vom zum zu der des van voor op bij de du des pour sur del para da do dos das per di della för till på til av dla do
	do pre pro k hoz untuk ng sa için`)

var secretValueRules = []rule{
	{
		id: "secret.value", kind: Secret, reason: "what follows a word for a password",
		cues: wholeWords(secretWords), after: true, look: secretValue,
		finds: []string{
			"password: ⟦Pom&‹›Moksi-Alesi8⟧\n", "wachtwoord van de keystore was ⟦tr0ef‹›kaart⟧ en iemand", "heslo je ⟦Kn'ed‹›lik#7⟧.", "jelszó: ⟦árvíz‹›tűrő-Tükör9⟧",
			"hasło do bazy to ⟦Zażółć‹›_gęślą1⟧ jeszcze", "pw for admin: ⟦k!tt‹›en(42)x⟧ today", "kata sandi adalah ⟦m3rah‹›putih⟧", "adgangskoden er ⟦rød‹›grød&Fløde⟧",
			"<password>⟦hun‹›t&er2⟧</password>", "PASSWORD=(⟦XK‹›47QZ⟧),", `passphrase is "⟦the heron ‹›never lands twice⟧"`, "passphrase: ⟦heron ‹›granite velvet spoon⟧\n",
			"the senha era ⟦a%b‹›:c9⟧,", "salasana on edelleen ⟦Kesä‹›mökki#1⟧", `{\"password\": \"⟦hun‹›ter2⟧\"}`, "set the token to ⟦qz‹›81mm⟧", "`clave plc = ⟦Txan‹›gurro_12⟧`, y",
		},
		leaves: []string{
			"password reset flow", "the token bucket was empty", "password was wrong", "token expired at 12:40", "passwort ist abgelaufen", "the secret was in the repo", "token is 3 days old", "password: rotated on Monday",
			"password is in the vault", "?token=$T&x", "passwd: files sss", "password = getPassword()", "het wachtwoord was verlopen", "token is valid for 24h", "the pw was a known one", "credentials are in secret/ops",
			"a token to the service account", "pass 2/3", "password is user-supplied", "secret: <see vault>", "the pass was O(n) in size", "clave: none",
		},
	},
	{
		id: "secret.opens", kind: Secret, reason: "a number that opens something",
		cues: wholeWords(codeWords), after: true,
		pattern: `(?:[ \t]+(?:is|was|ist|war|est|es|era|är|er|oli|to|je|volt|still|nog|noch|now|code|of the \w+|(?:for|für|voor|pour|para) (?:the |das |die |de |la |het )?\w+)){0,4}[ \t]*[:=]?[ \t]+["'` + "`" + `(]?` +
			`(\d{1,5}(?:[-–]\d{1,5}){1,4}|\d{1,4}(?:[ ]\d{1,4}){2,3}\b|[A-Z]?\d{4,10}[#*A-Z]?)`,
		check: opensSomething,
		finds: []string{
			"Safe code ⟦47-‹›12-90⟧, she", "pin ⟦47-‹›12-90⟧", "the door code is ⟦48‹›21#⟧", "Türcode: ⟦99‹›17⟧", "PUK ⟦1234‹›5678⟧", "pincode voor de kluis: ⟦08‹›15⟧", "alarm code ⟦3‹›301⟧ works",
		},
		leaves: []string{"code 200", "error code 50012", "exit code 1017", "status code 404-410", "code 2024-03-12", "pin 3.2.1", "kod 12", "code 1200 lines", "GPIO pin 1024 rows"},
	},
	{
		id: "secret.tried", kind: Secret, reason: "perhaps a password, tried or handed on",
		cues: wholeWords("try tried used use typed entered one's versuch nimm probier essaie prova prueba tenta prøv provar pröva próbuj zkus neem gebruik use it's its was"), after: true,
		pattern: `[ \t]+(?:with |it with |this: |mit |met )?["'` + "`" + `]?([^\s"'` + "`" + `]+)`,
		check: func(s *scan, m *match) bool {
			if !askedForSecret(s, m.start) {
				return false
			}
			trimSentence(s, m)
			t := s.text[m.start:m.end]
			return possibleSecret(t) && !noSecretForm(t) && (composed(t) && !strings.HasPrefix(t, "-") || passwordLike(t))
		},
		finds:  []string{"laptop on. passphrase?\nLinnéa: try ⟦surströmming‹›på-Månen⟧\n", "what's the password? use ⟦Kob‹›ra&Taxi⟧"},
		leaves: []string{"password? try the vault", "passphrase? try again", "password was wrong, tried admin-console", "use Foo&Bar here", "the password?\ntry db-prod-03"},
	},
	{
		id: "secret.prefixed", kind: Secret, reason: "an access token, by its shape",
		needs: "a0", least: 14, pattern: `[a-z][a-z0-9]{1,9}[_-](?:live|test|prod|pat|sk|pk|key|tok|token|secret|apikey)[_-][A-Za-z0-9]{8,}`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if isWordByte(s.before(m.start)) || isWordByte(s.after(m.end)) || s.before(m.start) == '/' || s.before(m.start) == '.' {
				return false
			}
			tail := t[strings.LastIndexAny(t, "_-")+1:]
			digits := countDigits(tail)
			if digits < 2 || len(tail)-digits < 2 || stampDigits(tail) {
				return false
			}
			mixed := strings.ToLower(tail) != tail && strings.ToUpper(tail) != tail
			if !mixed && strings.Contains(t, "-") && !secretNear(s, m.start) {
				return false // a pod
			}
			m.certain = mixed || secretNear(s, m.start)
			return true
		},
		finds:  []string{"the gds token ⟦gds_live_‹›8Kd02mPqV7tt⟧. rotated", "key: ⟦lv-prod-‹›93bfa1D0cc7e⟧'"},
		leaves: []string{"pod api-prod-7d9f8c6b5d", "my_test_something", "db_prod_20240312", "foo_key_replication1"},
	},
}

// secretValue finds the value that follows a word for a secret at start.
func secretValue(s *scan, start, end int) []match {
	cueAt := start
	for cueAt > 0 && letterAt(s.low, cueAt-1) {
		cueAt--
	}
	cue := s.low[cueAt:start]
	i, sign, ok := secretLink(s, start, end)
	if !ok {
		return nil
	}
	m := match{start: i, kind: Secret}
	quote := byte(0)
	switch c := s.after(i); {
	case c == '\\' && (s.after(i+1) == '"' || s.after(i+1) == '\''):
		m.start, quote = i+2, '\\'
	case c == '"' || c == '\'' || c == '`':
		m.start, quote = i+1, c
	case c == '(' && sign:
		if k := strings.IndexByte(s.text[i:end], ')'); k > 2 && k < 24 && strings.Trim(s.text[i+1:i+k], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$@#,") == "" {
			return []match{{start: i + 1, end: i + k, kind: Secret}}
		}
	}
	line := min(lineEnd(s.text[:max(end, m.start)], m.start), end)
	for line > m.start && s.text[line-1] <= ' ' {
		line--
	}
	if quote != 0 {
		k := strings.IndexByte(s.text[m.start:max(line, m.start)], quote)
		if k > 0 {
			m.end = m.start + k
			t := s.text[m.start:m.end]
			if !possibleSecret(t) || k > 120 || !sign && !strings.Contains(t, " ") && !composed(t) && !secretLooking(t) || strings.Contains(t, " ") && (strings.Count(t, " ") < 2 || !sign && strings.Contains(cue, "token")) {
				return nil
			}
			return []match{m}
		}
		if quote == '\\' {
			return nil
		}
	}
	m.end = m.start
	for m.end < line && s.text[m.end] > ' ' {
		m.end++
	}
	markup := s.before(m.start) == '>'
	if k := strings.Index(s.text[m.start:m.end], "</"); markup && k >= 0 {
		m.end = m.start + k
	}
	if words := phraseEnd(s, m.start, line); words > m.end && strings.HasPrefix(cue, "passphrase") {
		m.end = words
		return []match{m}
	}
	cutQuery(s, &m)
	trimSentence(s, &m)
	t := s.text[m.start:m.end]
	if !possibleSecret(t) || len(t) < 4 || noSecretForm(t) || strings.IndexByte(t, '`') >= 0 || placeholder(t) {
		return nil
	}
	if !composed(t) && (!secretLooking(t) || looksLikeAmount(t) || versionWord(strings.ToLower(t))) {
		return nil
	}
	return []match{m}
}

// secretLink reads what joins a word for a secret to its value: for whom it is, is or a sign. It gives where the value begins and
// whether a sign stands before it.
func secretLink(s *scan, i, end int) (at int, sign, ok bool) {
	said, purpose := false, 0
	for words := 0; words < 9; words++ {
		for i < end && (s.text[i] == ' ' || s.text[i] == '\t') {
			i++
		}
		switch rest := s.text[i:end]; {
		case rest == "":
			return 0, false, false
		case words == 0 && (strings.HasPrefix(rest, `\"`) || rest[0] == '"' || rest[0] == '\'') && strings.ContainsAny(rest[:min(4, len(rest))], ":="):
			i += strings.IndexAny(rest, ":=")
			continue
		case rest[0] == '>' && words == 0 && s.before(i) != ' ':
			return i + 1, true, i+1 < end && s.text[i+1] > ' '
		case strings.HasPrefix(rest, "->") || strings.HasPrefix(rest, "=>") || strings.HasPrefix(rest, ":="):
			i, sign = i+2, true
		case strings.HasPrefix(rest, "→"):
			i, sign = i+len("→"), true
		case rest[0] == '=' || rest[0] == ':':
			i, sign = i+1, true
		case strings.IndexByte(",.;?!)\n|<", rest[0]) >= 0:
			return 0, false, false
		default:
			k := i
			for k < end && s.text[k] > ' ' {
				k++
			}
			w := strings.ToLower(s.text[i:k])
			colon := strings.HasSuffix(w, ":") && len(w) > 1
			w = strings.TrimSuffix(w, ":")
			switch {
			case sign:
				return i, true, true
			case saidWords[w] && (purpose == 0 || !forWords[w] || said):
				said = true
			case forWords[w] && purpose == 0 && !said:
				purpose = 1
			case saidWords[w]:
				said = true
			case said:
				return i, false, true
			case words == 0 && purposeWord(w) && strings.HasPrefix(strings.TrimLeft(s.text[k:end], " "), "= "):
				// clave plc = …: what it is for, without a word that says so.
			case purpose > 0 && purpose < 4 && purposeWord(w):
				purpose++
				if colon {
					sign = true
				}
			default:
				return 0, false, false
			}
			i = k
			if colon && saidWords[w] {
				sign = true
			}
			continue
		}
		for i < end && (s.text[i] == ' ' || s.text[i] == '\t') {
			i++
		}
		return i, true, i < end && s.text[i] > ' '
	}
	return 0, false, false
}

// purposeWord says whether a word is letters, perhaps with digits and hyphens: what a password may be for.
func purposeWord(w string) bool {
	for _, c := range w {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '_' && c != '.' && c != '\'' {
			return false
		}
	}
	return w != "" && !strings.HasSuffix(w, ".")
}

// phraseEnd is where the words of a passphrase end: three and more small words of which none is a little one.
func phraseEnd(s *scan, i, end int) int {
	n, at := 0, 0
	for i < end && n < 9 {
		k := i
		for k < end && (s.text[k] >= 'a' && s.text[k] <= 'z' || s.text[k] >= 0x80 || s.text[k] >= '0' && s.text[k] <= '9' && k > i) {
			k++
		}
		if k-i < 3 || littleWords[s.low[i:k]] || notSecret[s.low[i:k]] {
			return 0
		}
		n, at = n+1, k
		if k >= end || s.text[k] != ' ' {
			break
		}
		i = k + 1
	}
	if n < 3 || at < end && strings.IndexByte(".,;\"'", s.text[at]) < 0 {
		return 0
	}
	return at
}
