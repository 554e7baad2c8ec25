package coach

// Pushing: calls to be better, and what makes things small.

var exhortationRules = []rule{
	{
		id: "exhort.careful", kind: Exhortation, ask: &askIdea,
		cues:    "careful|attention|vigilant|double-check|double check|attentive|cautious|diligent|mindful|concentrate|harder|disciplined|alert|diligence|never happen|not happen|won't happen|happen again|never again|better next time|lesson|more discipline|more care|retrain|training|sharpen|wake up|eyes open|thorough|on our toes",
		pattern: `\b(?:be|being|been|become|stay|remain|staying) (?:(?:more|much|extra|very|a lot|even|far|super|especially|really|always|a bit) )*(?:careful|vigilant|attentive|cautious|diligent|mindful|alert|disciplined|focused|thorough|on (?:our|your|their) toes|aware)\b|\b(?:pay|paying|give)(?: {word})? (?:more |better |closer |much more |full |proper )*attention\b|\b(?:try|work|think) (?:much |a lot )?harder\b|\b(?:more|greater|better) (?:attention|care|vigilance|diligence|discipline|caution|awareness|training|concentration) (?:is|are|was|will be|to|from|in|when|by|on|next)\b|\b(?:must|should|can(?:not|['’]t)|may|will|does(?:n['’]t| not)|won['’]t) (?:never |not |ever )?happen again\b|\bnever happens? again\b|\bnever again\b|\b(?:need|needs|have|has|should|must|ought|will)(?: to)? (?:be )?(?:re-?trained|better trained|sent on a course|educated|disciplined|reminded)\b|\bneeds? (?:more|better|some|additional) (?:training|discipline|care|attention|education)\b|\bkeep (?:our|your|their|my) eyes open\b|\b(?:do|be) better next time\b|\bwake up\b$`,
		unless:  `\b(?:i|we) (?:was|were|had been) (?:being )?careful\b|\bprints?\b|\bcareful mode\b`,
		finds:   []string{"Everyone needs to ⟦be more careful⟧ with prod.", "We must ⟦pay more attention⟧ to the alerts.", "This ⟦must never happen again⟧."},
		leaves:  []string{"I was careful with the order of the two steps.", "Careful mode asks twice.", "The alert is at 80 %."},
	},
	{
		id: "exhort.must", kind: Exhortation, ask: &askIdea,
		cues:    "must|have to|has to|need to|needs to|should|ought to|got to|gotta|better start|had better|shall|let's|let’s",
		pattern: `{us}(?: {word}){0,2}? (?P<x>(?:must|have to|has to|need to|needs to|should|ought to|(?:have |has )?got to|gotta|had better|shall)(?: (?:really|always|never|all|just|also|please|finally|simply|not|learn to|start to|be able to|in future|from now on))* (?:remember|think|learn|communicate|concentrate|focus|improve|listen|start|stop|slow down|read|verify|follow|double-check|escalate|make sure|ensure|respect|adhere|take (?:{word} )*?(?:seriously|care|responsibility|ownership|time|breath)|do (?:better|more|this|that|a better)|work (?:harder|better|more|together)|try harder|get better|ask before|ask more|test (?:their|before|more|everything|our|the(?:ir)?)|check (?:twice|before|the|their|everything|first|every)|look (?:before|twice|at the|closer)|talk (?:more|to each)|speak up|own|care|get (?:their|our|your) act|know (?:better|how|the|their)|understand|not (?:push|deploy|merge|touch|run|ignore|skip|assume|leave)|push|deploy|merge|touch|run|ignore|skip|assume|leave|plan|document|write|use|review|treat|keep|pay|tell|inform|call|ask|coordinate|respond|react))\b|\b(?:{role}|{word} team)(?: {word}){0,2}? (?P<x2>(?:must|has to|needs to|ought to|should)(?: (?:really|always|never|all|just|also|please|finally|simply|not|learn to))* (?:remember|think|learn|communicate|concentrate|focus|improve|listen|start|stop|slow down|read|verify|follow|double-check|escalate|make sure|ensure|respect|adhere|take {gapless} (?:seriously|care|responsibility)|do better|work harder|try harder|get better|speak up|get (?:its|their|his|her) act|know better))\b|\blet['’]s (?:all )?(?P<x3>(?:make sure|be |never|not|remember|try to be|learn|do better))`,
		unless:  `\b(?:page|runbook|manual|docs|documentation|rule|sign|policy|contract|plan|procedure|guide|message|screen|wiki|book) (?:says|said|tells|told|reads|asks)\b|\b(?:users|customers|people|we) had to\b`,
		finds:   []string{"People ⟦have to start⟧ reading the alerts.", "Engineers ⟦must remember⟧ to test.", "The team ⟦has to communicate⟧ better."},
		leaves:  []string{"We need 40 GB for the restore.", "Users had to log in again.", "The cluster needs three votes.", "The runbook says we must check two panels."},
	},
	{
		id: "exhort.i", kind: Exhortation, ask: &askIdea,
		cues:    "next time|in future|in the future|from now on|i must|i need to|i have to|i should|i will|i'll|i’ll|going forward",
		pattern: `(?:^|[,;:(] ?|\band |\bbut |\bso )(?P<x>(?:next time|in (?:the )?future|from now on|going forward))(?:,? (?:i|we|you|he|she|they|everyone|everybody|nobody|no one|all|each|please|people|always|never|the team|{human})\b|, ?(?:{word}))|\b(?P<x2>i (?:must|need to|have to|should|will|['’]ll|ought to|shall)(?: (?:really|always|never|learn to|remember to|try to))* (?:be (?:more|less|better)|concentrate|focus|double-check|remember|improve|do better|try harder|learn to|slow down|think (?:before|first|twice)|check [^.;]{0,40}(?:twice|first|every time|always)|read [^.;]{0,40}(?:carefully|properly|first)|pay|work harder|ask (?:sooner|earlier|for help)|get better|stop {word}ing|never))\b|\b(?P<x3>i['’]ll (?:be (?:more|less|better)|never|always|double-check|remember to|try harder|do better))\b`,
		finds:   []string{"⟦Next time⟧, double-check the hostname.", "I think that ⟦I need to concentrate⟧ more.", "⟦From now on⟧ we test first."},
		leaves:  []string{"The next time the job runs is 04:00 UTC.", "I need to read that up.", "I have to call the vendor at 09:00."},
	},
	{
		id: "exhort.imperative", kind: Exhortation, ask: &askIdea,
		cues:    "always|never|remember|don't|don’t|do not|make sure|please|lesson|moral|stay |think |test |stop |check ",
		pattern: `^\W*(?:so |and |but |(?:the )?(?:lesson|moral|takeaway)(?: learned| of the story)?(?: is| here)?:? |(?:again|folks|guys|team|everyone|people|everybody),? )*(?P<x>(?:please,? )?(?:always (?:check|test|read|verify|ask|use|look|make|run|have|keep|think|double|take|write|tell|do|assume|back|lock|confirm|wait)|never (?:ever )?(?:run|do|deploy|push|touch|trust|use|merge|skip|assume|change|restart|make|leave|type|work|ignore|let|forget|test|rely|delete|share|reboot|go|log|copy)|remember (?:to|that|next)|(?:don['’]t|do not) (?:ever |just |forget|push|deploy|touch|trust|assume|run|merge|skip|panic|ignore|rely|rush|blindly|copy|restart|leave|use|work|be )|make sure (?:to|that|you|this|it|we|the|your)|stay (?:calm|alert|focused|vigilant)|think (?:before|first|twice)|test (?:before|your|everything|twice)|stop (?:pushing|deploying|ignoring|assuming|merging|{word}ing)|check (?:twice|before|your)))\b|^\W*(?P<x2>please (?:be|remember|check|read|test|ask|follow|stop|do not|don['’]t|double|make|pay|learn|always|never))\b`,
		finds:   []string{"⟦Never run⟧ this on a Friday again!", "⟦Please remember to⟧ lock the table."},
		leaves:  []string{"Never had a page like that before.", "Don't know yet why.", "I check twice."},
	},
}

var minimiserRules = []rule{
	{
		id: "minimise.had_to", kind: Minimiser,
		cues:    "just|simpl|merely|only|all ",
		pattern: `\b(?:i|we|you|he|she|they|one|someone|somebody|anyone|{human}|{name})(?:['’]d)? (?P<x>(?:just|simply|merely|only) (?:had|have|has|need|needs|needed) (?:to|a|one)|(?:had|needed|has|have|need|needs|would have had) (?:only|just|simply|merely) to|(?:just|simply|merely|only) (?:would have had|would need) to)\b|\b(?P<x2>all (?:that )?(?:i|we|you|he|she|they|one|it|this|that|anyone|someone|was needed|{human})(?:['’]d)? (?:had|have|has|needed|need|needs|took|takes|would take|would have taken|ever had|was asked)(?: to (?:do|was|is))?)(?: was| is| were)?\b`,
		unless:  `\ball (?:we|i|they) (?:had|have) (?:left|at|in|is|on)\b|\bonly had (?:one|two|three|\d)`,
		finds:   []string{"⟦All he had to do⟧ was press cancel.", "She ⟦simply had to⟧ compare two numbers."},
		leaves:  []string{"We only had one console.", "All we had in the log was one line.", "All pods had to restart."},
	},
	{
		id: "minimise.simply", kind: Minimiser,
		cues:    "simply|merely|just ",
		pattern: `\b(?:you|he|she|they|one|we|someone|somebody|people|{human}|{name})(?: (?:can|could|should|would|will|might|may|must))?(?: have)? (?P<x>(?:simply|merely) {word})|\b(?:you|one|people|they|he|she|{human})(?: (?:can|could|should|would|will|might))? (?P<x2>just (?:have|need|turn|run|click|press|look|read|check|restart|open|type|set|ask|call|use|flip|pull|push|wait|follow|copy|do|go|change|add|remove|scroll))\b|\b(?:could|should|would|can)(?:n['’]t)?(?: {who})? (?:have )?(?P<x3>(?:just|simply) (?:have )?{word})|^\W*(?P<x4>(?:just|simply) (?:read|look|check|restart|turn|run|click|press|ask|call|use|follow|compare|do it|add|set|flip))\b|\bwhy (?:not|didn['’]t {who}) (?P<x5>(?:just|simply))\b|\b(?:was|is|['’]s) (?P<x7>(?:just|only|merely) an? (?:{word} )?(?:restart|flag|typo|click|command|script|line|setting|matter|question|reboot|checkbox|one-liner|formality|change|switch|button|call|look))\b|\bi (?P<x6>(?:merely|simply) (?:had|have|need|needed))\b`,
		unless:  `\b(?:just|simply) (?:stopped|died|vanished|hung|started|arrived|logged)\b|\bplain and simply\b|\bsimply (?:too|not|so)\b`,
		finds:   []string{"You ⟦simply turn⟧ the flag off.", "They could ⟦just ask⟧."},
		leaves:  []string{"Just then the second page arrived.", "I just restarted it.", "The service simply stopped."},
	},
	{
		id: "minimise.easy", kind: Minimiser,
		cues:    "trivial|easy|easily|simple|straightforward|basic|obvious|one-line|one-liner|second|minute|quick|child's play|child’s play|no-brainer|no brainer|rocket|brain surgery|common sense|piece of cake|walk in the park|elementary|self-explanatory|no big deal|peanuts|nothing to it",
		pattern: `\b(?:it|this|that|which|there|{gapless} (?:fix|check|change|task|step|test|command|solution|restart|rollback|repair|procedure|answer|work|job|thing)|(?:check|compar|read|test|look|restart|find|fix|verify|roll|turn|do|spott|notic|us|runn|prevent|avoid|add|updat|open|type|ask|call)ing(?: {word}){1,6}?|to (?:{word} ){1,5}?)(?:['’]s| was| is| were| are| would be| would have been| looks| should be| should have been| has been)(?: (?:really|so|very|just|such|an?|quite|pretty|all|dead|as|that|too|absolutely|only|actually|totally|completely|perfectly|relatively|fairly|super|literally|also|always))* (?P<x>(?:trivial|easy|simple|straightforward|child['’]s play|no-brainer|no brainer|one-liner|piece of cake|walk in the park|elementary|self-explanatory|no big deal|basic stuff|peanuts|common sense|simple as (?:that|this)|obvious fix))\b|\b(?P<x2>(?:trivial|easy|basic|obvious|straightforward|(?:one|two|five|ten|thirty|\d+)[- ](?:second|minute)|dead simple|simple) (?:fix|check|change|task|step|question|mistake|command|thing|job|test|solution|oversight|look|precaution|grep|search|call|query|comparison|exercise|matter)|obvious, [^.;,]{1,20} (?:fix|check))\b|\b(?P<x3>not (?:exactly )?(?:rocket science|brain surgery)|common sense|no-brainer|piece of cake|child['’]s play|walk in the park|nothing to it|(?:a )?(?:simple|mere) (?:matter|question) of|nothing more than (?:a|one)|nothing but (?:a|one))\b|\b(?P<x4>(?:easily|quickly) (?:have )?(?:been )?(?:avoided|prevented|fixed|seen|found|checked|done|spotted|solved))\b`,
		before:  `(?:not|n['’]t|never|hardly|neither|un|far from|anything but)(?: (?:as|so|that|a|an|at all|very|exactly))*`,
		unless:  `\b(?:not|n['’]t|never|hardly|wasn['’]t|isn['’]t|anything but|far from|no)(?: (?:as|so|that|a|an|at all|very|exactly|all that))* (?:trivial|easy|simple|straightforward)\b|\beasy to (?:mix|confuse|miss|take)\b|\bsimple (?:mode|name|queue|view|bind)\b`,
		finds:   []string{"That's a ⟦trivial⟧ check.", "It's ⟦not rocket science⟧.", "The fix was ⟦easy⟧, in the end."},
		leaves:  []string{"The restore was not easy.", "The pool has a simple name: web.", "The simple mode hides the port.", "It was easy to confuse the two panels.", "I built it from her one-line fix."},
	},
	{
		id: "minimise.minute", kind: Minimiser,
		cues:    "taken|take |takes |took|minute|second|moment|click|glance|enough|even a|any |every|how hard|how difficult|intern|junior|child|beginner|student|grandmother",
		pattern: `\b(?:it|that|this|which|{gapless}) (?:would|'d|’d|could)(?: (?:only|just|have|at most|barely|not even))* (?:take|taken|cost|be|been) (?:you |us |me |him |her |them |anyone |someone )?(?:only |just |about |less than |maybe |at most |all of )*(?:a |one |two |three |five |ten |thirty |\d |half a |a few |a couple of |the )(?P<x>(?:minutes?|seconds?|moments?|clicks?|lines?|glance|phone call|call|question|look|keystrokes?)\b)|\b(?P<x2>how (?:hard|difficult) (?:can|could|is|was|would) (?:it|that|this))\b|\b(?P<x3>even an? (?:{word} )?(?:junior|child|beginner|intern|trainee|student|newcomer|monkey|first-year|layman|amateur|apprentice|{role}))\b[^.;]{0,20}\b(?:could|can|would|knows|sees|does|should|might)\b|\b(?P<x4>any (?:{word} )?(?:junior|beginner|child|student|intern|trainee|idiot|fool|amateur|first-year|half-decent {word}|competent {word}|decent {word}|engineer|operator|developer|admin)) (?:could|can|would|knows|should|might)\b|\b(?P<x5>(?:my|your) (?:grandmother|grandma|mother) could)\b|\b(?P<x6>(?:a|one) (?:quick |short |single |simple )?(?:look|glance|click|call|question|grep|query)(?: (?:at|into|on|to|in) [^.;,]{1,30}?)? (?:is|was|would be|would have been|had been) (?:all|enough|sufficient))\b`,
		unless:  `\bwould (?:take|have taken) (?:{word} ){0,3}(?:hours?|days?)\b`,
		finds:   []string{"It would only have taken a ⟦minute⟧ to check.", "⟦How hard can it⟧ be to read a graph?", "⟦Even a junior⟧ could do this."},
		leaves:  []string{"It took 40 minutes.", "The failover takes a minute, by the page.", "It would have taken two hours."},
	},
}
