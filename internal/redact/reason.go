package redact

// reasons are the words for what a rule found, by its id. The rules of form bring their own.
var reasons = map[string]string{
	"told": "a name that you said is always hidden",

	"host.sibling": "named like a machine of yours",

	ruleListed:   "a name that people have",
	ruleCue:      "a name, by the words around it",
	ruleSeed:     "a name that an address, a login or a chat gave away",
	ruleFull:     "a given name and a family name",
	ruleChat:     "somebody who speaks in a chat",
	ruleHonor:    "somebody who is addressed by a title",
	ruleSpread:   "a name that was found elsewhere",
	ruleNet:      "a word with a capital that is no ordinary word: perhaps a name",
	ruleMaybe:    "a name that is also a word",
	ruleOrg:      "a company or a customer",
	ruleDomain:   "the company of a domain",
	ruleTeam:     "a team",
	rulePlace:    "a place",
	ruleCodename: "a name that you gave to a thing of your own",
	ruleRole:     "a part that only one person plays",
}

// Reason says in words what the rule of that id finds, such as "an address on your network".
func Reason(rule string) string { return reasons[rule] }
