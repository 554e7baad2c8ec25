package coach

// Looking back, as constructions: what was not, what was known only later, the one cause.

var counterfactualRules = []rule{
	{
		id: "counterfactual.modal", kind: Counterfactual, ask: &askOptions,
		// A modal of the past that was not (Roese, The functional theory of counterfactual thinking).
		says: []string{
			"-JOB [ should|ought not|n't? to? ADV* have|'ve|of not|n't? ADV* DONE ]", "shoulda|coulda|woulda", "[ should|could n't ..3 have DONE ]",
			"could not|n't? ADV* have|'ve|of ADV* ( been ADV* avoided|prevented|caught|seen|stopped|noticed|detected|spotted|faster|quicker|better|done|fixed|solved|handled|shorter|smaller|mitigated|found|so | DONE !been )",
			"might|may ( not|n't )? ADV* ( have|'ve|of ) ADV* ( caught|prevented|avoided|saved|noticed|seen|stopped|helped|known|found|spotted|detected|spared|limited|contained|shortened|reduced|warned|told|revealed|shown|exposed|survived|worked|held|rescued|protected|flagged|tipped|changed|bought|given|( gone better|differently|another )|( been avoided|prevented|caught|spared|noticed|saved|better|shorter|wiser|different|safer|enough|smarter|less|averted|easier ) )",
			"would|'d not|n't? ADV* have|'ve|of ADV* DONE !NUMBER", "need not|n't|never|only ADV* have DONE",
			"did not|n't|never ADV* have|need to ADV* happen|be|come|end|go|take|last|escalate|get|cost",
			"needed|wanted|deserved|required ( DOING|( to be|have DONE ) ) ..6 first|earlier|before|beforehand|sooner|ago|years|months|weeks|long|already|instead",
			"what|all ..2 needed was|were", "what was ADV* needed",
			"[ FIRST|PERSON {of} was|were not|n't? ADV* supposed|meant|obliged|required to ] !( be ADV* at|in|on|off )", "was|were ADV* meant|supposed|due|expected? to have DONE|been",
		},
		unless: `\b(?:i|we) (?:thought|expected|assumed|believed|guessed)\b|^\W*(?:who|what) would have\b|\bwould(?: have|['’]ve) been \d|\b(?:the (?:job|build|test|run|probe|retry|timer|alert|alarm|page|check|request|import|export|backup|restore|deploy|query|counter|queue|lag|failover|script|pod|node|server|service|pump|process|task|cron)) should(?:n['’]t| not)? have\b|\bshould have (?:a|an)\b|\bcould(?:n['’]t| not)? (?:only )?have been (?:the|a|either|one|any|in|at|on|before|after)\b|\bmay have\b`,
		finds:  []string{"She ⟦could have paged⟧ them.", "The valve ⟦needed isolating first⟧.", "Two checks ⟦might have saved⟧ us."},
		leaves: []string{"The job should take five minutes.", "The retry should have fired at 80 %.", "It could have been the switch or the cable.", "I might have typed it twice.", "I thought it would have finished.", "The node needed a restart.", "I was supposed to be off at midnight."},
	},
	{
		id: "counterfactual.if", kind: Counterfactual, ask: &askKnown,
		// Conditions against the fact, wishes, other ways.
		says: []string{
			"one|a|an ..6 ,? and FIRST|PERSON|it|this|that|none|nothing|( THE ..3 ) would|'d|could|might",
			"'d|would give ..4 to have|be|go|turn|undo",
			"( a|one|two|some|another ..6 would|could|might|'d ADV* have ADV* DONE|been )",
			"if ..6 had|were|was|did ..16 would|could|might",
			"^ had|were|should FIRST|PERSON|it|that|this|( THE ..3 ) ..10 ,? ..6 would|could|might|'d !QM",
			"imagine|suppose if|we|they|i had",
			"than? it ( needed|had|ought|should to )? have? been",
			"( sooner|earlier|better|less|longer|more|faster|worse ..2 than ( it|we|they|i|necessary|needed|he|she ) ( had|need|needed|should|ought|necessary ) )",
			"should never|not|n't ADV* have",
			"was|were never|not|n't ADV* meant|supposed|intended to",
			"( what|how ( a|much ) difference ..4 ( would|could|might ) )",
			"( <be>|been ( so|as )? ( easily|well|better|far )? ( avoided|spared|prevented|averted ) )",
			"could|would have? ..2 gone the other way|( otherwise|differently )",
			"nothing ( would|'d|could|need|needed ) ( have )?",

			"if only", "if ..4 had|'d not|n't? ADV* DONE|been|had|only|just ..20 ,? ..8 would|could|might|'d", "^ had FIRST|PERSON|you|it|that|this|there|( THE ..3 ) not|n't? ADV* DONE|been|gone", "had it not|n't been", "were it not for",
			"^ but for THE", "without|with|given THE|one|another|more|better|proper|some ..8 ,? ( FIRST|PERSON|it|this|that|none|nothing|there|( THE ..2 )|nobody ) would|could|might|'d", "one|a|another more|second|extra|single|simple|proper ..8 and FIRST|PERSON|it|this|that|none|nothing|there ADV* would|'d|is|could|never", "and none of this",
			"i|we|they|he|she ADV* ADV* <wish> i|we|that|it|he|she|they|someone|somebody|there|( THE ..2 had|was|were|would )", "<wish> i|we|that|( THE ..2 ) 'd|had|could", "wishing i|we|that", "ideally", "in a|an|any|the ..1 ideal|perfect|better|sane|just|fair|normal|saner|proper|different|well-run world|universe|company|shop|team|plant|life", "avoidable|preventable", "by rights",
			"better|wiser|smarter|safer|nicer|cleverer|sensible|best|nice|good|prudent|easier|cheaper|kinder|right to have", "better|wiser|smarter|safer|saner|right|sensible|correct|obvious|best move|thing|course|option|choice|call|decision|way|plan|bet|moment|time|step|response|approach|alternative ..3 was|were|would|'d", "would|'d ADV* ( be|have ADV* )? been? better|wiser|smarter|safer|best", "there|it was|were ADV* still|plenty|enough ..2 time|chance to", "had every|ample|plenty ..2 chance|opportunity|opportunities|chances|time|reason to", "( chance|opportunity|opportunities|chances|time|window ( to ADV* <stop>|<prevent>|<avoid>|<catch>|<fix>|<abort>|<cancel>|<ask>|<speak>|<check>|<roll>|<intervene>|<react> ) )", "missed|wasted|squandered|lost|blown opportunity|chance|opportunities",
			"pity|shame that|we|i|nobody|he|she|they|no", "too bad that|we|i|nobody|he|she|they|no",
			"why ..1 did|was|were|had|could ADV* n't|not? nobody|noone|FIRST|PERSON|( no one )", "why not just|simply", "why on earth", "how come nobody|no|we|i|he|she|they", "if i could ADV* go|turn|do|have", "given another|second chance", "none|nothing of this|that|it|all would|needed|had|need|should", "<give> anything", "would|'d not|n't|never ADV* be here|talking|writing|having|sitting|reading|where",
			"i|we|they|he|she|you would|'d rather|sooner have|had", "i|we|they|he|she|you had better ADV* DONE", "should|could|would ve DONE", "shouldve|couldve|wouldve|mustve|shouldof",
		},
		unless: `\b(?:asked|wondered|checked|see|know|knew|unclear|looked|sure) if\b|\bwish list\b|\bbest wishes\b|\bunavoidable\b|\b(?:i|we) (?:thought|expected|assumed|believed|guessed)\b|\bhad (?:i|we|you|they|he|she) [^.;]*\?`,
		finds:  []string{"⟦If only⟧ the on-call had waited.", "⟦Ideally⟧ the pump is isolated first.", "⟦Had it not been⟧ for that, the drain goes there."},
		leaves: []string{"If the pump stops, the level falls.", "I asked if he had restarted it.", "Had I missed a page?", "The wish list has four rows."},
	},
}

var hindsightRules = []rule{
	{
		id: "hindsight.plain", kind: Hindsight, ask: &askKnown,
		// Words of plainness, and of knowing before the fact.
		says: []string{
			"OBVIOUSLY", "^ clearly|naturally|inevitably|plainly|evidently|surely ,? THE|FIRST|PERSON|it|there|this|that|an|,|no|nobody|nothing|someone", "of course", "sure enough", "( lo and behold )|( needless to say )|( goes without saying )|( as anyone|everyone|everybody|could|was|might|any|one ..4 expected|know|knows|known|guess|predicted|predict|expect|tell|told )|( how predictable )|( what did ..2 expect )", "( no|little|small|hardly|not a|any|really|much? wonder|surprise|shock|coincidence|accident|mystery|secret|surprising|unexpected !party )|( surprise , surprise )|( came as no )|( to nobody|noone|no|everyone ..3 surprise )|( nobody|noone|( no one ) ADV* <be> surprised )|( big surprise )",
			"( it|that|this|which|there|pattern|cause|problem|connection|link|answer|reason|( THE _ )|( what ..4 )|( the ..3 ) ) ( <be>|<become>|( HAVE been )|( should have been )|<seem>|<look> ) DEGREE* ADV* ( OBVIOUS|( as|so? plain|clear|obvious as )|( plain|there ADV* to see )|( plain|clear as day )|( written all over )|( there|visible ADV* for|to all|anyone|everyone|anybody|see )|( in front of )|( under POSS ..1 nose|noses )|( no ..1 secret|surprise|accident|mystery ) ) !( to me|us|which|whether|if|why )", "OBVIOUS|textbook|classic|glaring|early|unmistakable|sure|tell-tale|telltale|ominous ..1 SIGN|symptom|flaw|gap|giveaway|danger|case",
			"( should|must|ought to? ADV* ( have|'ve ) ADV* ( been|raised|rung|tipped|told|made|set|given|alerted|warned|alarmed|stood|jumped|screamed|worried ..2 ( obvious|clear|bell|bells|me|us|alarm|alarms|it coming|( it|that|this coming )|flags|better|off|out|suspicious|eyebrows ) ) )", "( should|ought to? ADV* ( have|'ve ) ADV* known )|( must have known )",
			"<know>.dn ..2 ( all along )|( from the ..1 start|beginning|outset|off|first )|( the whole time )|( for weeks|months|years|ages )|beforehand|( deep down )|( full well )", "everyone|everybody|( we all ) ADV* knew", "open secret", "common knowledge", "known|knew for|since ..1 weeks|months|years|ages|long", "i|we ADV* knew it|this|that|something|then|better ..2 would|'d|coming|off|wrong|bad|trouble", "had a ..1 premonition", "told you|them|everyone|him|her|us so", "i|we predicted|foresaw", "as i|we predicted|feared|warned",
			"<see> it|this|that|( THE ..2 ) ..1 coming", "<see> it|this|that a mile", "<turn>.sd out ADV* that|to|it|later|,|we|the|there|was|he|she|they", "( as it|we|luck later|soon|now|would|subsequently|'d ..2 emerged|transpired|turned|learned|learnt|find|discover|learn )|( it later|soon|subsequently ..2 emerged|transpired )|( we|i would|'d ADV* learn|discover|( find out ) )|( little did )|( unbeknown|unbeknownst to )|( as we ( now|all|today ) know )|( we|i now|today|meanwhile know|understand|realise|realize )|( i|we know|understand|realise|realize now|today )",
		},
		unless: `\b(?:not|wasn['’]t|isn['’]t|less|never) (?:at all |yet |so |very |that |exactly |entirely )?(?:clearly|obvious|clear|evident|apparent|plain)\b|\bunpredictable\b|\b(?:clear|obvious|evident|apparent|plain) to (?:me|us)\b|\b(?:the )?(?:log|queue|screen|panel|channel|port|board|sky|line|road|field|buffer|cache|way|air|view) (?:was|is|were) clear\b|\bmake (?:it|this|that) clear|\bclearly (?:marked|separated|distributed|labell?ed)\b|\bi see (?:it|that|this) (?:now )?on\b|\bin plain text\b|\bno surprise party\b`,
		finds:  []string{"⟦Of course⟧ the standby had the bug.", "We ⟦should have known⟧.", "⟦Sure enough⟧, the disk was full."},
		leaves: []string{"It was not clear which node led.", "The queue was clear.", "It was clear to me at 02:20 that this is the switch.", "Clearly marked cables run on the left side.", "I knew the number by heart.", "The course of the night is in the log."},
	},
	{
		id: "hindsight.back", kind: Hindsight,
		// The view from the end.
		says: []string{
			"hindsight !stores|service|metrics|tool|table|database|and|v1|v2 ( is|was|makes|tells|shows )?", "in retrospect|( retrospectively )", "^ looking|thinking|reflecting back !( through|in|into|over|up|from ) ,|now|at|on|it|i|we|the|that|there|today", "^ looking|reading|seeing at? it|this|that|the ..4 now|today", "when i|we look|read|think|reread|replay back|it|this|the|over ..4 now|today", "with|from|given|knowing ( what|everything|( all that? ) ) i|we|you have? know|learned|learnt", "seen|viewed|judged from here|today|now|afar", "with|in ( the benefit|wisdom|knowledge|light of ..3 knowledge|know|later|knowing|happened )", "with today|today's|present|current|later 's? ..1 knowledge|eyes|wisdom", "now that i|we know|understand", "( after the fact )|( 20/20 )|( twenty-twenty )|( monday morning )|( easy to say now )|( only later did|do we|i )|( today|nowadays i|we know|see|understand|would )", "<be> that|then|there ADV* when|where ..5 wrong|doomed|lost",
		},
		unless: `\b(?:named|called) hindsight\b|looking back (?:through|in|into|over)\b|\bwith what we knew\b`,
		finds:  []string{"In ⟦hindsight⟧ the spike was the start.", "⟦With what we know⟧ today, it was the giveaway.", "⟦In retrospect⟧ it makes sense."},
		leaves: []string{"The service named hindsight stores metrics.", "Looking back through the log, the first timeout is at 01:12.", "With what we knew then, I waited."},
	},
	{
		id: "hindsight.fate", kind: Hindsight, ask: &askBecome,
		// What had to come.
		says: []string{
			"was|were|'s|is|been ADV* bound|destined|fated|doomed|predestined|sure|certain|guaranteed|condemned to|for", "bound to ADV* happen|fail|break|go|end|fall|blow|crash|come|bite|be|catch|run", "doomed",
			"was|were ADV* never|always|inevitably|only going to", "a matter|question of time|when", "waiting to happen", "time|ticking bomb", "time-bomb", "sooner or later", "recipe for", "in the making", "it|that|this had to happen", "<have> it|that|this coming", "was|is ADV* inevitable|unavoidable|inescapable",
		},
		unless: `\b(?:socket|address|port|set to \d)\b`,
		finds:  []string{"It ⟦was bound to⟧ happen.", "That node ⟦was always going to⟧ fail.", "It was only ⟦a matter of time⟧."},
		leaves: []string{"I was going to restart it.", "The socket is bound to port 80."},
	},
	{
		id: "hindsight.sign", kind: Hindsight, ask: &askShown,
		// Signs that were there, and fate.
		says: []string{
			"<cry>|<scream>|<beg>|<shout> out? for",
			"the ..1 cracks ..3 show|showed|showing|visible|there",
			"tip of the iceberg",
			"that|this was|is ( our|the|my ..1 ) ( cue|clue|hint|warning|tell|chance )",
			"( should|ought|must ADV* have? ) ( given|made|told|rung|raised|tipped|set|put ..3 ( pause|think|suspicious|off|away|bell|alarm|eyebrow|eyebrows|wonder|guard ) )",
			"( spelt|spelled|meant|smelled|smelt|reeked|smacked|stank of? trouble|disaster )",
			"if|once you|we|one know|knew|knows where|what to look",
			"the pattern|picture|trend|story|graph|numbers|data|log|logs|signs ( could|can ( hardly|not )? ) have been",
			"all ( there|along ) ( in|on|for|if|to )",
			"been ( there|visible|obvious|brewing|coming|building|showing|festering|smouldering|growing|drifting|creaking|groaning ) ..1 ( for|since|all|in|a ) ( weeks|days|months|years|ages|long|( the whole )|hours|along|while|NUMBER|_ )",
			"the moment|minute|second|day ( we|they|i|he|she|the|that|it ..8 ) ( doomed|lost|sealed|over|fate|done|finished )",
			"( lost|beaten|dead|over|finished ( before|from the ) ( it|we|start|begun|began|they ) )",
			"( no|never ( stood|had ) a? chance )",
			"( had|have disaster|trouble|failure|accident ( written ..3 ) )",
			"an accident|( a disaster|fire|failure|breakdown ) ..1 ( to|that )? ( happen|waiting )",
			"( living|living on|running out of|walking|dancing|sitting|skating ( on|a|into ) ..2 ( volcano|powder|time|ice|edge|tightrope|bomb|razor|luck|keg|minefield|trap ) )",
			"( luck|time ( was bound to|( ran|run|running|had run ) out ) )",
			"( walked|sleepwalked|stumbled|marched|drove|sailed|ran|headed ..1 ( straight )? into ..2 ( trap|disaster|wall|abyss|it ) )",
			"we|they|it {was} ( on|in )? ..1 ( course|track|road|way to ( disaster|failure|ruin|hell ) )",
			"what ( could|would ( possibly )? ) go wrong",
			"it ( was )? only ( took )? a ( spark|matter )",
			"red flag|flags !emoji|icon", "( warning|telltale|tell-tale|danger|distress|alarm sign|signs|signal|signals|bells|bell )", "THE ..2 [ SIGN ADV* ( <be>|( HAVE ADV* been ) ) ADV* ( there|visible|obvious|( in front )|( on the wall )|( all over )|everywhere|clear|plain|loud|hard|easy|impossible|unmistakable|abundant|plentiful|right|staring|mounting|building|piling|accumulating ) ] ", "( writing ..3 on the wall )|( handwriting )", "there <be>|( HAVE been ) plenty|enough|ample|lots|many|numerous|several|every|( no shortage ) ..3 sign|signs|warning|warnings|clues|clue|hints|hint|omens|indication|indications", "all the ..1 signs|clues|hints|omens|warnings|pointers", "<stare> ..3 in the face", "hard|impossible|difficult|easy to miss|overlook|see|spot", "right|directly under|before POSS ..1 nose|noses|eyes", "under POSS very? noses|nose", "right|directly? in front of us|our|me|my|everyone|everybody|them|their", "in plain sight|view", "plain as ( day|a|the )", "<ring> ..2 bell|bells", "<raise>|<set> ..3 eyebrows|eyebrow|( alarm bells )|( red flags|flag )", "<scream>|<shout>|<cry>|<yell>|<beg> out|at|for|to ..1 us|me|attention|help|see|trouble|noticed|fix|fixed|be", "<spell>|spelt trouble|doom|disaster", "<point> straight|clearly|directly|right|all to|at|in", "<say>|<tell> it all", "<speak> volumes", "could|can hardly|scarcely|not|n't ADV* ( have )? be|been ADV* clearer|plainer|louder|obvious",
			"{is} DEGREE* THE? dead|sure|final|early|clear|sure-fire sign|warning|tell|hint|clue|symptom", "shot across", "wake-up|( wake up ) call", "OMEN", "was|were|'s|is|been ADV* bound|destined|fated|doomed|predestined|sure|certain|guaranteed|primed|ripe|condemned|( headed|heading|cruising )|( asking for ) to|for", "was|were ADV* asking for it|trouble", "was|were ADV* never|always|inevitably|only going to", "never|always going to ADV* fail|happen|break|fall|blow|end|work|hold|last|make|go|come|crash|cope|survive|fit", "bound to ADV* ( happen|fail|break|go|end|fall|blow|crash|come|bite|be|catch|run|die|snap|give|leak|burst|explode|backfire )", "doomed", "a matter|question of time|when", "when , not if", "not if ,? but when", "( waiting to happen )|( in the making )|( time bomb )|( time-bomb )|( ticking ..1 ( bomb|clock ) )|( powder keg )|( house of cards )|( borrowed time )|( asking|begging|looking|spoiling for it|trouble|disaster )|( tempting fate )|( playing with fire )|( thin ice )|( russian roulette )|( recipe for )|( sealed ..2 fate )|( beginning of the end )|( point of no return )|( the die was )|( sooner or later )|( one day or )|( the inevitable )|( had to happen|( ( go|fail|break|blow|end|come|fall|snap|give|burst|crash|die|collapse ) ..3 wrong|badly|apart|point|eventually|someday|day ) )|( had|have it|this|that coming )|( coming to us )|( was|is|were set up to fail )|( only go|end ..2 way|wrong|badly|tears )|( could only|never|not|n't|hardly ADV* end|go|work|last|hold|be ..2 well|badly|one|wrong|tears|otherwise|differently )|( the stage was set )|( set the stage )|( famous last words )|( the first domino )|( domino )|( calm before )|( trouble|storm was? brewing )",
			"FATAL ..1 DEED !log|signal|handler", "fateful|ill-fated|doomed|fated|ill-starred",
			"anyone|anybody|( any ..2 )|( a|every child|NOVICE|PERSON|( blind ..1 ) ) ( with|who|in|on|at|looking ..4 )? could|would|might|can|should|sees|knows ADV* have? ADV* ( see|seen|tell|told|notice|noticed|spot|spotted|know|known|guess|guessed|predict|predicted|foresee|foreseen|realise|realised|realize|realized|smell|smelled|that|it )", "everyone|everybody could|should have seen|known|noticed|guessed", "how could|did|can FIRST|PERSON|you|( no one ) ..2 not|n't|have|miss|missed|overlook|fail", "not|n't|hardly take|need|require a|an|much|to ..2 genius|expert|scientist|einstein|prophet|clairvoyant|detective|phd|doctor|degree|crystal|imagination",
		},
		unless: `\b(?:asked|wondered|whether|if) (?:any|every)|\bsocket\b|\baddress\b|\bred flags? (?:emoji|icon)\b|\bdouble(?:d)? bound\b|\bwas going to (?:restart|call|ask|check|look|do)\b|\bfatal (?:error|exception|signal|log|level|message)|\bfatal:|\bset to \d|\bcanary (?:stage|release|deploy|pool|host|node)`,
		finds:  []string{"It was only ⟦a matter of time⟧.", "I rolled out the ⟦fatal config⟧.", "That node ⟦was always going to⟧ fail.", "It was a ⟦recipe for⟧ trouble."},
		leaves: []string{"The sign on the rack reads 14.", "The signal was at -70 dBm.", "I was going to restart it.", "A fatal error was in the log."},
	},
}

var singleCauseRules = []rule{
	{
		id: "cause.noun", kind: SingleCause,
		// The cause as a noun.
		says: []string{
			"( the|our|its ..1 cause|reason|trigger|culprit|explanation , ..8 , was|is|were )",
			"at the bottom|heart|root|core|centre|center|source of it|this|all|everything|( the ..1 INCIDENT )",
			"( lay|lies|lie|is|was behind|beneath|underneath ( it|this|all|everything|( the|our ..1 INCIDENT ) ) )",
			"the whole|entire|full story|truth|explanation is|was|:",
			"( turned|turns out to be ( the|our )? culprit|cause|reason|trigger|villain )",
			"( mystery|case|puzzle ..1 ( solved|closed|explained ) )",
			"the ( one|only|single ..2 ) ( that|which|to|behind ..1 ) ( broke|caused|failed|triggered|matters|mattered|blame|explains )",
			"( traced|tracked|pinned|nailed|narrowed|whittled|boiled ..3 ( back|down )? to )",
			"( answer|explanation ( is|was )? ( simple|one ) )",
			"( nothing|nobody|noone ( but|other|else ( than )? ) )  ( a|an|the|one ..3 ) ( caused|did|broke|stopped|brought|is|was )",
			"<be> ( the|a ..1 ) ( one|thing|part|piece|bit|component|line|word|bolt|screw|cable ) that ( HARM|HARMALL.d|did|started|caused )",
			"( ( root|( THE underlying|real|true|actual|main|primary|ultimate|sole|only|single|one|chief|prime|proximate|direct|immediate ) ) CAUSE|causes|problem|reasons !analysis|meeting|field|template|column|form|section|document|dashboard|code|register|review|calls|calling|report|tab|tag|category|workshop|session )", "root-cause !analysis|meeting|field|template|column|form|dashboard", "smoking gun", "the|our|your|real|main|actual* culprit|culprits|villain|perpetrator|offender !list", "root|heart|source|origin|bottom|core|crux of the|this|our|all|it ..1 problem|issue|evil|incident|outage|matter|trouble|it|mess|failure|delay", "( guilty party )",
			"( the|its|our|one|only|a ..1 cause|causes|culprit|reason|trigger|explanation|villain ( of|for|behind|why|that|we ..7 )? was|is|were|lies|lay|turned ADV* !not|unknown|unclear|known|found|still|yet|QM )", "{is} ADV* the|our|your ..2 ( cause|culprit|reason|trigger|villain|root|source !code|field|column|ip|port|host|of ..1 truth )", "reason|cause|explanation why|that|for? we|everything|it|things|production|this|all|( the ..3 ) went|failed|broke|crashed|stopped|died|fell|lost|happened", "reason|cause|explanation for|behind|of ..3 INCIDENT was|is|:", "^ CAUSE|trigger|diagnosis|verdict :", "the|whole|entire ..1 problem|trouble|issue|story|incident|outage was|is simply|just|purely|only|solely|entirely|nothing",
			"<be> ADV* ( ( to blame )|( at fault )|( responsible for ADV* the|this|all|everything|it|our )|( behind it|this|everything|all ) )", "fault|blame|problem|trouble ADV* lay|lies|lie|sat|sits|rests|rested ADV* with|in|at|solely|entirely|squarely", "^^ blame the|a|an|that|one", "( one|a|an ..1 single|lone|tiny|small|little|simple|bad|wrong|missing|stale|broken|forgotten|lousy|stupid|silly|mere|misplaced|stray ) ..5 {is} what", "had|has|have ADV* one|single|( a single ) ..1 cause|reason|root|origin|trigger|explanation",
		},
		unless: `\b(?:don['’]t|do not|did not|didn['’]t|still|not|never) (?:know|yet know|find|found|see)|\bcause (?:code|field|register)\b|\breason (?:code|field)\b|\bgit blame\b|\b(?:no|nobody|noone) (?:is|was) to blame|\bcause (?:is|was|were) (?:un|not )|\?|\bpossible cause`,
		finds:  []string{"⟦The culprit⟧ was a stale entry.", "It was the ⟦root of the problem⟧."},
		leaves: []string{"The root certificate expires.", "The reason code was 0x21.", "The cause is not known.", "What caused the first alert?"},
	},
	{
		id: "cause.all", kind: SingleCause,
		// All of it from one thing.
		says: []string{
			"-PERSON -FIRST -i [ HARMALL.d out|down|off? the|our entire|whole ] !by",
			"( ( -PERSON -FIRST _ )  <bring>.d ..5 ( to a|its|their ..1 knees|halt|standstill|stop ) )",
			"take|took|taking|remove away? ..6 and ( nothing|none|all|everything|we|it|there )",
			"alone ..1 ( <account>|<explain>|<suffice>|<cause>|<do>|brought|was|is )",
			"<account> for ( all|everything|the ( whole|entire|outage|incident ..1 ) )",
			"( one|a|an|single ..4 ) ( and|, ( that|and|then ..2 ) ( was|is|went|fell|came|stopped|broke|died|collapsed ) ) ( it|everything|the|all|down )",
			"for ( want|lack ) of ( a|an|one )",
			"( all|everything|whole|entire ..4 ) ( over|because|for|through|thanks ) ..1 ( a|an|one|some|of ..2 ) ( typo|comma|bolt|screw|cable|line|flag|character|switch|plug|valve|seal|washer|fuse|relay|checkbox|semicolon|space|digit|decimal|dot|bit|file|cert|certificate|key|disk|sensor|part|host|node|click|setting|value|byte|quote|parameter|bracket|token )",
			"( ( one|single|a|an ) ..4 ( is|was ) ( what|why|how|where ) )",
			"( is|was ( why|how ) ( we|it|everything|all|the ..2 ) ( lost|failed|broke|crashed|stopped|died|fell|went|happened|collapsed|flooded|missed ) )",
			"<put> ..6 ( out of action|business|service | to sleep | on its knees )",
			"( it|this|that|everything|all ( ADV* ) ( hinged|hung|turned|depended|rested|rode ADV* on|upon ) )",
			"INCIDENT|it|this|that|all|everything ..5 ( caused|triggered|brought|explained|produced|provoked|started|created|sparked|unleashed|precipitated ADV* ( about|on )? by )", "( INCIDENT|all|everything|this|that|it ..5 <be>|<happen>|<come>|<occur>|<start>|<follow>|<arise> ADV* ( ( due|owed|owing|thanks|attributable|attributed|traced back? to )|( because of )|( down to )|( as? the|a ..1 result|consequence|product|work|fruit|outcome|fault of ) ) )", "all|only|solely|purely|entirely|exclusively|simply|merely because|( due|down|thanks to )|( caused by )", "because|due|thanks|owing of|to ( one|( a|the single )|( that|this one|single )|( a|an ..1 single|lone|tiny|missing|wrong|stray|forgotten|stupid|silly|simple|bad|mere|mistyped|misplaced ) )",
			"<boil>|<come> ADV* down to", "INCIDENT|it|all|this|that|everything|which ADV* <lead>|<go>|<trace>|<hang>|<come>|<track> ADV* back|down? to|on|from ADV* one|( a single )|that|the", "INCIDENT|it|all|this|that|everything ADV* <stem>|<hinge>|<originate>|<spring>|<flow>|<start>.d|<begin>.d ADV* from|on|with ADV* one|a|an|the|that|this", "( can|could|be|was|is ADV* traced ( back )? to )", "( ( the rest )|( everything|all else ) ADV* ( followed|follows|( was|is ADV* from|history|noise|just|detail|a|consequence|fallout ) ) )|( chain reaction )|( everything that followed )", "<explain> everything|( it all )|( all of )|( the whole|entire )",
			"( what|( thing that ) <break>.d|<kill>.d|<bring>.d|<take>.d|<do>.d|<undo>.d|<sink>.d|<trip>.d|<cause>.d|<crash>.d|<start>.d|<finish>.d|<stop>.d|<wreck>.d|<ruin>.d|<blow>.d us|it|the|this|everything|things|all|me|everyone|our ..5 was|is|were )", "<do>.d us in", "-NUMBER -PERSON -i -we -who did it $", "did the damage|rest|deed", "-let _ alone <cost>.d|<cause>.d|<bring>.d|<kill>.d|<explain>", "straw|spark|domino|match that ..2", "nail in the", "final|last straw", "achilles",
			"in short|( a nutshell )|( one|a word|sentence ) :|,", "long story short", "bottom line", "plain|pure and simple", "simple as that", "end of story", ", full stop", ", period", "case closed", "mystery solved", "and|, nothing else|more $", "no other reason|cause|explanation|factor", "nothing else to blame|( <be> to blame|wrong|involved )",
			"^^ ultimately|fundamentally|basically|( in the end )|( at the end of the day ) ,? it|this|that|one|a|an|everything|all|( the ..6 ) HARMALL.d|( was|is ( all|just|only|simply|down|one|a|an|the ) )",
			"( one|a|an|some ..1 ( single|lone|tiny|small|little|simple|bad|wrong|missing|stale|broken|forgotten|lousy|expired|stupid|silly|mere|misplaced|trailing|extra|loose|stray|faulty|rogue|dodgy|rusty|cheap|worn|dead|mistyped|dirty|blown|blocked|frayed|unplugged|misconfigured|corrupt|malformed|wayward|careless|duplicate|five-cent|penny ) | -IN one | a single | that one ) ..6 [ HARMALL.d !by ] ..5 WHOLE|SYSTEM|us|everyone|down|hours|minutes|outage|days|it|thousands|millions|all|our|half",
			"( -i -PERSON <trigger>|<cause>|<lead>|<bring>|<result>|<spark>|<start>|<unleash>|<create>|<produce> in|to|about|off|on? ADV* ( ( all of? this|it|that )|everything|( the|this|our|that|a whole|entire|big|long|massive|total? outage|incident|downtime|disruption|blackout|disaster|mess|failure|crash|shutdown|stoppage|collapse|flood|fire|accident|delay ) ) )", "it {is} the|a|that|an|one|just|only|our ..5 that|which|what|wot HARMALL.d", "one|single ..3 was|is ADV* enough|sufficient", "it|that|this was ADV* down|due to", "because someone|somebody|one", "^^ no ..3 , no ..3 $",
		},
		unless: `\bnot (?:only |solely |just )?(?:caused|due|because)|\?|\bcaused (?:the link|the alert|no)\b|\bnothing else (?:was|is|in|on|changed|ran|happened|moved|to)\b|\bnothing more to (?:do|see)`,
		finds:  []string{"⟦Long story short⟧, the full disk.", "The ⟦outage was caused by⟧ a typo.", "One bad line of YAML ⟦brought⟧ the whole region down."},
		leaves: []string{"The restart was due to the watchdog.", "It took 40 minutes because the restore reads every segment.", "The database stopped because its disk was full.", "One bad disk was in the tray.", "A single pod served the page.", "One of the six nodes took the traffic."},
	},
}
