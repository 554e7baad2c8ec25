package redact

import (
	"maps"
	"slices"
)

// reasons are the words for what a rule found, by its id. The rules of form bring their own.
var reasons = map[string]string{
	"told":   "a name that you said is always hidden",
	Reworded: "your answer to an indirect question",

	"host.sibling": "named like a machine of yours",

	ruleListed:   "a name that people have",
	ruleCue:      "the words around it speak of a person",
	ruleSeed:     "it stands in an address, a handle or a path as well",
	ruleFull:     "a given name and a family name",
	ruleChat:     "somebody who speaks in a chat",
	ruleHonor:    "it has an honorific",
	ruleSpread:   "the same name as elsewhere",
	ruleNet:      "a capital letter and no ordinary word",
	ruleMaybe:    "a name, or an ordinary word",
	ruleOrg:      "a company or customer",
	ruleDomain:   "the owner of a domain or repository",
	ruleTeam:     "a team",
	rulePlace:    "a place",
	ruleCodename: "the name of something of your own",
	ruleRole:     "a role that only one person may have",
}

// Reason says in words what the rule of that id finds, such as "an address on your network".
func Reason(rule string) string { return reasons[rule] }

// Rules are the ids of all rules, in order of the alphabet.
func Rules() []string { return slices.Sorted(maps.Keys(reasons)) }
