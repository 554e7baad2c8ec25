package coach

// People, as constructions: character, blame of oneself and of others, and what went on in their heads.

var traitSays = []rule{
	{
		id: "trait.copula", kind: Trait,
		// Somebody is, has always been, is known to be + a word for a character.
		says: []string{
			"[ i|we|( PERSON {of} ) ADV* ( <be>|<seem>|( HAVE ADV* been )|( can be )|( <be> ADV* known|said|reputed|reported to be ) ) DEGREE* ADV* ( and|or )? THE? DEGREE* UNFIT|INSULT|CHARACTER ] !( by|at ..1 moment|time )",
			"[ i|we|( PERSON {of} ) ADV* {is} ( not|n't|never|hardly|barely|( anything but )|( far from )|no|( not exactly|precisely|quite ) ) DEGREE* ( the|our|his )? DEGREE* ..1 FIT ] !( for me|us | at the ..1 time )",
			"[ i|we|( PERSON {of} ) ADV* {is} ( not|n't|never|no|hardly|rather ) ..1 ( a|an|much|the|any )? ( of a )? ..2 person|type|engineer|expert|leader|guy|girl|man|woman|listener|planner|communicator|genius|hero|einstein|saint|sheep|spring ]",
			"[ i|we|( PERSON {of} ) {is} DEGREE* too ADV* UNFIT|junior|old|young|proud|fond|good|nice|soft|posh|important ..1 to|for ]",
			"i|we|( PERSON {of} ) ADV* [ {is} ( bad|terrible|hopeless|useless|rubbish|awful|no|crap|poor|lousy good? at|with ) ]",
			"i|we|( PERSON {of} ) {is} DEGREE* ( prone|inclined|allergic|addicted|averse|given|incapable|wedded to|of ..1 DOING|risk|work|detail|change|rules|criticism|procedure|procedures|process|conflict|paperwork|drama|panic|tantrums|blame|temper|make|cut|forget|skip|overlook|rush )",
			"PERSON {of} [ {is} DEGREE* a|an|the ..2 ( cannon|cowboy|risk|liability|hazard|hothead|freak|maniac|addict|magnet|junkie|disaster|nightmare|menace|slob|oaf|lone wolf|wreck|queen|king|merchant ) ]",
			"i|we|( PERSON {of} ) {is} ( out of POSS depth|league | past POSS best|prime | all mouth|talk | cut|born|wired|built|made out? that way )",
			"{is} ( all thumbs )|( two left hands )",
		},
		finds:  []string{"The night ⟦operator is known to be lazy⟧ with checklists.", "⟦He's too green to⟧ be alone.", "⟦She is no genius⟧."},
		leaves: []string{"I was distracted by the second page.", "The loader is lazy.", "The algorithm is greedy.", "I was not ready at 02:10."},
		unless: `\bi (?:was|am) (?:not )?(?:responsible|nervous) (?:for|when|because)\b`,
	},
	{
		id: "trait.frame", kind: Trait,
		// What people are like, by nature, again and again.
		says: []string{
			"kind|type|sort|breed of guy|person|people|engineer|man|woman|team|worker|boss|PERSON", "<be> n't|not? the|that|a kind|type|sort who|to", "<be> one of those|the ..2 who", "one of those|these ( people|guys|folks|types|engineers|PERSON who|that )? who",
			"typical|classic|vintage ( of|for )? him|her|them|PERSON|DEPARTMENT|me|us !error|mistake", "so|just|exactly|quite like him|her|them|PERSON to", "that 's ..1 PERSON|DEPARTMENT for you", "PERSON|boys being PERSON|boys",
			"i|we|( PERSON {of} ) ADV* <tend>|( HAVE a ..1 tendency|habit|reputation|knack|history|way|streak|penchant|weakness|talent|gift ) to|of|for", "i|we|( PERSON {of} ) {is}|( HAVE ADV* n't|not|never ) ADV* been? a team player", "( PERSON {of} ) {is} ADV* known|famous|notorious|infamous|renowned|legendary for|to",
			"i|we|( PERSON {of} ) HAVE|( <do> not|n't have ) ADV* ( no|little|zero|any|the|a|not|hardly|such|two|much )* ( short|bad|big|huge|inflated|left|attention|thick|poor|weak|real|basic|common|necessary )* [ !idea TRAITNOUN|fuse|span|hands|sense|spine|( left hands )|respect|clue|manners ] !usage|limit|leak|pressure|alarm",
			"i|we|( PERSON {of} ) [ <lack>|lacks|lacked ..2 TRAITNOUN|CARE|finesse|focus|confidence|depth|maturity|basics ]",
			"not|n't|never|hardly|scarcely|( anything but ) ..2 POSS ..2 ( suit|point|forte|strength|strengths|thing|cup|speciality|specialty|strongest|bag|department|virtue|style )", "i|we|( PERSON {of} ) HAVE|'s|is|was never|not|n't ..1 been? ..1 good|great|strong|much|one at|with|of|to|for", "i|we|( PERSON {of} ) HAVE|'s|was ADV* ( been ( one|bad|terrible|hopeless|weak|poor|slow|difficult to|with|at | this|that way | like this|that ) )",
			"{who} can|could|will not|n't [ be ADV* trusted|relied|left ]", "{who} can|could|do|does|did not|n't ADV* [ handle|take|stand|cope|deal|work|function ( with|under )? ..1 pressure|stress|criticism|responsibility|advice ]", "( <go> to pieces )", "i|we|( PERSON {of} ) <crack>|<crumble>|<fold>|<wilt> ..2 pressure|stress|fire", "i|we|( PERSON {of} ) ADV* loses|lose POSS head|nerve|temper|patience",
			"by nature|temperament|character|disposition", "in POSS nature|dna|blood|genes|character|bones", "true to form", "old habits", "out of POSS depth", "cuts|cut|cutting corners", "creature of habit", "leopard", "bit|something|kind|sort|piece of a ..1 INSULT|CHARACTER|UNFIT|loner|character",
			"PERSON {of} [ always|never|constantly|rarely|seldom|hardly|invariably|habitually|routinely <read>.bs|<listen>.bs|<test>.bs|<check>.bs|<ask>.bs|<answer>.bs|<think>.bs|<learn>.bs|<push>.bs|<merge>.bs|<break>.bs|<skip>.bs|<ignore>.bs|<forget>.bs|<blame>.bs|<complain>.bs|<document>.bs|<look>.bs|<follow>.bs|<tell>.bs|<care>.bs|<rush>.bs|<leave>.bs|<do>.bs|<change>.bs|<cut>.bs|<respond>.bs|<want>.bs|<assume>.bs|<make>.bs|<take>.bs|<say>.bs|<get>.bs|<let>.bs|<finish>.bs|<write>.bs|<admit>.bs|<know>.bs|<wait>.bs|<lose>.bs|<mess>.bs|<reply>.bs|<verify>.bs|<plan>.bs|<double-check>.bs|<use>.bs|<bother>.bs|<share>.bs|<apologise>.bs|<prepare>.bs|<pay>.bs|<stick>.bs|<show>.bs|<turn>.bs|<put>.bs|<give>.bs|<need>.bs|<has>|has|have ]",
			"never|not|n't <take> ..3 seriously", "( PERSON {of} ) has|have|had no|zero|little|hardly clue|business|( idea how|what )", "i|we|they|he|she|( PERSON {of} ) ADV* <like>.bs to cut|rush|wing|skip|blame|complain|gamble|show|shout|break|play|take ..1 corners|it|things|off|risks|safe",
			"bull|elephant in a|the", "weak|weakest link", "no sense of", "( PERSON {of} ) would|'d ADV* rather !have", "leave it to PERSON|DEPARTMENT to", "trust PERSON|DEPARTMENT to",
			"PERSON {of} acts|behaves|act|behave|acted|behaved ( as if|though | like )",
		},
		finds:  []string{"He's the ⟦kind of guy⟧ who merges first.", "Paperwork is ⟦not her strong suit⟧.", "She ⟦goes to pieces⟧ under pressure."},
		leaves: []string{"The kind of disk is in the list.", "The person on call was in bed.", "The node never answers pings.", "The cache has a tendency.", "I had no idea where the key was."},
		unless: `\bhabit of mine\b|\b(?:node|service|server|job|query|cluster|cache|host|disk|scheduler|script|tool|queue|pump|sensor|link)s? (?:has|have|had) (?:a|no)`,
	},
}

var selfBlameSays = []rule{
	{
		id: "self.carry", kind: SelfBlame,
		// Nouns of fault, carried by the author.
		says: []string{
			"MINE own? ..1 [ FAULT ] !domain|tolerance|code|line|was|is|to|counter|budget|rate|message", "[ POSS? MINE own? ..1 fault|guilt|stupidity|carelessness|negligence|cock-up|screw-up|screwup|sloppiness|incompetence|idiocy|clumsiness|shame|haste|laziness|inattention|arrogance|blunder ] !domain|tolerance|code|line|counter", "my bad", "mea culpa", "all|entirely|completely|solely|purely|only|was|is mine|my ..1 doing|fault|mistake|responsibility|blunder|error",
			"FAULT|buck|responsibility ..3 <lie>|<rest>|<sit>|<fall>|<be>|<stop>|<stay> ADV* ( with|on|at ADV* me|my|mine | here ADV* with me )", "FAULT ..2 {is} ADV* mine", "{is} ADV* ( mine|my to bear|own|burden|cross ..1 )",
			"it|this|that|all|one|incident|outage|loss|rest|mess|those|everything|downtime|delay|which ( <be>|<fall>|( comes|came|goes|went ) ) ADV* ( up|down )? on|to|at me|myself|( my shoulders|head|conscience|door|watch|plate|account ) !from|until|till|this|at", "on my head|conscience|watch|shoulders", "at my door",
			"i HAVE|can|could|must ADV* ( nobody|noone|( no one ) else? to blame | only|just ..2 myself | myself to )", "nobody|one ( else )? to blame but me|myself", "i {aux} can|could|will|do|? not|n't|never? ADV* <blame>|<hate>|<curse>|<kick>|<forgive>|<beat>|<loathe>|<reproach>|<flog> myself", "kick|kicking|beating|beat|blame|blaming|hate|hating myself",
			"i ADV* ( 'll|will|must|do | have|want|need|like to | would like to )? ADV* <take>|<accept>|<own>|<bear>|<carry>|<assume>|<shoulder>|<admit>|<confess>|<claim>|<plead> ADV* ( ..3 blame|responsibility|guilt|fall|rap|flak|heat|consequences|fault|mistake|guilty|ownership | up | to being )", "i own this|that|it", "i ADV* put|hold|throw|raise|stick my hands|hand up", "hands up",
			"own up", "plead guilty", "guilty as charged", "i|me ( stand|stood|am|'m|was|feel|felt ) ADV* DEGREE* ( guilty|culpable|accountable|( at fault )|( to ( be )? blame|blamed )|( the ..2 culprit|guilty|reason|cause )|( responsible|answerable|accountable|liable for|that ..1 the|this|it|all|everything|what|that ) )",
			"( because of )|( thanks|due|down|owing to ) me|( my ..1 ( FAULT|stupid|silly|slow|wrong|own|bad|poor ) )|( yours truly )|( my own )", "courtesy of me|my", "yours truly", "the hand|finger|person|one|idiot|fool|guy|culprit|genius behind|that|who ..5 {is} ADV* me|mine", "through my own", "i ( only )? myself to",
			"i {aux} <deserve>|<owe>", "i should|( ought to ) be|get ADV* fired|sacked|shot|ashamed|banned|flogged", "fire|sack me", "to my ..1 shame|embarrassment|regret|disgrace|discredit",
		},
		finds:  []string{"It is all ⟦my fault⟧.", "⟦I hold my hands up⟧.", "This ⟦one is on me⟧."},
		leaves: []string{"The fault domain is the rack.", "The bridge is on me from 06:00.", "My window was the second one.", "My mistake counter is at 3."},
		unless: `\bis on me (?:from|until|till|at|this week)\b|\b(?:no|nobody['’]s|not my) fault\b|\bmy (?:typing|spelling) mistake\b`,
	},
	{
		id: "self.harm", kind: SelfBlame,
		// The author as who did harm, or as who is worth little.
		says: []string{
			"i {aux} [ <screw>.dn|<mess>.dn|<fuck>.dn|<cock>.dn|<stuff>.dn|<muck>.dn|<foul>.dn ( ..5 up | everything|it|this|that|us|you|everyone | the pooch ) ]",
			"i {aux} [ <botch>.dn|<bungle>.dn|<fumble>.dn|<blow>.dn|<ruin>.dn|<wreck>.dn|<trash>.dn|<destroy>.dn|<nuke>.dn|<sink>.dn|<tank>.dn|<torpedo>.dn|<cause>.dn|<crash>.dn|<cripple>.dn|<bork>.dn|<hose>.dn|<brick>.dn|<fry>.dn|<kill>.dn|<break>.dn|<fail>.dn|<wipe>.dn|<flatten>.dn|<paralyse>.dn|<paralyze>.dn|<strand>.dn|<freeze>.dn|<flood>.dn|<stop>.dn|<halt>.dn|<black>.dn|<cut>.dn|<corrupt>.dn ( out|off )? ( the|our|their|an|a|all|half )? ..2 ( WHOLE|SYSTEM|it|them|us|INCIDENT|people|data|customer|everything ) ]",
			"i {aux} [ ( <take>.dn|<bring>.dn|<knock>.dn|<tear>.dn|<shut>.dn|<pull>.dn ( down|out|offline|over THE|half|all|everything|prod|production | ..6 ( down|offline|( to a|its|their knees|halt|standstill|stop )|( out of action ) ) !for|by|as|at ) ) ]", "i {aux} [ <bring>.dn|<grind> ..5 ( to a|its|their knees|halt|standstill ) ]",
			"i {aux} [ <let>.dn ..5 down ] !slowly|gently", "i {aux} [ <cost>.dn us|the|them|everyone|everybody|PERSON|NUMBER|two|three|people ]", "i {aux} [ <fail>.dn us|you|them|everyone|everybody|my|PERSON|( the team|customers|patients|users|company|crew|people ) ]", "i {aux} [ <put>.d|<leave>.d ..5 ( at risk | in danger|trouble|jeopardy|lurch|dark | stranded | without ..2 $ ) ]",
			"i {aux} [ <ruin>.dn|<spoil>.dn|<wreck>.dn ]", "i {aux} [ ( dropped the ball )|( blew it )|( made|making ..1 mess|hash|fool|idiot|meal of|out )|( shot myself|us in the foot )|( did ..1 this|that|it to us|you|them|everyone|PERSON ) ]",
			"it was|is ADV* me|i who|that ADV* !GOOD", "i {is} ADV* the one|person|guy|reason|idiot|fool|engineer|culprit|muppet ..1 who|that|why|we|everyone|behind ADV* HARM|HARMALL|did|pushed|typed|deleted|started|clicked|merged|screwed|messed|let !it|phone",
			"[ i ADV* {is} ( such|like )? DEGREE* THE? DEGREE* complete|total|absolute|utter|real|big|huge|proper|right|damn? INSULT ]", "like THE? ..2 INSULT|schoolboy|beginner|novice", "what|such a|an ..1 INSULT", "INSULT that? i am", "my ..1 INSULT|UNFIT|fat|silly|slow|own fingers|finger|hands|brain|head|mistake|thumb|thumbs|paws|self",
			"[ i ADV* {is}|<feel> DEGREE* ADV* sorry|ashamed|embarrassed|terrible|awful|guilty|horrible|mortified|rotten|wretched|dreadful|sick|miserable|gutted|worthless|useless|stupid|dumb|foolish|humiliated|crushed|devastated|( bad|lousy about|for|that ) ]",
			"^^ ADV* sorry ,|.|:|for|about|that|everyone|everybody|to|guys|folks|all|team|i", "sorry for|about|that|everyone|everybody|to|guys|folks|all|team !( the|my typos|spelling|length|noise )", "^^ ..1 apologies", "i ..3 apologise|apologize|apologised|apologized", "my ..2 apologies|apology", "<owe> ..4 apology|apologies", "forgive me", "stupid|silly|dumb|foolish|careless|sloppy|clumsy|thoughtless|idiotic|naive|lazy of|old? me", "how stupid|careless|dumb|silly|foolish of me", "how could i have? ..2 INSULT|UNFIT|done|missed|so", "what was i thinking", "what have i done",
			"me being|and my? ..1 UNFIT|INSULT|big|fat", "haunt|haunts|haunted me", "i ADV* <regret>.bsdn", "<disgrace>|<embarrass> myself", "i {aux} <betray>.dn|<abandon>.dn|<disappoint>.dn", "shame on me",
		},
		finds:  []string{"I ⟦let the team down⟧.", "I ⟦broke checkout⟧ for forty minutes.", "I ⟦brought the ward to its knees⟧.", "⟦What an idiot⟧ I was."},
		leaves: []string{"I broke the list into four parts.", "I took down the number.", "I killed the process with SIGTERM.", "I took the node out of the pool.", "I let the pressure down slowly.", "I stopped the pump."},
		unless: `\b(?:be|nothing|not|feel) sorry\b|\btook down (?:the|my|a) (?:notes?|number|name|times?|details|sign|poster|address)\b|\bbroke (?:it|them|the {word}|my {word}|this {word}) (?:down |up )?into\b|\bcaused (?:no|the alert to)\b|\bbroke off\b`,
	},
}

var blameOtherSays = []rule{
	{
		id: "other.carry", kind: BlameOther,
		// Nouns of fault, carried by others.
		says: []string{
			"( THEIR|( PERSON 's|s' )|( _ 's ) ) own? ..1 fault|doing|blunder|negligence|incompetence|carelessness|cock-up|screw-up|screwup|sloppiness|handiwork|mess|stupidity|arrogance|ignorance|laziness|haste|stubbornness !domain|code|line|tolerance",
			"FAULT|responsibility|buck|guilt ..3 ADV* <lie>|<rest>|<sit>|<fall>|<be>|<belong>|<go>|<stop> ADV* with|on|to|at|upon|squarely|between ADV* !me|my|us|our|nobody|noone|no ( ..2 PERSON|DEPARTMENT|them|him|her|people|THEIR )", "fault|mistake|blunder of|by|was|is theirs|his|hers|PERSON|DEPARTMENT|( the|our|their ..2 PERSON )", "on THEIR head|heads|conscience|watch|door|plate", "at THEIR|( PERSON|DEPARTMENT|_ 's ) door|feet",
			"PERSON|them|him|her|DEPARTMENT {of} ( ADV* ) {is} ADV* ( to be? blame|blamed | responsible|accountable|answerable|liable for|that ..1 the|this|it|our|all|everything|what ..1 INCIDENT|loss|us|it|this|that|happened|whole | guilty | at fault | culpable | the ..2 culprit|culprits|problem )", "i|we ADV* do? ADV* <blame>.bsdn !myself|me", "i|we <hold>.b ..3 responsible|accountable", "blame|thank ( the|our|their|those ..2 )? PERSON|DEPARTMENT|him|her|them",
			"it|this|that|one|all|outage|incident|mess|which|everything <be> ADV* ( on|( down to ) ) ( the|our|their|those ..2 )? PERSON|them|him|her|DEPARTMENT", "lot|much|lots to answer for", "answer for", "HAVE ..4 to thank",
			"( because of )|( due|thanks|owing|down to )|( on account of ) ( the|our|their|those|that|these|some ..2 )? PERSON|DEPARTMENT|him|her|them", "( because of )|( due|thanks|owing to ) THEIR|( PERSON|DEPARTMENT 's )", "courtesy of ( the|our|their ..2 )? _ !me|yours|my", "PERSON ..6 should|must|ought|has|have|needs|need to? ( be|get ADV* fired|sacked|held|disciplined|ashamed|replaced|blamed | answer|pay|apologise|apologize | explain themselves|himself|herself | go $ )", "heads must|should|have|will roll",
			"POSS brainchild|handiwork", "bright idea of", "passed|passing|pass the buck", "fault of the ..2 PERSON", "it {is} ( the|our|their|some ..3 )? PERSON {of} who|that ADV* !GOOD", "who ADV* did|broke|touched|caused|approved|merged this|it|that|the ..2 QM",
		},
		finds:  []string{"That mess has a ⟦lot to answer for⟧.", "⟦Because of the security⟧ team nobody could log in."},
		leaves: []string{"Page faults went up.", "It is nobody's fault.", "The team is responsible for three racks.", "Thanks to the platform team we found it.", "It was the second switch that stopped.", "Due to the lag I waited."},
		unless: `\bno[ -]?one['’]s fault\b|\bnobody['’]s fault\b|\b(?:page|protection|ground|segmentation|double|hard|minor|major|bus) faults?\b|\bi blame myself\b|\bthanks to [^.;]{0,40} (?:i|we) (?:found|saw|had|got|could|knew)\b|\bwhoever is\b|\b(?:asked|asks) (?:{word} )?who\b`,
	},
	{
		id: "other.harm", kind: BlameOther,
		// Others, or what is theirs, as who did harm.
		says: []string{
			"{they} ( went and )? [ HARM.dn ] !( into|off|for lunch|coffee|even )", "{they} [ <screw>.d|<mess>.d|<fuck>.d|<cock>.d|<foul>.d|<muck>.d ( ..4 up | us|it|everything|this ) ]",
			"{they} [ ( <take>.d|<bring>.d|<knock>.d|<tear>.d|<shoot>.d|<shut>.d ( down|out|offline THE|us|half|all|everything|prod|production | ..5 ( down|offline|( to ..1 knees|halt|standstill ) ) ) ) ] !( in|into the ..1 log|notes )",
			"{they} [ ( <kill>.d|<wipe>.d|<stop>.d|<flood>.d|<freeze>.d|<bury>.d|<swamp>.d|<overload>.d|<block>.d|<spam>.d|<hammer>.d|<cut>.d|<lock>.d|<shut>.d|<trip>.d|<blow>.d|<strand>.d|<hang>.d ( off|out )? ( WHOLE|us|me|everybody|everyone|( the|our|my|all|half ..2 ( SYSTEM|WHOLE|wrong|live|main|primary|bucket|disk|volume|table|access|team|shift|cluster ) ) ) ( off|out|up )? ) ]",
			"{they} [ DROPDEAD.d THE? ..2 wrong|production|prod|live|whole|entire|only|last|customer|main ]", "{they} [ DID THE? ..2 wrong ]", "{they} [ <let>.d us|me|everyone|( the ..2 ) down ]", "{they} [ <leave>.d us|me|everyone|everybody|( the ..3 ) ADV* with|in|without|alone|hanging|to|high|holding|stranded|exposed|blind|guessing|picking|sitting|waiting ]", "{they} [ <cost>.d|<fail>.d us|me|( the ..1 team|customers|company|patients ) ]", "{they} [ DUMP.d ..5 on|onto|upon us|me|( the|our ..2 PERSON ) ]", "{they} [ <land>.d|<saddle>.d|<lumber>.d|<stick>.d|<burden>.d ( us|me|( the ..2 ) ) ( in|with ) ]", "{they} [ <throw>.d ..4 under the|a ..1 bus ]", "{they} [ <hang>.d ..3 out to dry ]", "{they} [ FAILUS.dn us|me|everyone|( the ..1 night|team|customers|shift ) !know|in|have|see|use|through ]",
			"{they} [ <get>.d|<drag>.d|<drop>.d us|me into|in ]", "{they} [ <drop>.d the ball ]", "{they} [ {didnt} do|did|done|pull|pulled|lift|hold|keep|honour|honor POSS|a ..1 job|work|homework|bit|part|share|weight|finger|end|word|promise ]", "{they} did THEIR job|homework|bit|part", "{they} [ <keep>.d ..4 in the dark ]", "{they} [ <keep>.d ..5 from us ]", "{they} [ <hide>.d|<withhold>.d|<conceal>.d ]", "{they} [ <cover>.d ..3 up ]", "{they} [ lied|<stonewall>.d|<ghost>.d ]", "{they} [ <drag>.d THEIR ..1 feet|heels ]", "{they} [ <wash>.d THEIR hands ]", "{they} [ <refuse>.d to ]", "{they} [ <sit>.d on ..2 ( ticket|report|request|it|warning|mail|change ) ]", "{they} ..6 [ behind POSS back|backs | over POSS head|heads | without ADV* telling|informing|warning|asking|consulting|notice|( a word ) ]",
			"{they} [ {didnt} ADV* <tell>|<inform>|<warn>|<ask>|<consult>|<notify>|<brief>|<involve>|<mention> us|me|anyone|anybody|( the ..1 PERSON ) ]", "{they} [ <give>.d|<hand>.d|<send>.d|<ship>.d|<deliver>.d|<sell>.d|<supply>.d|<leave>.d|<pass>.d|<feed>.d|<serve>.d us|me ..2 ( wrong|bad|broken|dud|faulty|untested|half-baked|buggy|garbage|junk|rubbish|duff|defective|half-finished|lemon|mess|unfinished|poisoned|crap|useless|nothing|outdated|runaround|cold ) ]",
			"{they} [ made|makes ..3 worse ]", "{they} [ <unleash>.d|<inflict>.d|<wreak>.d ]", "{they} [ <set>.d us up ]", "{they} [ <pull>.d the ..1 rug|plug ]", "{they} [ <play>.d|<point>.d ..2 ( games|politics|dumb|dice|fast|fingers|finger ) ]", "{they} [ <shift>.d|<deny>.d|<deflect>.d ..2 blame|responsibility|involvement|everything ]",
			"( _ 's|( THEIR )|s' ) ..1 change|changes|script|scripts|deploy|deployment|commit|code|migration|query|queries|restart|fix|patch|config|cronjob|job|release|update|upgrade|merge|test|tests|branch|experiment|work|maintenance|policy|rollout|push|pr|laptop|tool|export|import|report|excavator|digger|contractor|crew|people|guys|edit|typo|mistake|error|cleanup|shortcut|meddling|tinkering|interference|reorg|load [ HARM.d|HARMALL.d|<mess>.d|<screw>.d ] THE|WHOLE|us|it|me|everything|down|out|over|every|half|prod|production|checkout|up|off",
			"( pay|paid|paying|suffer|suffered|suffering ( the ..1 price )? for|from ..1 what|their|his|her|somebody|someone|other )", "clean|cleaned|cleaning|mop|mopping|mopped|tidy|tidying up after|behind ..2 PERSON|him|her|them", "THEIR ..1 mess", "pick|picking|picked up the|their pieces|tab|bill", "PERSON {of} strike|strikes|struck again", "PERSON {of} could|would|will not|n't [ be bothered|( let us )|( lift a finger )|( give us )|listen ]",
		},
		finds:  []string{"Security ⟦locked everybody out⟧ with their new policy.", "They ⟦left us holding⟧ the mess.", "The vendor ⟦sold us a lemon⟧.", "Priya's change ⟦killed⟧ the payment queue."},
		leaves: []string{"The watchdog took down the primary.", "The deploy broke the login page.", "Kubernetes deleted the live pods.", "Karim restarted the broker at 03:12.", "She left the office at noon.", "He gave me the number.", "The DBA killed the session."},
		unless: `\b(?:caused|broke) by\b|\bkubernetes operator\b|\b(?:told|asked|wrote|said) (?:me|us|that)\b`,
	},
}

var mindReadingSays = []rule{
	{
		id: "mind.verb", kind: MindReading,
		// Somebody else + verb of belief, wish or feeling.
		says: []string{
			"-i -we -me ( PERSON {of} ) {aux} [ BELIEVE.d ]", "( PERSON {of} ) {aux} [ <know>.d ADV* about|that|it|all|full|exactly|perfectly|very|better|what|how|this|they|he|she|we|damn|of ]", "( PERSON {of} ) [ must ADV* have ADV* been|BELIEVE.n|known|wanted|seen|felt|forgotten|realised|realized|taken|got|lost|mixed|confused|mistaken ]",
			"( PERSON|client|clients|customer|customers {of} ) [ secretly|privately|deliberately DID ]", "( PERSON {of} ) ADV* [ WANT.ds ( PERSON|us|me|them|him|her to )|( to ADV* ( look|hide|cover|avoid|save|blame|impress|get|keep|finish|be|make|show|prove|protect|win|please|go|leave|escape|punish|push|cut|use|have|control|play|sell|stop|deal|take|rush|ship|see|teach|rule|spare|wait|do|know|run|pass|put|close|deliver|move ) | us|me|them|it|people|everyone|nobody|somebody|nothing | no part | ( the|this|that|their|his|her ..5 ( out|done|gone|finished|shipped|live|over|at|closed|signed|off|away|back|quiet|to ) ) | ( ADV )? credit|attention|power|revenge|glory|rid|recognition|peace|quiet|promotion ) ]", "( PERSON {of} ) [ ADV* ( only|just ) ADV* <want>.ds|<care>.ds|<think>.ds|<see>.ds|<look>.ds ]", "( PERSON {of} ) [ ( did|do|does|had|has not|n't )|never ADV* CAREV.b ] !( the|any|a|it ..1 )", "( PERSON {of} ) [ could|can not|n't ADV* care|stand|wait|bear|face|imagine|believe|( be bothered|arsed )|( see the point ) ]",
			"( PERSON {of} ) [ HAVE|saw|see|show|showed|shown|feel|felt|took|take ADV* no|little|zero|any|every|never|not|n't|a|the|an* ADV* interest|intention|intentions|desire|wish|appetite|motivation|inclination|agenda|qualms|scruples|urge|faith|illusions|doubt|doubts|grudge|( reason to )|( idea that|what )|( other things|priorities|plans|worries|ideas ) !rate|limit|level|interval ]",
			"( PERSON {of} ) [ ( <take>.d ..4 for granted )|( <take>.d ..4 to be )|( <mistake>.d ..4 for )|( <take>.d|<read>.d ..3 as ..1 insult|attack|joke|criticism|noise|permission|yes )|( <lose>.d interest|patience|heart|faith|hope|confidence|nerve )|( gave up on )|( looked|looks down on )|( had it in for )|( <have>.d ..2 mind|minds|eye|eyes|head|heart|sights elsewhere|on|set|made|in|fixed )|( counted|banked|relied on )|( played|plays dumb )|( made up ..1 mind )|( talked|told themselves|himself|herself ) ]",
			"( PERSON {of} ) [ <decide>.d it|this|that|we|i was|were|had|did ]", "( PERSON {of} ) [ <choose>.d to ignore|hide|look|believe|forget|trust|pretend|stay|do nothing|keep ]", "( PERSON {of} ) [ <try>.ds|<attempt>.d|<seek>.d|<aim>.d|<hope>.ds to ( hide|cover|blame|avoid|save|look|impress|deflect|shift|protect|sweep|prove|bury|shirk|dodge|score|please|appear | get away|rid|out | make it look | keep ..2 quiet|secret|out | pass the ) ]",
			"( PERSON {of} ) [ <seem>.ds|<appear>.ds ( to think|believe|assume|want|know|feel|care|enjoy|hope|mind|expect|like|find )|FEELING|( to be FEELING|BELIEVE.g ) ]", "( PERSON {of} ) [ <pretend>.ds|secretly|deliberately|intentionally|knowingly|wilfully|willfully|maliciously|privately|consciously|conveniently|spitefully|cynically|silently ..1 _ ]", "( PERSON {of} ) [ kept ( quiet|silent|mum | it|this|that ..1 quiet|secret|from ) ]", "( PERSON {of} ) [ <put>.d|<place>.d ..5 ( ahead of )|above|before ]", "( PERSON {of} ) [ ( <treat>.d|<see>.d ..4 as ..1 ( nuisance|game|joke|toy|threat|chore|burden|someone|somebody|beneath|formality|box|annoyance|noise|waste|chance|opportunity ) ) ]",
			"( PERSON {of} ) <find>.ds it ..1 ( beneath|funny|easier|annoying|boring|embarrassing|convenient|amusing|too )", "( PERSON {of} ) [ <rush>.d|hurried|signed|said|did|merged|clicked|kept|closed|nodded|stayed|left|blocked|waited|held|sent|delayed|shipped|skipped ..7 ( to|( so as to )|( in order to )|( so that? PERSON could|would|'d|did ) ADV* not? look|get|save|avoid|cover|spite|please|impress|be|go|make|have|prove|annoy|protect ..1 good|home|face|blame|us|early|done|over|rid|themselves|himself|herself|out|notice|point|embarrassment|work|trouble ) ]",
		},
		finds:  []string{"He ⟦thought⟧ nobody would check.", "They ⟦wanted the release out⟧ at any price.", "Finance ⟦couldn't care⟧ less.", "She ⟦had no intention⟧ of calling us back."},
		leaves: []string{"I thought the switch was broken.", "Karim thinks it is field 17.", "She told me that she assumed it.", "The customer wanted a number.", "She wanted to know how long.", "They had no access."},
		unless: `\bi (?:asked|heard|saw in|read)\b|\bknew (?:the|his|her) (?:number|name|url|password|way)\b|\bas (?:he|she|they) (?:told|wrote|said|put it)\b|\b(?:told|said to|wrote to|explained to) (?:me|us)\b|\bi (?:understood|gathered|learned|learnt)\b|\bfrom (?:the|his|her|their) (?:ticket|mail|message|chat|email|note|call|thread)\b|\bwanted to (?:know|see the|ask|talk|hear)\b|\b(?:asked|told|wrote|said)\b|\bby (?:his|her|their) own account\b`,
	},
	{
		id: "mind.state", kind: MindReading,
		// Somebody else + state of mind; what is in their heads; why they did it.
		says: []string{
			"( PERSON {of} ) <be>|( must have been )|<seem>|( HAVE ADV* been ) ADV* n't|not? DEGREE* ADV* [ FEELING|( under the ..1 impression|illusion|assumption )|( of the ..1 opinion|view|mind )|( in denial )|( in a ..2 hurry|rush|mood|huff|panic )|( out to|for|of ..2 get|glory|blood|himself|prove|themselves|revenge )|( trying ..1 to ( hide|cover|avoid|save|look|blame|impress|get|protect|make|push|show|prove|rush|please|deflect|sell|shift|bury|keep|pass|be|score|dodge ) )|( showing off )|hiding|covering|( playing ..1 dumb|politics|games|down|safe|it|for )|( at pains )|( in it for )|( only|just|more|mainly ..1 interested|after|concerned|worried|bothered|looking|thinking|focused )|( interested in )|( hell bent )|( looking for ..2 ( excuse|scapegoat|credit|blame|way|someone ) )|( not listening|thinking|bothered|interested )|( thinking|dreaming of|about )|( too ..1 proud|scared|afraid|busy|shy|tired|bored|polite|ashamed|important|clever to )|( above|beneath the|them|him|her|that ..1 )|drunk|hungover|( half asleep )|( sure|certain|sold|set|happy|bent|dead|keen of|that|on|to )|( willing|ready|prepared|minded to )|( miles away )|( on autopilot )|( away with the ) ] !( ..2 by )",
			"in|on|to THEIR|( _ 's ) ..1 mind|minds|head|heads|eyes|eye|opinion|view|book|thoughts|world|heart !injury|office|of", "( THEIR|( _ 's ) ..1 head|mind|minds|heads|heart|thoughts|attention|hearts {is} ADV* elsewhere|on|already|somewhere|( made up ) )", "to|for him|her|them|PERSON|( the ..2 PERSON ) ,? it|this|that|we was|were|is ADV* a|an|the|just|only|all|not|never|no|someone", "THEIR|( PERSON 's ) ..1 ( concern|motive|motives|priority|aim|goal|agenda|intention|thought|interest|worry|hope|fear|plan|idea|wish|objective|reasoning|thinking|assumption|expectation|belief ) {is}", "what|all PERSON {of} ADV* <want>.ds|<care>.ds|<hope>.ds|<intend>.ds|<fear>.ds|<love>.ds",
			"{they} ..8 [ ( out of ADV* ..1 MOTIVE )|( for fear of )|( on purpose )|( in the hope|belief|expectation of|that )|( to save face )|( with intent )|( in bad faith ) ]", "( PERSON {of} ) [ cared|cares ..2 ( more|only|less|nothing|little|about|for ) ]", "( PERSON {of} ) [ <enjoy>.ds|<relish>.ds|<love>.ds|<hate>.ds|<resent>.ds|<envy>.ds|<fear>.ds ]", "( PERSON {of} ) [ felt|feels !( the|a ..1 tug|bump|vibration|pain|jolt|heat|pulse ) ]", "( PERSON {of} ) [ HAVE ADV* written us|it|me off ]",
			"nobody|noone|( no one ) {aux} <want>.ds|<care>.ds|<believe>.ds|<feel>.ds|<dare>.ds|<trust>.ds|<expect>.ds|<mind>.ds",
		},
		finds:  []string{"⟦In his mind⟧ the valve was already closed.", "They were ⟦trying to cover⟧ themselves.", "She did it ⟦out of spite⟧.", "He was ⟦hoping⟧ nobody would ask."},
		leaves: []string{"I was worried about the disk.", "She was on the phone with me.", "The broker was busy.", "They were in the second building.", "In my mind the valve was closed."},
		unless: `\b(?:told|wrote|said) (?:me|us|that|in)\b|\b(?:he|she|they) (?:said|wrote|says|told)\b|\b(?:asked|told|wrote|said|explained)\b|\bby (?:his|her|their) own account\b`,
	},
}
