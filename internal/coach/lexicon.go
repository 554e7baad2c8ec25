package coach

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// lexicon are the classes of words that patterns name.
var lexicon = map[string]string{
	// People, as somebody other than the author would be meant, and in general.
	"other": `\b(?:he|she|they|{human}|{name})`,
	"who":   `\b(?:i|we|you|he|she|they|who|whoever|someone|somebody|anyone|anybody|everyone|everybody|nobody|no[ -]one|none of (?:us|them)|one of (?:us|them)|all of (?:us|them|you)|both of us|{human})`,
	"human": `\b(?:(?:{role}|{group})(?: [a-z]\b| \d+\b)?|the (?:other|second|first) (?:one|person))`,
	"role":  `R[\p{L}-]*(?: R[\p{L}-]*)?`,
	"group": `G[\p{L}-]*`,
	"word":  `[\p{L}-]+`,
	// A word with a capital letter; sentences keep it only where a name may stand (newSentence).
	"name": `\bN+(?:[ -]N+)?\b`,
	// said opens reported speech.
	"said":   `(?:he|she|they|who|{human}|N+|users?|er|sie)(?: (?:also|then|later))? (?:said|says|say|told|tells|wrote|writes|asked|explained|explains|reported|mentioned|posted|typed|claims|claimed|answered|replied|admitted|erzählte|sagte|sagt|schrieb|schreibt|meinte zu mir|berichtete|erklärte)|according to|laut`,
	"german": `(?:er|sie|{deperson})`,
	"deperson": `(?:(?:der|die|das|dem|den|unser|unsere|mein|meine) )?(?:kolleg(?:e|en|in|innen)|techniker(?:in)?|entwickler(?:in|innen)?|admins?|team|{word}team|{word}gruppe|{word}abteilung|chef(?:in)?|leitung|vorgesetzte[rn]?|dienstleister|hersteller|lieferant|` +
		`betrieb|support|schicht|nachtschicht|frühschicht|bereitschaft|praktikant(?:in)?|azubi|leute|netzwerker|operator(?:en)?|mitarbeiter(?:in|innen)?|anbieter|management|vertrieb|einkauf)`,
	"deunfit": `(?:nachlässig|faul|dumm|blöd|unzuverlässig|unaufmerksam|ungeduldig|schlampig|inkompetent|unerfahren|überheblich|leichtsinnig|chaotisch|vergesslich|unfähig|naiv|arrogant|bequem|unkonzentriert|unvorsichtig|unprofessionell|überfordert|leichtfertig|stur|begriffsstutzig|hoffnungslos|schusselig|unordentlich|zu doof|doof|unbelehrbar)`,
	"debad":   `(?:schlampig|nachlässig|fahrlässig|leichtsinnig|unprofessionell|unzureichend|mangelhaft|dilettantisch|katastrophal|miserabel|voreilig|unüberlegt|stümperhaft|dumm|peinlich|grauenhaft|unverantwortlich|falsch|schlecht|halbherzig|oberflächlich|idiotisch|ein witz|ein desaster|ein (?:großer |grosser |schwerer |klarer |blöder |dummer )?fehler|(?:viel |deutlich |einfach )?zu (?:spät|langsam|früh|hastig|oberflächlich))`,
}

// roles are words for one person, or for several as one; groups are words for several. Patterns know them by a mark.
var (
	roles = set(`colleague engineer operator developer dev admin administrator sysadmin dba sre on-call oncall responder reviewer manager boss lead
		director chief vendor supplier contractor consultant intern junior senior hire newcomer trainee apprentice technician author maintainer owner
		person guy man woman customer caller tester analyst architect designer dispatcher coordinator commander predecessor programmer nurse doctor
		electrician shift crew team department management leadership ops devops marketing finance sales staff
		fitter mechanic foreman forewoman supervisor welder plumber apprentice captain pilot mate navigator pharmacist surgeon medic paramedic midwife clerk cashier teller porter warden officer guard
		inspector surveyor scientist researcher student temp freelancer agency provider carrier manufacturer subcontractor outsourcer integrator auditor regulator landlord board council committee exec cto ceo ciso cio
		vp pm po helpdesk noc soc squad gang lot mob firm organisation organization teammate coworker co-worker professor teacher lecturer cook chef waiter bartender machinist rigger lineman linesman operative planner
		buyer salesman saleswoman salesperson accountant bookkeeper librarian editor producer journalist translator courier trucker fresher graduate rookie newbie veteran expert specialist superior subordinate
		examiner watchkeeper watchman caretaker janitor cleaner roofer builder driller miner farmer fisherman skipper steward stewardess superintendent secretary assistant deputy principal chairman chairwoman
		successor contact rep representative trainer coach mentor hacker hr bloke chap lad lady gentleman fellow neighbour neighbor landlady moderator `)
	groups = set(`people folks colleagues engineers operators developers devs admins administrators dbas sres responders reviewers managers vendors
		suppliers contractors consultants interns juniors seniors technicians authors maintainers owners guys testers teams users programmers coworkers
		co-workers employees others fitters mechanics foremen supervisors welders plumbers apprentices captains pilots nurses doctors pharmacists surgeons medics clerks cashiers officers guards inspectors surveyors scientists researchers
		students temps freelancers agencies carriers manufacturers subcontractors auditors regulators directors bosses execs leads electricians operatives planners buyers accountants experts specialists superiors teammates blokes chaps lads
		riggers machinists trainees freshers graduates chiefs analysts architects designers dispatchers crews departments squads leaders drivers cooks teachers predecessors newcomers hires planners salespeople gentlemen ladies`)
)

// lists are classes as lists of words, for patterns that have such words in them.
var lists = map[string]func() string{
	"role":  sync.OnceValue(func() string { return list(roles) }),
	"group": sync.OnceValue(func() string { return list(groups) }),
}

func list(words map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(words)), "|")
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// notPeople are words that begin with a capital letter where a name could stand, but are none: beginnings of sentences,
// and products that do things by themselves.
var notPeople = set(`
		the a an this that these those it its there here and but or so then when while after before since because if as at by in on of for from to with without
		i we you he she they who what which why how where my our your his her their nobody noone nothing everything something anything everyone someone anyone all some any each every both one two three four five six most many few
		not no yes also just only even once later first second third next last finally still again now today yesterday tomorrow tonight maybe perhaps apparently probably somehow had has have was were is are be been did do does can could would should will
		monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter
		redis kafka postgres postgresql mysql mariadb mongo mongodb oracle sqlite cassandra elasticsearch kubernetes kubelet docker podman nomad consul vault terraform ansible puppet chef jenkins gitlab github git argo flux helm istio envoy nginx apache haproxy varnish traefik
		prometheus grafana sentry datadog splunk kibana logstash zabbix nagios pagerduty slack teams jira linux windows macos android ios debian ubuntu systemd cron java python node go rust php ruby spark hadoop airflow flink rabbitmq nats zookeeper etcd ceph lustre
		slurm aws azure gcp cloudflare akamai fastly s3 lambda dns dhcp ntp tls http https tcp udp bgp ospf vpn cpu ram gpu disk raid api sql json yaml cdn ci cd hr
		chrome firefox safari excel outlook sap salesforce stripe twilio memcached pgbouncer patroni orchestrator raft paxos
		retries traffic users requests packets messages errors alerts logs metrics pods nodes servers clients workers restarting rebooting deploying one
		der die das ein eine er sie es ich wir und oder aber dann als wenn weil nach vor seit mit ohne auf an in im am um bei`)
