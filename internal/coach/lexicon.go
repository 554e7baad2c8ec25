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
	// staff are people and the names of departments where they begin a sentence.
	"staff": `{other}|\b{group}|^\W*(?:security|networking|infra|infrastructure|platform|qa|product|compliance|procurement|engineering|support|legal|it)\b`,
	"us":    `\b(?:we|you|they|everyone|everybody|anyone|all of us|each of us|{group})`,
	"human": `\b(?:(?:{role}|{group})(?: [a-z]\b| \d+\b)?|the (?:other|second|first) (?:one|person))`,
	"role":  `R[\p{L}-]*(?: R[\p{L}-]*)?`,
	"group": `G[\p{L}-]*`,
	"word":  `[\p{L}-]+`,
	// gapless is a subject of up to six words.
	"gapless": `[\p{L}\d'’-]+(?: [\p{L}\d'’-]+){0,5}?`,
	// A word with a capital letter; sentences keep it only where a name may stand (newSentence).
	"name": `\bN+(?:[ -]N+)?\b`,
	// adv are words that may stand before a verb.
	"adv": `(?: (?:also|really|just|simply|probably|maybe|perhaps|clearly|obviously|certainly|definitely|surely|completely|totally|simply|somehow|apparently|actually|even|still|then|again|once|always|never|ever|` +
		`already|basically|honestly|accidentally|mistakenly|wrongly|all|both|only|first|later|too|well|so|very|rather|quite|pretty|far|much|way|a bit|a little|really|absolutely|utterly|entirely|frankly|plain|more or less|kind of|sort of|not))`,
	// done is a participle, as far as it shows.
	"done": `(?:[a-z-]{2,}ed|been|known|seen|done|gone|taken|told|thought|kept|left|made|put|read|run|said|sent|set|shut|spoken|stood|understood|woken|written|chosen|come|caught|bought|brought|built|cut|drawn|driven|` +
		`found|forgotten|given|got|gotten|had|heard|held|hit|led|let|lost|meant|met|paid|quit|risen|sat|shown|spent|split|spread|spun|stuck|taught|thrown|torn|won|worn|begun|broken|bitten|fallen|felt|fought|frozen|grown|hidden|laid|stolen|worked)`,
	// act is what somebody does and is judged for.
	"act": `(?:decision|call|choice|idea|plan|planning|handover|hand-over|hand-off|handoff|response|reaction|review|change|deploy|deployment|rollout|roll-out|rollback|migration|communication|coordination|command|restart|` +
		`merge|job|execution|escalation|preparation|handling|move|analysis|approach|fix|patch|workaround|procedure|process|documentation|runbook|testing|test plan|design|work|triage|assessment|judgement|judgment|reasoning|` +
		`monitoring|alerting|tooling|alerts|configuration|configurations|code|script|setup|behaviour|behavior|attitude|performance|management|leadership|oversight|supervision|training|note|notes|ticket|announcement|cleanup|upgrade|switch-?over|fail-?over|investigation|` +
		`diagnosis|strategy|instructions|estimate|timing|steps?|thing to do|way to do it|whole thing|whole night)`,
	// bad judges an act.
	"bad": `(?:careless|sloppy|reckless|negligent|irresponsible|unprofessional|inadequate|unacceptable|inexcusable|unforgivable|stupid|dumb|foolish|idiotic|silly|naive|naïve|terrible|awful|horrible|abysmal|appalling|lousy|poor|amateurish|` +
		`haphazard|superficial|half-hearted|half-baked|half-assed|clumsy|hasty|rash|ill-advised|ill-conceived|misguided|short-sighted|shoddy|incompetent|botched|lazy|insane|crazy|ridiculous|ludicrous|embarrassing|shameful|pathetic|` +
		`disastrous|catastrophic|thoughtless|senseless|nonsensical|chaotic|disgraceful|dreadful|insufficient|deficient|substandard|laughable|unwise|inept|premature|mindless|wrong|garbage|rubbish|crap|trash|useless|worthless|nonsense|a nightmare|a mess|a joke|a disaster|a disgrace|a farce|a fiasco|a shambles|a catastrophe|an embarrassment|` +
		`a (?:big |huge |bad |stupid |serious )?mistake|(?:badly|poorly|terribly|carelessly|sloppily) {word}|(?:far |much |way )?too (?:late|slow|hasty|early|sloppy|superficial|lax|optimistic|vague)|below (?:standard|par)|not good enough|uncalled for)`,
	// unfit judges a character.
	"unfit": `(?:careless|lazy|sloppy|stupid|dumb|incompetent|reckless|inexperienced|complacent|distracted|clueless|arrogant|ignorant|unreliable|disorgani[sz]ed|chaotic|impatient|forgetful|useless|hopeless|unqualified|irresponsible|thoughtless|` +
		`naive|naïve|negligent|unprofessional|stubborn|undisciplined|inattentive|unfocused|scatterbrained|absent-minded|clumsy|overconfident|over-confident|amateurish|lax|sluggish|dense|slow-witted|incapable|inept|unfit|unteachable|self-important|` +
		`selfish|cocky|immature|timid|cowardly|untrustworthy|green|a cowboy|cowboys|an amateur|amateurs|a loose cannon|a risk|a liability|a slacker|a perfectionist|a procrastinator|a hothead|a control freak|not (?:very |really |particularly |that |the most |exactly )*(?:thorough|careful|competent|experienced|reliable|attentive|organi[sz]ed|capable|qualified|disciplined|` +
		`smart|bright|the (?:brightest|sharpest|smartest|fastest)|conscientious|diligent|technical|senior enough|good (?:at|with))|no good at|bad (?:at|with)|terrible (?:at|with)|hopeless (?:at|with)|too (?:lazy|stupid|dumb|arrogant|inexperienced|junior|proud|green|slow|impatient|sloppy|careless|naive|self-important))`,
	// whole is what an outage takes away.
	"whole": `(?:prod|production|everything|the (?:{word} ){0,2}(?:site|platform|website|shop|region|system|company|business|service|services|cluster|checkout|app|network|backend|database|api|internet|office|plant|line)|(?:half|all) (?:of )?(?:the|our) {word}|payments?|checkout|logins?|checkouts|us all|all of us)`,
	// incident is what has a cause.
	"incident": `(?:outage|incident|downtime|failure|problem|crash|disruption|breakdown|disaster|issue|trouble|mess|accident|data loss|loss|blackout|delay|whole (?:thing|incident|night|outage|story)|entire (?:incident|outage|thing)|all (?:of )?(?:this|that|it)|everything(?: that (?:followed|happened))?|it all|this all)`,
	// humanly is what only people do, or have done.
	"humanly": `(?:decided|agreed|concluded|skipped|forgotten|overlooked|ignored|silenced|muted|snoozed|disabled|switched off|switched on|turned off|turned on|shut off|approved|signed off|waved through|merged|deployed|pushed|rolled out|rolled back|shipped|changed|altered|modified|edited|removed|` +
		`deleted|revoked|granted|pulled|unplugged|swapped|misconfigured|mislabel+ed|misread|misunderstood|misinterpreted|miscommunicated|mishandled|bypassed|disregarded|neglected|omitted|left (?:running|open|on|off|in|out|enabled|disabled|unattended|unlocked|behind|unanswered|untested)|hard-?coded|copied|` +
		`tested|checked|verified|followed|informed|notified|documented|communicated|escalated|reviewed|updated|told|validated|monitored|respected|adhered to|postponed|taken seriously|noticed|questioned|wiped|introduced|dropped|executed|installed|moved|renamed|reverted|replaced|lowered|raised|reconfigured|truncated|typed|entered|handed over|passed on|cleaned up|thrown away|put in)`,
	// failed is what people are said to have failed in.
	"noticed": `(?:notice|realize|realise|check|bother|test|verify|follow|consider|ask|tell|inform|escalate|communicate|warn|remember|pay attention|spot|double[- ]check|validate|watch|look (?:at|into|for|closely)|think (?:to|of|about|that|it through)|read|document|update|monitor|review|catch|coordinate|plan|anticipate|foresee|see (?:it|that|this) coming|recogni[sz]e|care to|mention|raise|question|respect|adhere|stick to|take into account|act on|react|listen|heed|back up|rehearse|prepare|own)`,
	// machinely are things that machines handle, of which the passive is no secret.
	"handled": `\b(?:rows?|records?|messages?|packets?|requests?|connections?|sessions?|pods?|containers?|jobs?|quer(?:y|ies)|transactions?|segments?|events?|entries|entry|lines?|bytes|keys?|tokens?|leases?|locks?|files?|frames?|emails?|mails?|orders?|payments?|tasks?|threads?|process|processes|pages?|blocks?|chunks?|objects?|items?|responses?|traces?|logs?|replica sets?|shards?|caches?|metrics?|samples?|leaders?|volumes?|snapshots?|images?|artifacts?|artefacts?|nodes?|links?|routes?|peers?|results?|values?|index|indexes|counters?|timeouts?|user|users|i|me)`,
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
