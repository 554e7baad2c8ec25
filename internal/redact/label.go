package redact

import (
	"fmt"
	"strings"
)

// Class is what sort of label a thing gets. People have classes from a closed list, so that a label says no more of
// them than how they stand to the incident.
type Class string

// The classes. A class's name is the word of its labels in the profile role.
const (
	classAuthor   Class = "the author"
	classCompany  Class = "the company"
	classEngineer Class = "Engineer"
	classManager  Class = "Manager"
	classSupport  Class = "Support"
	classCustomer Class = "Customer contact"
	classVendor   Class = "Vendor contact"
	classPerson   Class = "Person"
	classTeam     Class = "Team"
	classClient   Class = "Customer"
	classSupplier Class = "Vendor"
	classOrg      Class = "organisation"
	classHost     Class = "host"
	classPod      Class = "pod"
	classIP       Class = "IP"
	classMAC      Class = "MAC"
	classService  Class = "service"
	classProject  Class = "project"
	classRegion   Class = "region"
	classTicket   Class = "ticket"
	classChange   Class = "change"
	classCommit   Class = "commit"
	classRepo     Class = "repository"
	classLink     Class = "link"
	classChannel  Class = "channel"
	classUser     Class = "user"
	classAddress  Class = "address"
	classPhone    Class = "phone"
	classPlace    Class = "place"
	classAccount  Class = "account"
	classID       Class = "id"
	classItem     Class = "item"
)

// lettered are the classes whose members are told apart by letters; the others have numbers.
var lettered = map[Class]bool{
	classEngineer: true, classManager: true, classSupport: true, classCustomer: true, classVendor: true,
	classPerson: true, classTeam: true,
}

// people are the classes of people other than the author.
var people = map[Class]bool{
	classEngineer: true, classManager: true, classSupport: true, classCustomer: true, classVendor: true, classPerson: true,
}

// Classes are the classes that the person may put a thing into. Others follow from what it is, such as an address.
var Classes = []Class{classEngineer, classManager, classSupport, classCustomer, classVendor, classPerson, classTeam,
	classCompany, classClient, classSupplier, classOrg, classHost, classService, classProject, classRepo, classPlace, classItem}

// generalised is what a class is called where labels tell members apart no longer.
var generalised = map[Class]string{
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
	n := namer{plan: p, next: map[Class]int{}, spare: map[Class][]int{}, taken: labelsIn(p.survey.Sources)}
	n.cues = newCues(p)
	for _, t := range p.order {
		if t.Treatment == Replace && t.Label != "" {
			n.taken[strings.ToLower(t.Label)] = true // what the person chose is nobody else's
		}
	}
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
	members := map[Class]int{}
	for _, t := range p.order {
		if t.chosen && t.Treatment == Replace && !t.label.chose {
			members[t.Class]++
		}
	}
	for _, t := range p.order {
		t.Single = people[t.Class] && t.chosen && members[t.Class] == 1
	}
}

// namer hands out labels.
type namer struct {
	plan  *Plan
	cues  *cues
	next  map[Class]int   // the next number or letter
	spare map[Class][]int // letters passed over for one person, free for the next
	taken map[string]bool // labels that the author typed
}

func (n *namer) label(t *thing) {
	if t.Label != "" {
		t.Label = strings.TrimSpace(t.Label)
		t.label = label{prose: t.Label, chose: true}
		return
	}
	switch {
	case t.Class == "":
		t.Class = n.cues.class(t.Entity)
	case t.Class == classCompany && t.Entity.ID != n.cues.company:
		t.Class = classOrg // there is one company, and one label for it
	}
	switch {
	case n.plan.choice.Profile == Generalised:
		t.label.prose = generalised[t.Class]
		if t.Class == classHost || t.Class == classService {
			t.label.prose = hostKind(t.Entity, t.Class)
		}
	case t.Class == classAuthor, t.Class == classCompany:
		t.label.prose = string(t.Class)
	case lettered[t.Class]:
		t.label.prose = n.letter(t)
	default:
		for {
			n.next[t.Class]++
			t.label.prose = fmt.Sprintf("%s %d", t.Class, n.next[t.Class])
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
		s := string(t.Class) + " " + l
		return s, !n.taken[strings.ToLower(s)]
	}
	for k, i := range n.spare[t.Class] {
		if s, free := try(i); free && !own[letters(i)] {
			n.spare[t.Class] = append(n.spare[t.Class][:k:k], n.spare[t.Class][k+1:]...)
			return s
		}
	}
	for {
		i := n.next[t.Class]
		n.next[t.Class]++
		s, free := try(i)
		switch {
		case !free:
		case own[letters(i)]:
			n.spare[t.Class] = append(n.spare[t.Class], i)
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
