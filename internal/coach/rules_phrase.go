package coach

// Phrases: what is said as a whole, beside the rules of its kind.

var phraseRules = []rule{
	{
		id: "phrase.consequence", kind: SingleCause,
		cues:    "consequence|result|symptom|follow|problem|issue|trouble|trigger|what broke|what killed|what took|what brought|what did us",
		pattern: `\b(?:everything|all|all the rest|the rest|what)(?: else)?(?: that)?(?: (?:followed|happened|came(?: after)?))? (?:was|is|were)(?: (?:just|only|merely|simply|all))*(?: a| the)?(?: (?:direct|mere|logical))? (?:consequences?|results?|follow-ups?|symptoms?|side effects?) of\b|\bwhat (?:broke|killed|took|brought|did) (?:us|it|everything|{whole})(?: (?:down|out|in|over))? was\b|\b(?:the|our) (?:real|actual|true|underlying|core|fundamental|only|sole|whole) (?:problem|issue|trouble|trigger|reason)(?: (?:here|there|behind (?:it|this|that)))? (?:was|is|were)\b`,
		unless:  `\b(?:not|n['’]t|never) (?:yet )?(?:known|clear|found)|\bunknown\b|\?`,
		finds:   []string{"⟦Everything else was a consequence of⟧ the deploy.", "⟦The real problem was⟧ the pool."},
		leaves:  []string{"The real problem is not known.", "All rows were the result of one query."},
	},
	{
		id: "phrase.took_out", kind: SingleCause,
		cues:    "entire|whole|everything|production",
		pattern: `\b(?:a|an|one|this|that|some) (?:{word} ){1,7}?(?P<x>(?:took|brought|knocked|shut|wiped) (?:out|down|offline) (?:{whole}|(?:the|our) (?:entire|whole) {word})|(?:took|brought|knocked|shut|tore) (?:{whole}|(?:the|our) (?:entire|whole)(?: {word}){1,2}?) (?:down|out|offline)|(?:killed|crippled|paraly[sz]ed|flattened) (?:the|our) (?:entire|whole) {word})\b`,
		finds:   []string{"A typo in the chart ⟦took out the entire cluster⟧."},
		leaves:  []string{"A rolling restart took the whole pool through in ten minutes.", "The watchdog took down the primary."},
	},
	{
		id: "phrase.passive", kind: HiddenAgent, ask: &askKnown,
		cues:    "without|but |too late|too early|too soon|nothing |wrong",
		pattern: `\b(?:was|were|had been|got|been) (?:{word} )?{done}(?: {word}){0,3}? ?(?P<x>without (?:being|having been|notice|any notice|warning|announcement|approval|a review|a ticket|a word|any of us|anyone|anybody|telling)|but (?:then |was )?(?:never|not) (?:{word} )?{done}|(?:far |much |way )?too (?:late|early|soon))\b|\b(?P<x2>nothing (?:was|had been|got) (?:ever |properly )?(?:communicated|documented|tested|checked|announced|handed over|written down|said|done|prepared|reviewed|escalated))\b`,
		after:   `(?:(?:at|on|in|from|for|of|to|the|with|within|and)? ?{word} ){0,6}?by\b`,
		unless:  `{handled} (?:was|were|got|had been)|\b(?:i|we|me) (?:was|were|got|had been)\b|\b(?:scheduler|autoscaler|controller|kernel|watchdog|broker|daemon|cron)\b`,
		finds:   []string{"The ticket was closed ⟦without being⟧ fixed.", "The rollback was started ⟦too late⟧.", "The alarm was acknowledged ⟦but not acted⟧ upon."},
		leaves:  []string{"The pod was started too late for the probe.", "I was called too late to join.", "The lock was taken without being released by the worker."},
	},
	{
		id: "phrase.the_one", kind: SelfBlame,
		cues:    "the one|the person|screwed|blew it|in the foot|the ball|on my head|on my conscience",
		pattern: `\bi(?:['’]m| am| was) (?:also )?the (?:one|person|guy|engineer) (?:who|that) (?:had )?(?:broke|brought|took|killed|crashed|caused|ruined|wrecked|wiped|messed|screwed|nuked|started (?:it|this|all)|let)\b|\bi (?:really |totally |completely )?(?:screwed (?:the pooch|us|everyone|everybody|the team|it)|blew it|shot (?:myself|us) in the foot|made a (?:real |right |complete |total )?(?:mess|hash) of)\b|\b(?:is|was) on my (?:head|conscience|watch)\b`,
		finds:   []string{"⟦I was the one who broke⟧ the build.", "⟦I screwed the pooch⟧."},
		leaves:  []string{"I was the one who held the phone.", "I was the one who restarted it."},
	},
	{
		id: "phrase.whose_change", kind: BlameOther,
		cues:    "killed|broke|crashed|took|caused|brought|destroyed|ruined|wrecked|blew|wiped|flooded|overloaded|knocked|forced|worse|whoever|paid|pay|suffer|clean|mess|to blame|the wrong",
		pattern: `(?:(?:{human}|\b{name})['’]s?|\b(?:his|her|their)) (?:{word} )?(?:change|script|deploy|deployment|commit|code|migration|query|restart|fix|patch|config|cronjob|job|release|update|upgrade|merge|test|branch|experiment) (?P<x>(?:killed|broke|crashed|took|caused|brought|destroyed|ruined|wrecked|blew|wiped|flooded|overloaded|knocked))\b|(?:{staff})(?: {word}){0,3}? (?P<x2>(?:forced|pushed|dumped) (?:{word} ){1,4}?(?:on|upon|onto) (?:us|me)|(?:only )?made (?:it|this|things|everything|matters|the {word})(?: all| even| much| a lot| far)* worse)\b|\b(?P<x3>whoever [^.;]{1,60}? (?:should|must|ought to|needs to|has to|owes))\b|\b(?P<x4>(?:pay|paid|paying|suffer|suffered|suffering) (?:the price )?(?:for|from) (?:what|their|his|her|somebody|someone|other people)|clean(?:ed|ing)? up (?:after|behind) (?:him|her|them|{human}|{name})|(?:his|her|their) mess|to blame,? it (?:is|was)|(?:someone|somebody) (?:in|on|from|at) {word} (?:pulled|deleted|stopped|typed|restarted|dropped|killed|used|pushed|ran) the wrong)\b`,
		unless:  `\b(?:told|asked|wrote|said)\b`,
		finds:   []string{"Priya's change ⟦killed⟧ the service.", "Security ⟦forced this change on us⟧.", "Support ⟦made it worse⟧.", "⟦Whoever merged this should⟧ explain it."},
		leaves:  []string{"The team's probe caught it.", "The restart made it worse.", "Whoever is on call has the key."},
	},
	{
		id: "phrase.meant_to", kind: Counterfactual, ask: &askUsual,
		cues:    "meant to|expected to|obliged to|required to",
		pattern: `{who} (?P<x>(?:was|were) (?:actually |really |originally )?(?:meant|obliged|required) to)\b`,
		finds:   []string{"We ⟦were meant to⟧ have two approvers."},
		leaves:  []string{"The flag was meant to stop the job."},
	},
	{
		id: "phrase.known_today", kind: Hindsight,
		cues:    "know|learned|learnt",
		pattern: `\b(?:with|from|given|knowing) (?:what|all that|everything|all) (?:i|we|you) (?:have )?(?:know|learned|learnt)\b|\b(?:today|nowadays) (?:i|we) know\b|\bnow that (?:i|we) know\b`,
		finds:   []string{"⟦With what we know⟧ today, it was a leak."},
		leaves:  []string{"With what we knew then, I waited.", "I know the number by heart."},
	},
	{
		id: "phrase.character", kind: Trait,
		cues:    "not |n't |n’t |never |lack|bunch of|notorious|team player|communicator|always been|scatterbrain|daydream|freak|know-it-all|prima donna|diva|coward|dinosaur|rookie|novice|cannon|cowboy|hothead|slacker|micromanag|lone wolf|klutz|wreck|pushover|drama queen|china shop|weak link|troublemaker|dilettante|not up to",
		pattern: `(?:\bi|\bwe|{other})(?: {word}){0,3}?(?:['’](?:m|s|re|ve)| am| is| are| was| were| has| have)(?: {word}){0,2}? ?(?P<x>(?:not|never|n['’]t)(?: {word})? (?:good|cut out|made|fit|suited|built|ready) (?:for|under|with|in|at)\b|not up to (?:it|the job|the task|this)|notoriously {word}|a bunch of {word}|always been (?:bad|terrible|hopeless|useless|poor) (?:with|at)|(?:not|n['’]t) (?:a|much of a) team player|an? (?:terrible|lousy|poor|bad|awful|hopeless) (?:communicator|listener|planner|engineer|tester|leader|manager|writer|operator|developer))|{who}(?: {word}){0,3}? (?P<x2>lack(?:s|ed|ing)? (?:the |any |all |basic |necessary )*(?:{word} )?(?:discipline|experience|patience|skills?|care|judge?ment|focus|competence|ownership|attention|common sense|maturity|motivation|curiosity|respect|thoroughness|commitment|depth|drive|rigou?r))\b|(?:\bi|\bwe|{other})(?: {word}){0,2}?(?:['’](?:m|s|re)| am| is| are| was| were) (?:{word} ){0,3}?(?P<x3>(?:scatterbrain|daydreamer|control freak|know-it-all|prima donna|diva|coward|dinosaur|rookie|novice|loose cannon|hothead|slacker|micromanager|lone wolf|klutz|nervous wreck|pushover|drama queen|bull in a china shop|weak link|troublemaker|dilettante)s?)\b`,
		finds:   []string{"I am just ⟦not good under⟧ pressure.", "I'm a ⟦scatterbrain⟧ after midnight.", "The new hire ⟦lacks discipline⟧."},
		leaves:  []string{"The build was not ready for release.", "The role lacks a permission.", "I was not ready at 02:10, my laptop was updating."},
		unless:  `\bnot ready (?:at|in|for)\b`,
	},
	{
		id: "phrase.only_takes", kind: Minimiser,
		cues:    "takes|took|take ",
		pattern: `\b(?:it|that|this) (?:only|just|barely|hardly) (?:takes|took|needs|needed) (?:you |us |me |anyone )?(?P<x>(?:a|one|two|five|ten) (?:quick |short |single )?(?:seconds?|minutes?|moments?|clicks?|look|glance|call|line|command))\b|\b(?P<x2>(?:a|one) (?:minute|second|moment)['’]s (?:work|thought|look))\b`,
		finds:   []string{"It only takes ⟦a second⟧ to verify the hostname."},
		leaves:  []string{"The failover takes a minute.", "It took 40 minutes."},
	},
	{
		id: "phrase.handled", kind: Verdict, ask: &askCompared,
		cues:    "professional|amateur|half-heart|haphazard|inadequate|insufficient|chaotic|irresponsib|shoddi|superficial|incompetent|terribl|horribl|awful|disastrous|catastrophic|dismal|shameful",
		pattern: `{act}?[^.;]{0,40}?\b(?:was|were|is|has been|had been|been|got) (?:{word} )?(?:handled|done|planned|executed|prepared|communicated|carried out|documented|designed|managed|run|organi[sz]ed|tested|implemented|reviewed|staffed|coordinated|led) (?:so |very |rather |quite |completely )*(?P<x>(?:unprofessionally|amateurishly|half-heartedly|haphazardly|inadequately|insufficiently|chaotically|irresponsibly|shoddily|superficially|incompetently|terribly|horribly|awfully|disastrously|catastrophically|dismally|shamefully))\b`,
		finds:   []string{"The migration was handled ⟦unprofessionally⟧."},
		leaves:  []string{"The migration was run at 02:00."},
	},
}
