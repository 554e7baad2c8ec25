package coach

// Acts, as constructions: what was not done, acts that are judged, acts without who acted.

var absenceSays = []rule{
	{
		id: "absence.verb", kind: Absence, ask: &askShown,
		// Somebody + verb of omission.
		says: []string{
			"{who} [ MISS.dn ] !( THE? ADV* ..1 train|bus|flight|plane|ferry|tram|lunch|dinner|breakfast|party|appointment|stop|exit|turn|birthday|call )",
			"{who} [ <fail>.ds to !( reach|reproduce|connect ) ]",
			"{who} [ <forget>.d|forgotten to|about|that|how|the|one|a|all|our|it|this|which|we|i ] !( ..1 number|time|name|word|exact|password|badge|details )",
			"{they} [ SKIP.d ]", "{who} [ SKIP.d THE? ..2 CHECKNOUN ]",
			"{who} [ PASSBY.d ADV* past ]", "{who} [ <gloss>.d|<skim>.d|<rush>.d|<skate>.d|<pass>.d|<brush>.d|<leap>.d|<skip>.d over ]", "{who} [ <skim>.d|<rush>.d|<breeze>.d|<click>.d|<leaf>.d|<flip>.d|<race>.d through ]",
			"{who} [ <leave>.d ( out !of | ..4 out $ | ..4 off the|of ) ]",
			"{who} [ <lose>.d sight|track of ]", "{who} [ <let>.d ..5 LETGO.b ]",
			"{who} [ <brush>.d|<wave>.d|<shrug>.d|<dismiss>.d|<tune>.d|<explain>.d|<laugh>.d|<put>.d ..4 aside|off|away|out ] !( the|a? table|light|lights|fire )",
			"{who} [ <dismiss>.d|<mute>.d ..3 alert|alerts|alarm|alarms|warning|warnings ]",
			"{who} [ <turn>.d|<give>.d|<pay>.d|<take>.d|<have>.d ( no|little|scant|zero|hardly|not ) ..1 heed|attention|notice|thought|regard|consideration|eyes|ears|eye|ear ]",
			"blind eye", "deaf ears|ear", "<take>|took POSS eye|eyes off", "asleep at|on the ..1 wheel|switch|job|watch",
			"{who} [ <look>.d the other way|( right through ) ]", "{who} [ <sleep>.d through ]", "{who} [ <sit>.d on ..3 hands|it|warning|ticket|report|request ]", "{who} [ <do>.d nothing !( else|wrong|but ) ]", "{who} [ <stand>.d by and ]",
			"{they} [ <leave>.d out ]",
			"POSS attention|mind|eyes|thoughts {aux} was|were|<drift>.d|<wander>.d|<slip>.d elsewhere|off|away?",
			"{who} was|were ADV* [ oblivious|blind|deaf to ]",
		},
		finds:  []string{"I ⟦overlooked⟧ the amber lamp.", "We ⟦lost sight of⟧ the second ticket.", "She ⟦left out⟧ the step.", "The fitter ⟦skimmed over⟧ the note.", "They ⟦brushed the alarm aside⟧.", "I ⟦forgot to⟧ call."},
		leaves: []string{"I missed the last train.", "The parser missed a bracket.", "I forgot my badge at home.", "I skipped step 4, since the volume was mounted.", "The node failed to join.", "I left the office at noon.", "I let the pump run for a minute."},
	},
	{
		id: "absence.neg", kind: Absence, ask: &askShown,
		// Somebody + no + verb of heeding; nobody + verb of heeding.
		says: []string{
			"{who} [ !( do|does ) {didnt} HEED.bn ] !( it|that|this|so was|is|would|had )",
			"{who} [ {didnt} ( have|take|spare|find|make THE? ..1 time|trouble|effort|moment to | get|got ADV* ( round|around|as ..1 to ) | give|given ..3 thought|look|glance | see|seen|saw ( it|this|that coming ) | pay|paid | keep|kept an|POSS eye | put two and | act|acted on|upon | look|looked | stop|stopped to | go|gone|went back|further|through | bother|bothered|bothers | sense|smell|suspect|suspected | pick|picked up on? | stand|stood back | heed ) ]",
			"{who} ( was|were NEG ADV* ) [ paying|watching|looking|listening|thinking|monitoring|checking|aware|alert|concentrating|focused ]",
			"[ nobody|noone|( no|not one )|( none|neither of us|them|you|the ..2 )|( not a soul|single ..1 )|( not one of us|them|the ..1 ) ( else )? ( IN ..3 )? {aux} ( did|was|were ADV* )? HEED.dngs|cared|understood|wondered|dared|seen|saw|watching|looking|paying|thought|stopped|took|picked|flagged|caught|spotted|bothered ] !( it in )",
			"[ NOBODY|( no one ) {aux} HEED.dn ]",
			"{who} ..8 [ without ( so much as | ADV* ) ( HEED.g|telling|thinking|looking|reading|asking|knowing|understanding | a second|moment's thought|glance|look|word ) ]",
			"[ it|that|this|which|idea|thought|possibility {aux} ( did|had? NEG )? ADV* ( <occur>|<dawn>|<register>|<click>|<cross>|<strike>|<enter>|<sink> !rate ) ] ( to|on|with|in|POSS|us|me|PERSON )",
			"[ never|n't|not ADV* <occur>|<dawn>|<register>|<cross>|<click> to|on|with|POSS|me|us ]",
			"{who} [ had|have|has no|zero|little ..1 thought|mind|eye|eyes|regard|attention for|to|on ]",
			"{who} [ made|showed no ..1 attempt|effort|move|sign to|of ]", "{who} [ saw no ..1 need|reason|point to|in ]",
			"POSS ..1 failure|inability|neglect|refusal|reluctance|unwillingness|omission to|of", "by failing|forgetting|neglecting|omitting to", "^^ did not|n't HEED.b", "^^ ADV* MISS.d|forgot|skipped", "-PERSON lacks|lacked|missed ..3 CHECKNOUN|discussion|mention|word|thought|section|step", "there was|were no|n't|hardly|little any? ..2 monitoring|oversight|supervision|follow-up|handover|coordination|communication|discussion|review|rehearsal|testing|documentation|cross-check|double-check|backup ..3 whatsoever|at|on|of|for|in",
			"lack|absence|shortage|dearth|want|without of ..2 CARE|TRAITNOUN|CHECKNOUN|planning|oversight|monitoring|interest|foresight|preparation|alertness|supervision|curiosity|knowledge|documentation|testing",
		},
		unless: `\b(?:asked|told|decided|agreed|instructed) (?:{word} )?not to\b`,
		finds:  []string{"We ⟦never got round to⟧ it.", "⟦No one on the bridge thought⟧ of it.", "He merged it ⟦without so much as looking⟧.", "It ⟦never dawned on⟧ me."},
		leaves: []string{"I did not know that the service had moved.", "I didn't see any errors in the log.", "Nobody answered the phone.", "No one was on the bridge at that time.", "I didn't think it was the disk."},
	},
	{
		id: "absence.escaped", kind: Absence, ask: &askShown,
		// What was not seen as the subject: it escaped us, it went unread.
		says: []string{
			"<escape>|<elude>|<evade> ( POSS|all ..2 attention|notice|eye|eyes|radar|memory|scrutiny|detection | all|our? notice | detection | me|us|him|her|them|everyone|everybody|all|both|PERSON|( the|two|three|four|both|all ..2 PERSON ) )",
			"<slip> ( ADV* past|by|through|between !( port|the ..1 gate ) | POSS ..2 mind|attention|memory|notice|fingers|net )",
			"<get>|<go>|<sail>|<sneak>|<fly>|<squeak>|<creep>|<pass>|<slide>|<waltz>|<breeze> ADV* past|by|under ( us|me|them|him|her|everyone|everybody|all|both|PERSON|( the|two|three|four|our|all|both ..2 PERSON|review|tests|test|radar|checks|net|reviewers|eyes ) )",
			"<go>|<pass>|<slip>|<fly> ADV* ( under POSS|the ..1 radar|nose|noses|eyes | over POSS ..2 head|heads | me|us|him|her|them|everyone by )",
			"<fall> ( through|between the|two ..1 cracks|crack|stools|net|floorboards | by the wayside | off POSS|the radar|list|table|agenda | on deaf )",
			"-HANDLED <go>|<stay>|<remain>|<sit>|<lie>|<leave>|<stand>|<pass>|<hang> ADV* ( for? ..2 ) UNDONE",
			"-HANDLED -i -we {was} ADV* unnoticed|unseen|unheeded|unread|unremarked",
			"-HANDLED <go>|<sit>|<remain>|<stay>|<lie> ADV* unanswered|ignored|missing|missed|unsaid|amiss",
			"<drop>|<fall> out of sight|view|mind",
		},
		finds:  []string{"The line ⟦escaped our attention⟧.", "It ⟦slipped past⟧ both reviewers.", "Three warnings ⟦went unread⟧.", "The lamp ⟦got past two reviewers⟧."},
		leaves: []string{"The memory escaped the sandbox.", "Two probes went unanswered.", "The packet slipped in at 02:00."},
	},
}

var hiddenAgentSays = []rule{
	{
		id: "hidden.human", kind: HiddenAgent, ask: &askKnown,
		// Passives of what only people do.
		says: []string{
			"-HANDLED -NUMBER -i -we [ {was} HUMANACT.n ] !{agent}", "alert|alerts|warning|warnings|alarm|alarms|advice|ticket|tickets|concern|concerns|objection|objections|rule|rules|procedure|procedures|lamp|noise|smell|message|mail|email|complaint|complaints|request [ {was} ignored ] !{agent}",
			"-HANDLED -i -we [ {was} ( waved|nodded|rubber-stamped|signed|pushed|rushed|hurried|let|passed|bounced|shrugged|brushed|laughed|explained|argued|talked|fobbed|handed ..1 through|off|away|aside|around|over ) ] !{agent}",
			"-HANDLED -i -we [ {was} left ADV* STATE|UNDONE|DOING|( to ..1 chance|rot|itself )|( in place|limbo )|( as is|it ) ] !{agent}",
			"-HANDLED -i -we [ ( was|were|got|being|( HAVE ADV* been ) ADV* ) ( put down to | written off | chalked up | shrugged|explained|waved|brushed|laughed off|away|aside | dismissed | mistaken|misread for|as | taken for|as | taken to be | attributed|ascribed to ) ] !{agent}",
			"-HANDLED -i -we [ ( was|were|got|( HAVE ADV* been ) ADV* ) ( considered|deemed|thought|believed|assumed|presumed|judged|regarded|treated|seen|viewed|classified|rated ..1 as|to|a|an|low|minor|harmless|safe|noise|too|not|unlikely|good|fine|irrelevant|unimportant|acceptable|sufficient|enough|unnecessary|overkill|optional ) ] !{agent}",
			"-HANDLED -PERSON -i -we [ was|were|got|had|has|have|been n't|not|never ADV* been? ADV* HEEDACT.n ] !{agent}",
			"[ -HANDLED -i -we {was} HUMANACT.n and|then ADV* forgotten|ignored|left|never ]",
			"[ -HANDLED -i -we {was} ( disabled|merged|deployed|pushed|shipped|changed|altered|modified|edited|removed|deleted|revoked|granted|pulled|unplugged|swapped|wiped|truncated|reverted|renamed|raised|lowered|reconfigured|released|introduced|hard-coded | switched|turned|shut|rolled off|on|out|back|down ) ] !{agent} !( automatically|from )",
		},
		unless: `\b(?:scheduler|autoscaler|controller|kernel|watchdog|broker|daemon|cron|script|bios|firmware|by default|by (?:me|us|the|a|an|{name}))\b|\b(?:i|we) (?:was|were|got|had been)\b`,
		finds:  []string{"The alarm ⟦was put down to⟧ a flaky sensor.", "The breaker ⟦had been left open⟧.", "The change ⟦was waved through⟧.", "The mask ⟦was taken for⟧ a glitch."},
		leaves: []string{"300 pages were skipped.", "I was not told until 04:00.", "The file was written at 02:11.", "The node was drained at 02:40.", "The change was approved by two people.", "The lock was released at 03:11."},
	},
	{
		id: "hidden.marked", kind: HiddenAgent, ask: &askKnown,
		// Any passive with a sign of human doing: somehow, wrong, by mistake, without, too late.
		says: []string{
			"somehow|( at some point )|( along the way )|( by mistake|accident|oversight )|( in error )|( through a|an|some ..1 mistake|oversight|misunderstanding|error ) ,? ..6 [ -i -we {was} DONE ] !{agent}",
			"[ -i -we {was} SOMEHOW DONE ] !{agent}",
			"-HANDLED -i -we [ {was} DONE ..5 ( by|in|through mistake|accident|oversight|error|haste|passing ) ]",
			"[ WRONG ..2 {was} CHANGEACT.n|HUMANACT.n|used|cut|ordered|chosen|built ] !{agent}",
			"-HANDLED -i -we [ {was} CHANGEACT.n|done|built|made|copied|ordered|labelled|cut|billed|shipped|stuck ..5 the? wrong|incorrect !by ] !{agent}",
			"-HANDLED -i -we [ {was} DONE|sent|put ..4 without DOING|any|so|notice|warning|approval|announcement|review|testing|anyone|anybody|consultation|( a|an ..1 CHECKNOUN|ticket|word|look|note|second|reason ) ]",
			"-HANDLED -i -we [ {was} DONE ..3 but|and ADV* ( was|were )? never|not|n't ADV* DONE ]",
			"-HANDLED -i -we [ {was} DONE ( ADV* too late|early|soon | backwards | upside down | inside out | the wrong way | back to front ) ] !{agent}",
			"-PERSON -FIRST -i <end>.d|<wind>.d up ( being | ADV* DONE|open|unlocked|enabled|disabled|loose|live | in|on ..1 prod|production | ..3 wrong )",
			"<find>|<make>|<work> its|their way into|in|onto|to|through|past",
			"mistake|mistakes|error|slip|slips|typo|typos|misunderstanding|confusion {aux} <creep>|<sneak>|<slip>|<happen>|<arise>|<occur> in|into|through|along|here|there|during|when|while|$",
			"-PERSON -FIRST <go>.d|<ship>.d|<roll>.d|<get>.d|<make>.d|<land>.d ( out|live|in|through|ahead|it|up|to|into|on ..3 )? without|untested|unreviewed|unchecked|unannounced|unsigned|half-tested|unverified",
			"( corners|wires|balls|shortcuts|liberties|promises|words|fingers ) {was} DONE|cut",
			"nothing ADV* {was} DONE|done !( ..4 by|when|in|on )", "-HANDLED -PERSON -i -we [ {was} thrown ..1 away|out ] !{agent}", "nothing|( no ..1 check|checks|test|tests|review|warning|notice|thought|attention|heed|consideration|handover|announcement|alarm|risk|briefing|record|note|regard|care|one ) {was} ADV* HEEDACT.n|given|held|sent|issued|conducted|said|made|paid",
		},
		unless: `\b(?:scheduler|autoscaler|controller|kernel|watchdog|broker|daemon|cron)\b`,
		finds:  []string{"Somehow the flag ⟦got flipped⟧ in prod.", "A ⟦wrong gasket was fitted⟧.", "The ticket ⟦was stuck on the wrong⟧ rack.", "The patch ⟦went out without⟧ a review."},
		leaves: []string{"The pod ended up on node 3.", "The rows were deleted at 02:10.", "Somehow I was calm.", "The old replica set was deleted by the controller."},
	},
	{
		id: "hidden.decision", kind: HiddenAgent,
		// Decisions and beliefs that nobody had.
		says: []string{
			"decision|decisions|choice|choices|call|assumption|assumptions|mistake|mistakes|error|errors|agreement|judgement|judgment|misstep|missteps|compromise|compromises|exception|exceptions|attempt|effort|commitment|bet|gamble|shortcut|shortcuts {was} ADV* made|taken|reached|struck|arrived|agreed|granted !{agent}",
			"it {was} ADV* decided|agreed|assumed|concluded|believed|thought|felt|deemed|forgotten|overlooked|presumed|argued|hoped|recommended|missed|determined|reckoned|figured|suggested|proposed|( taken for granted ) !{agent}",
			"[ the|general|common|prevailing|collective|a|there assumption|consensus|thinking|feeling|belief|view|perception|sentiment|reasoning|impression|mood was|were that|to|it|nobody|no|: ]",
			"the ..1 decision|call|choice ( was|is to|that|against|for | <fall> )",
			"there was|were a|an|some|no|general|much ..1 decision|agreement|assumption|consensus|reluctance|pressure|push|feeling|sense|tendency|belief|misunderstanding|miscommunication|confusion to|that|about|on|between",
			"things|stuff|bits {was} ADV* forgotten|missed|overlooked|lost|said|done|broken|rushed",
		},
		finds:  []string{"⟦Mistakes were made⟧.", "The ⟦decision was taken⟧ to go on.", "⟦The assumption was that⟧ it drains by itself.", "⟦It was felt⟧ that the check could wait."},
		leaves: []string{"I made two changes.", "It was agreed by both of us on the phone.", "My understanding was that the snapshot ran every night.", "My assumption was that it is idle."},
		unless: `\b(?:my|our) (?:{word} )?(?:assumption|understanding|impression|feeling|belief|view|thinking|decision|call|choice|reasoning)`,
	},
}

var verdictSays = []rule{
	{
		id: "verdict.act", kind: Verdict,
		// A judging word on an act, either way round.
		says: []string{
			"BADADJ ..1 ACT",
			"-<be> poorly|badly|ill|half|carelessly|sloppily|hastily DONE ..1 ACT",
			"[ ACT ..6 {is} DEGREE* ( not|n't|hardly|barely ..3 good|adequate|acceptable|professional|thorough|enough|competent|impressive|great|ideal|brilliant|clever|wise|smart|proper | far from | anything but | BADADJ|BADNOUN|( below|beneath|under ..1 par|standard|contempt )|( too ADV* late|slow|hasty|early|long|vague|optimistic|lax|little|thin|timid ) | BADLY DONE? | DONE BADLY ) ]",
			"[ it|that|this|which|( what|how|way FIRST|PERSON ..6 ) {is} DEGREE* BADADJ|BADNOUN !error|name|message|code|mode|rate|domain ]",
			"[ ( the way )|how|what FIRST|PERSON|this|it|things ..8 {is} DEGREE* BADADJ|BADNOUN ]",
			"[ it|that|this {is} DEGREE* wrong of|to ]", "wrong|bad|poor|weak|terrible|horrible|awful|stupid|dumb|unfortunate|crazy|silly|worst|lousy|sorry|wrongheaded ..1 call|decision|decisions|choice|choices|move|moves|idea|moment|judgement|judgment|plan|planning|thing|approach|reaction|practice|instinct|timing|priorities|excuse|leadership|form|showing|effort|example|performance|job|state|communication|workmanship|way|look|advice !on ( the ..1 screen )",
			"{is} not|n't|hardly|no ADV* ( a|an|the|my|our )? ..1 good|professional|proper|responsible|smart|clever|wise|great|thorough|fine|best|brilliant|grown-up|sensible|reasonable|serious|competent|way|how ..1 way|idea|decision|call|choice|job|work|move|practice|showing|example|moment|hour|plan|style|thing|effort|piece|engineering|communication|to|you|one|professionals|things", "what|such|quite a|an? ..2 BADNOUN", "a|an|utter|complete|total|real|pure|sheer|absolute|hot ..1 [ BADNOUN ] !name|( bin|can|collection|collector|value|values|data|detection|handling|mode|rate|threshold|domain|count|counter|bytes|in ..1 drill )",
			"{is} DEGREE* BADNOUN $",
		},
		unless: `\b(?:naive (?:bayes|datetime)|sloppy quorum|dumb (?:switch|terminal)|single point of failure|failure (?:mode|rate|domain|threshold|count)|(?:oversight|review) (?:board|committee|body)|typing mistake|spelling mistake|learn(?:ed|ing)? from|no mistake|mistake counter|mistake-proofing|bad (?:gateway|block|request|checksum|sector))\b|\b(?:disk|query|network|link|server|node|replica|machine|pump|sensor|clock|stream|connection|job)s? (?:was|were|is|are) (?:{word} )?too (?:late|slow)`,
		finds:  []string{"The ⟦handover note was sloppy⟧.", "It was ⟦shoddy workmanship⟧.", "⟦The way we handled comms was frankly embarrassing⟧.", "Their ⟦review of the request was superficial⟧."},
		leaves: []string{"We use naive Bayes.", "The bad block count was 14.", "The replica was far too slow for reads.", "I typed the wrong hostname.", "The failure mode is seal leaks."},
	},
	{
		id: "verdict.did", kind: Verdict, ask: &askCompared,
		// Somebody did badly.
		says: []string{
			"{who} [ BOTCH.dn ] !( for )", "{who} ( ..1 ) [ BADLY ] DID|DONE|DOING", "{who} [ DID|DONE ..6 BADLY ]", "[ <be> BADLY DONE ] !{agent}", "[ <be> DONE BADLY ]",
			"{who} [ DID|was|were|( had been ) ..4 DEGREE* too late|slow|slowly|hastily|quickly|soon|fast|timid|timidly|lax|trusting|optimistic|eager|vague ] !( for me|us )",
			"{who} [ <cut>.d ..1 corners ]", "{who} [ <jump>.d the gun|( to ..2 conclusions|conclusion ) ]", "{who} [ <drop>.d the ball ]", "{who} [ <lose>.d POSS head|heads|nerve|nerves|cool|temper|way|plot|( the plot ) ]",
			"{who} [ <make>|made ..2 mess|hash|meal|mockery|blunder|mistake|mistakes|howler|error of|in|with|out|when|by|here|there|$ ]", "{who} [ <take>.d ( the easy way | far|way|much too long | a shortcut|shortcuts | ages|forever ) ]",
			"{who} [ <get>|got it|this|that|everything ADV* wrong ]", "{who} [ <rush>.d ADV* it|into|the|to|things|in|ahead|headlong|a ]", "{who} [ ( ran|run|running ..2 headless ) ]", "headless chicken|chickens",
			"{who} [ <wing>.d it ]", "{who} [ <guess>.d|gambled !that ]", "took|takes|taken ( us|them|him|her|PERSON|everyone|me )? far|way|much too long to", "too little too late|( , too late )", "FIRST|PERSON {is} DEGREE* too late|slow to",
			"asleep at the", "no excuse|excuses", "how not to", "left|leaves|leave ..2 much|lot to be desired", "<fall> ..2 short of", "not POSS finest hour|moment", "nothing to be proud of", "amateur hour", "comedy of errors", "dereliction of", "( failure|lapse|error|errors|lapses of|in ..1 judgement|judgment|leadership|attention|concentration|discipline|process|imagination|duty|communication|care|planning )",
			"human|operator|user|pilot|driver|schoolboy|rookie|beginner's|beginners|basic|classic|unforced|elementary|manual error|errors|mistake|mistakes !rate|budget|code|page|:", "pebkac", "finger trouble", "fat-finger|fat-fingered|fat-fingering|fat-fingers|( fat finger|fingered|fingers )", "own goal", "brain fart",
			"against ..1 better judgement|judgment", "waste|wasting|wasted|squandered ( of|an|a|half|two|our|my|the|precious|valuable ..2 )? time|effort|hour|hours|minutes|breath|money",
			"{who} <have> no business|right DOING", "{who} should|ought ADV* have? known? better", "{who} blindly|naively",
			"dropped the ball", "wrong|incorrect|mistaken decision|conclusion|assumption",
			"POSS|the judgement|judgment|thinking|head {is} ADV* clouded|off|poor|impaired|elsewhere|flawed",
			"mistake of DOING", "<be> ADV* a|an|the|my|our|his|her|their|one ..2 mistake|blunder !:|counter",
		},
		unless: `\b(?:error (?:rate|budget|code|message|log)|user error:|kernel panicked|learn(?:ed|ing)? from|no mistake|not a mistake|typing mistake|spelling mistake|mistake counter)\b`,
		finds:  []string{"I ⟦panicked⟧ and killed sessions.", "We ⟦escalated far too late⟧.", "It ⟦took us far too long to⟧ see it."},
		leaves: []string{"The kernel panicked at 02:11.", "The query took far too long.", "The error rate rose to 4 %.", "I guessed that it is the switch."},
	},
}
