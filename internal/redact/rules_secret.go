package redact

import (
	"strings"
)

// Secrets that show by their own form: keys, tokens with a known beginning, hashes of passwords.

// tokenStarts are the beginnings by which the issuers of tokens mark them, with what must follow.
const tokenStarts = `gh[pousr]_\w{16,}` + // GitHub
	`|github_pat_\w{20,}` +
	`|gl(?:pat|ptt|dt|rt|soat|ft|agent|cbt|imt|oas)-[\w.-]{8,}` + // GitLab
	`|xox[a-z](?:\.xox[a-z])?-[\w-]{8,}|xapp-[\w-]{10,}|xwfp-[\w-]{10,}` + // Slack
	`|(?:AKIA|ASIA|AROA|AIDA|AGPA|AIPA|ANPA|ANVA|ABIA|ACCA)[A-Z0-9]{12,}` + // AWS
	`|npm_\w{20,}|pypi-[\w-]{16,}|rubygems_[0-9a-f]{20,}|dckr_[a-z]+_[\w-]{16,}` +
	`|(?:sk|rk|pk)_(?:live|test|prod)_\w{8,}|whsec_[\w+/=]{16,}` + // Stripe
	`|sk-(?:ant-|proj-|svcacct-|or-)?[\w-]{20,}|gsk_\w{20,}|hf_\w{16,}|nvapi-[\w-]{20,}|r8_\w{20,}` +
	`|AIza[\w-]{20,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{16,}|1//0[\w-]{20,}` + // Google
	`|do[opr]_v1_\w{16,}|SG\.[\w-]{8,}\.[\w-]{8,}|sq0[a-z]{3}-[\w-]{16,}|EAAA[\w-]{40,}` +
	`|shp(?:at|ca|pa|ss|tka)_\w{16,}|lin_api_\w{16,}|hv[sbr]\.[\w-]{16,}|dp\.(?:pt|st|ct|sa)\.[\w.-]{16,}` +
	`|gl(?:sa|c)_[\w+/=]{20,}|NR(?:AK|II|JS|RA)-[\w-]{16,}|sntr(?:ys|yu)_[\w+/=-]{20,}|tskey-[\w-]{12,}` +
	`|PMAK-[0-9a-f-]{20,}|pul-[0-9a-f]{20,}|CFPAT-[\w-]{20,}|fig[dou]_[\w-]{20,}|ops_eyJ[\w-]{20,}` +
	`|AGE-SECRET-KEY-1[A-Z0-9]{16,}|LTAI[A-Za-z0-9]{12,}|ATATT3[\w=-]{20,}|ATBB[\w]{20,}|phx_\w{20,}|rdme_\w{20,}` +
	`|fo1_[\w-]{20,}|FlyV1[ _][\w+/=,]{20,}|secret_[A-Za-z0-9]{32,}|ntn_\w{20,}|key-[0-9a-f]{32}` +
	`|[0-9]{8,10}:AA[\w-]{30,}|AAAA[\w-]{5,}:APA91b[\w-]{16,}|[\w-]{14,}\.atlasv1\.[\w-]{20,}|bkua_[0-9a-f]{20,}|tfp_\w{20,}|pat[A-Z]\w{13}\.[0-9a-f]{20,}`

// tokenCues are the same beginnings as cues.
var tokenCues = strings.Fields(`ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- glptt- gldt- glrt- glsoat- glft- glagent- glcbt- glimt- gloas- xox
	xapp- xwfp- akia asia aroa aida agpa aipa anpa anva abia acca npm_ pypi- rubygems_ dckr_ sk_ rk_ pk_ whsec_
	sk- gsk_ hf_ nvapi- r8_ aiza ya29. gocspx- 1//0 _v1_ sg. sq0 eaaa shpat_ shpca_ shppa_ shpss_ shptka_ lin_api_
	hvs. hvb. hvr. dp.pt. dp.st. dp.ct. dp.sa. glsa_ glc_ nrak- nrii- nrjs- nrra- sntrys_ sntryu_ tskey- pmak-
	pul- cfpat- figd_ figo_ figu_ ops_eyj age-secret-key ltai atatt3 atbb phx_ rdme_ fo1_ flyv1 secret_ ntn_ key-
	:aa :apa91b .atlasv1. bkua_ tfp_ pat`)

var secretRules = []rule{
	{
		id: "secret.token", kind: Secret, reason: "an access token, by its first letters",
		cues: tokenCues, reach: 48, pattern: `(?:^|[^A-Za-z0-9])(` + tokenStarts + `)`,
		check: longToken,
		finds: []string{
			"token ⟦gh‹›p_FAKEfake0000FAKEfake0000⟧ in the log", "(⟦github_p‹›at_11FAKE0000fakeFAKEfake_EXAMPLE⟧)",
			"⟦glp‹›at-FAKEfake0000EXAMPLE1⟧, for the mirror", "⟦xo‹›xb-1234567890-FAKEfakeFAKE⟧",
			"`⟦hf‹›_FAKEfakeFAKEfake0000⟧`", "⟦do‹›p_v1_00000000000000000000000000000000⟧", "⟦SG‹›.FAKEfake00.FAKEfake00FAKE⟧",
			"⟦sk_li‹›ve_FAKEfake0000⟧", "⟦AI‹›zaFAKEfake0000FAKEfake0000⟧", "⟦np‹›m_FAKEfakeFAKEfake0000FAKE⟧",
			"⟦AAAAFa‹›ke_0:APA91bFAKEfakeFAKEfakeFAKE⟧ in it", "⟦py‹›pi-AgEIcHlwaS5vcmcFAKE⟧", "⟦hv‹›s.FAKEfake0000FAKEfake⟧",
		},
		leaves: []string{"npm_config_registry", "sk-learn and hf_hub", "the ghp_ prefix", "xoxo-gossip", "glpat-"},
	},
	{
		id: "secret.aws-key", kind: Secret, reason: "an access key, by its first letters",
		needs: "A", least: 16, pattern: `\b((?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{12,})\b`,
		finds:  []string{"⟦AK‹›IAIOSFODNN7EXAMPLE⟧ and", "id=⟦AS‹›IAFAKE0000FAKE0000⟧"},
		leaves: []string{"AKIA", "ASIAN markets", "AKIAK is a town"},
	},
	{
		id: "secret.jwt", kind: Secret, reason: "a signed token (JWT)",
		needs: "aA", pattern: `\b(eyJ[\w-]{8,}(?:\.[\w-]*){0,4}(?:\.{3}|…)?)`,
		finds:  []string{"⟦ey‹›JhbGciOiJIUzI1NiJ9.ey‹›JzdWIiOiIxMjM0In0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r⟧", "cut off: ⟦ey‹›JhbGciOiJIUzI1NiJ9⟧"},
		leaves: []string{"eyJ is how they begin"},
	},
	{
		id: "secret.private-key", kind: Secret, reason: "a private key",
		reach: longestPassage, cues: []string{"private key"}, look: privateKey,
		finds: []string{
			"⟦-----BE‹›GIN OPENSSH PRIVATE KEY----- b3B‹›lbnNzaC1rZXktdjEAAAAABG5vbmU⟧ (cut off, no END)",
			"key:\n⟦-----BE‹›GIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nMIIEowIBAAKCAQEAfakefakefakefake\n-----E‹›ND RSA PRIVATE KEY-----⟧\nbye",
			"the end was:\n⟦MIIEowIBAAKCAQEAfakefakefakefake\n-----E‹›ND PRIVATE KEY-----⟧",
		},
		leaves: []string{"the private key was rotated"},
	},
	{
		id: "secret.certificate", kind: Other, reason: "a certificate or public key, which names its owner",
		cues: []string{"begin certificate", "begin public key", "begin ssh2 public", "begin pgp message"}, reach: longestPassage, look: privateKey,
		finds:  []string{"⟦-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEbfakefake\n-----END CERTIFICATE-----⟧ that"},
		leaves: []string{"begin certificate rotation"},
	},
	{
		id: "secret.ssh-key", kind: Other, reason: "a public key, which names its owner",
		cues:    []string{"ssh-rsa", "ssh-ed25519", "ssh-dss", "ecdsa-sha2-", "sk-ssh-"},
		pattern: `\b((?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\w+|sk-ssh-\w+@openssh\.com)[ ]+AAAA[A-Za-z0-9+/=]{12,}(?:…|\.{3})?)`,
		finds:   []string{"⟦ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAfake⟧ alice@web-1"},
		leaves:  []string{"ssh-rsa is off by default"},
	},
	{
		id: "secret.hash", kind: Secret, reason: "a stored password (hash)",
		needs: "$0", pattern: `(\$(?:1|2[abxy]?|5|6|7|y|gy|argon2[a-z]*|pbkdf2[\w-]*|scrypt|apr1)\$[\w./+=,$-]{12,}|\$[89]\$[\w./-]{8,})`,
		finds:  []string{"root:⟦$6$‹›saltsalt$FAKEfakeFAKEfake.0000/FAKE⟧:19000:", "⟦$2b$‹›12$FAKEfakeFAKEfakeFAKEfake⟧", "authentication-key \"⟦$9$‹›FAKEfa.ke0⟧\""},
		leaves: []string{"$1$2", "echo $1 $2"},
	},
	{
		id: "secret.ldap-hash", kind: Secret, reason: "a stored password (hash)",
		needs: "{}", pattern: `(\{(?:S?SHA\d*|S?MD5|CRYPT|ARGON2|PBKDF2[\w-]*)\}[\w./+=$-]{12,})`,
		finds:  []string{"userPassword: ⟦{SS‹›HA}FAKEfakeFAKEfake0000FAKE==⟧"},
		leaves: []string{"{SHA} is old"},
	},
	{
		id: "secret.fingerprint", kind: Commit, reason: "the fingerprint of a key",
		needs: ":A0", pattern: `\b(SHA256:[A-Za-z0-9+/]{20,}=?|MD5(?::[0-9a-f]{2}){16})`,
		finds:  []string{"ED25519 key fingerprint is ⟦SHA256:FAKEfake0000FAKEfake0000FAKEfake0000FAKEfak⟧."},
		leaves: []string{"SHA256: not checked"},
	},
}

// longToken refuses what only begins like a token: names such as npm_config_registry_of_the_team.
func longToken(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if strings.ContainsAny(t, "0123456789") {
		return true
	}
	upper, small := strings.ToUpper(t) != t, strings.ToLower(t) != t
	return upper && small && len(t) >= 20
}

// privateKey finds armoured blocks: whole, cut off before their end, cut off before their beginning. It looks beyond
// the passage, as a key may hold an empty line, but only as long as the lines look like one.
func privateKey(s *scan, start, end int) []match {
	var out []match
	const open, shut = "-----BEGIN ", "-----END "
	for i := start; i < end; {
		k := strings.Index(s.text[i:end], open)
		if k < 0 {
			break
		}
		from := i + k
		to := armourEnd(s.text, from)
		out = append(out, match{start: from, end: to})
		i = max(to, from+len(open))
	}
	if k := strings.Index(s.text[start:end], shut); k >= 0 && (len(out) == 0 || start+k < out[0].start) {
		from := start + k
		for from > start {
			prev := strings.LastIndexByte(s.text[start:from-1], '\n') + 1 + start
			if !armoured(strings.TrimSpace(s.text[prev:from])) {
				break
			}
			from = prev
		}
		to := start + k + len(shut)
		if n := strings.Index(s.text[to:end], "-----"); n >= 0 {
			to += n + len("-----")
		}
		out = append(out, match{start: from, end: to})
	}
	return out
}

// armourEnd is where the armoured block that begins at i ends.
func armourEnd(text string, i int) int {
	head := strings.Index(text[i+5:min(len(text), i+200)], "-----")
	if head < 0 {
		return i + len("-----BEGIN ")
	}
	end := i + 5 + head + 5
	for at := end; at < len(text); {
		for at < len(text) && text[at] <= ' ' {
			at++
		}
		next := at
		for next < len(text) && text[next] > ' ' {
			next++
		}
		w := text[at:next]
		if strings.HasPrefix(w, "-----END") {
			if n := strings.Index(text[next:min(len(text), next+100)], "-----"); n >= 0 {
				return next + n + 5
			}
			return next
		}
		switch {
		case strings.Contains(w, "-----END"), strings.Contains(w, `\n`): // a key on one line, as in JSON
			if n := strings.Index(w, "-----END"); n >= 0 {
				if k := strings.Index(text[at+n+8:min(len(text), at+n+200)], "-----"); k >= 0 {
					return at + n + 8 + k + 5
				}
			}
		case armoured(w):
		case strings.HasSuffix(w, ":") && (strings.Contains(w, "-") || w == "Version:" || w == "Comment:"): // Proc-Type: 4,ENCRYPTED
			next = min(lineEnd(text, next), len(text))
		default:
			return end
		}
		end, at = next, next
	}
	return end
}

// armoured says whether a word can be a line of an armoured key.
func armoured(w string) bool {
	if len(w) < 16 {
		return len(w) >= 4 && (strings.HasSuffix(w, "=") || strings.HasPrefix(w, "=")) // the last line, a checksum
	}
	for i := range len(w) {
		if c := w[i]; !isWordByte(c) && c != '+' && c != '/' && c != '=' || c == '_' {
			return false
		}
	}
	return true
}
