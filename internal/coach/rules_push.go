package coach

// Pushing, as constructions: calls to be better, and what makes things small.

var exhortationRules = []rule{
	{
		id: "exhort.duty", kind: Exhortation, ask: &askIdea,
		// Somebody must + a verb of duty.
		says: []string{
			"-that you|they|one|all|each|PERSON ( of us|them|you )? ..3 [ {must} ADV* ( DUTYVERB.b|ANYDUTY.b|( be|get|become|stay|remain|keep ADV* DEGREE* CAREFUL )|( <be>.b told|reminded|taught|held|educated|trained|retrained|better )|( up POSS game )|( raise the bar ) ) ] !have|been|NUMBER", "-that we ADV* all? ADV* [ {must} ADV* ( WEDUTY.b|( be|get|become|stay|remain|keep ADV* DEGREE* CAREFUL )|( stop|start DOING )|( <pay>.b|<take>.b ..4 attention|care|seriously|ownership|responsibility )|( do better )|( make sure )|( <read>.b|<check>.b|<test>.b|<verify>.b|<ask>.b|<look>.b|<think>.b|<talk>.b|<work>.b|<plan>.b|<review>.b|<treat>.b|<document>.b ..8 twice|first|always|carefully|properly|before|closer|harder|together|better|more|earlier|sooner )|( up POSS game )|( never ..1 ) ) ]", "i ADV* [ {must} ADV* ( DUTYVERB.b|( be ADV* DEGREE* CAREFUL|more|less|better )|( do|get ADV* better )|( stop DOING )|( ANYDUTY.b|SMALLACT.b ..8 twice|first|always|( every time )|carefully|properly|before|( for help )|sooner|earlier|slower|alone|tired|blindly|next ) ) ] !that|up|it|POSS|on|the|why|how|of|for|at|about",
			"i|we|they|everyone will|'ll|shall|promise|swear|vow|must|can not|n't|never ..8 again $", "i|we ADV* will|'ll|shall always|never _ ", "i|we ADV* promise|vow|swear|pledge|resolve to|never|that", "let 's|( us all? ) ADV* not|never|all|hope|try|agree|to* (  make|be|learn|agree|stop|start|remember|do|try|keep|get|take|use|never|not|ensure|work|pull|focus|raise|improve|stay|pay|test|read|check|commit|promise|treat|talk|slow|think|communicate|resolve|aim|put|have|wake|step|double-check|finally|leave|ask|avoid|write|look|own|support|help|respect ) ",
			"be|become|stay|remain|staying|becoming|remaining more|much|extra|very|lot|even|far|super|especially|bit|doubly|twice|a|all|really|always|so* ( careful|vigilant|attentive|cautious|diligent|mindful|alert|disciplined|focused|thorough|rigorous|conscientious|awake|watchful|meticulous|prudent|proactive|( on the ball|lookout )|( on high alert ) )", "on POSS toes|guard", "keep POSS eyes|ears|wits open|peeled|about",
		},
		unless: `\b(?:page|runbook|manual|docs|documentation|rule|sign|policy|contract|plan|procedure|guide|message|screen|wiki|book|ticket|form|datasheet) (?:says|said|tells|told|reads|asks)\b|\b(?:users|customers|people|we|i|they|he|she|you) had to\b|\b(?:i|we) (?:was|were|had been) (?:being |very |extra )?(?:careful|alert|cautious|awake)\b|\bprints?\b|\bcareful mode\b|\baccording to\b`,
		finds:  []string{"The team ⟦has to communicate⟧ better.", "Engineers ⟦must remember⟧ to test."},
		leaves: []string{"We need 40 GB for the restore.", "Users had to log in again.", "The cluster needs three votes.", "The runbook says we must check two panels.", "I need to read that up.", "I have to call the vendor at 09:00.", "I was careful with the order."},
	},
	{
		id: "exhort.call", kind: Exhortation, ask: &askIdea,
		// Imperatives, appeals, and nouns of care that are wanted.
		says: []string{
			"owe|owes|owed it to",
			"would it ( kill|hurt ) ( you|us|them|anyone|PERSON )",
			"would|wo n't|not? ( kill|hurt ) ( you|us|them|anyone|anybody|to|if|PERSON )",
			"( PERSON {of} )|we|you|they|i|this could|might ADV* do with|use ..1 ( a|an|more|some|less|better )",
			"( ^^|'s|is|about|high time ) ( FIRST|PERSON|you|that|somebody|people ..2 ) DID",
			"^^ time FIRST|PERSON|you ..2 DID",
			"afford another|to|any|more|such|this",
			"heads up $|next|,",
			"another|such|this slip|mistake|lapse|mess like",
			"must|should|shall|will|can become|be ( second )? ( nature|habit|routine|standard|mandatory|norm|rule|sacred|law|priority )",
			"( get|got|gets|getting ( POSS|our|its|their ) ( act|house|priorities|heads|ducks|finger|fingers ..1 ) ( together|in|straight|out )? )",
			"( wake|buck|shape|sharpen|smarten|toughen|step|brush|man|skill|listen up )",
			"( better|more|greater ( safe|discipline|care ) )",
			"( we|you|they|people|everyone|PERSON ) ( ca|can|could not|n't )  ( just|simply|keep|go on|continue|carry|let|have|allow ) ..1 ( keep|go|let|have|DOING|on|this|like|that )",
			"( not|n't on my watch )",
			"( it|safety|quality|security|reliability|care )  {is} ( everyone|everybody|our|your|nobody ( 's )? ..1 ) ( job|business|duty|responsibility|problem )",
			"( take|taking|takes|took )? ( a )? ( leaf|lesson ) ( out|from )",
			"( i|we|you|they|everyone ) ( am|are|'m|'re )  going to ( be|have|need|start|stop|learn|do|make ) ..2 ( careful|more|better|learn|DOING|start|stop|sure|it|harder|up )",
			"( repeat|again )? after me",
			"( first|then ) ( think|read|check|look|ask|test ) , ( then|and )",
			"( friends|folks|people|guys|team|colleagues|lads|everybody|everyone|all ,|: ..2 ) ( <be>.b|DUTYVERB.b|ANYDUTY.b|SMALLACT.b )",
			"( let|may that|this|it|last|tonight ..2 )  be|serve ( as )? ( a|the|our|an ..1 ) ( lesson|warning|reminder|wake-up )",
			"( a|the|our ) ( lesson|warning|reminder|wake-up|call|takeaway ( for|to ) ( us|all|everyone|me|them|you|others|the ) )",
			"should|must serve as",
			"( every|each|any ..4 ) ( must|should|has|needs|ought|shall ) ( to )? ( be )? ( DUTYVERB.b|ANYDUTY.b|SMALLACT.b|DONE ) ..6 ( before|first|twice|always|from|without|by|again|properly|carefully )",
			"^^ {listen}* please|kindly|do|always|never|not|n't|also* DUTYVERB.b|ANYDUTY.b|SMALLACT.b|be THE|your|all|every|before|twice|first|with|each|both|any|sure|more ..12 before|first|twice|always|properly|carefully|( every time )|( next time )|thoroughly|please|seriously|sooner|yourself|aloud|alone|fridays|unless",
			"^^ {listen}* please|kindly|pls|plz ,? {listen}* do|not|n't|always|never|just* !note|see|find DUTYVERB.b|ANYDUTY.b|SMALLACT.b|be !( the|my ..1 graph|below )|below|above|attached", "^^ {listen}* always|never|( do not|n't ) ever|just? DUTYVERB.b|ANYDUTY.b|SMALLACT.b|be|forget|panic|leave|work|restart|copy|delete|drive|lift|climb|enter|bypass|start !yet|why|how", "lesson|lessons|moral|takeaway ( learned|learnt|for me|here | of the story )? :|( is|was to|that|always|never|not|: )", "( note to self )|( golden rule )|( rule number one )|( rule of thumb )|( words to live )",
			"-to -i make sure|( be sure )|( see to it )|( take more|better|greater|extra? care|heed )|( watch out|your|yourself|yourselves )|( for the love|sake of )|( do n't forget )|( ^^ remember to|that|: )|( hands off )|( think|look before you )|( better safe )|( measure twice )|( do better )|( buck up )|( get a grip )",
			"-the [ next time ,|FIRST|PERSON|you|please|let|just|around|round|there|take|read|check|look|ask|wait|use|think|call|do|make|test|keep|be ]", "the next time ( i|we|you|anyone|someone )", "in|for the|all? future !$ ,? ADV* FIRST|you|PERSON|please|all|each|no|any|more|better|less", "more|less|better|careful|careful|alert ..2 in the? future", "from now|here|today|( this ..1 ) on|onwards|forward ,? FIRST|you|PERSON|please|all|each|no|any|every|always|never", "going forward ,? FIRST|you|PERSON|please|all|each|no|any|every|always|never", "henceforth", "^ never|not again", "never|not|n't ever? ..3 happen|occur|happens|repeated again", "no repeat", "once and for all", "this|that|it must|can|may never|not|n't be|happen|occur|go ..2 again",
			"more|better|greater|extra|little|bit|proper|closer|stricter|increased|improved|utmost|full ..2 [ CARE ADV* ( <be>|could|would|should|can|will|must|goes|go|may|might ..2 ( needed|required|called|expected|order|necessary|overdue|wanted|help|helped|harm|hurt|key|essential|paramount|demanded|due|advised|way|long|been|asked|welcome ) | on|from POSS|the|all|everyone ..1 part|crew|shift|team|side|us ) ]", "FIRST|PERSON|you|it|this|that ..3 need|needs|want|require|requires|demand|demands|expect|show|have|exercise|use|with|deserve [ more|better|greater|extra|less|proper|stricter|( a little|bit|lot ..2 ) ..1 CARE|complacency|haste|sloppiness|shortcuts|excuses|heroics|cowboys ]", "calls|call|called for more|better|greater|extra? CARE", "pay|paying|give more|better|closer|full|proper|greater|( much more )|some attention|heed", "{must} pay attention",
			"{is} ADV* up|down? to|on|upon all|each|every|everyone of? us?", "{is} ADV* ( everyone|everybody 's )|our|your|( all our ) ..1 job|duty|responsibility|obligation to", "onus is", "high|about|'s|is time ( that? FIRST|PERSON )|to|for ..3 <learn>|<stop>|<start>|<grow>|<wake>|<get>|<take>|<own>", "^ no more DOING|excuses|shortcuts|heroics|friday|late|cowboy|surprises|solo|one-man", "enough is enough", "zero tolerance", "PERSON {of} needs|need|deserves|deserve ..4 training|retraining|refresher|coaching|lecture|course", "be retrained", "^^ stop DOING", "try|work|think ADV* harder", "learn POSS lesson|lessons", "learn from this|that|it|POSS|the !log", "reminder to|that|:", "everyone|everybody|all|folks|guys|people|team ,? please|kindly", "if|when in doubt",
		},
		unless: `\b(?:page|runbook|manual|docs|documentation|rule|sign|policy|contract|plan|procedure|guide|message|screen|wiki|book|prompt|tool|alert|note|sheet|poster|mail) (?:says|said|tells|told|reads|asks|read|prints|shows|named|was)\b|\b(?:users|customers|people|we|i|they|he|she|you) had to\b|\bprints?\b|\bcareful mode\b|\baccording to\b|\bplease see\b`,
		finds:  []string{"⟦Make sure⟧ you test it.", "More ⟦discipline is required⟧ from the night crew.", "This must ⟦never happen again⟧."},
		leaves: []string{"The next time the job runs is 04:00 UTC.", "Never had a page like that before.", "Don't know yet why.", "I check twice.", "Please see the graph below.", "The alert is at 80 %.", "Next step: compare both configs.", "The test was run again."},
	},
}

var minimiserRules = []rule{
	{
		id: "minimise.only", kind: Minimiser,
		// Only, and how little it takes.
		says: []string{
			"a|the mere _",
			"( , ( and )? that|there ( 's|is|was it|all ) )",
			"not|n't as if|though ( one|you|we|they|he|she|it|anyone|PERSON )",
			"( that|this|it ( is|was|'s )  all there )",
			"( you|one|we|they|i )  SMALLACT.b ..6 ,? ( and|, ) ( that|it|you|done|bob|job|everything )  ( 's|is|was|'re|are|works )",
			"only|just|merely ( a|an|one|two|three|some ..2 ) ( away|short|wrong|off )",
			"( one|two|three|a|couple|few ( of )? ( clicks|screws|lines|keystrokes|taps|steps|wires|words|taps|turns|twists|presses|buttons ) ,|and|, ..2 )",
			"nothing ( to it|special|fancy|complicated|difficult|hard|clever )",
			"( no ( great|big|major|real ) ( deal|effort|feat|trick|art|skill|mystery|drama|thing|trouble|fuss|secret ) )",
			"( surely|honestly|seriously|really|come on ,? ..4 ) ( hard|difficult|much|easy|simple|anyone|anybody|everyone )",
			"( one|you|we|anyone|they ) ( need|needs|do|does|did|had|has|have|require|requires  not|n't ( have|need )?  ( to be|be|a|an|to|any ..3 ) ) ( engineer|expert|genius|degree|phd|doctor|scientist|training|manual|brain|hero|wizard|professor )",
			"( not|n't|no|hardly ..6 ) ( engineer|expert|genius|degree|phd|doctor|scientist|wizard|professor|einstein|diploma ..1 ) ( to|for|needed|required|is )",
			"( small|tiny|little|minor|trivial|quick|short|simple|mere|slight )  ( slip|trip|twist|turn|flick|nudge|push|tug|click|word|nod|jump|step|effort|hop|detour|look|glance|call|change|thing|matter|favour|favor ) ( of|to|at|on|and|would|was|is|away|in )",
			"FIRST|you|PERSON|one {of} would|'d? [ ( just|simply|merely|only have|has|had|needed|need|needs|got to|( a|one !console|node|host ) ) | ( have|has|had|needed|need|needs|( have had ) only|just|simply|merely|but to ) ]", "all that? it|this|that would|'d? have? takes|took|take|taken|needs|needed|need|required", "all that? FIRST|you|PERSON|one {of} would|'d? ADV* had|have|has|needed|need|needs to|( do ) !left|at|in", "all that? FIRST|you|PERSON|one {of} needed|need|needs was|is|:|$", "all that was needed|required|missing|asked", "nothing more than a|one",
			"you|PERSON|one {of} MODAL? have? [ simply|merely _ ] !stopped|too|not", "you|PERSON|one {of} MODAL? have? [ just|only ADV* SMALLACT.bn ]", "could|should|would|can|why|might !( not|n't )  ..2 have? [ just|simply|easily|quickly have? _ ]", "^^ [ just|simply|merely SMALLACT.b ] ", "it|that|this|which|( the ..3 ) {is} [ just|only|merely|simply|( nothing but )|( no|nothing more than ) ( a|an|one|two|the ..2 ( restart|flag|typo|click|command|script|line|lines|setting|matter|question|reboot|checkbox|one-liner|formality|change|switch|button|call|look|hiccup|glitch|blip|slip|fix|tweak|rename|copy|detail|minute|second|screw|test|step|word|character|key|stroke|thing|one-line|minor|small|quick|simple|tiny|little|bit|patch|edit|toggle|value|number|label ) ) ]", "i ADV* [ simply|just forgot|needed|had ( to )? ]", "<be> ADV* a matter|question|job|case of DOING|one|a|two|seconds|minutes", "simple|mere|small matter|question of",
			"it|that|this|which|DOING|( to SMALLACT.b ..5 )|( the ..3 TASK|LOOK ) ( IN ..3 )? ADV* <take>.sb|<cost>.sb|<need>.sb|( only|just|barely|hardly <take>|<need>|<cost> )|( <take>.d|<cost>.d ADV* only|just|barely|( less than )|( all of ) ) you|us|me|him|her|them|anyone|PERSON? only|just|about|maybe|barely|hardly|literally|under|less|than|all|of|at|most|no|more* FEW* SHORTTIME ..1 $|of|,|( to SMALLACT.b )", "it|that|this|which|DOING|LOOK ..6 would|'d|could ADV* have? ADV* take|taken|cost|be|been|needed|required you|us|me|him|her|them|anyone|PERSON|only|just|about|less|than|maybe|at|most|all|of|no|more|barely|the* FEW* SHORTTIME|( phone? call|question|look|line|email|message|sentence )", "FEW SHORTTIME of|'s|' work|effort|thought|look|attention|thinking|care|googling|reading|checking", "one|a click|call|keystroke|command|phone|line call? away", "FEW SHORTTIME ( IN ..3 )? ,? tops|max|flat|( at ADV* most )", "FEW SHORTTIME and it|that|you|we 's|is|are|'re|would|'d ADV* done|over|fixed", "done|fixed|sorted in FEW SHORTTIME",
			"a|an|one QUICK? ADV* LOOK ..6 ( is|was|'s|would|could|does|did be|been|have* ADV* all|enough|sufficient|plenty|suffice|done|settled|it|( do $ ) )|suffices|sufficed", "a|one QUICK ..1 LOOK ( at|into|to|on|over|through|with ..5 )? ( and you|we|it|he|she|they ADV* <know>.bs|<see>.bs|'d|would )|shows|tells|reveals", "( all there is|was to it|this|that )|( nothing to it )|( how hard|difficult can|could|is|was|would it|that|this|to )|( can|could not|n't be ADV* that|so? hard|difficult|complicated )|( too|so|that much to ask )|( n't|not asking|ask ..2 much|moon|lot )",
			"not|n't|hardly|no|never exactly|really|that|even|so|a|all* black|big|deep|quantum|nuclear|dark magic|deal|physics|art|wizardry", "rocket science", "brain surgery", "no biggie", "no sweat", "no great shakes", "no effort to|at|$",
		},
		unless: `\b(?:just|simply) (?:stopped|died|vanished|hung|started|arrived|logged)\b|\bplain and simply\b|\bsimply (?:too|not|so)\b|\ball (?:we|i|they) (?:had|have) (?:left|at|in|is|on)\b|\bonly had (?:one|two|three|\d)|\bwould (?:take|have taken) (?:{word} ){0,3}(?:hours?|days?)\b|\b(?:not|n['’]t|never) (?:easy|simple)\b|\bonly takes? effect\b|\b(?:failover|restore|boot|restart|rollback|job|build|drain|import|backup|sync|query|deploy|probe|script|pod|node|server|drain) (?:takes|took|needs|needed)\b`,
		finds:  []string{"She ⟦simply had to⟧ compare two numbers.", "⟦It takes two seconds to look⟧ at the label."},
		leaves: []string{"We only had one console.", "Just then the second page arrived.", "I just restarted it.", "It took 40 minutes.", "The failover takes a minute, by the page.", "All pods had to restart.", "The service simply stopped."},
	},
	{
		id: "minimise.ease", kind: Minimiser,
		// How easy it was, and who could have done it.
		says: []string{
			"-HANDLED ( it|this|that|which|there|( THE ..4 )|DOING|( to SMALLACT.b ..6 )|( SMALLACT.g ..6 ) ( <be>|( HAVE ADV* been )|( would ADV* be )|<look>|( should ADV* be ) ) ADV* DEGREE* ( as )? ) [ EASY|EASYNOUN|( child's|kid's|childs|kids play|stuff )|( child 's play )|( kid 's stuff )|( piece of cake )|( walk in the )|( no problem|brainer|effort|trouble|sweat|big )|( common sense )|( second nature )|( abc )|( basic ( stuff|knowledge|hygiene ) )|( nothing special|fancy|complicated )|( kindergarten|peanuts|trifling|painless|( a no-brainer )|( the easiest|simplest ..2 ) )|( easy|simple as ..2 ) ]", "( child's|kid's|kindergarten play|stuff )|( child 's|s' play )|( kid 's stuff )|( piece of cake )|( walk in the park )|( no-brainer )|( no brainer )|( common sense )|( doddle )|( a cinch )|( a breeze )|( elementary , )|( falling off a log )|( easy|simple as ( pie|abc|that|this|it|one|can|anything ) )|( simple enough )|( easy enough )|( could ( not|n't )? ADV* ( be|have been ) ( simpler|easier ) )|( nothing ( is|was|could )? ( be )? ( simpler|easier ) )|( with|in ( one's|your|my|our|his|her|their )? eyes closed|shut )|( in POSS sleep )|( blindfolded )|( one hand )|( baby steps )|( bread and butter )|( textbook stuff )",
			"( a|an|the|one|this|that|such|is|was|only|just|mere|some DEGREE* ) [ TINY|routine|standard ADV* TASK ] !type|types|set|sets|panel|page|code|mode|failed|ran|passed|suite|name", "[ obvious|easy|simple|trivial|quick ,? ..1 fix ]", "one-liner|two-liner", "( one-click|one-line|two-line|single-line|one-character|one-word|two-second|five-second|ten-second|thirty-second fix|change|job|task|check|patch|edit|thing|look|tweak|command|test|question|call|affair|commit|diff )",
			"( ( even|any|every|a|my|your|some ADV* ..2 ) ( NOVICE|PERSON|grandmother|grandma|idiot|engineer|trained|competent|half-decent|decent ..1 ) ( with|who|in|on ..5 )? ( could|can|would|will|should|knows|sees|does|might|understands|gets|manages ) )", "( even ( i|he|she|they|NOVICE|( a|an|the|my|our ..3 ) ) ( could|can|would|know|knows|do|does|did|managed|get ) )", "( easily|quickly|trivially|readily ( have )? ( be|been )? ( avoided|prevented|fixed|seen|found|checked|done|spotted|solved|caught|tested|verified ) )|( easy|simple|trivial|enough to ( fix|avoid|prevent|spot|check|see|do|catch|find|verify|change|test|turn|read|notice|remember ) )",
			"( quick|simple|easy|two-minute|five-minute|minor|small|tiny|little|trivial ..1 ( SMALLACT.b|TASK|LOOK|bit|thing ) ( would|is|was|does|'s|and|nothing ..2 ) ( all|enough|fixes|fixed|did|do|done|sorted|it|more|that|have )? )", "( , nothing|no|not more|big|less|drama|biggie|deal )|( only|just|merely|mere ( a|an )? ( small|tiny|minor|little|silly|quick|simple ..1 ( slip|hiccup|blip|glitch|typo|thing|detail|mistake|error|bump|change|tweak|misunderstanding|oversight ) ) )|( minor|small|little|slight|tiny slip|hiccup|blip|mishap|oversight|detail|matter|misunderstanding|inconvenience|bump|whoopsie|snag )", "( not|n't that|so|very|exactly|even|particularly|really|terribly ( hard|difficult|complicated|tricky|demanding ) !to ( see|say|tell|find ..1 me ) )|( hardly|scarcely ( hard|difficult|complicated|taxing|rocket|an effort ) )", "surely ..3 can|could", "( SMALLACT.g ..6 <be> ADV* DEGREE* ( hard|difficult )? ( EASY|EASYNOUN|nothing|all|enough|hardly|simple|( not|n't that|so|exactly|too|hard|difficult ) ) )",
		},
		unless: `\b(?:not|n['’]t|never|hardly|wasn['’]t|isn['’]t|anything but|far from|no)(?: (?:as|so|that|a|an|at all|very|exactly|all that))* (?:trivial|easy|simple|straightforward)\b|\beasy to (?:mix|confuse|miss|take)\b|\bsimple (?:mode|name|queue|view|bind)\b|\b(?:her|his|their) (?:one-line|quick) fix\b|\bquick fix branch\b|\btrivial file\b|\bit (?:is|was) hard to\b|\b(?:smoke|unit|load) test`,
		finds:  []string{"That's a ⟦trivial check⟧.", "Swapping the drive is ⟦child's play⟧.", "Setting it is a ⟦doddle⟧.", "⟦Even a trainee could⟧ do this."},
		leaves: []string{"The restore was not easy.", "The pool has a simple name: web.", "It was easy to confuse the two panels.", "I built it from her one-line fix.", "The quick test suite passed."},
	},
}
