package redact

import (
	"strings"
	"testing"
)

// Cases of name rules. ⟦person|X⟧ must be found for certain and as that kind, ⟦ask|X⟧ found or asked about,
// ⟪keep|x⟫ left alone altogether; ⟦handle|…⟧ and the other forms are given as structural matches. Nothing else may be
// certain.
var nameCases = []struct{ name, text string }{
	{"a listed name in mid-sentence", "I asked ⟦person|Priya⟧ to fail over the primary."},
	{"a full name, its parts alone", "⟦person|Marek Kowalczyk⟧ joined; later ⟦person|Kowalczyk⟧ left and ⟦person|Marek⟧ stayed."},
	{"any case, possessive", "⟦person|priya⟧'s change broke it, ⟦person|PRIYA⟧ reverted it, and ⟦person|Priya⟧'s fix worked. (⟦person|Priya⟧ confirmed)"},
	{"small in chat with a cue", "spoke to ⟦person|mehmet⟧ and he said it was looping"},
	{"a cc list", "cc ⟦person|Ngozi⟧, ⟦person|Hye-jin⟧, ⟦person|Dave O'Brien⟧"},
	{"thanks", "Thanks, ⟦person|Sam⟧"},
	{"a modal verb beside the name", "⟦person|Will⟧ ⟪keep|will⟫ check whether the canary was promoted."},
	{"a verb beside the name", "⟦person|Mark⟧ ⟪keep|marked⟫ the alert as noise; the ⟪keep|mark-and-sweep⟫ GC was not the cause."},
	{"a month and a name", "In ⟪keep|May⟫ we raised the timeout. ⟦ask|May⟧ reviewed that change."},
	{"products are nobody", "⟪keep|Kafka⟫, ⟪keep|Redis⟫, ⟪keep|Jenkins⟫, ⟪keep|Cassandra⟫, ⟪keep|Elastic⟫, ⟪keep|Consul⟫ were all red."},
	{"a product that is a name too", "The ⟪keep|Hana⟫ database and ⟦person|Hana⟧'s change are not the same thing."},
	{"from a team", "Crystal and Julia are ⟪keep|languages⟫; ⟦person|Ruby⟧ from Data joined late."},
	{"two meanings of one word", "⟦org|Chase⟧, our bank, returned 503. ⟦person|Chase⟧ from networking suggested a retry budget."},
	{"look-alike letters", "⟦person|Рriya⟧ was paged by ⟦person|Priya⟧."},
	{"an initial", "⟦person|J. Doe⟧ approved; ⟦user|jdoe⟧ merged."},
	{"an unknown name with a verb of saying", "⟦person|Xhulsane⟧ said the disk was full."},
	{"an unknown name after a verb of asking", "I asked ⟦person|Xhulsane⟧ about the disk."},
	{"an unknown name without a cue is asked about", "The disk of ⟦ask|Xhulsane⟧ was full."},
	{"titles", "Mr ⟦person|Odhiambo⟧ and Frau ⟦person|Oltmanns⟧ were on the line, Bay ⟦person|Feridun⟧ too."},
	{"the author by apposition", "I, ⟦person|Özgür⟧, have the admin keyring."},
	{"a nickname that is me", "notes, by ⟦person|bones⟧ (that's me)"},
	{"a nickname with its handle", "⟦person|mooncalf⟧ (⟦handle|@mooncalf_⟧) suggested it"},
	{"a voice on the call", "⟦person|Pixie⟧ on voice: bots are fine"},
	{"seeded by an address", "the mail of ⟦email|quorra.tafarel@example.com⟧ says that ⟦person|Tafarel⟧ left and ⟦person|quorra⟧ stayed"},
	{"seeded by a handle", "⟦handle|@m.tafarel⟧ was on call, so ⟦ask|Tafarel⟧ went"},
	{"a particle inside", "Dr. ⟦person|Fatima al-Zahra⟧ came, ⟦person|al-Zahra⟧ stayed, ⟦person|Fatima⟧ left."},
	{"van der", "we rang ⟦person|Joris van der Meer⟧ at home"},
	{"a broken line", "the change was reviewed by ⟦person|Marek\nKowalczyk⟧ last night"},
	{"sentence-initial ordinary words", "⟪keep|Restarted⟫ the node. ⟪keep|Errors⟫ went up. ⟪keep|Nobody⟫ knew. ⟪keep|Everything⟫ was red."},
	{"a law", "⟪keep|Murphy⟫'s law: spare optics were elsewhere. ⟪keep|Little⟫'s law too."},
	{"states of machines", "it hangs in ⟪keep|Terminating⟫ and then in ⟪keep|Pending⟫"},
	{"a company by its suffix", "customer ⟦org|Initech⟧ and ⟦org|Globex GmbH⟧ complained"},
	{"a company by its domain", "pages of ⟦host|wiki.tarnbeck.internal⟧ say that the ⟦org|Tarnbeck⟧ window is closed"},
	{"a domain without umlauts", "mail to ⟦email|dispo@brueckwerk.de⟧, as always at ⟦org|Brückwerk Logistik⟧"},
	{"a bank", "the cut-off with ⟦org|Sahyadri Bank⟧ was near"},
	{"teams", "the ⟦team|Payments⟧ team paged ⟦team|Team Falcon⟧"},
	{"a generic team is nobody", "the network ⟪keep|team⟫ and the ⟪keep|SRE⟫ team were asleep"},
	{"an office", "the ⟦place|Warsaw⟧ office was affected"},
	{"an unknown office", "she is in the ⟦place|Xhulsane⟧ NOC"},
	{"a codename with its kind", "deploy of ⟦ask|tintero⟧ stuck; ⟦ask|Hodhod⟧, our schema service, was fine"},
	{"a folder of its own", "CMD (/opt/⟦ask|zugvogel⟧/bin/heartbeat)"},
	{"a user name tells a codename", "open since 01:38 as ⟦user|svc_marmalade_ro⟧. ⟦codename|Marmalade⟧ is the report builder"},
	{"chat with times", "⟦person|Wanjiru Kamau⟧  11:58 AM\ntwo minutes. hands off\n⟦person|Jun-Jun⟧  12:01 PM\n40k waiting\n"},
	{"irc", "21:03 <⟦person|chidi⟧> double debits\n21:04 <⟦person|zork99⟧> again?\n"},
	{"bracketed chat", "[22:40] ⟦person|baotq⟧: wave 3 at 5 %\n[22:52] ⟦person|seoyeon⟧: ok\n"},
	{"a bot speaks", "[12:03] ⟪keep|sentrybot⟫ APP  events 4,112"},
	{"inline chat", "Slack: ⟦person|Noor Haddad⟧ 10:42 AM: anyone else seeing 5xx?"},
	{"labels that are no names", "Plan: restart it.\nRisk: low.\nPlan: then wait.\n"},
	{"japanese", "⟦person|田中⟧さんに聞いた。⟦person|田中⟧が再起動した。お客様には伝えた。"},
	{"korean", "⟦person|민지⟧님이 확인했다"},
	{"cyrillic", "the mail is from ⟦ask|Оксана⟧ at the vendor"},
	{"german nouns are no questions", "Ich habe zuerst nachgesehen, wer die ⟪keep|Sperre⟫ hält. Herr ⟦person|Oltmanns⟧ bestätigte den ⟪keep|Eingang⟫ mit einem ⟪keep|Sperrkonflikt⟫ in der ⟪keep|Tabelle⟫."},
	{"german verbs of saying", "⟦person|Annika⟧ bat mich, nichts abzuschießen, und ⟦person|Jürgen⟧ meinte, das ist gut."},
	{"roles", "⟦ask|our only DBA⟧ typed it; ⟦ask|the intern⟧ watched; ⟦ask|our Rust expert⟧ slept"},
	{"roles that are none", "⟪keep|our only option⟫ was a restart; ⟪keep|the only node⟫ left"},
	{"contractions", "⟪keep|He'd⟫ found out. ⟪keep|I've⟫ read it. ⟪keep|Don't⟫ ask."},
	{"camel case is code", "it pasted ⟪keep|RecoveryConflictSnapshot⟫ and ⟪keep|KeyError⟫"},
}

func TestFindPeople(t *testing.T) {
	for _, c := range nameCases {
		t.Run(c.name, func(t *testing.T) {
			plain, spans := unmark(c.text)
			r := identity(plain)
			var taken []match
			for _, sp := range spans {
				switch k := Kind(sp.kind); k {
				case "keep", "ask", Person, Org, Team, Place, Codename:
				default:
					taken = append(taken, match{start: sp.start, end: sp.end, kind: k, certain: true})
				}
			}
			found := findPeople([]*reading{r}, [][]match{taken}, nil)[0]
			for _, sp := range spans {
				judgeSpan(t, plain, sp, found)
			}
			for _, m := range found {
				if m.certain && !onMark(m, spans) {
					t.Errorf("certain %s %q (%s)", m.kind, plain[m.start:m.end], m.rule)
				}
			}
		})
	}
}

func judgeSpan(t *testing.T, plain string, sp markedSpan, found []match) {
	t.Helper()
	certain, kind := true, true
	covered := make([]bool, len(sp.text))
	for _, m := range found {
		if m.start >= sp.end || m.end <= sp.start {
			continue
		}
		for k := max(m.start, sp.start); k < min(m.end, sp.end); k++ {
			covered[k-sp.start] = true
		}
		certain = certain && m.certain
		kind = kind && m.kind == Kind(sp.kind)
		if sp.kind == "keep" {
			t.Errorf("found %q as %s (%s, certain %v)", plain[m.start:m.end], m.kind, m.rule, m.certain)
		}
	}
	left := ""
	for k, c := range covered {
		if !c && !strings.ContainsRune(" \n", rune(sp.text[k])) {
			left += string(sp.text[k])
		}
	}
	switch Kind(sp.kind) {
	case "keep":
	case "ask":
		if left != "" {
			t.Errorf("not found: %q of %q", left, sp.text)
		}
	case Person, Org, Team, Place, Codename:
		if left != "" || !certain || !kind {
			t.Errorf("%q: left %q, certain %v, kind right %v", sp.text, left, certain, kind)
		}
	}
}

func onMark(m match, spans []markedSpan) bool {
	for _, sp := range spans {
		if m.start < sp.end && sp.start < m.end && sp.kind != "keep" {
			return true
		}
	}
	return false
}
