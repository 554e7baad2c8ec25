package coach

// People: character, blame of oneself and of others, and what went on in their heads.

var traitRules = []rule{
	{
		id: "trait.is", kind: Trait,
		cues:    "am |'m |’m |is |are |was |were |'s |’s |'re |’re |been|being|seem",
		pattern: `(?:\bi|\bwe|{other})(?:['’](?:m|s|re)| am| is| are| was| were| (?:has|have|had)(?: always| never| often)? been| seems| seem| seemed| can be)(?: (?:also|really|just|simply|probably|clearly|obviously|certainly|definitely|completely|totally|somehow|apparently|actually|still|then|again|always|never|often|usually|generally|already|basically|honestly|well|so|very|rather|quite|pretty|far|much|way|a bit|a little|absolutely|utterly|entirely|frankly|more or less|kind of|sort of|too|known to be|such|sometimes|a|an|simply too|just too|the)){0,4} (?:{unfit})\b`,
		after:   `by\b|at (?:that|this) (?:moment|time)|(?:with|for) (?:us|me)\b`,
		finds:   []string{"⟦He is careless⟧ with access.", "⟦I'm just too lazy⟧ to read the docs.", "The new ⟦hire is inexperienced⟧."},
		leaves:  []string{"I was distracted by the second page.", "The loader is lazy.", "The algorithm is greedy."},
	},
	{
		id: "trait.kind", kind: Trait,
		cues:    "kind of|type of|sort of|the type who|the kind who|the sort who|tend|person|known for|typical|never been|good at|bad at|cut corners|cutting corners|cuts corners|seriously|trusted|clue|discipline|by nature|notorious|famous for|cowboy|idea how|true to form|habit of|attention span|work ethic|attitude|sense of|reputation|tendency|gets bored|no respect|too proud|not cut out|out of his depth|out of her depth|out of their depth|out of my depth|as usual with|pattern with",
		pattern: `\bthe (?:kind|type|sort) of (?:guy|person|engineer|people|man|woman|team|operator|admin|developer|{role}|{group})\b|(?:am|is|are|was|were|['’]s) the (?:kind|type|sort) who\b|\b(?:i|he|she|they|{human}) tends? to\b|\b(?:i['’]m|i am|he['’]s|he is|she['’]s|she is|they['’]re|they are|was|were)(?: really| just| simply)? (?:not |no |hardly )(?:a |an |much of a )?(?:{word} ){0,3}(?:person|type|engineer|expert)\b|\b(?:i am|i['’]m|he is|he['’]s|she is|she['’]s) a(?:n)? (?:very |rather |really )?(?:chaotic|messy|lazy|careless|sloppy|nervous|impatient|disorgani[sz]ed|forgetful|slow|difficult|stubborn|bad|poor|terrible|lousy|mediocre|reckless|hopeless) (?:person|engineer|operator|admin|developer|listener|communicator|colleague|type|tester|driver|{role})\b|\b(?:known|famous|notorious) for (?:cutting|not|never|being|ignoring|skipping|breaking|rushing|{word}ing)\b|\btypical (?:of|for) (?:him|her|them|{human}|{name})|\b(?:never|not)(?: been| really| very)* (?:any )?good (?:at|with)\b|\b(?:cut|cuts|cutting) corners\b|\b(?:don['’]t|doesn['’]t|do not|does not|didn['’]t|never) take(?:s|n)? {gapless} seriously|\b(?:can['’]t|cannot|can not|could not|couldn['’]t) be trusted\b|{who} (?:has|have|had) (?:no|little|zero) (?:clue|discipline|sense of|idea how|work ethic|patience|attention to detail|business (?:doing|being)|respect for|feeling for|understanding of)\b|\bby nature\b|\btrue to form\b|\b(?:not cut out|out of (?:my|his|her|their) depth)\b|\b(?:habit|tendency) (?:of|to) (?:{word}ing|{word})\b`,
		unless:  `\bhabit of mine to write\b|\b(?:node|service|server|job|query|cluster|cache|host|disk|scheduler|script|tool|queue)s? (?:has|have) a (?:habit|tendency)`,
		finds:   []string{"He's ⟦the kind of guy⟧ who merges first.", "⟦I'm not a details person⟧, never was.", "Their team is ⟦known for cutting⟧ corners."},
		leaves:  []string{"The kind of disk is in the list.", "I know that person.", "The person on call was in bed."},
	},
	{
		id: "trait.never", kind: Trait,
		cues:    "always|never|constantly|all the time|every time|again and again",
		pattern: `\b(?:he|she|that guy|that team|{role}|{name}) (?:always|never|constantly) (?P<x>[a-z]+s)\b|\b(?:they|those people|these people|{group}) (?:always|never|constantly) (?:read|listen|test|check|ask|answer|think|learn|push|merge|deploy|break|skip|ignore|forget|blame|complain|document|look|follow|tell|care|rush|leave|do|change|cut|communicate|respond|want|assume|make|take|say|come|get|go|let|put|try|wait|write)\b`,
		before:  `(?:if|when|that|because) `,
		unless:  `\b(?:was|is|has) always\b`,
		finds:   []string{"He never ⟦reads⟧ anything to the end.", "⟦They always break⟧ something."},
		leaves:  []string{"The node never answers pings.", "The job always fails on the first of the month."},
	},
}

var selfBlameRules = []rule{
	{
		id: "self.fault", kind: SelfBlame,
		cues:    "my |on me|mea culpa|myself|mine|our fault|our own fault",
		pattern: `\b(?:my|our)(?: own| very own)? (?:damn |bloody |own |stupid )?(?:fault|doing)\b|\bmy bad\b|\bmea culpa\b|\b(?:it|this|that|all|outage|one|incident|loss|rest|mess)(?:['’]s| is| was)(?: all| entirely| completely| squarely| totally)? (?:(?:up)?on me)\b|\b(?:fault|error|mistake|failure|blame) (?:was|is)(?: all| entirely)? (?:mine|my own)\b|\bi (?:only )?(?:have|had|can|could) (?:only )?(?:blame )?(?:only )?myself to blame\b|\bi (?:blame|hate|curse|kick|kicked|blamed|cursed|can['’]t forgive|cannot forgive|will never forgive) myself\b|\b(?:was|is) (?:all |entirely |simply |purely )*(?:my|mine) (?:mistake|error|failure|blunder|stupidity|carelessness|screw-?up|negligence|responsibility)\b|\bmy (?:own )?(?:stupid(?:ity)?|carelessness|incompetence|negligence|laziness|sloppiness|blunder|failure|screw-?up|guilt|shame|stupid {word})\b|\b(?:due to|because of|caused by) my (?:mistake|error|own)\b`,
		after:   `(?:domain|tolerance|code|line)`,
		finds:   []string{"This whole thing is ⟦my fault⟧.", "⟦My bad⟧, I had the wrong window open.", "⟦It's on me⟧ that the backup was gone."},
		leaves:  []string{"The fault domain is the rack.", "The bridge call is on me from 06:00, he wrote.", "My window was the second one."},
		unless:  `\bis on me (?:from|until|till|at|this week)\b`,
	},
	{
		id: "self.broke", kind: SelfBlame,
		cues:    "i |i've|i’ve",
		pattern: `\bi(?:['’]ve| have| had)?{adv}* (?P<x>(?:screwed|messed|fucked|cocked|stuffed|ballsed|mucked)(?: (?:it|this|that|things|everything|{gapless}))? up|(?:botched|bungled|fumbled|blew|ruined|wrecked|trashed|destroyed|nuked|sank|tanked|torpedoed|caused)|broke|crashed|killed (?:{whole}|the {word} (?:team|weekend|release|customers?))|(?:took|brought|knocked|tore) (?:down )?{whole}(?: (?:down|offline|out|over))?|(?:took|brought|knocked|tore) (?:down|out|over|offline) (?:the|our|half|all|it|a|three|two|everything|prod)\b|let (?:everyone|everybody|them|people|us|my|the|you|him|her)(?: {word}){0,2} down|cost (?:us|the company|the customers?|everyone|them|six|people)|failed (?:everyone|everybody|them|my|the|us|you|as)|should be fired|dropped the ball|deserve(?:d)?)\b`,
		after:   `(?:(?:{word} ){0,3}(?:over\b|into|in two|in half|apart into)\b|off\b|for lunch|even\b|out the|on the (?:sofa|couch|floor)|up the (?:work|list)|(?:a|the|my) (?:finger|nail|tooth|glass|cup|mug|rib|arm|leg|seal|bread|test environment|sandbox)\b)`,
		unless:  `\btook down (?:the|my|a) (?:notes?|number|name|times?|details|sign|poster|address)\b|\bbroke (?:it|them|the {word}|my {word}|this {word}) (?:down |up )?into\b|\bcaused (?:no|the alert to)\b`,
		finds:   []string{"I ⟦broke⟧ checkout for forty minutes.", "I ⟦screwed up⟧ the failover.", "I ⟦took down production⟧ with one keystroke.", "I ⟦let the team down⟧."},
		leaves:  []string{"I broke the list into four parts.", "I took down the number.", "I killed the process with SIGTERM.", "I took the node out of the pool."},
	},
	{
		id: "self.am", kind: SelfBlame,
		cues:    "i'm|i’m|i am|i feel|i felt|i take|i accept|i own|i bear|i deserve|sorry|apolog|ashamed|forgive|embarrass|like a|like an|stupid me|silly me|me being|idiot|i was an|i was a |i was such|responsib|guilt|because of me|thanks to me|regret|moron|fool|what was i thinking|face-palm|facepalm|to blame",
		pattern: `\bi(?:['’]m| am| was| feel like| felt like)(?: (?:just|simply|really|clearly|obviously|probably|being|such|so|too|also))* (?:an? )?(?:complete |total |absolute |utter |stupid |bloody |real |big |huge )*(?:idiot|fool|moron|imbecile|failure|fraud|impostor|disaster|disgrace|dunce|clown|loser|screw-?up|klutz|embarrassment)\b|\bi(?:['’]ll| will| do| must| have to| want to)? (?:take|took|accept|accepted|own|bear|carry|assume)(?: {word}){0,3} (?:blame|responsibility|guilt|the fall)\b|\bi(?:['’]m| am| was| feel| felt)(?: (?:solely|fully|entirely|personally|the one|partly|alone|also|completely|mostly))* (?:to blame|responsible for (?:the|this|all|it|what|everything)(?: {word}){0,2}|guilty|at fault)\b|\bi(?:['’]m| am| feel| felt| was)(?: (?:so|really|very|deeply|truly|just|pretty|still|incredibly|quite|a bit))* (?:sorry|ashamed|embarrassed|terrible|awful|guilty|horrible|mortified|like (?:an? )?(?:idiot|fool|failure|fraud|impostor)|stupid|bad about|dumb|worthless|useless)\b|^\W*(?:so |very |really )?sorry\b|\bsorry (?:for|about|that i|everyone|everybody|to everyone|to all|guys|folks|all|team)\b|\b(?:i |my )(?:{word} )?apolog(?:ise|ize|ies|y)\b|\bforgive me\b|\blike an? (?:complete |total |absolute )?(?:fool|idiot|moron|beginner|amateur|rookie|clown)\b|\b(?:stupid|silly|dumb|foolish) (?:of )?me\b|\bme being (?:stupid|dumb|an idiot|careless|lazy|sloppy)\b|\b(?:because of|thanks to) me\b|\bi (?:deeply |really |bitterly )?regret\b|\bwhat was i thinking\b|\bto my shame\b`,
		unless:  `\b(?:be|nothing|felt|not|feel) sorry\b|\bsorry for (?:the|my) (?:typos|spelling|length|bad english)\b`,
		finds:   []string{"⟦I'm an idiot⟧.", "⟦I take full responsibility⟧ for the outage.", "⟦Sorry⟧ everybody, that was late.", "⟦I feel terrible⟧ about it."},
		leaves:  []string{"The word sorry is in the banner.", "I am responsible on Mondays, by the rota.", "I was tired, it was my second night."},
	},
}

var blameOtherRules = []rule{
	{
		id: "other.fault", kind: BlameOther,
		cues:    "fault|to blame|blame|responsible|guilty|liable",
		pattern: `\b(?:his|her|their|your|{human}['’]s?|{group}['’]|{name}['’]s)(?: own)? fault\b|\bfault (?:of|lies with|is with|was with|is on) (?:the )?{human}|{other}(?: {word}){0,3}? (?:is|are|was|were|has to be|have to be)(?: {word}){0,2} (?:to blame|responsible for (?:the|this|all|it|our)|guilty|at fault|liable)\b|\bi (?:do |still |really )?(?:blame|hold) (?:the |our |my )?(?:{human}|{word}|him|her|them)\b|\bwhoever [^.;]{1,60} (?:is|was) (?:responsible|to blame|guilty)|\bthe (?:blame|responsibility|guilt) (?:lies|rests|goes|sits|is) (?:with|to|on)\b|\bput the blame on\b`,
		unless:  `\bno[ -]?one['’]s fault\b|\bnobody['’]s fault\b|\b(?:page|protection|ground|segmentation|double|hard|minor|major|bus) faults?\b|\bi blame myself\b`,
		finds:   []string{"It was the network ⟦team's fault⟧.", "The security ⟦people are to blame⟧."},
		leaves:  []string{"Page faults went up.", "It is nobody's fault.", "The team is responsible for three racks."},
	},
	{
		id: "other.broke", kind: BlameOther,
		cues:    "cause|broke|crash|took |brought|killed|ruin|wreck|destroy|wiped|nuked|messed|screwed|botched|sabotag|let us|left us|left me|dumped|deleted|dropped|knocked|tore|fucked|blew|cost us|failed us|failed me|threw|ran over|stabbed|got us into|do their|do his|do her|did their|did his|did her",
		pattern: `(?:\b(?:someone|somebody|whoever)(?: (?:in|on|from|at) {word})?|{other})(?: (?:in|on|from|at|of) (?:the )?{word})?{adv}*(?: (?:have|has|had|who|that|there|again|then|both|went and|team))*{adv}* (?P<x>(?:caused|broke|crashed|botched|ruined|wrecked|destroyed|nuked|sabotaged|screwed|trashed|sank|torpedoed|bungled)\b|(?:messed|screwed|fucked|cocked)(?: {word}){0,3} up\b|(?:took|brought|knocked|tore) (?:down|out|offline)\b|(?:took|brought|knocked|tore|shot) {gapless} (?:down|offline|over)\b|killed (?:{whole}|the (?:wrong|live|main|production|payment|primary)|our)\b|(?:deleted|wiped|dropped|erased|formatted|overwrote|removed|pulled|unplugged|rebooted|restarted|stopped) (?:the |our |a |my )?(?:wrong|production|prod|live|whole|entire|only|last|customer|main)\b|(?:wiped|erased) (?:the|our|all)\b|let (?:us|me|everyone|the (?:team|customers?)) down\b|left (?:us|me|everyone) (?:with|in|without|alone|hanging|to)\b|(?:cost|failed) (?:us|me|the (?:team|customers?|company))\b|dumped (?:it|this|everything|their|the {word}) on\b|threw {gapless} under\b|got us into\b|dropped the ball\b|(?:did not|didn['’]t|never) do (?:their|his|her) (?:job|work|homework)\b|did (?:their|his|her) (?:job|work|homework)\b)`,
		after:   `(?:{word} ){0,3}(?:into (?:two|three|four|parts|pieces|shifts))\b|(?:off|for (?:lunch|coffee)|even)\b`,
		unless:  `\b(?:caused|broke) by\b|\bkubernetes operator\b`,
		finds:   []string{"Karim ⟦took down⟧ the payment cluster.", "They ⟦broke⟧ our pipeline.", "Engineer B ⟦wiped the⟧ volume.", "The vendor ⟦let us down⟧ again."},
		leaves:  []string{"The watchdog took down the primary.", "The deploy broke the login page.", "Kubernetes deleted the live pods.", "Karim restarted the broker at 03:12.", "The controller deleted the old replica set."},
	},
	{
		id: "other.because", kind: BlameOther,
		cues:    "because of|thanks to|due to|without telling|without asking us|without a word|behind our|never told|did not tell us|didn't tell us|didn’t tell us|who did this|refused to|it was |once again|at the expense|would not let us|wouldn't let us|who broke|who touched|left us",
		pattern: `\b(?:because of|due to|on account of) (?:the |our |their |those |that |these )?(?:{word} )?{human}\b|\b(?:because of|due to) {name} (?:nobody|no one|we|i|everything|the)\b|\bthanks to (?:the |our |their |those )?(?:{word} )?{human} [^.;]{0,50}\b(?:no|without|lost|never|nothing|had to|down|late|nobody|not|couldn['’]t|stuck|waited)\b|{other}(?: {word}){0,6}? (?:without (?:telling|informing|warning|asking) (?:us|me|anyone|anybody)|without a word|behind our back)\b|{other} (?:never|did not|didn['’]t|hadn['’]t|had not)(?: even| bother to)? (?:told|tell|inform|informed|warn|warned|ask|asked) (?:us|me)\b|\bit was (?:the |our |their )?(?:{word} )?{human} (?:who|that)\b|\b(?:who (?:did|broke|touched|caused) (?:this|it|that))\b|{other} refused to\b|\bthat was (?:him|her|them)\b`,
		unless:  `\bit was {role} who (?:found|saw|noticed|helped|called|told)\b|\bwho found\b`,
		finds:   []string{"⟦Because of the security team⟧ nobody could log in.", "⟦It was the vendor who⟧ closed it.", "⟦It was the contractor who⟧ pulled it."},
		leaves:  []string{"Thanks to the platform team we found it in minutes.", "It was the second switch that stopped.", "Due to the lag I waited."},
	},
}

var mindReadingRules = []rule{
	{
		id: "mind.thought", kind: MindReading,
		cues:    "thought|assumed|believ|hoped|feared|expected|intended|meant to|figured|felt|imagin|supposed|thinks|assumes|presum|reckon|convinced|guess|trusted|underestimat|overestimat|misunderstood|dreamed|knew",
		pattern: `{other}(?: (?:had|have|has|both|all|who))?{adv}* (?P<x>(?:thought|assumed|believed|hoped|feared|expected|intended|figured|imagined|supposed|presumed|reckoned|meant to|felt (?:that|like|superior|threatened|safe|pressured|ashamed|guilty|offended|ignored|neglected|insulted|left out|hurt|responsible|they|he|she)|trusted blindly|underestimated|overestimated|misunderstood|never dreamed|knew (?:about|that|it|all|full well|exactly|perfectly|very well|better|what|how)))\b`,
		unless:  `\bi (?:asked|heard|saw in|read)\b|\bknew (?:the|his|her) (?:number|name|url|password|way)\b|\bas (?:he|she|they) (?:told|wrote|said|put it)\b|\b(?:told|said to|wrote to|explained to) (?:me|us)\b`,
		finds:   []string{"He ⟦thought⟧ nobody would check.", "The vendor ⟦knew about⟧ it.", "She ⟦assumed⟧ that the lock was free."},
		leaves:  []string{"I thought the switch was broken.", "We assumed that the disk was full.", "Karim thinks it is field 17.", "One user wrote that she thought it was hers.", "She told me that she assumed it.", "He said he thought the window was 03:00."},
	},
	{
		id: "mind.wanted", kind: MindReading,
		cues:    "want|care|mind|interest|bother|like|trust|understand|motiv|agenda|too busy|priorit|love|hate",
		pattern: `{other}{adv}* (?P<x>(?:wanted|want|wants) (?:to (?:{word}ed )?(?:look|hide|cover|avoid|save|blame|impress|get|keep|finish|be|make|show|prove|protect|win|please|go home|leave|escape|punish|push|cut|use|have|control|play|sell|stop|hear|deal|take|rush|ship|see us)|(?:us|me|them|it|people|everyone|nobody|no one)\b|(?:the|this|that|their|his|her) {gapless} (?:out|done|gone|finished|shipped|live|over|at any)\b|(?:{word} )?(?:credit|attention|power|revenge|glory)\b)|(?:only|just) (?:wanted|want|cares?|cared|thought of|thinks? of)\b|(?:did(?:n['’]t| not)|do(?:n['’]t| not)|does(?:n['’]t| not)|never) (?:really |even |actually |want|)?(?:want|care|mind|trust|respect|like|understand|believe|think|feel|value|give a|seem to care|appreciate|realise|realize|expect|intend|dare|bother about)|(?:had|have|has|having) (?:no|little|zero|any) (?:interest|intention|desire|appetite|motivation)|cared (?:more|only|less|nothing|little)|could(?:n['’]t| not) (?:care less|be bothered)|loved? (?:to|the drama)|hated? (?:us|to)|have (?:an )?agenda|has (?:an )?agenda|had (?:an )?agenda)`,
		unless:  `\b(?:wanted|want) to (?:know|see the|ask|talk|hear)\b|\b(?:asked|told|wrote|said)\b`,
		finds:   []string{"They ⟦wanted the release out⟧ at any price.", "The managers ⟦didn't care⟧.", "The vendor ⟦didn't want⟧ us to know.", "Ops ⟦had no interest⟧ in our problem."},
		leaves:  []string{"I wanted to keep the primary up.", "The customer wanted a number.", "She wanted to know how long.", "They had no access."},
	},
	{
		id: "mind.was", kind: MindReading,
		cues:    "was |were |is |are |must |seem|wasn|weren|trying|tried to|deliberate|on purpose|in order to|just to|hid |pretend|intentional|out of |for fear|probably|afraid|scared|apparently",
		pattern: `{other}(?: {word})?(?:['’]s|['’]re| was| were| is| are| wasn['’]t| weren['’]t| must have been| seemed(?: to be)?| seems(?: to be)?){adv}*(?: (?:too|so|just|only|probably|more))* (?P<x>(?:hoping|unaware|oblivious|trying to (?:hide|cover|avoid|save|look|blame|impress|get away|get rid|protect|make|push|show|prove|rush|please|deflect|sell|shift)|afraid|scared|worried|thinking|pretending|showing off|hiding|covering up|always in a rush|bored|annoyed|angry|jealous|eager|desperate|convinced|unwilling|confident|certain that|keen|in denial|asleep at the|daydreaming|not (?:paying attention|interested|listening|thinking|motivated|bothered)|interested in|only interested|obsessed|indifferent|under the impression|reluctant|ashamed|proud|nervous|panicking|in a hurry to|above the rules|counting on|secretly|happy to (?:ignore|let|see)|glad to|embarrassed|relieved|frightened|intimidated|frustrated|overwhelmed|complacent|too busy (?:to care|with themselves)))\b|{other}{adv}* (?P<x2>(?:must have (?:been (?:asleep|tired|drunk|distracted|busy|confused|scared|afraid|bored)|thought|felt|known|assumed|believed|wanted|ignored|seen|panicked)|seem(?:s|ed)? to (?:think|believe|assume|want|know|feel|care|enjoy|hope)|deliberately|intentionally|knowingly|on purpose|tried to (?:hide|cover|blame|avoid|save|look|impress|get away|deflect|shift|protect|make it look|sweep|keep it)|pretended|chose to (?:ignore|hide|look away)|enjoyed|preferred not to|gave up on|kept it (?:quiet|secret)|kept (?:quiet|silent)))\b|{other} [^.;]{3,60}? (?P<x3>(?:on purpose|out of (?:spite|fear|laziness|pride|boredom|convenience|vanity)|for fear of|(?:just |only )to (?:look good|save face|cover|get home|avoid blame|impress|make a point|spite)))\b|{other} (?P<x4>rushed [^.;]{0,30}? to (?:get|go|be|have|make))\b`,
		unless:  `\b(?:told|wrote|said) (?:me|us|that|in)\b|\b(?:he|she|they) (?:said|wrote|says|told)\b`,
		finds:   []string{"They were ⟦hoping⟧ it would go away.", "She was ⟦trying to hide⟧ it.", "The on-call ⟦must have been asleep⟧."},
		leaves:  []string{"I was worried about the disk.", "She was asleep, it was 23:30 there.", "She was on the phone with me.", "The broker was busy."},
	},
}
