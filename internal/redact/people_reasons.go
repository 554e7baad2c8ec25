package redact

func init() {
	for id, why := range map[string]string{
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
	} {
		reasons[id] = why
	}
}
