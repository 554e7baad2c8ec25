package redact

import (
	"strings"
)

// cues are the words around the places of things: how a thing stands to the incident shows beside it.
type cues struct {
	plan    *Plan
	company EntityID // the author's own company; empty where nothing tells
}

func newCues(p *Plan) *cues {
	c := &cues{plan: p}
	for _, t := range p.order {
		if t.Class == classCompany {
			c.company = t.Entity.ID // the person says so
			return c
		}
	}
	c.company = c.ownCompany()
	return c
}

// near is the text close to a span, in lower case: up to forty bytes on either side within its line.
func (c *cues) near(sp Span) (before, after string) {
	text := c.plan.survey.Sources[sp.Source].Text
	from, to := max(0, sp.Start-40), min(len(text), sp.End+40)
	before, after = text[from:sp.Start], text[sp.End:to]
	if i := strings.LastIndexAny(before, "\n.!?;"); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexAny(after, "\n.!?;"); i >= 0 {
		after = after[:i]
	}
	return strings.ToLower(before), strings.ToLower(after)
}

// personCues say what class a person has by the words directly beside the name.
var personCues = []struct {
	class         Class
	before, after *pattern
}{
	{classCustomer,
		newPattern(`\b(?:customer|client|tenant|promoter|kunde|kundin)(?:'s|s')?(?: contact(?: is)?)?[ ,:(]+(?:mr|ms|mrs|dr|bay|herr|frau)?\.? ?$`),
		newPattern(`^[ ,(]+(?:from|at|of) (?:the|our) (?:customer|client)|^[ ,(]+the (?:customer|client)'?s?\b`)},
	{classVendor,
		newPattern(`\b(?:vendor|supplier|contractor|consultant)(?:'s|s')?(?: contact(?: is)?)?[ ,:(]+$`),
		newPattern(`^[ ,(]+(?:from|at) (?:the|our) (?:vendor|supplier|provider)|^[ ,(]+(?:a|the|our) (?:vendor|contractor|consultant)\b`)},
	{classSupport,
		newPattern(`\b(?:support|helpdesk|help desk|service desk)[ ,:(]+$`),
		newPattern(`^[ ,(]+(?:from|in|of) (?:customer )?(?:support|helpdesk|the help ?desk)\b`)},
	{classManager,
		newPattern(`\b(?:manager|director|boss|studio head|team lead|cto|ceo|vp|teamleiter|teamleiterin|chef|chefin)[ ,:(]+$`),
		newPattern(`^[ ,(]+(?:my|our|the|his|her|their)? ?(?:(?:engineering|product|duty|incident|line) )?(?:manager|director|boss|cto|ceo|head of)\b`)},
}

var orgCues = []struct {
	class         Class
	before, after *pattern
}{
	{classClient,
		newPattern(`\b(?:customers?|clients?|tenants?|promoter|kunden?|kunde|kundin)[ ,:(]+$|\bfor our (?:customer|client) $`),
		newPattern(`^[ ,(]+(?:a|our|the|another) (?:\w+ )?(?:customer|client|tenant)\b|^'s contact\b`)},
	{classSupplier,
		newPattern(`\b(?:vendor|supplier|provider|our bank|bank|carrier)[ ,:(]+$`),
		newPattern(`^[ ,(]+(?:a|our|the) (?:\w+ )?(?:vendor|supplier|provider|bank|carrier)\b`)},
}

// class is the class of an entity.
func (c *cues) class(e Entity) Class {
	switch e.Kind {
	case Person:
		return c.person(e)
	case Org:
		return c.org(e)
	case Host:
		if deployedPod.MatchString(e.Name) || strings.Contains(e.Rule, "pod") {
			return classPod
		}
		return classHost
	case Codename:
		return c.codename(e)
	case Ticket, Commit:
		return changeClass(e)
	}
	if k, ok := classOfKind[e.Kind]; ok {
		return k
	}
	return classItem
}

var classOfKind = map[Kind]Class{
	Handle: classUser, User: classUser, Email: classAddress, Phone: classPhone, Team: classTeam, IP: classIP,
	MAC: classMAC, CloudID: classID, UUID: classID, Account: classAccount, Channel: classChannel, URL: classLink,
	Repo: classRepo, Place: classPlace, Other: classItem, Region: classRegion,
}

// deployedPod is the shape of a pod that belongs to a deployment: a hash of the template and five characters of its own.
var deployedPod = newPattern(`(?i)-[a-f0-9]{5,10}-[a-z0-9]{5}$`)

func (c *cues) person(e Entity) Class {
	if e.Author {
		return classAuthor
	}
	for _, sp := range e.Spans {
		before, after := c.near(sp)
		for _, k := range personCues {
			if k.before.MatchString(before) || k.after.MatchString(after) {
				return k.class
			}
		}
	}
	return classEngineer
}

func (c *cues) org(e Entity) Class {
	if e.ID == c.company {
		return classCompany
	}
	for _, sp := range e.Spans {
		before, after := c.near(sp)
		for _, k := range orgCues {
			if k.before.MatchString(before) || k.after.MatchString(after) {
				return k.class
			}
		}
	}
	return classOrg
}

func (c *cues) codename(e Entity) Class {
	for _, sp := range e.Spans {
		before, after := c.near(sp)
		if strings.HasSuffix(before, "project ") || strings.HasPrefix(after, " project") {
			return classProject
		}
	}
	return classService
}

// changeClass tells commits and changes from tickets.
func changeClass(e Entity) Class {
	if e.Kind == Commit {
		return classCommit
	}
	for _, f := range e.Forms {
		l := strings.ToLower(f)
		if strings.HasPrefix(l, "#") || strings.HasPrefix(l, "!") || strings.HasPrefix(l, "pr ") || strings.HasPrefix(l, "mr ") ||
			strings.Contains(l, "/pull/") || strings.Contains(l, "/merge_requests/") || strings.HasPrefix(l, "chg") {
			return classChange
		}
	}
	return classTicket
}

var ownCompanyBefore = newPattern(`\b(?:we(?:'re| are)(?: at)?|we at|here at|i work (?:at|for)|i am at|i'm at|always at|backend at|our company,?|wir (?:bei|sind))[ ,:(]+$`)

// ownCompany is the organisation that the author works for: the one said so, or else the one whose word stands in
// most names of hosts, links and addresses that are not a customer's.
func (c *cues) ownCompany() EntityID {
	var best EntityID
	most := 1
	for _, e := range c.plan.survey.Entities {
		if e.Kind != Org {
			continue
		}
		for _, sp := range e.Spans {
			if before, _ := c.near(sp); ownCompanyBefore.MatchString(before) {
				return e.ID
			}
		}
		if c.org(e) != classOrg {
			continue
		}
		if n := c.machines(e); n > most {
			best, most = e.ID, n
		}
	}
	return best
}

// machines counts the hosts, links, addresses and repositories in whose names the organisation's word stands.
func (c *cues) machines(e Entity) int {
	var forms []form
	for _, f := range append(append([]string{e.Name}, e.Forms...), e.Derived...) {
		forms = append(forms, form{text: f})
	}
	m := newMatcher(forms)
	n := 0
	for _, o := range c.plan.survey.Entities {
		switch o.Kind {
		case Host, URL, Email, Repo, CloudID:
			if len(m.find(o.Name)) > 0 {
				n++
			}
		}
	}
	return n
}

// hostKinds tell from the words of a name what sort of machine or service it is.
var hostKinds = []struct {
	words string
	kind  string
}{
	{"pg postgres psql mysql maria mongo db sql rds oracle ledger replica", "database"},
	{"redis cache memcache memcached valkey varnish", "cache"},
	{"kafka rabbit rabbitmq amqp mq queue sqs nats broker", "queue"},
	{"es elastic opensearch search solr", "search"},
	{"web www nginx front frontend httpd", "web"},
	{"lb haproxy proxy gw gateway ingress envoy edge", "gateway"},
	{"stor storage ceph osd nfs s3 minio backup bkp", "storage"},
	{"ci runner build jenkins", "build"},
	{"bastion jump jumphost", "jump"},
	{"sw switch router rtr fw firewall", "network"},
	{"etl spark airflow batch worker wrk", "batch"},
	{"k8s kube node", "cluster"},
	{"mon grafana prom prometheus", "monitoring"},
	{"mail smtp mx", "mail"},
	{"dns ns", "DNS"},
	{"api app", "application"},
}

// hostKind is the generalised label of a machine or service: a database host, a cache service.
func hostKind(e Entity, c Class) string {
	for _, f := range append([]string{e.Name}, e.Forms...) {
		s := squeeze(f)
		start := 0
		for i := 1; i <= len(s.b); i++ {
			if i < len(s.b) && s.gap[i] == gapNone {
				continue
			}
			word := string(s.b[start:i])
			start = i
			for _, k := range hostKinds {
				for w := range strings.FieldsSeq(k.words) {
					if w == word {
						return withArticle(k.kind + " " + string(c))
					}
				}
			}
		}
	}
	return generalised[c]
}
