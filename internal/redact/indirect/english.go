package indirect

import "strings"

const (
	// worker is what somebody is at work.
	worker = `(?:[\p{L}-]*(?:engineer|developer|programmer|administrator|technician|electrician|specialist|maintainer|designer|manager|` +
		`operator|analyst|scientist|architect|consultant|accountant|dispatcher|controller|pharmacist|librarian|teacher|translator|contractor|` +
		`freelancer)s?|devs?|admins?|sysadmins?|dbas?|sres?|testers?|leads?|nurses?|doctors?|clerks?|experts?|owners?|persons?|people|woman|` +
		`women|man|men|guys?|girls?|lady|colleagues?|employees?|students?|members?)`
	number = `(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d)`
	whose  = `(?:my|his|her|their|your)`
)

var english = []rule{
	{
		kind: Role, cues: "only sole single one lone", say: "one of the team",
		pattern: `\b((?:our|the|their|my|his|her|your) (?:one and only|only|sole|single|lone|one|last remaining) (?:[\p{L}-]+ ){0,3}?` + worker + `\b(?: (?:who|with|that) (?:[\p{L}-]+ ){0,3}[\p{L}-]+)?)`,
		finds:   []string{"asked ⟦our only DBA⟧.", "⟦the one person with the key⟧, asleep", "as ⟦the sole operator⟧"},
		leaves:  []string{"the only option", "our one database", "the only node that was left"},
	},
	{
		kind: Role, cues: "only one", say: "one of the team",
		pattern: `\b(the only one (?:who|with|awake|on call|here|left in)(?: (?:[\p{L}-]+ ){0,3}[\p{L}-]+)?)`,
		finds:   []string{"I was ⟦the only one who knew the importer⟧."},
		leaves:  []string{"the only one that was up", "the only one of six"},
	},
	{
		kind: Role, cues: "intern apprentice trainee student newbie hire joiner starter graduate worker", say: "a colleague",
		pattern: `\b((?:the|our|an?|my|this|their) (?:(?:new|summer|former|young|other|second) )?(?:intern|apprentice|trainee|working student|student assistant|newbie|new hire|new joiner|new starter|new graduate|graduate trainee|temp worker))\b`,
		finds:   []string{"⟦the intern⟧ saw it", "asked ⟦our new hire⟧"},
		leaves:  []string{"the internal name", "a temp file was left", "the temp directory"},
	},
	{
		kind: Role, cues: "who", say: "a colleague",
		pattern: `\b((?:the|a|our) (?:` + worker + `|one) who (?:wrote|writes|built|runs|ran|owns|owned|designed|made|maintains|maintained|invented|introduced|set up|started|knows|knew|understands|understood|configured|bought|installed|trained|hired|signs|signed|speaks|came up with)\b(?: [\p{L}-]+){0,4})`,
		finds:   []string{"⟦the woman who runs the payroll job⟧", "⟦the engineer who wrote it⟧"},
		leaves:  []string{"the host who", "the engineer who was paged"},
	},
	{
		kind: Role, cues: "cto ceo cfo coo ciso cio founder co-founder head dean mayor chief director", say: "somebody in charge",
		pattern: `\b((?:the|our) (?:cto|ceo|cfo|coo|ciso|cio|co-founders?|founders?|head of (?:department|engineering|operations|it|infrastructure|platform|security|finance|logistics|support|product|sales|hr|nursing|school|research|data|development|marketing|radiology|the [\p{L}]+ department)|dean|mayor|chief (?:executive|engineer|architect|physician|nurse|technology officer|security officer|of staff)|managing director|director of [\p{L}-]+))\b`,
		finds:   []string{"⟦our CTO⟧ called", "asked ⟦the head of logistics⟧"},
		leaves:  []string{"the head of the queue", "the chief reason", "the head of a list"},
	},
	{
		kind: Tenure, cues: "first second third fourth fifth sixth last final", say: "new to this",
		pattern: `\b((?:(?:in|on|during|at|only) )?` + whose + ` (?:very )?(?:first|second|third|fourth|fifth|sixth|last|final) (?:day|week|month|year|shift|night|on-call|on call|weekend|rotation|incident|outage)\b(?: (?:on call|on the job|at work|here|with us))?)`,
		sayFor: func(words string) string {
			if strings.Contains(words, "last") || strings.Contains(words, "final") {
				return "at that time"
			}
			return "still new to this"
		},
		finds:  []string{"she was ⟦in her third week⟧.", "⟦my first night on call⟧"},
		leaves: []string{"the first week", "its third day", "my last commit", "my second attempt"},
	},
	{
		kind: Tenure, cues: "joined started arrived hired been", say: "joined recently",
		pattern: `\b((?:(?:had|has|have|only|just|recently|who) )*(?:(?:joined|been (?:here|with us|on the team|in the team)|started (?:here|with us|at the company)|was hired|were hired|arrived here)(?: (?:us|here|the team|the company))?)(?: (?:only|just|for))* (?:last|this|` + number + `|a|an|a few|a couple of|some) (?:week|month|year|quarter|spring|summer|autumn|winter)s?(?: ago| before| earlier)?)`,
		finds:   []string{"A ⟦had joined two weeks ago⟧", "⟦has been with us for three months⟧"},
		leaves:  []string{"the node joined two minutes ago", "started last week with a migration"},
	},
	{
		kind: Tenure, cues: "years year decade decades", say: "after some time here",
		pattern: `\b((?:after|for|with|since|in|has|had) [\p{L}\d][\p{L}\d\s-]{1,24}? ?(?:years?|decades?) (?:here|with us|on the team|in the team|at the company|in the company|of service|on the job|in this job|at this place))\b`,
		finds:   []string{"⟦After twenty years here⟧ they", "⟦with nearly two decades of service⟧"},
		leaves:  []string{"for two years the default", "after years of logs"},
	},
	{
		kind: Tenure, cues: "left leaving quit resigned", say: "is no longer here",
		pattern: `\b((?:had |has |since |just )?(?:left|leaving|quit|resigned from) (?:the|our) (?:company|firm|job|hospital|agency|school|university|bank)(?: (?:last|this|in|two|three|some|a) [\p{L}]+(?: ago)?)?)`,
		finds:   []string{"who ⟦left the company last spring⟧."},
		leaves:  []string{"left the cluster", "quit the session"},
	},
	{
		kind: Tenure, cues: "retire retired retirement probation notice", say: "was at a point of change",
		pattern: `\b(about to retire|close to (?:his |her |their )?retirement|before ` + whose + ` retirement|(?:had|has|who) retired|(?:still )?(?:on|in|during) (?:` + whose + ` )?probation(?: period)?|(?:in|working|on) ` + whose + ` notice(?: period)?)\b`,
		finds:   []string{"was ⟦about to retire⟧ and", "⟦still on probation⟧ and"},
		leaves:  []string{"we retired the host", "did not notice", "without notice"},
	},
	{
		kind: Tenure, cues: "new green", say: "not here for long",
		pattern: `\b((?:brand-new|brand new|new|green) (?:to|on|in) (?:the|our|this) (?:team|job|company|role|rotation|on-call))\b`,
		finds:   []string{"was ⟦new to the team⟧"},
		leaves:  []string{"new to the pool", "new in this version"},
	},
	{
		kind: Tenure, cues: "into", say: "not here for long",
		pattern: `\b((?:only |just )?(?:` + number + `|a few|a couple of|one) (?:days?|weeks?|months?) into (?:the|this|my|her|his|their|a) (?:new )?(?:job|role|team|contract|position|company))`,
		finds:   []string{"⟦only four weeks into the job⟧ and"},
		leaves:  []string{"two weeks into the migration"},
	},
	{
		kind: Calendar, cues: "final finals derby match semifinal semi-final kick-off playoff playoffs grand", say: "the night of a big event",
		pattern: `\b((?:the (?:night|evening|day|hour|weekend) (?:of|before|after) )?the (?:(?:cup|champions league|world cup|league|football|cricket|basketball|rugby|hockey|euro|playoff|grand) (?:semi-?)?finals?|semi-?final|derby|big (?:match|game)|penalty shoot-?out|grand prix)(?: (?:night|weekend))?)\b`,
		finds:   []string{"on ⟦the night of the cup final⟧ when", "during ⟦the derby⟧"},
		leaves:  []string{"the final step", "the match of the regex", "the finals array"},
	},
	{
		kind: Calendar, cues: "quarter-end month-end year-end quarter year month fiscal financial payday", say: "a closing period",
		pattern: `\b((?:the )?(?:quarter-end|year-end|fiscal year end|end of (?:the|our) (?:fiscal |financial |tax )?(?:quarter|year)|(?:quarter|year) end|last day of the (?:quarter|year|fiscal year|tax year)|tax deadline|payday)(?: (?:freeze|closing|close|batch|run|rush))?)\b`,
		finds:   []string{"in ⟦the quarter-end freeze⟧ and", "at ⟦the end of the quarter⟧"},
		leaves:  []string{"a quarter of the end points", "end of the stream"},
	},
	{
		kind: Calendar, cues: "holidays holiday half-term break", say: "a time when many are away",
		pattern: `\b((?:on |during |over |in )?(?:the |a )?(?:school holidays|summer holidays|public holiday|national holiday|religious holiday|holiday weekend|holiday season|long weekend|half-term|spring break|winter break|university break|bridge day))\b`,
		finds:   []string{"because of ⟦the school holidays⟧.", "⟦the public holiday⟧ the day after"},
		leaves:  []string{"holiday table", "break the build", "the break in the log"},
	},
	{
		kind: Calendar, cues: "election elections referendum strike lockdown blackout coronation funeral parade storm flood earthquake eclipse hurricane heatwave marathon", say: "a public event",
		pattern: `\b((?:(?:the )?(?:night|day|morning|week|first day back|hours?|weekend) (?:of|after|before|during) )?(?:election (?:night|day|sunday|week|weekend)|referendum(?: day)?|state funeral|solar eclipse|city marathon|carnival parade|coronation)|(?:the )?(?:night|day|morning|week|first day back|weekend) (?:of|after|before|during) the (?:general |local |state |presidential |rail |train |transport |big )?(?:elections?|strike|storm|flood|earthquake|hurricane|lockdown|heat ?wave)|(?:during|after|before|because of|since) (?:the |a )?(?:(?:general|local|state|presidential) elections?|(?:(?:national|general|rail|train|transport) )?strike|(?:big |great )storm|flood|earthquake|hurricane|lockdown|heat ?wave|blackout))\b`,
		sayFor:  func(string) string { return "a public event" },
		finds:   []string{"It was ⟦election night⟧ and", "⟦The first day back after the strike⟧ everything", "⟦after the big storm⟧"},
		leaves:  []string{"a leader election took", "the election of a new primary", "a retry storm", "to flood the queue", "the alert storm", "elections in raft"},
	},
	{
		kind: Calendar, cues: "sale sales", say: "a busy season",
		pattern: `\b((?:the )?(?:summer|winter|spring|christmas|holiday|january|clearance|anniversary|flash|end-of-season) sales?(?: (?:day|week|weekend|period|season))?)\b`,
		finds:   []string{"the week of ⟦the summer sales⟧, so"},
		leaves:  []string{"the sales table", "point of sale"},
	},
	{
		kind: Calendar, cues: "launch merger acquisition ipo release enrolment enrollment semester term exam exams graduation", say: "a big day for us",
		pattern: `\b((?:the )?(?:day|week|night|morning|month|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?:of|before|after) the (?:(?:public|product|big|new) )?(?:launch|merger|acquisition|ipo|rebrand|relaunch|release|move|exams?|semester start|graduation)|(?:the )?(?:first day of (?:term|school|the semester|classes)|enrol?ment day|exam week))\b`,
		finds:   []string{"⟦the week after the launch⟧", "⟦the Monday after the release⟧", "⟦the first day of term⟧"},
		leaves:  []string{"the release after that", "the first term of the sum"},
	},
	{
		kind: Calendar, cues: "eid ramadan diwali easter christmas thanksgiving hanukkah oktoberfest carnival nowruz songkran passover lent fasting advent pride", say: "a large holiday",
		pattern: `\b((?:on|over|before|after|during|at|for|since|until) (?:the )?(?:first day of |night of |eve of |week of |month of )?(?:eid(?:[\s-]al-\p{L}+)?|ramadan|diwali|easter|christmas|thanksgiving|hanukkah|the oktoberfest|oktoberfest|carnival|nowruz|songkran|passover|lent|the fasting month|advent|pride (?:week|weekend|parade)))\b`,
		finds:   []string{"⟦during Ramadan⟧ we", "⟦before Christmas⟧"},
		leaves:  []string{"pride in the code", "lent a hand"},
	},
	{
		kind: Incident, cues: "news newspaper newspapers journalist journalists reporter press headline headlines television tv radio newsletter", say: "heard of outside",
		pattern: `\b((?:the [\p{L}\s]{0,24}?(?:outage|incident|failure|breach|leak|bug|story) )?(?:that |which )?(?:(?:was|were|got|made|is|had been) )?(?:(?:all over|in|on|made) (?:the |national |local |international |tech )*(?:news|newspapers?|press|headlines|television|tv|radio)|the (?:front page|headlines)))\b`,
		finds:   []string{"for ⟦the big cloud outage that was in the news⟧.", "it ⟦was on the radio⟧"},
		leaves:  []string{"press the button", "a news feed service", "the headline cache"},
	},
	{
		kind: Incident, cues: "journalist journalists reporter reporters regulator regulators ombudsman parliament police", say: "somebody from outside",
		pattern: `\b((?:an?|the|some) (?:journalists?|(?:newspaper |tv |local )reporters?|(?:national |local |data protection |financial )?(?:regulators?|ombudsman)|police|parliament))\b`,
		finds:   []string{"⟦a journalist⟧ called"},
		leaves:  []string{"the reporter thread of the metrics library"},
	},
	{
		kind: Incident, cues: "status", say: "a public notice",
		pattern: `\b((?:our|the|their|a|the vendor's|the provider's|public) (?:public )?status page)\b`,
		finds:   []string{"a note on ⟦our status page⟧ at"},
		leaves:  []string{"the status of the page", "the page status"},
	},
	{
		kind: Incident, cues: "hacker hackernews reddit twitter trending viral mastodon downdetector facebook tiktok", say: "got known outside",
		pattern: `\b((?:(?:was|were|went|made|hit|reached|got|is|being) )?(?:already )?(?:(?:all over|the front page of|top of|trending on|discussed on|posted on|on|posts on|people on|complaints on) )+(?:hacker news|hackernews|reddit|twitter|mastodon|downdetector|facebook|tiktok)|(?:was|were|is) trending|went viral)\b`,
		finds:   []string{"It ⟦made the front page of Hacker News⟧ before", "⟦was trending on Twitter⟧."},
		leaves:  []string{"the facebook library", "a reddit clone"},
	},
	{
		kind: Incident, cues: "aws azure gcp cloudflare fastly akamai github gitlab okta auth0 google microsoft stripe twilio datadog pagerduty slack crowdstrike heroku vercel netlify ovh hetzner digitalocean provider's carrier's cloud", say: "an outage of a provider",
		pattern: `\b((?:the )?(?:big |great |global |famous |well-known )?(?:aws|azure|gcp|google(?: cloud)?|cloudflare|fastly|akamai|github|gitlab|okta|auth0|microsoft|stripe|twilio|datadog|pagerduty|slack|crowdstrike|heroku|vercel|netlify|ovh|hetzner|digitalocean|the (?:cloud )?provider's|the carrier's) (?:had (?:its|an|their|a big|the) (?:\p{L}+ )?(?:outage|incident|meltdown)|(?:was|were|went) down|outage|incident|meltdown|disaster|fire|update that))\b`,
		finds:   []string{"⟦AWS had its outage⟧, so", "since ⟦the Cloudflare outage⟧"},
		leaves:  []string{"the AWS console", "a GitHub action failed"},
	},
	{
		kind: Incident, cues: "public published", say: "a report",
		pattern: `\b((?:a|the|our) public (?:post-?mortem|incident report|apology|statement|announcement|blog post)|a press release)\b`,
		finds:   []string{"published ⟦a public postmortem⟧ about"},
		leaves:  []string{"the public interface", "a public bucket"},
	},
	{
		kind: Shift, cues: "night late early morning evening weekend graveyard day", say: "my shift",
		pattern: `\b((?:the |a |my |her |his |their )?(?:night|late|early|morning|evening|graveyard|weekend|day) shift)\b`,
		finds:   []string{"on ⟦the night shift⟧ and"},
		leaves:  []string{"the shift of the index", "late night build"},
	},
	{
		kind: Shift, cues: "apac emea amer europe european asian american australian indian", say: "another team",
		pattern: `\b((?:the |our )?(?:apac|emea|amer|european?|asian?|american|australian|indian) (?:team|shift|colleagues|on-call|office|side|crew|folks|handover))\b`,
		finds:   []string{"to ⟦the APAC team⟧ at"},
		leaves:  []string{"we told us shift by shift"},
	},
	{
		kind: Shift, cues: "hours", say: "office hours",
		pattern: `\b((?:us|uk|eu|european|asian|american|apac|emea|indian|pacific|eastern) (?:business |office |working |daytime )hours)\b`,
		finds:   []string{"in ⟦US business hours⟧"},
		leaves:  []string{"in business hours", "for two hours"},
	},
	{
		kind: Shift, cues: "morning evening afternoon midnight noon lunchtime daytime night bedtime", say: "it was another time of day there",
		pattern: `\b((?:it was|it is|it's|was) (?:already |still |only |just |not yet )?(?:the )?(?:early |late |next )?(?:morning|evening|afternoon|midnight|noon|lunchtime|daytime|night|bedtime) (?:for (?:them|him|her|me|us)|there|over there|in (?:asia|europe|america|india|australia)|where (?:they|she|he|I) (?:were|was|am|live|lives|sit|sits)))\b`,
		finds:   []string{"⟦It was already morning for them⟧, so"},
		leaves:  []string{"it was morning when", "the night build"},
	},
	{
		kind: Shift, cues: "woke wake awake asleep online europeans americans asians coast", say: "before others were there",
		pattern: `\b((?:before|until|when|after|while|once|as) (?:the )?(?:europeans?|americans?|asians?|australians?|indians?|us|europe|america|asia|india|apac|emea|the (?:east|west) coast|(?:east|west) coast) (?:team )?(?:woke up|wakes up|wake up|came online|comes online|was (?:still )?asleep|were (?:still )?asleep|is asleep|got up|logged (?:on|in)))\b`,
		finds:   []string{"⟦Before the Europeans woke up⟧ I"},
		leaves:  []string{"before the host woke up", "when the pager woke me up"},
	},
	{
		kind: Shift, cues: "shift shifts sunrise sunset dawn", say: "at that hour",
		pattern: `\b((?:at |before |after |during )?(?:the |my |our |her |his |their )?(?:change of (?:the )?shifts?|shift (?:change|handover|changeover)|end of (?:my|our|her|his|their|the) shift|sunrise|sunset)|` + whose + ` shift (?:ended|began|started|was over))\b`,
		finds:   []string{"right ⟦at the change of shifts⟧.", "⟦my shift ended⟧"},
		leaves:  []string{"shift the traffic", "a shift in latency"},
	},
	{
		kind: Group, cues: "team crew squad group company startup shop", say: "a small team",
		pattern: `\b((?:a|our|the|my|this) (?:tiny |small |little )?(?:team|crew|squad|company|startup|shop|department|office) of (?:only |just |about )?` + number + `(?: people| engineers)?|(?:a|our|the) (?:small )?group of ` + number + ` (?:people|engineers|colleagues)|(?:a|our|the|my) ` + number + `[\s-](?:person|man|woman|people|engineer) (?:team|crew|squad|group|company|startup|shop|department|office))\b`,
		finds:   []string{"⟦a team of three⟧, so", "in ⟦our four-person company⟧"},
		leaves:  []string{"a group of three replicas", "a team of operators", "a group of nine nodes"},
	},
	{
		kind: Group, cues: "people persons engineers colleagues nurses developers admins women men of dbas sres operators", say: "a few people",
		pattern: `\b((?:only|just|all|one of (?:the|our)|none but|the) (?:other )?` + number + ` (?:people|persons|colleagues|engineers|developers|admins|dbas|sres|operators|nurses|analysts|women|men|of us|of them)(?: (?:with|who|that|in|on|here|at) (?:[\p{L}-]+ ){0,2}[\p{L}-]+)?|` + number + ` people (?:in|at) (?:the|our) (?:company|team|firm|office|building|world|city|town|country|department)(?: can| may| know)?)`,
		finds:   []string{"⟦Only four people in the company can⟧ approve"},
		leaves:  []string{"twelve people were in the call", "three of six replicas"},
	},
	{
		kind: Group, cues: "two three four five", say: "a few of us",
		pattern: `\b((?:just |only |there were |it was )*the (?:two|three|four|five|six) of (?:us|them)|there (?:are|were) (?:only |just )?(?:two|three|four|five|six) of (?:us|them)|(?:both|neither|all three|all four) of (?:us|the (?:dbas|engineers|women|men|admins|sres|founders|operators|nurses|leads)))\b`,
		finds:   []string{"⟦just the two of us⟧ in"},
		leaves:  []string{"the two of the replicas", "the three retries"},
	},
	{
		kind: Group, cues: "both women", say: "some of the team",
		pattern: `\b(both (?:of )?(?:(?:the|our|my) )?(?:dbas|engineers|women|men|admins|sres|founders|operators|nurses|leads|developers|seniors|interns))\b`,
		finds:   []string{"⟦Both of the DBAs⟧ were"},
		leaves:  []string{"both of the replicas"},
	},
	{
		kind: Group, cues: "handful", say: "some people",
		pattern: `\b((?:a|the) handful of (?:people|engineers|colleagues|admins|us) (?:who|that|with|in)(?: [\p{L}-]+){1,3})`,
		finds:   []string{"⟦the handful of people who know it⟧."},
		leaves:  []string{"a handful of requests"},
	},
	{
		kind: Trait, cues: "husband wife spouse fiancé fiancée fiance boyfriend girlfriend partner newborn baby toddler daughter son kids children twins mother father mum mom dad parents grandmother grandfather brother sister in-laws", say: "somebody at home",
		pattern: `\b((?:my|his|her|their|your) (?:(?:own|little|sick|new|newborn|youngest|oldest|eldest|elder|older|younger|late|ex-|ex|two|three|four|old|teenage|small) )*(?:husband|wife|spouse|fianc[ée]e?|boyfriend|girlfriend|life partner|partner|newborn|baby|toddler|daughters?|sons?|kids?|children|twins|mother|father|mum|mom|dad|parents|grandmother|grandfather|brother|sister|in-laws))\b`,
		finds:   []string{"because ⟦my husband⟧ needed", "⟦her two kids⟧"},
		leaves:  []string{"its children", "the child of my process", "the parent and its sons"},
	},
	{
		kind: Trait, cues: "tall short bald bearded blonde blond red-haired redhead ginger tattooed", say: "a colleague",
		pattern: `\b((?:the|that|a|our) (?:very )?(?:tall|short|bald|bearded|blonde?|red-haired|redhaired|ginger|tattooed|grey-haired|gray-haired|left-handed) (?:guy|man|woman|girl|lady|colleague|engineer|person|fellow|bloke|electrician|technician)(?: from [\p{L}-]+)?)\b`,
		finds:   []string{"⟦The tall guy from facilities⟧ let"},
		leaves:  []string{"the short name was the hash"},
	},
	{
		kind: Trait, cues: "colour-blind color-blind colourblind colorblind left-handed wheelchair deaf blind stutter stutters stammer crutches limp beard glasses hearing", say: "of a certain sort",
		pattern: `\b(colou?r-?blind|left-handed|in (?:a|his|her|my|their) wheelchair|(?:uses|with) a wheelchair|hard of hearing|(?:his|her|my|their) (?:hearing aids?|stutter|stammer|crutches|beard|reading glasses)|(?:is|am|was) (?:nearly |almost |half )?(?:deaf|blind)|on crutches)\b`,
		sayFor:  func(string) string { return "not like the others" },
		finds:   []string{"who is ⟦colour-blind⟧, read"},
		leaves:  []string{"flying blind", "a blind write", "the blind spot"},
	},
	{
		kind: Trait, cues: "wedding honeymoon divorce funeral married pregnant birth adoption engaged moved breakup custody", say: "something in private life",
		pattern: `\b((?:his|her|my|their|the|a) (?:(?:own|best friend's|sister's|brother's) )?(?:wedding|honeymoon|funeral|breakup|custody hearing|birth of (?:a|his|her|their|my) (?:\p{L}+ )?(?:son|daughter|child|baby))|(?:his|her|my|their) (?:divorce|adoption)|got (?:married|divorced|engaged)|getting (?:married|divorced))\b`,
		finds:   []string{"back from ⟦his wedding⟧."},
		leaves:  []string{"the adoption of the tool", "the divorce of the two services is a joke"},
	},
	{
		kind: Health, cues: "sick ill migraine headache fever flu covid cold surgery operation hospital burnout depression anxiety pregnant adhd autism autistic dyslexia dyslexic diabetes diabetic insulin epilepsy chemo cancer therapy therapist medication panic asthma concussion injury wrist ankle arm leg knee back nausea miscarriage antibiotics vomiting insomnia exhaustion food", say: "not well",
		pattern: `\b((?:on|off|called in|still|out|home) sick(?: leave)?|sick leave|(?:was|felt|feeling|fell|been|am|I'm) (?:ill|sick|nauseous)|(?:a|my|her|his|their|had|with|the) (?:bad |slight |high |terrible |nasty |severe )?(?:migraine|fever|flu|covid|surgery|burnout|depression|anxiety|adhd|autism|dyslexia|diabetes|insulin(?: pump)?|epilepsy|chemo(?:therapy)?|cancer|therapist|therapy|medication|panic attacks?|asthma|concussion|nausea|miscarriage|antibiotics|insomnia|food poisoning)|(?:is|was|am|being|are|while|heavily) pregnant|(?:is|was|am) (?:autistic|dyslexic|diabetic)|in (?:the )?hospital|from (?:the )?hospital)\b`,
		sayFor: func(words string) string {
			switch {
			case strings.Contains(words, "leave"), strings.Contains(words, "hospital"):
				return "away"
			case strings.HasPrefix(words, "a "), strings.HasPrefix(words, "my "), strings.HasPrefix(words, "her "), strings.HasPrefix(words, "his "), strings.HasPrefix(words, "their "), strings.HasPrefix(words, "the "):
				return "something that made it hard"
			}
			return "not at full strength"
		},
		finds:  []string{"I had ⟦a migraine⟧ and", "was ⟦on sick leave⟧ and", "A ⟦is pregnant⟧ and"},
		leaves: []string{"the health check", "an ill-formed row", "a sick joke of a default", "cold start", "the hospital's scanner"},
	},
	{
		kind: Health, cues: "broke broken sprained injured hurt", say: "was hurt",
		pattern: `\b(?:broke|broken|sprained|injured|hurt|burned|burnt) ((?:my|his|her|their) (?:left |right )?(?:wrist|ankle|arm|leg|knee|back|finger|hand|shoulder|foot|nose|rib|collarbone|thumb))\b`,
		sayFor:  func(string) string { return "something" },
		finds:   []string{"I broke ⟦my wrist⟧ in"},
		leaves:  []string{"broke my build", "broke our back end"},
	},
	{
		kind: Origin, cues: nationCues, say: "a colleague",
		pattern: `\b((?:an?|the|our|that|my|this) (?:(?:only|new|young|old|other) )?` + nations + `(?:-speaking)? (?:colleagues?|engineers?|developers?|guys?|woman|women|man|men|girl|lady|intern|nurse|contractor|manager|boss|admin|team|office|customers?|client|caller|vendor|supplier|user|person|people|technician|lead|friend|half of the team))\b`,
		finds:   []string{"⟦A Polish colleague⟧ translated"},
		leaves:  []string{"the German locale", "a Turkish i", "the Japanese characters", "the Polish notation"},
	},
	{
		kind: Origin, cues: nationCues, say: "in another language",
		pattern: `\b((?:all |written |wrote |answered |replied |said |only |him |her |me |them )?in (?:` + languages + `)|(?:` + languages + `) (?:keyboard(?: layout)?|comments|documentation only))\b`,
		finds:   []string{"are ⟦all in Hungarian⟧, so"},
		leaves:  []string{"in Germany's zone", "the polish of the surface"},
	},
	{
		kind: Origin, cues: "speaks speak spoke speaking swore cursed", say: "knew the language",
		pattern: `\b((?:speaks?|spoke|speaking|swore|cursed|cursing|swearing)(?: \p{L}+)? (?:in )?` + nations + `)\b`,
		finds:   []string{"B ⟦speaks Mandarin⟧ and"},
		leaves:  []string{"speaks TLS", "speaks for itself"},
	},
	{
		kind: Origin, cues: "accent accents dialect", say: "the way of speaking",
		pattern: `\b((?:(?:the|a|an|his|her|my|their|with|heavy|thick|strong|slight|soft|broad) )+(?:` + nations + ` |regional |foreign )?(?:accent|dialect)(?: of| when|[.,;:)!]|$))`,
		finds:   []string{"because of ⟦the Scottish accent⟧."},
		leaves:  []string{"accents in file names", "an SQL dialect is a language"},
	},
	{
		kind: Origin, cues: "prayer prayers praying mosque church synagogue temple sabbath shabbat kosher halal hijab fasting rosary mass muslim christian jewish hindu", say: "away for a while",
		pattern: `\b((?:(?:during|at|for|after|before|to|in|from|while) )?(?:(?:the|her|his|my|their|friday|evening|morning|midday) )*(?:prayers?|praying|mosque|church|synagogue|sabbath|shabbat|sunday mass|fasting)|(?:is|was|am|as|being) (?:an? )?(?:practising |devout )?(?:muslim|christian|jewish|hindu|sikh|buddhist)|(?:her|his|my) hijab)\b`,
		finds:   []string{"It was ⟦during prayer⟧, so"},
		leaves:  []string{"the mass update", "a template"},
	},
	{
		kind: Place, cues: "only", say: "one of our sites",
		pattern: `\b(the only (?:[\p{L}-]+ )?(?:hospital|school|bank|shop|plant|airport|airline|port|provider|university|pharmacy|hotel|station|theatre|museum|clinic|data ?cent(?:re|er)) (?:in|on|for|at) (?:the|our|this) (?:[\p{L}-]+ )?(?:island|town|city|country|region|valley|county|state|district|village|coast|area|north|south|east|west))\b`,
		finds:   []string{"⟦the only hospital on the island⟧, so"},
		leaves:  []string{"the only station in the list"},
	},
	{
		kind: Place, cues: "river lake sea coast beach harbour harbor border mountains mountain cathedral airport stadium castle railway motorway forest island bay bridge desert valley canal church", say: "at one of our sites",
		pattern: `\b((?:(?:the|our|a|an) (?:old |new |main |second |other |small )?(?:plant|office|building|site|warehouse|factory|data ?cent(?:re|er)|branch|shop|store|depot|station|campus|hospital|lab|tower|exchange|hub|headquarters) )?(?:by|near|next to|on|across|at|behind|beside|over|along|opposite|north of|south of|east of|west of|close to|in) the (?:(?:old|main|central|north|south|east|west|northern|southern|eastern|western|other side of the|foot of the) )?(?:river|lake|sea|coast|beach|harbou?r|border|mountains?|cathedral|airport|stadium|castle|railway|train station|motorway|forest|island|bay|desert|valley|canal|old town|city cent(?:re|er)|market square))\b`,
		finds:   []string{"to ⟦the plant by the river⟧ to", "site is ⟦across the border⟧."},
		leaves:  []string{"the data lake", "on the edge", "in the bridge network"},
	},
	{
		kind: Place, cues: "floor basement rooftop attic storey", say: "in the building",
		pattern: `\b((?:on|in|from|to|at) the (?:(?:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|\d{1,2}(?:st|nd|rd|th)) (?:floor|storey)|basement|rooftop|attic))\b`,
		finds:   []string{"is ⟦on the third floor⟧ and"},
		leaves:  []string{"the second floor of the histogram", "the floor of the range"},
	},
	{
		kind: Place, cues: "capital hometown village downtown countryside", say: "at one of our sites",
		pattern: `\b((?:in|from|to|at|near|of) (?:the|our|my|her|his) (?:capital(?: city)?|home ?town|village|town hall|countryside|(?:northern|southern|eastern|western) (?:part|half) of the country|far (?:north|south|east|west))|from downtown|in the (?:north|south|east|west) of the country)\b`,
		finds:   []string{"the office ⟦in the capital⟧"},
		leaves:  []string{"in capital letters", "the capital of the word"},
	},
	{kind: Speech, cues: "reckon", say: "think", pattern: `\b(reckon)\b`, finds: []string{"I ⟦reckon⟧ it"}, leaves: []string{"reckoning"}},
	{kind: Speech, cues: "y'all ya'll y", say: "you", pattern: `\b(y'all|ya'll)\b`, finds: []string{"Are ⟦y'all⟧ there"}, leaves: []string{"you all"}},
	{kind: Speech, cues: "needful", say: "do what is needed", pattern: `\b(do(?:ing)? the needful)\b`, finds: []string{"to ⟦do the needful⟧"}, leaves: []string{"needful"}},
	{kind: Speech, cues: "arvo", say: "afternoon", pattern: `\b(arvo)\b`, finds: []string{"late ⟦arvo⟧"}, leaves: []string{"arvost"}},
	{kind: Speech, cues: "innit", say: "is it not", pattern: `\b(innit)\b`, finds: []string{"bad, ⟦innit⟧?"}, leaves: []string{"init"}},
	{kind: Speech, cues: "prepone preponed", say: "moved up", pattern: `\b(preponed?)\b`, finds: []string{"we ⟦preponed⟧ it"}, leaves: []string{"postponed"}},
	{kind: Speech, cues: "bloody knackered gutted chuffed faff dodgy wonky cheers mate bloke lads", say: "very", pattern: `\b(bloody|knackered|gutted|chuffed|faff(?:ing)?|lads|bloke)\b`,
		sayFor: func(words string) string {
			return map[string]string{"bloody": "very", "knackered": "tired", "gutted": "sad", "chuffed": "glad", "faff": "effort", "faffing": "trying", "lads": "colleagues", "bloke": "person"}[words]
		},
		finds: []string{"the ⟦bloody⟧ thing"}, leaves: []string{"blood"}},
	{kind: Speech, cues: "wee bonnie och aye outwith", say: "small", pattern: `\b(wee bit|a wee|outwith|och aye)\b`,
		sayFor: func(words string) string {
			return map[string]string{"wee bit": "little", "a wee": "a small", "outwith": "outside", "och aye": "yes"}[words]
		},
		finds: []string{"⟦outwith⟧ the window"}, leaves: []string{"week"}},
	{
		kind: Speech, cues: "usual catchphrase always signature trademark", say: "something they often say",
		pattern: `\b((?:his|her|their|my|the) (?:usual|typical|trademark|famous|signature) (?:["“'][^"”\n]{2,60}["”']|catchphrase|sign-off|greeting|"[^"\n]{2,60}")|(?:as|like) (?:he|she|they) always (?:says?|writes?|puts? it)|(?:his|her|their) catchphrase)`,
		finds:   []string{"with ⟦his usual \"cheers, big ears\"⟧."},
		leaves:  []string{"the usual lag", "his usual laptop"},
	},
}

const (
	nationCues = `german french spanish italian polish dutch english british scottish irish welsh american canadian mexican brazilian argentinian
		argentine chilean colombian peruvian portuguese russian ukrainian turkish greek swedish norwegian danish finnish icelandic estonian
		latvian lithuanian hungarian czech slovak romanian bulgarian serbian croatian slovenian albanian bosnian swiss austrian belgian indian
		pakistani bangladeshi chinese japanese korean vietnamese thai indonesian filipino malaysian arabic arab egyptian moroccan algerian
		tunisian lebanese syrian iraqi iranian persian israeli nigerian kenyan ghanaian ethiopian south-african african australian catalan basque
		flemish cantonese mandarin hindi urdu bengali tamil telugu swahili yoruba tagalog hebrew farsi kurdish armenian georgian mongolian
		european asian latin kazakh`
	nations   = `(?:german|french|spanish|italian|polish|dutch|english|british|scottish|irish|welsh|american|canadian|mexican|brazilian|argentin(?:ian|e)|chilean|colombian|peruvian|portuguese|russian|ukrainian|turkish|greek|swedish|norwegian|danish|finnish|icelandic|estonian|latvian|lithuanian|hungarian|czech|slovak|romanian|bulgarian|serbian|croatian|slovenian|albanian|bosnian|swiss|austrian|belgian|indian|pakistani|bangladeshi|chinese|japanese|korean|vietnamese|thai|indonesian|filipino|malaysian|arabic|arab|egyptian|moroccan|algerian|tunisian|lebanese|syrian|iraqi|iranian|persian|israeli|nigerian|kenyan|ghanaian|ethiopian|south african|african|australian|catalan|basque|flemish|cantonese|mandarin|hindi|urdu|bengali|tamil|telugu|swahili|yoruba|tagalog|hebrew|farsi|kurdish|armenian|georgian|mongolian|european|asian|kazakh)`
	languages = `german|french|spanish|italian|polish|dutch|portuguese|russian|ukrainian|turkish|greek|swedish|norwegian|danish|finnish|icelandic|estonian|latvian|lithuanian|hungarian|czech|slovak|romanian|bulgarian|serbian|croatian|slovenian|albanian|chinese|japanese|korean|vietnamese|thai|indonesian|arabic|persian|catalan|basque|flemish|cantonese|mandarin|hindi|urdu|bengali|tamil|telugu|swahili|yoruba|tagalog|hebrew|farsi|kurdish|armenian|georgian`
)
