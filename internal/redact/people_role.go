package redact

import (
	"cmp"
	"slices"
	"strings"
)

// Some people are known by what only they are: our only DBA, the intern, who started last week. It is always asked.
const (
	personNoun = `(?:dba|sre|engineers?|developers?|devs?|admins?|sysadmin|woman|women|man|girl|guy|person|contractor|intern|` +
		`colleague|co-worker|coworker|teammate|employee|speaker|parent|veteran|manager|lead|expert|architect|operator|analyst|nurse|consultant|freelancer|student|apprentice|trainee|one who|ones? ` +
		`(?:on call|awake|left|with)|native speaker|foreigner|mother|father|parent|vegan|remote|part-timer|american|german|` +
		`indian|brazilian|pole|frenchman|british|australian|kenyan|japanese|chinese|korean|turk|designer|tester|qa|pm)`
	possessor = `(?:our|the|their|my|his|her)`
)

var roleRules = []*pattern{
	newPattern(`(?i)\b` + possessor + ` (?:only|sole|single|one and only|lone|last remaining) (?:[\p{L}-]+ ){0,2}?` + personNoun + `\b(?: (?:on|in|of) (?:the |our )?(?:team|call|floor|company|office|shift|group|department))?`),
	newPattern(`(?i)\b(?:the|our|an|my|this) (?:new |summer |former )?(?:intern|apprentice|trainee|working student|werkstudent(?:in)?|new hire|new guy|new girl|newbie|new joiner|new starter|junior|youngest|oldest|praktikant(?:in)?|azubi|estagi[aá]ri[oa]|becari[oa]|stagiaire|alternante?)\b`),
	newPattern(`(?i)\b(?:who |had |has )?(?:only |just |recently )?(?:started|joined|arrived|was hired|were hired|quit|resigned|retired|was fired|was let go|left the company|came back from (?:parental|maternity|paternity|sick) leave)(?: (?:with us|here|only))? (?:last|this|two|three|a few|one) (?:week|month|year|quarter|days|weeks|months|years|monday|tuesday|wednesday|thursday|friday)s?(?: ago)?\b`),
	newPattern(`(?i)\b(?:in|on|is in|it was) (?:his|her|their|my) (?:very )?(?:first|second|third|fourth|last) (?:day|week|month|year|shift|on-call|night)(?: (?:on call|here|with us))?\b`),
	newPattern(`(?i)\b(?:our|the) (?:resident |local |in-house )?[\p{L}+#-]+ (?:expert|guru|specialist|wizard|whisperer|veteran|maintainer)\b`),
	newPattern(`(?i)\bthe (?:person|woman|man|one|engineer|developer|guy|colleague) who (?:wrote|built|owns|designed|made|runs|maintains|invented|introduced|set up|broke)(?: [\p{L}-]+){1,3}`),
	newPattern(`(?i)\bmy (?:former|old|ex-?|previous|last|new|current) ?(?:manager|boss|lead|supervisor|employer|team|mentor|director)\b`),
	newPattern(`(?i)\b(?:the|our) (?:cto|ceo|cfo|coo|ciso|vp of [\p{L}]+|head of [\p{L}]+|studio head|founder|co-founder|managing director|chairman|chairwoman)\b`),
	newPattern(`(?i)\b(?:as an? (?:vegan|mother|father|muslim|christian|jew|hindu|woman|immigrant|foreigner|veteran)|while (?:pregnant|breastfeeding|nursing)|(?:my|his|her|their) (?:maternity|paternity|parental|sick) leave)\b`),
}

// roleWords are the words one of which every role rule needs, for speed.
var roleWords = nameSet(`only sole single lone last intern apprentice trainee student werkstudent werkstudentin hire guy girl
	newbie joiner starter junior youngest oldest praktikant praktikantin azubi estagiario estagiaria becario becaria
	stagiaire alternant alternante started joined arrived hired quit resigned retired fired left came first second third
	fourth expert guru specialist wizard whisperer veteran maintainer who former old ex previous new current cto ceo cfo
	coo ciso vp head founder co-founder director chairman chairwoman as pregnant breastfeeding nursing leave`)

// roles asks about roles, except where something certain stands in the middle of one. A question about a word of a role
// goes into the question about the role.
func (d *nameDoc) roles() {
	for r := range d.rs {
		text := d.rs[r].text
		var hits []match
		reach := 0
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.start < reach || !roleWords[t.fold] || t.part == code {
				continue
			}
			// A window of a few words before and after, line breaks as spaces.
			from, to := d.at(r, max(0, i-4)).start, d.at(r, min(len(d.toks[r])-1, i+9)).end
			window := strings.ReplaceAll(text[from:to], "\n", " ")
			for _, re := range roleRules {
				for _, m := range re.FindAllStringIndex(window, -1) {
					hits = append(hits, match{start: from + m[0], end: from + m[1], kind: Role, rule: ruleRole})
					reach = max(reach, from+m[1])
				}
			}
		}
		if len(hits) > 0 {
			d.write()
			d.found[r] = withRoles(d.found[r], hits)
		}
	}
}

func withRoles(found, roles []match) []match {
	byStart := func(a, b match) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) }
	slices.SortStableFunc(found, byStart)
	slices.SortStableFunc(roles, byStart)
	drop := make([]bool, len(found))
	var out []match
	reach, k := 0, 0
	for _, m := range roles {
		if m.start < reach {
			continue
		}
		for k < len(found) && found[k].end <= m.start {
			k++
		}
		n, clear := k, true
		for ; n < len(found) && found[n].start < m.end; n++ {
			clear = clear && !found[n].certain && found[n].start >= m.start && found[n].end <= m.end
		}
		if !clear {
			continue
		}
		for i := k; i < n; i++ {
			drop[i] = true
		}
		out, reach = append(out, m), m.end
	}
	for i, m := range found {
		if !drop[i] {
			out = append(out, m)
		}
	}
	return out
}
