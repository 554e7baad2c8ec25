package redact

import (
	"strings"
	"unicode"

	"firsthand/internal/redact/lexicon"
)

// seeds are names that structural matches give away: an address names a person and a company, a path a service.
type seeds struct {
	people []string // folded words that are certainly of a person
	orgs   []string // folded labels of the domains that are the account's own
	parts  []string // folded words out of hosts, paths, buckets and user names
}

// publicHosts belong to everybody, so that their name says nothing; the label before them does.
var publicHosts = nameSet(`github gitlab bitbucket slack atlassian amazonaws google googleapis googleusercontent gmail
	outlook hotmail yahoo icloud proton protonmail microsoft microsoftonline azure azurewebsites windows cloudfront
	cloudflare pagerduty opsgenie datadoghq sentry grafana zoom teams notion office sharepoint docker quay gcr npmjs
	pypi kubernetes python golang apache debian ubuntu redhat mozilla wikipedia stackoverflow statuspage zendesk
	jira trello dropbox heroku vercel netlify fastly akamai newrelic splunk hashicorp elastic mongodb gmx web
	googlemail rubygems maven example localhost schema w3 ietf letsencrypt twitter youtube linkedin facebook discord
	telegram whatsapp mattermost linear figma miro circleci travis jenkins readthedocs gitea codeberg`)

// suffixLabels end a domain name and say nothing.
var suffixLabels = nameSet(`com net org io dev app cloud co ac gov edu gob gouv go or ne ltd plc ai me tv info biz eu uk de
	fr it es pt nl be lu at ch se no dk fi is ie pl cz sk hu ro bg gr tr ru ua by lt lv ee rs hr si ba mk al il ir iq
	sa ae eg ma tn dz ng ke gh za tz ug rw et sn ci cm in pk bd lk np mm th vn la kh my sg id ph cn hk tw jp kr mn kz
	uz ge am az au nz br ar cl pe mx ve ec bo py uy cr gt do cu us ca local internal lan corp intra intranet home
	localdomain svc cluster private test example invalid localhost arpa consul tech site online shop store xyz systems
	network digital services software solutions group company health bank energy global live media`)

// genericLogins are accounts of roles and machines.
var genericLogins = nameSet(`root admin administrator ubuntu user runner localhost postgres mysql oracle ec2-user git jenkins
	deploy deployer ops support info noreply no-reply help helpdesk team oncall on-call sre dev it hr security mail
	contact sales billing bot robot service svc app www web nobody guest test sa system daemon nginx apache backup
	monitor monitoring alerts alert status office hello postmaster webmaster abuse privacy legal finance payments
	platform infra devops data analytics marketing press jobs careers ci build builder release centos debian vagrant
	core pi me you here channel everyone all dba noc soc`)

func (s *seeds) add(kind Kind, text string) {
	switch kind {
	case Email:
		local, domain, ok := strings.Cut(strings.Trim(text, "<>"), "@")
		if !ok {
			return
		}
		s.login(local)
		s.domain(domain)
	case Handle:
		s.login(strings.TrimPrefix(text, "@"))
		s.pieces(text)
	case User:
		s.login(text)
		s.pieces(text)
	case Host:
		s.domain(text)
		s.pieces(text)
	case URL:
		rest := text
		if _, after, ok := strings.Cut(text, "://"); ok {
			rest = after
		}
		host, path, _ := strings.Cut(rest, "/")
		if _, after, ok := strings.Cut(host, "@"); ok {
			host = after
		}
		host, _, _ = strings.Cut(host, ":")
		s.domain(host)
		if owner, _, ok := strings.Cut(path, "/"); ok && sharedForge(host) {
			s.owner(owner)
		}
		s.pieces(text)
	case Repo:
		if owner, _, ok := strings.Cut(text, "/"); ok {
			s.owner(owner)
		}
		s.pieces(text)
	case CloudID, Codename, Channel, Account:
		s.pieces(text)
	}
}

func sharedForge(host string) bool {
	return strings.HasSuffix(host, "github.com") || strings.HasSuffix(host, "gitlab.com") ||
		strings.HasSuffix(host, "bitbucket.org")
}

// login takes the words of a login that are names: both of priya.patel, and of m.kaya the second.
func (s *seeds) login(login string) {
	login, _, _ = strings.Cut(login, "+")
	whole := foldName(login)
	if genericLogins[whole] || whole == "" {
		return
	}
	words := strings.FieldsFunc(login, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
	for _, w := range words {
		w = foldName(w)
		ev := evidenceOf(w)
		if len([]rune(w)) < 3 || genericLogins[w] || (ev&(isWord|isProduct|isAcronym|isForeign) != 0 || lexicon.GermanWord(w)) && !ev.name() {
			continue
		}
		if len(words) == 2 && ev&isGiven == 0 && (genericLogins[foldName(words[0])] || genericLogins[foldName(words[1])] || foldName(words[1]) == "ti") {
			continue // lota.ti: a place of work and its department
		}
		if ev.name() || len(words) == 2 && len(words[0])+len(words[1]) > 4 && !hasOrdinary(words) {
			s.people = append(s.people, w)
		}
	}
}

func hasOrdinary(words []string) bool {
	for _, w := range words {
		if w = foldName(w); genericLogins[w] || lexicon.Word(w) && !lexicon.Given(w) && !lexicon.Family(w) {
			return true
		}
	}
	return false
}

// domain takes the label of a domain that somebody registered: tarnbeck of pg-01.fra.tarnbeck.internal.
func (s *seeds) domain(host string) {
	if label := registered(host); label != "" {
		s.owner(label)
	}
}

// registered is the label of a host name that was registered by its owner, and "" where there is none.
func registered(host string) string {
	labels := strings.Split(strings.ToLower(strings.Trim(host, ".")), ".")
	i := len(labels) - 1
	for i >= 0 && suffixLabels[labels[i]] && (i > 0 || len(labels) == 1) {
		i--
	}
	if i == len(labels)-1 || i < 0 {
		return "" // no suffix: a bare host or a file
	}
	if publicHosts[labels[i]] {
		// acme.slack.com is Acme's, eu-west-1.compute.amazonaws.com is nobody's.
		if i == 0 || strings.ContainsFunc(labels[i-1], unicode.IsDigit) || genericLogins[labels[i-1]] ||
			lexicon.Word(labels[i-1]) || lexicon.Product(labels[i-1]) {
			return ""
		}
		i--
	}
	return labels[i]
}

func (s *seeds) owner(label string) {
	label = foldName(label)
	if publicHosts[label] || strings.HasPrefix(label, "lib") && len(label) > 5 || len([]rune(label)) < 3 || genericLogins[label] {
		return
	}
	s.orgs = append(s.orgs, strings.ReplaceAll(label, "-", ""))
	// The first part of tarnbeck-freight is the company's own.
	if w, _, ok := strings.Cut(label, "-"); ok && len(w) > 3 && strange(w) {
		s.orgs = append(s.orgs, w)
	}
}

// pieces takes the words of an identifier that no list knows.
func (s *seeds) pieces(text string) {
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		if w = foldName(w); len([]rune(w)) > 3 && strange(w) && !genericLogins[w] && !publicHosts[w] {
			s.parts = append(s.parts, w)
		}
	}
}

// strange says whether no list knows a folded word.
func strange(w string) bool { return evidenceOf(w) == 0 && !lexicon.GermanWord(w) }
