package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Machines named by what they are for, without a number: lw-bastion, mqtt-gw-nord; and those of an environment: WKPRD1.

// boxRoles are parts of names that only a machine has.
var boxRoles = wordSet(`gw lb sql mq fw rtr rt sw nas san esx esxi hv vm dc vpn srv svr bastion jump jumphost jumpbox jmp ns mx kvm pve dns ldap kdc hyp db pg`)

// siteRoles are parts of names that a machine has, or a program.
var siteRoles = wordSet(`mqtt web proxy cache edge core ci runner mon log backup bkp mail ad node worker k8s server relay router switch firewall gateway primary replica standby`)

// environments are ends of names of machines in capitals, before their number.
const environments = `PRD|PROD|TST|QAS|STG|UAT|DEV|ACC|SBX|PPR|PRE|QUA|ENT`

var hostRoleRules = []rule{
	{
		id: "host.role", kind: Host, reason: "the name of a machine, by what it is for",
		needs: "-a", least: 5, pattern: `[a-z][a-z0-9]*(?:-[a-z0-9]+)+`,
		check: roleHost,
		finds: []string{"the intermediate on ⟦mqtt-gw-nord⟧. expired", "from ⟦lw-bastion⟧ we", "the ⟦zwl-mq⟧ queue", "and ⟦hrkv-db-nord⟧ too"},
		leaves: []string{
			"a backup-server and an api-gateway", "the log-level", "core-dump of", "the web-app", "sql-like", "lb-policy", "db-backed", "vm-based", "non-vm", "dns-only", "foo-vm.txt", "src/kst-db", "ldap-sync", "x-gw", "multi-dc", "pre-db", "sw-team", "the redis-db", "kst-db()",
			"in-vm", "anti-fw", "kst-db-migrator",
		},
	},
	{
		id: "host.environment", kind: Host, reason: "the name of a machine, by its environment",
		needs: "A0", least: 6, pattern: `\b[A-Z]{2,6}(?:` + environments + `)[A-Z]{0,3}\d{1,3}\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			letters := strings.TrimRight(t, "0123456789")
			if c := s.before(m.start); !hostPlace(s, m) || c == '_' || ordinary(letters) || lexicon.Acronym(strings.ToUpper(letters)) {
				return false
			}
			m.same = hostKey(t)
			return true
		},
		finds:  []string{"LPAR=⟦WKPRD1⟧ x", "on ⟦SAPPRD02⟧,", "⟦KRNDEVDB01⟧ was"},
		leaves: []string{"PROD1 and DEV2", "MY_TSTPRD1", "X-WKPRD1"},
	},
	{
		id: "host.field", kind: Host, reason: "the name of a machine, in a field for one",
		cues: wholeWords("lpar host hostname node server sysname sysid systemid sysplex machine nodename computername servername host_name"), after: true,
		pattern: `["']?=["']?([A-Z][A-Z0-9@#$]{2,14})\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if d := s.after(m.end); isWordByte(d) || d == '.' || d == '(' || d == '-' || ordinary(t) || genericHosts[t] || knownCapitals[t] || product(t) || !hasDigit(t) && s.partAt(m.start) == prose {
				return false
			}
			m.same = hostKey(t)
			return true
		},
		finds:  []string{"LPAR=⟦WKP1⟧ FEED", "`SYSNAME=⟦ZWLA⟧`"},
		leaves: []string{"host=localhost", "HOST=LOCALHOST", "node=NONE", "server=$X"},
	},
}

// roleHost decides about words joined by hyphens of which one is what a machine is for, and another no word.
func roleHost(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if d := s.after(m.end); !hostPlace(s, m) || hasDigit(t) || d == '=' || isUpperByte(s.before(m.start)) || cloudPrefix(t) || regionPattern.MatchString(t) {
		return false
	}
	parts := strings.Split(t, "-")
	if len(parts) > 4 || len(parts[0]) < 2 || shapeTerms[parts[0]] && !siteRoles[parts[0]] || hostSides[parts[0]] || plainStarts[parts[0]] {
		return false
	}
	box, site, strange, side := 0, 0, 0, 0
	for i, p := range parts {
		switch {
		case boxRoles[p] && i > 0:
			box++
		case siteRoles[p] || machineWords[p] && !boxRoles[p]:
			site++
		case nordicSide[p] || i > 0 && len(p) > 3 && lexicon.Place(p):
			side++
		case i == 0 && len(p) == 2 && strings.Contains(t, "-bastion") && !littleWords[p], len(p) > 1 && !knownWord(p) && !shapeTerms[p] && !hostSides[p] && !lexicon.Given(p) && !littleWords[p]:
			strange++
		case hostSides[p] && i > 0:
		default:
			return false
		}
	}
	last := parts[len(parts)-1]
	if strange+side == 0 || box == 0 && !(strange > 0 && last == "bastion") {
		return false
	}
	if strange == 0 && (len(parts) < 3 || site == 0) {
		return false
	}
	if _, cued := hostCues[s.wordBefore(m.start)]; !cued && (last == "db" || last == "sql" || last == "pg") && len(parts) == 2 {
		m.certain = len(parts[0]) < 5
	}
	m.same = hostKey(t)
	return true
}

// nordicSide are sides in other languages, as they end the names of machines.
var nordicSide = wordSet(`nord sud süd ost norte sur este oeste ouest noord zuid oost öst syd väst vest est nordost nordwest`)

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
