package coach

// Acts: what was not done, acts that are judged, acts without who acted.

var absenceRules = []rule{
	{
		id: "absence.failed", kind: Absence, ask: &askShown,
		cues:    "failed to|neglect|forgot|omitted|failing to|failure to|fails to",
		pattern: `{who}{adv}*(?: (?:had|have|has|all|both))?{adv}* (?P<x>(?:failed|fails|neglected|omitted) to\b|(?:neglected|forgot|forgotten|forget)(?: (?:to|about|that|the|one|a|all|our|it|this|how)\b)|omitted the\b)|\b(?:my|our|his|her|their|{role}['’]s) (?:failure|forgetting|failing|neglect|inability)(?: to| of)\b|\bby (?:failing|forgetting|neglecting) to\b`,
		unless:  `\bforgot my\b|\bforgot the (?:number|time|name|word|exact)\b`,
		finds:   []string{"I ⟦failed to⟧ check the slot.", "We ⟦forgot to⟧ silence the checks.", "He ⟦neglected to⟧ tell the night shift."},
		leaves:  []string{"The node failed to join the cluster.", "I forgot my badge at home.", "The installer failed to write to the disk."},
	},
	{
		id: "absence.overlooked", kind: Absence, ask: &askShown,
		cues:    "overlook|missed|ignored|disregard|omitted|paid no|gave no|lost track|lost sight|slipped|fell through|turned a blind|misread|skimmed|glossed",
		pattern: `{who}{adv}*(?: (?:had|have|has|all|both))?{adv}* (?P<x>(?:overlooked|ignored|disregarded|omitted|missed|skimmed over|glossed over|turned a blind eye|lost (?:track|sight)|(?:paid|gave) no (?:attention|heed|thought)))\b|{name} (?P<x2>overlooked|ignored|disregarded|missed)\b|\bslipped (?:my|our|his|her|their|everyone['’]s|through)\b|\bfell through the cracks\b`,
		after:   `(?:the |my |our |a |his |her )?(?:last )?(?:train|bus|flight|plane|ferry|tram|lunch|dinner|breakfast|party|appointment|stop|exit|turn|birthday|first call|call|by)\b`,
		finds:   []string{"The on-call engineer ⟦overlooked⟧ the second alert.", "I ⟦missed⟧ the line about the flag.", "The team ⟦ignored⟧ the warnings."},
		leaves:  []string{"I missed the last train.", "The parser missed a bracket.", "The retry logic ignores 404 responses.", "The limiter ignored two addresses."},
	},
	{
		id: "absence.not", kind: Absence, ask: &askShown,
		cues:    "n't|n’t|not |never",
		pattern: `{who}{adv}* (?P<x>(?:did(?:n['’]?t| not)|had(?:n['’]t| not)|have(?:n['’]t| not)|has(?:n['’]t| not)|never)(?: (?:even|really|actually|once|properly|at all|bothered to|thought to|fully|carefully|sufficiently|immediately))* {noticed})(?:d|ed|t|ght)?\b|{who}{adv}* (?P<x2>never (?:thought|bothered|noticed|checked|tested|verified|asked|considered|realised|realized|remembered|looked|looked at|read|told|informed|documented|reviewed|updated|planned|questioned)\b)|{who} (?P<x3>(?:hadn['’]t|had not|haven['’]t|have not|has not|hasn['’]t) (?:{word} )?(?:noticed|checked|tested|verified|asked|considered|realised|realized|thought|bothered|told|informed|documented|followed|read|looked|warned|updated|reviewed|communicated|escalated|paid attention))\b|\b(?:never|n['’]t|not) (?:even )?(?:occurred|occur|crossed|cross) (?:to |(?:my|our|his|her|their) mind)|\bit (?:never|did not|didn['’]t) occur(?:red)?\b`,
		unless:  `\b(?:told|asked|ordered|agreed|instructed|decided|chose) (?:{word} )?not to\b`,
		finds:   []string{"I ⟦didn't notice⟧ that the window was another.", "We ⟦never thought⟧ to look there.", "She ⟦didn't bother⟧.", "⟦It never occurred⟧ to me."},
		leaves:  []string{"I did not know that the service had moved.", "I didn't see any errors in the log.", "The client did not check the certificate.", "I did not have the number."},
	},
	{
		id: "absence.nobody", kind: Absence, ask: &askShown,
		cues:    "nobody|no one|no-one|none of|neither of|not one of|not a single",
		pattern: `\b(?:nobody|no[- ]one|none of (?:us|them|the {word})|neither of (?:us|them)|not one of (?:us|them)|not a single (?:person|one|engineer|{role}))(?: (?:else|in {word}|on {word}|ever|really|actually|even|had|has|of us|at {word}|from {word}|bothered to|in the {word}|on the {word}|was|were))* (?:watching|looking|monitoring|paying attention|checking|noticed|checked|thought|saw|seen|asked|looked|tested|verified|realised|realized|remembered|told|informed|caught|spotted|bothered|questioned|read|warned|updated|reviewed|monitored|cared|paid|considered|mentioned|documented|watched|raised|felt responsible|took (?:care|ownership|responsibility)|followed|communicated|challenged|understood|stopped to|picked up|escalated|thinks|checks|looks|noticing|tests|reads)\b`,
		unless:  `\b(?:asked|whether|if) (?:anybody|nobody)`,
		finds:   []string{"⟦Nobody noticed⟧ the disk filling up.", "⟦No one thought⟧ of the second dashboard."},
		leaves:  []string{"No one was on the bridge at that time.", "Nobody answered the phone at 02:40.", "None of the six nodes was a leader."},
	},
	{
		id: "absence.followed", kind: Absence, ask: &askUsual,
		cues:    "violat|deviat|bypass|skipped|skipping|follow|ignored the procedure|against the|without checking|without asking|without testing|without reading|without thinking|without looking|without verif|without review|without telling|without a second|lack of|absence of",
		pattern: `{other} (?P<x>violated|deviated from|bypassed|skipped|circumvented)\b|{who} (?P<x2>(?:violated|deviated from))\b|{who}[^,;.]{1,60}? (?P<x3>without (?:even )?(?:checking|asking|testing|reading|thinking|looking|verifying|reviewing|telling (?:us|anyone|anybody|me)|a second thought|double-checking))\b|\b(?P<x4>lack of (?:{word} )?(?:attention|care|communication|testing|tests|awareness|diligence|knowledge|training|discipline|planning|coordination|ownership|oversight|monitoring|understanding|experience|documentation|review|foresight|preparation|responsibility|interest))\b`,
		finds:   []string{"They ⟦skipped⟧ the review.", "The shift ⟦deviated from⟧ the plan.", "He merged it ⟦without checking⟧.", "There was a ⟦lack of communication⟧."},
		leaves:  []string{"I skipped step 4, since the volume was mounted.", "The crawler skipped 300 pages.", "The step was skipped by the script."},
	},
}

var hiddenAgentRules = []rule{
	{
		id: "hidden.mistakes", kind: HiddenAgent,
		cues:    "made|taken|reached|occurred",
		pattern: `\b(?:mistakes?|errors?|wrong assumptions?|assumptions?|bad (?:decisions?|choices?|calls?)|wrong (?:decisions?|choices?|calls?)|missteps?) (?:was|were|had been|have been|got|has been|may have been) made\b|\b(?:a|the|another) (?:{word} )?(?:decision|choice|call) (?:was|had been|has been|got) (?:made|taken|reached)\b`,
		after:   `by (?:me|us|{word})`,
		finds:   []string{"⟦Mistakes were made⟧ during the migration.", "⟦A decision was made⟧ to carry on."},
		leaves:  []string{"I made two changes.", "The decision was made by me and the shift lead."},
	},
	{
		id: "hidden.it_was", kind: HiddenAgent,
		cues:    "it was|it had been|it got|it has been|was felt",
		pattern: `\bit (?:was|had been|has been|got)(?: (?:then|also|later|even|never|not|simply|just|generally|widely|collectively|somehow))* (?:decided|agreed|assumed|concluded|believed|thought|felt|deemed|forgotten|overlooked|presumed|taken for granted|considered|argued|hoped|recommended|missed|determined)\b`,
		after:   `(?:{word} )?by\b`,
		finds:   []string{"⟦It was decided⟧ to skip the canary.", "⟦It was assumed⟧ that the lock is free."},
		leaves:  []string{"It was agreed by both of us on the phone.", "It was down at 02:10."},
	},
	{
		id: "hidden.strong", kind: HiddenAgent, ask: &askKnown,
		cues: "skipped|forgotten|overlooked|ignored|silenced|muted|snoozed|bypassed|disregarded|neglected|misconfigured|mishandled|not |never |misread|misunderstood|miscommunicated|unattended|signed off|waved|hard-coded|hardcoded|left |approved|n't|n’t|missed|postponed|rushed",
		pattern: `\b(?P<x>(?:was|were|had been|has been|have been|got|been|being)(?: (?:then|also|later|even|simply|just|again|somehow|once|all|both|apparently|wrongly|accidentally|mistakenly|silenced and|partly|deliberately))* (?:skipped|forgotten|overlooked|silenced|muted|snoozed|bypassed|disregarded|neglected|misconfigured|mishandled|misread|misunderstood|misinterpreted|miscommunicated|approved|signed off|waved through|postponed|missed|left (?:running|open|on|off|in place|enabled|disabled|unattended|unlocked|behind|unanswered|untested|out)|hard-?coded|rushed(?: through)?)` +
			`|(?:was|were|had|has|have|got)(?:n['’]t| not| never)(?: (?:been|even|properly|really|ever|sufficiently|adequately|fully|actually|yet|correctly))* (?:tested|checked|verified|followed|informed|notified|documented|communicated|escalated|reviewed|updated|told|validated|monitored|respected|adhered to|taken seriously|noticed|questioned|removed|reverted|turned (?:on|off)|switched (?:on|off)|re-enabled|enabled|disabled|considered|announced|coordinated|handed over|passed on|cleaned up|taken into account|looked at|backed up|rehearsed|trained|consulted|asked|involved|planned|maintained|patched|renewed|rotated|acted (?:on|upon)|closed|assigned|owned))\b` +
			`|\b(?:alerts?|warnings?|alarms?|signs?|advice|tickets?|concerns?|objections?|rules?|procedures?) (?P<x2>(?:was|were|had been|has been|have been|got)(?: (?:simply|just|then|also|again|partly|deliberately))* ignored)\b`,
		before: `\b(?:i|we|me)|{handled}`,
		after:  `(?:{word} ){0,4}by\b`,
		unless: `\b(?:i|we) (?:was|were) (?:not|n['’]t)`,
		finds:  []string{"The alert ⟦was silenced and then forgotten⟧.", "Steps ⟦were skipped⟧ in the restore.", "The backup ⟦was never tested⟧.", "The runbook ⟦was not followed⟧."},
		leaves: []string{"300 pages were skipped.", "I was not told until 04:00.", "The change was approved by two people.", "Two messages were ignored by the broker.", "The rows were not updated."},
	},
	{
		id: "hidden.changed", kind: HiddenAgent, ask: &askKnown,
		cues:    "was |were |been |got |being ",
		pattern: `\b(?:was|were|had been|has been|have been|got|been)(?: (?:then|also|later|even|simply|just|again|somehow|once|already|accidentally|mistakenly|wrongly|silently|quietly|never|manually|recently|previously|temporarily|deliberately|inadvertently|not|only))* (?P<x>(?:disabled|switched off|turned off|merged|deployed|pushed|rolled out|shipped|changed|altered|modified|edited|removed|deleted|revoked|granted|pulled|unplugged|swapped|wiped|truncated|copied|reverted|renamed|raised|lowered|reconfigured|released|{done} without (?:an?|any)|introduced|(?:run|executed) (?:on|in|against) the wrong|put (?:in|on|into) the wrong|sent to the wrong|given (?:the )?wrong|applied to the wrong))\b|\b(?P<x3>(?:wrong|incorrect|bad) {word} (?:was|were|got|had been|has been) (?:[a-z]{2,}ed|put|set|chosen|given|taken|sent|cut|run))\b|\b(?P<x2>got (?:restarted|rebooted|deleted|dropped|removed|changed|deployed|merged|switched off|turned off|disabled|killed|stopped|pushed|lost|moved|approved|muted))\b`,
		before:  `(?:i|we|me|{handled})(?: (?:was|were|had been|has been|have been|got|been))?(?: (?:then|also|later|again|already))*`,
		after:   `(?:(?:at|on|in|from|for|of|to|the|for a|with|within|and)? ?{word} ){0,6}?by\b|(?:automatically|from (?:{word} ){0,2}to \d|to \d)`,
		unless:  `\b(?:scheduler|autoscaler|controller|kernel|watchdog|broker|daemon|cron|bios|firmware|by (?:me|us|the|a|an|{name}))\b|\b(?:i|we) (?:was|were|got|had been)\b`,
		finds:   []string{"The rule had been ⟦removed⟧ without a ticket.", "The ⟦wrong branch got deployed⟧.", "The limits had been ⟦changed⟧ on Tuesday.", "Access was ⟦granted⟧ to the wrong group."},
		leaves:  []string{"The rows were deleted at 02:10.", "The pod was removed by the scheduler.", "I was cut off the bridge.", "The release was cut on Monday.", "The old replica set was deleted by the controller.", "The file was written at 02:11."},
	},
}

var verdictRules = []rule{
	{
		id: "verdict.error", kind: Verdict, ask: &askPossible,
		cues:    "error|finger|failing",
		pattern: `\b(?:human|operator|user|pilot|admin|administrator|driver|engineer|developer|staff|manual|configuration|beginner['’]?s?|rookie) (?:error|errors|failure|failing|mistakes?)\b|\bpebkac\b|\bfat[- ]?finger(?:ed|ing|s)?\b|\bfinger trouble\b|\berrors? (?:of judgement|of judgment|in judgement|in judgment|on (?:my|our|his|her|their) (?:part|side))\b|\b(?:an?|my|our|his|her|their) (?:big |huge |serious |grave |stupid |silly |simple |basic )?errors? (?:by|of) (?:the )?{human}`,
		after:   `[:(]|(?:rate|budget|code|page|log|message)s?\b|(?:is|was) (?:one|an entry|a value)`,
		finds:   []string{"This was a case of ⟦human error⟧.", "⟦Operator error⟧, plain and simple."},
		leaves:  []string{"The error rate rose to 4 %.", "user error: invalid mask", "The error budget was at 40 %."},
	},
	{
		id: "verdict.mistake", kind: Verdict, ask: &askPossible,
		cues:    "mistake|blunder|oversight|misjudg|negligence|malpractice|incompetence|carelessness|sloppiness|stupidity|recklessness|complacency|laziness|misstep|screw-up|screwup|cock-up|botch|lapse|fiasco|shambles|foul-up|disgrace|travesty",
		pattern: `\b(?:mistakes?|blunders?|oversights?|misjudge?ments?|misjudged|gross negligence|negligence|malpractice|incompetence|carelessness|sloppiness|stupidity|recklessness|complacency|laziness|missteps?|screw-?ups?|cock-?ups?|botched|lapses?(?: of| in) (?:judge?ment|attention|concentration|discipline)|fiasco|shambles|foul-ups?|disgrace|travesty)\b`,
		before:  `typing|spelling|no|any`,
		unless:  `\b(?:oversight (?:board|committee|body)|typing mistake|spelling mistake)\b|\blearn(?:ed|ing)? from\b`,
		finds:   []string{"Restarting the primary was a big ⟦mistake⟧.", "It was an ⟦oversight⟧."},
		leaves:  []string{"My typing mistake stayed until noon.", "I found no mistake in the file.", "The oversight board meets on Friday."},
	},
	{
		id: "verdict.call", kind: Verdict,
		cues:    "wrong|bad|poor|terrible|worst|stupid|dumb|questionable|right thing|correct thing|better judge|judgement|judgment|horrible|awful|waste of time|foolish|dubious|correct decision|right decision|right call",
		pattern: `\b(?:wrong|bad|poor|terrible|worst|stupid|dumb|questionable|horrible|awful|foolish|dubious|weak|unfortunate|disastrous|crazy|idiotic|silly) (?:possible )?(?:call|decisions?|choices?|moves?|idea|moment|judge?ment|plan|planning|thing to do|way to|approach|reaction|practice|management|communication|preparation|execution|handling|design decision|judgement call|job|work|instinct|response|engineering|coordination|strategy|priorities|leadership|timing)\b|\b(?:i|we|you|he|she|they|it|that|this|{human}) (?:was|were) (?:simply |just |clearly |so )?wrong to\b|\bagainst (?:my |his |her |our |their )?better judge?ment\b|\bwaste of (?:time|effort)\b`,
		finds:   []string{"It was the ⟦wrong call⟧ to fail over.", "That was ⟦bad judgement⟧.", "⟦We were wrong to⟧ go on."},
		leaves:  []string{"I typed the wrong hostname.", "It returned a bad gateway.", "The wrong disk was in bay 4."},
	},
	{
		id: "verdict.act_is", kind: Verdict,
		cues:    "was|were|is |are |been|'s|’s|seem|felt|came",
		pattern: `\b{act}(?: itself| alone| as such| overall)?(?: (?:of|in|on|for|by|from|to|during|with|around|between|after) (?:{word} ?){1,5}?)?(?: to (?:{word} ?){1,4}?)? ?(?:was|were|is|are|has been|had been|seems|seemed|felt|looked|came|['’]s){adv}* (?:a |an |the |such a |such an )?{bad}\b|\b{act}(?: {word}){1,6}? and {gapless} (?:itself |was |were )?{bad}\b`,
		unless:  `\bjob was (?:late|slow)`,
		finds:   []string{"The handover ⟦note was sloppy⟧.", "The ⟦escalation came too late⟧.", "The ⟦decision to keep going was a terrible⟧ one.", "The ⟦migration was badly planned⟧ from the start."},
		leaves:  []string{"The sloppy quorum option was on.", "The disk was too slow for it.", "The handover was at 22:00."},
	},
	{
		id: "verdict.bad_act", kind: Verdict,
		cues:    "careless|sloppy|reckless|negligent|irresponsible|unprofessional|inadequate|unacceptable|inexcusable|unforgivable|stupid|dumb|foolish|idiotic|silly|terrible|awful|horrible|abysmal|appalling|lousy|poor|amateurish|haphazard|superficial|half-|clumsy|hasty|rash|ill-|misguided|short-sighted|shoddy|incompetent|botched|insane|ridiculous|ludicrous|embarrassing|shameful|pathetic|disastrous|thoughtless|badly|premature|unwise|insufficient|lazy|mindless|crazy|too late|too slow|mess|joke|disaster|unnecessar",
		pattern: `\b(?:careless|sloppy|reckless|negligent|irresponsible|unprofessional|inadequate|unacceptable|inexcusable|unforgivable|stupid|dumb|foolish|idiotic|silly|terrible|awful|horrible|abysmal|appalling|lousy|poor|amateurish|haphazard|superficial|half-hearted|half-baked|half-assed|clumsy|hasty|rash|ill-advised|ill-conceived|misguided|short-sighted|shoddy|incompetent|botched|insane|ridiculous|ludicrous|embarrassing|shameful|pathetic|disastrous|thoughtless|premature|unwise|insufficient|lazy|mindless|crazy|unnecessary|badly {done}|poorly {done})(?: {word})? {act}\b|\b(?:it|that|this|which|what (?:i|we|he|she|they) did)(?:['’]s| was| were| is) (?:just |simply |really |very |so |such |pretty |plain |totally |absolutely |quite |rather |incredibly )*(?:a |an )?(?:very |really |complete |total |absolute )?(?:careless|sloppy|reckless|negligent|irresponsible|unprofessional|unacceptable|inexcusable|unforgivable|stupid|dumb|foolish|idiotic|silly|terrible|awful|horrible|abysmal|appalling|amateurish|clumsy|hasty|rash|misguided|shoddy|insane|ridiculous|ludicrous|embarrassing|shameful|pathetic|disastrous|thoughtless|unwise|mess|joke|disaster|disgrace|catastrophe|unnecessary|incompetent|wrong of)\b|\b{who} (?:reacted|responded|acted|escalated|noticed|answered|started|called|intervened|came|rolled back)(?: {word}){0,3}? (?:far |much |way )?too (?:late|slowly|slow|hastily)\b|\b(?:too little,? too late|(?:far|much|way) too (?:late|slow|hasty|optimistic|lax))\b`,
		after:   `(?:quorum|switch|terminal|loader|loading|scheduler|mode|name)\b|for (?:me|us) to`,
		unless:  `\b(?:disk|query|network|link|server|node|replica|machine|pump|sensor|clock|stream|connection|response time)s? (?:was|were|is|are) (?:far |much |way )?too (?:late|slow)`,
		finds:   []string{"⟦That was a careless⟧ deploy.", "⟦That was stupid⟧.", "⟦We reacted too late⟧."},
		leaves:  []string{"A dumb switch sits between the racks.", "We use naive Bayes.", "The replica was far too slow for reads."},
	},
	{
		id: "verdict.adverb", kind: Verdict, ask: &askCompared,
		cues:    "incorrectly|improperly|wrongly|carelessly|recklessly|needlessly|unnecessarily|prematurely|hastily|blindly|negligently|foolishly|stupidly|sloppily|mindlessly|thoughtlessly|naively|irresponsibly|inexplicably|badly|poorly|stubbornly|clumsily|inappropriately|erroneously|mistakenly",
		pattern: `{who}(?: (?:had|have|has|then|also|all))* (?P<x>(?:incorrectly|improperly|wrongly|carelessly|recklessly|needlessly|unnecessarily|prematurely|hastily|blindly|negligently|foolishly|stupidly|sloppily|mindlessly|thoughtlessly|naively|irresponsibly|inexplicably|stubbornly|clumsily|inappropriately|erroneously|mistakenly))\b|{who} [^,;.]{2,50}? (?P<x2>(?:improperly|carelessly|recklessly|needlessly|unnecessarily|prematurely|hastily|blindly|negligently|foolishly|stupidly|sloppily|mindlessly|thoughtlessly|irresponsibly|incorrectly|badly|poorly|inappropriately))\b|\b(?:was|were|had been|been)(?: {word})? (?P<x3>(?:improperly|carelessly|recklessly|needlessly|unnecessarily|prematurely|hastily|negligently|foolishly|stupidly|sloppily|incorrectly|wrongly|badly|poorly|inappropriately|erroneously) (?:set|configured|executed|handled|done|applied|planned|prepared|written|tested|run|performed|carried out|managed|assigned|communicated|documented|rolled out|deployed|installed|approved|maintained|used|designed|chosen|changed|started|stopped|coordinated|organi[sz]ed))\b|\b(?P<x4>(?:set|configured|executed|handled|done|applied|planned|prepared|performed|carried out|managed|run|installed) (?:improperly|carelessly|recklessly|hastily|prematurely|incorrectly|badly|poorly|sloppily|wrongly|needlessly|unnecessarily))\b`,
		after:   `(?:needed|wanted|hurt|affected|hit)\b`,
		finds:   []string{"The engineer ⟦incorrectly⟧ assigned the role.", "The command was ⟦executed improperly⟧."},
		leaves:  []string{"The parser incorrectly handles tabs.", "The value was incorrectly rounded."},
	},
	{
		id: "verdict.mood", kind: Verdict, ask: &askPressure,
		cues:    "panick|flail|rushed|fumbl|scrambl|guessed|dither|bungl|overreact|froze",
		pattern: `{who}(?: {word}){0,2}? (?P<x>(?:panicked|flailed|fumbled|dithered|bungled|overreacted|dropped the ball|rushed (?:it|into|through|the|to|things)|blindly (?:trusted|followed|ran|copied)))\b|{other} (?P<x2>(?:guessed|scrambled))\b|\b{who} dropped the ball\b|{name} (?P<x3>panicked|bungled|fumbled|overreacted)\b`,
		finds:   []string{"He ⟦panicked⟧ and killed the wrong process.", "They ⟦rushed into⟧ the migration."},
		leaves:  []string{"The kernel panicked at 02:11.", "Traffic rushed in."},
	},
}
