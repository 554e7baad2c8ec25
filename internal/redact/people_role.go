package redact

import (
	"regexp"
	"slices"
)

// Some people are known by what only they are: our only DBA, the intern, who started last week. It is always asked.
const (
	personNoun = `(?:dba|sre|engineers?|developers?|devs?|admins?|sysadmin|woman|women|man|girl|guy|person|contractor|intern|` +
		`manager|lead|expert|architect|operator|analyst|nurse|consultant|freelancer|student|apprentice|trainee|one who|ones? ` +
		`(?:on call|awake|left|with)|native speaker|foreigner|mother|father|parent|vegan|remote|part-timer|american|german|` +
		`indian|brazilian|pole|frenchman|british|australian|kenyan|japanese|chinese|korean|turk|designer|tester|qa|pm)`
	possessor = `(?:our|the|their|my|his|her)`
)

var roleRules = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b` + possessor + ` (?:only|sole|single|one and only|lone|last remaining) (?:[\p{L}-]+ ){0,2}?` + personNoun + `\b(?: (?:on|in|of) (?:the |our )?(?:team|call|floor|company|office|shift|group|department))?`),
	regexp.MustCompile(`(?i)\b(?:the|our|an|my|this) (?:new |summer |former )?(?:intern|apprentice|trainee|working student|werkstudent(?:in)?|new hire|new guy|new girl|newbie|new joiner|new starter|junior|youngest|oldest|praktikant(?:in)?|azubi|estagi[aá]ri[oa]|becari[oa]|stagiaire|alternante?)\b`),
	regexp.MustCompile(`(?i)\b(?:who |had |has )?(?:only |just |recently )?(?:started|joined|arrived|was hired|were hired|quit|resigned|retired|was fired|was let go|left the company|came back from (?:parental|maternity|paternity|sick) leave)(?: (?:with us|here|only))? (?:last|this|two|three|a few|one) (?:week|month|year|quarter|days|weeks|months|years|monday|tuesday|wednesday|thursday|friday)s?(?: ago)?\b`),
	regexp.MustCompile(`(?i)\b(?:in|on|is in|it was) (?:his|her|their|my) (?:very )?(?:first|second|third|fourth|last) (?:day|week|month|year|shift|on-call|night)(?: (?:on call|here|with us))?\b`),
	regexp.MustCompile(`(?i)\b(?:our|the) (?:resident |local |in-house )?[\p{L}+#-]+ (?:expert|guru|specialist|wizard|whisperer|veteran|maintainer)\b`),
	regexp.MustCompile(`(?i)\bthe (?:person|woman|man|one|engineer|developer|guy|colleague) who (?:wrote|built|owns|designed|made|runs|maintains|invented|introduced|set up|broke)(?: [\p{L}-]+){1,3}`),
	regexp.MustCompile(`(?i)\bmy (?:former|old|ex-?|previous|last|new|current) ?(?:manager|boss|lead|supervisor|employer|team|mentor|director)\b`),
	regexp.MustCompile(`(?i)\b(?:the|our) (?:cto|ceo|cfo|coo|ciso|vp of [\p{L}]+|head of [\p{L}]+|studio head|founder|co-founder|managing director|chairman|chairwoman)\b`),
	regexp.MustCompile(`(?i)\b(?:as an? (?:vegan|mother|father|muslim|christian|jew|hindu|woman|immigrant|foreigner|veteran)|while (?:pregnant|breastfeeding|nursing)|(?:my|his|her|their) (?:maternity|paternity|parental|sick) leave)\b`),
}

func (d *nameDoc) roles() {
	for r := range d.rs {
		text := d.rs[r].text
		for _, re := range roleRules {
			for _, m := range re.FindAllStringIndex(text, -1) {
				if !d.overlaps(r, m[0], m[1]) {
					d.found[r] = slices.DeleteFunc(d.found[r], func(o match) bool { return o.start >= m[0] && o.end <= m[1] })
					d.found[r] = append(d.found[r], match{start: m[0], end: m[1], kind: Role, rule: ruleRole})
				}
			}
		}
	}
}

// overlaps says whether something certain, or not wholly inside, has been found in [start, end). Roles are few, so a
// look at all is enough.
func (d *nameDoc) overlaps(r, start, end int) bool {
	for _, m := range d.found[r] {
		if m.start < end && start < m.end && (m.certain || m.start < start || m.end > end || m.kind == Role) {
			return true
		}
	}
	return false
}
