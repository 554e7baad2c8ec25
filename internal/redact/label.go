package redact

import (
	"fmt"
	"strings"
)

// class is what sort of label a thing gets. People have classes from a closed list, so that a label says no more of
// them than how they stand to the incident.
type class string

// The classes. A class's name is the word of its labels in the profile role.
const (
	classAuthor   class = "the author"
	classCompany  class = "the company"
	classEngineer class = "Engineer"
	classManager  class = "Manager"
	classSupport  class = "Support"
	classCustomer class = "Customer contact"
	classVendor   class = "Vendor contact"
	classPerson   class = "Person"
	classTeam     class = "Team"
	classClient   class = "Customer"
	classSupplier class = "Vendor"
	classOrg      class = "organisation"
	classHost     class = "host"
	classPod      class = "pod"
	classIP       class = "IP"
	classMAC      class = "MAC"
	classService  class = "service"
	classProject  class = "project"
	classRegion   class = "region"
	classTicket   class = "ticket"
	classChange   class = "change"
	classCommit   class = "commit"
	classRepo     class = "repository"
	classLink     class = "link"
	classChannel  class = "channel"
	classUser     class = "user"
	classAddress  class = "address"
	classPhone    class = "phone"
	classPlace    class = "place"
	classAccount  class = "account"
	classID       class = "id"
	classItem     class = "item"
)

// lettered are the classes whose members are told apart by letters; the others have numbers.
var lettered = map[class]bool{
	classEngineer: true, classManager: true, classSupport: true, classCustomer: true, classVendor: true,
	classPerson: true, classTeam: true,
}

// generalised is what a class is called where labels tell members apart no longer.
var generalised = map[class]string{
	classAuthor: "the responder", classCompany: "the company",
	classEngineer: "a colleague", classManager: "a manager", classSupport: "a support colleague",
	classCustomer: "a customer contact", classVendor: "a vendor contact", classPerson: "a person",
	classTeam: "a team", classClient: "a customer", classSupplier: "a vendor", classOrg: "an organisation",
	classHost: "a host", classPod: "a pod", classIP: "an IP", classMAC: "a MAC", classService: "a service",
	classProject: "a project", classRegion: "a region", classTicket: "a ticket", classChange: "a change",
	classCommit: "a commit", classRepo: "a repository", classLink: "a link", classChannel: "a channel",
	classUser: "a user", classAddress: "an address", classPhone: "a phone", classPlace: "a place",
	classAccount: "an account", classID: "an id", classItem: "an item",
}

// A label is what stands for a thing.
type label struct {
	prose string // "Engineer A", "host 1", "a database host"
	chose bool   // the person chose it
	named bool   // it is the name, which stays
}

// slug is the label as a word in code: engineer-a, host-1, database-host.
func (l label) slug() string {
	s := strings.ToLower(l.prose)
	for _, article := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, article)
	}
	var b strings.Builder
	for _, r := range s {
		if runeClassOf(r) == runeOther {
			r = '-'
		}
		b.WriteRune(r)
	}
	return strings.Trim(b.String(), "-")
}

const (
	secretRemoved = "[secret removed]"
	imageDropped  = "[image]"
)

// withheld is the note that something of that kind was taken out.
func withheld(k Kind) string { return "[withheld: " + string(k) + "]" }

// name gives every thing that is replaced its label, in order of appearance.
func (p *Plan) name() {
	n := namer{plan: p, next: map[class]int{}, spare: map[class][]int{}, taken: labelsIn(p.survey.Sources)}
	n.cues = newCues(p)
	for _, t := range p.order {
		switch t.Treatment {
		case Replace, Generalise:
			if t.Entity.Kind != Time || t.Label != "" {
				n.label(t)
			}
		case Withhold:
			t.Label = withheld(t.Entity.Kind)
			if t.Entity.Kind == Secret {
				t.Label = secretRemoved
			}
		}
	}
	// What stands in no chosen source, or only where nothing is shown, needs no label; places the sweep finds
	// are named by kind.
	members := map[class]int{}
	for _, t := range p.order {
		if t.chosen && t.Treatment == Replace && !t.label.chose {
			members[t.class]++
		}
	}
	for _, t := range p.order {
		t.Single = t.Entity.Kind == Person && t.chosen && members[t.class] == 1 && t.class != classAuthor
	}
}

// namer hands out labels.
type namer struct {
	plan  *Plan
	cues  *cues
	next  map[class]int   // the next number or letter
	spare map[class][]int // letters passed over for one person, free for the next
	taken map[string]bool // labels that the author typed
}

func (n *namer) label(t *thing) {
	t.class = n.cues.class(t.Entity)
	if t.Label != "" {
		t.label = label{prose: t.Label, chose: true}
		return
	}
	switch {
	case n.plan.choice.Profile == Generalised:
		t.label.prose = generalised[t.class]
		if t.class == classHost || t.class == classService {
			t.label.prose = hostKind(t.Entity, t.class)
		}
	case t.class == classAuthor, t.class == classCompany:
		t.label.prose = string(t.class)
	case lettered[t.class]:
		t.label.prose = n.letter(t)
	default:
		for {
			n.next[t.class]++
			t.label.prose = fmt.Sprintf("%s %d", t.class, n.next[t.class])
			if !n.taken[strings.ToLower(t.label.prose)] {
				break
			}
		}
	}
	t.Label = t.label.prose
}

// letter finds the first letter that is neither in the text already nor the person's own initial.
// A letter passed over for one person is the next one's, so that no gap tells whose it would have been.
func (n *namer) letter(t *thing) string {
	own := initials(t.Entity)
	try := func(i int) (string, bool) {
		l := letters(i)
		s := string(t.class) + " " + l
		return s, !n.taken[strings.ToLower(s)]
	}
	for k, i := range n.spare[t.class] {
		if s, free := try(i); free && !own[letters(i)] {
			n.spare[t.class] = append(n.spare[t.class][:k:k], n.spare[t.class][k+1:]...)
			return s
		}
	}
	for {
		i := n.next[t.class]
		n.next[t.class]++
		s, free := try(i)
		switch {
		case !free:
		case own[letters(i)]:
			n.spare[t.class] = append(n.spare[t.class], i)
		default:
			return s
		}
	}
}

// letters is A to Z, then AA, AB …
func letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// initials are the first letters of all names of an entity, folded to A to Z.
func initials(e Entity) map[string]bool {
	out := map[string]bool{}
	for _, f := range append([]string{e.Name}, e.Forms...) {
		s := squeeze(f)
		for i := range s.b {
			if s.gap[i] > gapChange {
				out[strings.ToUpper(string(s.b[i]))] = true
			}
		}
	}
	return out
}
