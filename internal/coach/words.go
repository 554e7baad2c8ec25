package coach

import (
	"strings"
	"sync"
)

// nouns, adjectives and other words of the classes that patterns name; a verb class is in verbClasses. The fields follow
// what the literature on blame-aware writing looks for (Dekker, The Field Guide to Understanding "Human Error", 3rd ed.,
// ch. 1-3; Howard et al., PagerDuty and Etsy guides to debriefing); the words are ours.
var wordClasses = map[string]string{
	// Function words.
	"FIRST":   `i we`,
	"MINE":    `my our`,
	"THEIR":   `his her their your whose`,
	"POSS":    `my our his her their your whose 's`,
	"US":      `us me everyone everybody`,
	"THEM":    `him her them you`,
	"PRONOUN": `he she they someone somebody everyone everybody anyone anybody nobody noone whoever who neither`,
	"NOBODY":  `nobody noone none neither`,
	"THE":     `the a an this that these those our my his her their its your`,
	"QM":      `?`,
	"JOB":     `job build test run probe retry timer alert alarm page check request import export backup restore deploy query counter queue lag failover script pod node server service pump process task cron timeout watchdog`,
	"IT":      `it this that which`,
	"NEG":     `not n't never hardly barely scarcely`,
	"HAVE":    `have has had having 've 'd`,
	"MODAL":   `can could may might must shall should will would 'll 'd`,
	"JOIN":    `and but so because since as while when if that or then though although yet plus where which`,
	"IN":      `in on at by with for from of to about into over under after before during through across behind between around`,
	"ADV": `also just simply really actually even still then again once always ever already basically honestly all both only first later too well so very rather quite pretty far much way absolutely utterly entirely frankly plain somehow
		maybe perhaps almost nearly kind sort more less most least long soon now instead apparently indeed too somewhat thus hence half together right straight back each either twice often sometimes at-times bloody damn never not afterwards anyhow meanwhile totally outright downright no-doubt`,
	"NOGERUND": `nothing something everything anything morning evening during bring thing string spring swing sling cling sting wing king ring sing ceiling building`,
	"NOADVERB": `reply supply apply family assembly imply rely comply multiply anomaly monopoly bully belly jelly fly ugly holy july daily weekly monthly hourly nightly sly`,
	"DEGREE":   `so very rather quite pretty far much way too absolutely utterly entirely totally completely really just simply plain downright frankly such truly incredibly awfully terribly deeply a an bit little lot somewhat kind sort of more most`,
	// A noun after which a word for people only names what kind of thing it is, and before which likewise.
	"THING": `pattern patterns team's manual guide console account accounts seat key keys role roles group's email mailbox list page pages portal dashboard panel view mode field id ids name names policy pod pods image images
		service services process processes container binary module plugin package table column index lock license licence interface api library version versions config queue topic node nodes state reload crd sdk file files rotation schedule calendar bot hotline phone number`,
	"PARTOF": `package queue session window volume kubernetes k8s task file device disk network-card boot resource transaction memory secret secrets password load certificate cert state event job cluster lock connection buffer cache`,

	// People, beside those that every rule knows (roles, groups).
	"DEPARTMENT": `security networking infra infrastructure platform qa product compliance procurement engineering support legal facilities purchasing accounting finance marketing sales ops operations devops secops netops management leadership hr upstairs headquarters hq production logistics payroll billing corporate dispatch maintenance`,

	// Fault and what carries it.
	"FAULT": `fault blame mistake error doing responsibility guilt blunder failure shame oversight negligence carelessness mess cock-up screw-up screwup stupidity handiwork slip-up sloppiness incompetence idiocy ignorance impatience haste laziness inattention clumsiness arrogance recklessness`,
	// Things that go wrong as a whole.
	"INCIDENT": `outage incident downtime failure crash disruption breakdown disaster trouble mess accident blackout delay stoppage shutdown interruption fiasco debacle catastrophe flood spill leak fire collapse loss problem problems issue night story saga chaos damage misery cascade lot everything`,
	// What an outage takes away, as a whole.
	"WHOLE":  `whole entire all everything everybody everyone production prod half every company company's`,
	"SYSTEM": `site website shop platform region system systems company business service services cluster checkout app network backend database db api internet office plant line factory building hospital ward floor school store warehouse terminal airport station ship lab kitchen mill mine farm grid datacenter datacentre rack room hall city fleet network production prod pipeline build builds release payments payroll wifi website portal queue queues orders login logins email mail phones customers users shift weekend night evening morning day month quarter launch migration demo business`,

	// Insults and characters.
	"INSULT":    `idiot idiots fool fools moron morons imbecile muppet muppets numpty clown clowns dunce plonker wally pillock twit dope dummy donkey jackass eejit ass jerk failure failures fraud impostor imposter disgrace liability dimwit halfwit nitwit nincompoop simpleton ignoramus bungler blunderer klutz butterfingers loser screw-up screwup embarrassment`,
	"CHARACTER": `cowboy cowboys amateur amateurs slacker slackers procrastinator perfectionist hothead hotheads scatterbrain daydreamer diva divas coward cowards dinosaur dinosaurs novice rookie rookies micromanager pushover troublemaker dilettante dabbler bodger bodgers blabbermouth gossip bully bullies snob know-it-all know-alls loudmouth loafer skiver shirker featherbrain maverick mavericks gambler joker jokers sloth chancer busybody egoist egomaniac narcissist narcissists prima-donna primadonna worrier pedant bureaucrat bureaucrats jobsworth jobsworths box-ticker yes-man show-off showoff latecomer chatterbox nuisance menace dead-weight deadweight layabout good-for-nothing bull coaster freeloader glory-hunter adrenaline-junkie liar liars tyrant control-freak pessimist optimist`,
	"UNFIT": `careless lazy sloppy stupid dumb incompetent reckless inexperienced complacent clueless arrogant ignorant unreliable disorganised disorganized chaotic impatient forgetful useless hopeless unqualified irresponsible thoughtless naive naïve negligent
		unprofessional stubborn undisciplined inattentive unfocused scatterbrained absent-minded clumsy overconfident over-confident amateurish lax slack sluggish dense slow-witted incapable inept unfit unteachable self-important selfish cocky immature timid cowardly
		untrustworthy green hot-headed hotheaded pig-headed pigheaded headstrong bull-headed short-tempered bad-tempered quick-tempered hasty slapdash slipshod happy-go-lucky trigger-happy gung-ho cavalier lackadaisical work-shy workshy half-hearted
		unmotivated indecisive spineless weak-willed thick dim thin-skinned secretive lofty aloof pompous smug conceited vain bossy overbearing pushy rude hostile uncooperative unhelpful difficult unapproachable defensive moody hysterical jumpy
		nervous skittish flaky erratic unpredictable unstable scatty ditzy dizzy messy untidy slovenly pedantic petty fussy bureaucratic tight-fisted stingy gullible credulous superficial shallow disinterested apathetic lethargic slow bumbling blundering
		oblivious clownish childish juvenile insecure cheap dishonest shifty sneaky two-faced lousy mediocre obstinate rigid inflexible close-minded closed-minded narrow-minded power-hungry egotistical self-centred self-centered self-absorbed dopey dozy impulsive rash hopeless accident-prone error-prone
		tone-deaf toothless unserious unruly sleepy out-of-touch technophobic unobservant undependable unpunctual tactless flippant`,
	"FIT": `thorough careful competent experienced reliable attentive organised organized capable qualified disciplined smart bright sharp brightest sharpest smartest fastest quickest brightest conscientious diligent technical patient tidy punctual observant reader listener communicator planner writer trustworthy thoughtful helpful cooperative
		professional responsible focused methodical meticulous rigorous trained up-to-date skilled good great cut-out suited made motivated bothered dependable clever gifted tactful team-player morning-person detail-oriented details-person people-person`,
	"TRAITNOUN": `patience discipline clue sense idea work-ethic attention-span nerve nerves respect understanding temper ego imagination manners tact judgement judgment care experience skill skills competence ownership common-sense maturity motivation curiosity thoroughness commitment drive rigour rigor backbone spine stamina integrity empathy humility self-control feel feeling head eye brain talent gift knack ambition shame memory`,

	// Acts that are judged, and the words that judge.
	"ACT": `decision decisions call choice choices idea plan plans planning handover hand-over hand-off handoff response reaction review reviews change changes deploy deployment rollout roll-out rollback migration communication communications comms coordination command restart merge job execution
		escalation preparation handling move analysis approach fix patch workaround procedure procedures process documentation docs runbook testing test tests design work triage assessment judgement judgment reasoning monitoring alerting tooling configuration
		script setup behaviour behavior attitude performance management leadership oversight supervision training note notes ticket announcement cleanup upgrade switchover switch-over failover investigation diagnosis strategy instructions estimate timing
		conduct workmanship wiring cabling labelling labeling paperwork housekeeping installation install repair maintenance weld advice guess effort attempt attempts practice practices engineering craftsmanship decision-making troubleshooting debugging
		inspection checking planning procurement scheduling staffing onboarding sign-off signoff approval explanation excuse apology answer answers reply message messages status-updates update updates hygiene organisation organization teamwork collaboration rota report reporting account
		record-keeping bookkeeping policy rule assumption assumptions interpretation reading priorities prioritisation prioritization code cutover changeover operation procedure briefing debrief roster label labels stunt shortcut thing night episode affair exercise event bit part way business`,
	"BADADJ": `careless sloppy reckless negligent irresponsible unprofessional inadequate unacceptable inexcusable unforgivable stupid dumb foolish idiotic silly naive naïve terrible awful horrible abysmal appalling lousy poor amateurish haphazard superficial half-hearted half-baked half-assed
		half-arsed clumsy hasty rash ill-advised ill-conceived ill-judged ill-timed ill-considered ill-prepared misguided short-sighted shortsighted shoddy incompetent botched bungled bodged lazy insane crazy ridiculous ludicrous embarrassing shameful pathetic disastrous
		thoughtless senseless nonsensical chaotic disgraceful dreadful insufficient deficient substandard sub-standard subpar sub-par laughable unwise inept mindless rubbish crappy useless worthless unwarranted indefensible unconscionable inexplicable
		questionable dubious cavalier lax slack slapdash slipshod cack-handed ham-fisted ham-handed heavy-handed knee-jerk lacklustre lackluster woeful pitiful dire mediocre feeble lame piss-poor atrocious deplorable lamentable sluggish tardy belated
		disorganised disorganized uncoordinated shambolic muddled inept unthinking blundering harebrained hare-brained boneheaded bone-headed braindead brain-dead wrong-headed pointless futile needless unnecessary gratuitous unjustified unjustifiable rushed hurried panicky
		humiliating scandalous criminal outrageous absurd grotesque farcical comical rotten ghastly dismal diabolical slovenly perfunctory cursory lackadaisical amateur second-rate third-rate cheap tone-deaf cringeworthy inconsiderate impulsive ill-informed uninformed clueless worst hopeless
		unimpressive underwhelming disappointing wretched dangerous irrational nuts bonkers mad overhasty wasteful unforgivably cowardly dishonest unfair`,
	// Nouns for what went badly.
	"BADNOUN": `mess joke disaster disgrace catastrophe farce fiasco shambles nightmare embarrassment travesty debacle circus zoo mockery train-wreck trainwreck car-crash dumpster-fire abomination madness insanity lunacy folly nonsense garbage rubbish crap trash junk bullshit chaos
		blunder howler clanger gaffe boo-boo slip-up cock-up screw-up screwup foul-up balls-up own-goal faux-pas scandal outrage insult shame pity waste hack bodge botch-job hatchet-job rush-job dog's-breakfast pig's-ear stupidity recklessness carelessness sloppiness negligence incompetence malpractice amateurism laziness complacency
		failure lapse oversight misjudgement misjudgment mistake mistakes error-of-judgement crime sin tragedy low-point pantomime comedy`,
	"BADLY": `carelessly recklessly needlessly unnecessarily prematurely hastily blindly negligently foolishly stupidly sloppily mindlessly thoughtlessly naively irresponsibly inexplicably stubbornly clumsily inappropriately erroneously mistakenly improperly incorrectly wrongly badly poorly shoddily
		unprofessionally amateurishly half-heartedly haphazardly inadequately insufficiently chaotically superficially incompetently terribly horribly awfully disastrously catastrophically dismally shamefully lazily cluelessly ineptly atrociously abysmally embarrassingly unwisely rashly
		frantically hysterically heedlessly lackadaisically inexcusably unforgivably pathetically feebly unthinkingly belatedly hurriedly cack-handedly wastefully idiotically senselessly pointlessly shambolically cavalierly`,

	// What should have come before a step, and what a person attends to.
	"CHECKNOUN": `check checks checksum checklist review reviews test tests testing verification approval approvals backup backups dry-run rehearsal signoff sign-off confirmation sanity-check double-check validation inspection walkthrough briefing handover safeguards peer-review smoke-test readthrough precautions procedure protocol paperwork lockout tagout isolation calibration staging canary permit walkdown`,
	"SIGN":      `cracks sign signs signal signals clue clues hint hints warning warnings omen omens symptom symptoms evidence writing pattern alarm alarms flags`,
	"OMEN":      `giveaway give-away telltale tell-tale omen portent harbinger foretaste wake-up-call forerunner foreshadowing`,
	// How plain it was.
	"OBVIOUS":   `obvious plain clear evident apparent glaring patent blatant unmistakable crystal-clear transparent self-evident predictable foreseeable inevitable unavoidable inescapable unsurprising predestined preordained`,
	"OBVIOUSLY": `obviously evidently unsurprisingly predictably inevitably foreseeably naturally plainly blatantly patently undoubtedly unmistakably inexorably understandably`,
	"FATAL":     `fatal fateful ill-fated ill-starred doomed infamous notorious calamitous disastrous outage-causing incident-causing killer deadly cursed hapless ill-omened catastrophic destructive ruinous momentous`,
	"DEED":      `config configuration deploy deployment command change commit merge push release rollout restart reboot migration script click keystroke step step's decision decisions update upgrade patch press order call test experiment switch failover login query statement flag line line's edit tweak cutover move morning evening afternoon night friday monday weekend minute moment hour day words message ticket button button's run job upload import copy valve turn shift`,

	// Causes.
	"CAUSE":   `cause culprit reason trigger origin source explanation root villain`,
	"ONE":     `one single lone sole mere tiny little small simple stray missing forgotten misplaced wrong bad stale expired loose faulty rogue broken dodgy`,
	"NOTHING": `nothing`,

	// Being careful.
	"CAREFUL": `careful vigilant attentive cautious diligent mindful alert disciplined focused thorough rigorous conscientious awake aware watchful meticulous prudent precise patient professional responsible proactive serious strict sharp wary sharper observant calmer braver humbler faster slower stricter organised organized humble honest transparent consistent methodical calm quicker faster better smarter stricter`,
	"CARE":    `care attention vigilance diligence discipline caution awareness rigour rigor concentration focus ownership communication accountability training commitment thoroughness mindfulness alertness effort teamwork professionalism coordination respect responsibility humility honesty prudence education patience transparency carefulness attentiveness engagement collaboration`,
	"DUTY":    `must should ought shall`,

	// Making small.
	"QUICK":     `quick brief short simple single mere cursory casual two-minute five-minute ten-second two-second five-second thirty-second one-minute passing fleeting swift glancing basic trivial`,
	"LOOK":      `look glance click grep call question query command peek search check test read skim scroll ping message email phone-call word tap press flick keystroke line restart reboot sanity-check eyeball ctrl-f google diff copy-paste reminder note ls df`,
	"EASY":      `easy trivial simple straightforward elementary basic child's-play self-explanatory idiot-proof foolproof effortless painless dead-simple dead-easy easy-peasy a-piece-of-cake peanuts`,
	"EASYNOUN":  `doddle breeze cinch cakewalk no-brainer snap one-liner two-liner pushover formality triviality trifle piffle bagatelle kid's-stuff`,
	"TINY":      `trivial easy basic simple minor tiny small little mere one-line two-line one-click one-character one-word one-step two-second five-second ten-second five-minute two-minute ten-minute one-minute thirty-second single-line quick`,
	"TASK":      `fix check change task step question mistake thing job test solution oversight look precaution search call query comparison exercise matter edit tweak typo slip command correction repair bug hiccup glitch`,
	"NOVICE":    `intern trainee apprentice student child kid toddler monkey beginner newbie novice layman amateur fresher freshman junior graduate schoolboy schoolgirl chimp chimpanzee five-year-old six-year-old ten-year-old first-year idiot fool moron baby caveman granny grandmother gran mum mother dog cat halfwit rookie temp cleaner`,
	"SHORTTIME": `second seconds moment moments minute minutes sec secs jiffy heartbeat blink click clicks keystroke keystrokes tap taps keypress`,
	"FEW":       `a one two three five ten couple few half thirty 2 3 5 10 30 1 an 15 20 fifteen twenty`,

	// Without an agent.
	"SOMEHOW": `somehow inadvertently accidentally mistakenly erroneously prematurely unintentionally inexplicably wrongly incorrectly improperly quietly silently unwittingly`,
	"WRONG":   `wrong incorrect mistaken outdated stale old unreviewed untested bad faulty defective mismatched inappropriate unsuitable`,
	"STATE":   `on off open out in unlocked unattended enabled disabled running plugged unplugged connected behind unfinished undone half-done half-finished unanswered untested unlabelled unlabeled unsecured loose lying standing blank empty exposed ajar uncovered unplugged unprotected uncapped unpatched unmonitored idle hanging dangling active armed bypassed jumpered live untouched incomplete uncommented hard-coded overnight unsupervised inside switched turned untightened untied`,
	"HANDLED": `row rows record records packet packets request requests connection connections session sessions pod pods container containers query queries transaction transactions segment segments event events entries entry bytes key keys token tokens lease leases lock locks frame frames probe probes thread threads process processes block blocks chunk chunks object objects item items response responses trace traces replica replicas shard shards cache caches metric metrics sample samples leader leaders image images artifact artifacts artefact artefacts peer peers result results index indexes counter counters timeout timeouts heartbeat heartbeats ping pings pages span spans datagram datagrams byte retry retries line lines file files job jobs email emails mail mails order orders payment payments`,
	"UNDONE":  `unnoticed unseen unheeded unread unchecked untested unreviewed unacknowledged undocumented unattended unverified unmonitored unpatched unopened unspotted unremarked undetected unquestioned unexamined unchallenged uninvestigated overlooked unobserved unreported unrecorded unwatched unmentioned unfixed unresolved uninspected unaddressed forgotten neglected disregarded unconsidered unexplored`,

	// Minds.
	"FEELING": `hoping thinking assuming believing expecting wishing afraid scared worried convinced confident certain sure keen eager desperate determined reluctant unwilling annoyed angry jealous bored embarrassed ashamed tempted oblivious uninterested indifferent unaware frightened intimidated
		frustrated overwhelmed relieved glad obsessed content smug complacent pretending sulking daydreaming panicking bluffing lying scheming fed-up resentful furious offended unconvinced unimpressed bothered proud nervous terrified anxious delighted thrilled pleased satisfied gutted upset cross impatient envious confused puzzled baffled distracted suspicious loath loth unfazed unconcerned petrified mortified paranoid miffed peeved irritated insulted comfortable guilty hopeful dreading wondering enjoying under-the-impression keen too-proud preoccupied`,
	"MOTIVE": `spite fear laziness pride convenience habit malice boredom vanity greed ambition jealousy embarrassment anger stubbornness ignorance curiosity frustration envy cowardice revenge desperation politeness loyalty shame guilt indifference`,
}

// verbClasses are verbs by their bases; patterns have them in all their forms.
var verbClasses = map[string]string{
	// Not doing: verbs of omission (Levin, English Verb Classes, neglect class 75, and what it leaves out).
	"MISS":   `miss overlook neglect ignore disregard omit misread mishear misremember misplace discount downplay underrate`,
	"SKIP":   `skip bypass omit shortcut forgo forego skimp dodge circumvent sidestep`,
	"PASSBY": `walk drive scroll click sail skate look read skim flip flick page run breeze swipe tab gloss rush skip glide whizz zoom fly leaf step stare stroll cycle row steam shoot hurry race whip slide brush pass go browse jump`,
	"HEED":   `notice realise realize check double bother test verify follow consider ask tell inform escalate communicate warn remember spot double-check validate watch anticipate foresee recognise recognize mention raise question respect adhere react listen heed rehearse prepare register acknowledge confirm document review monitor inspect challenge compare coordinate update consult query read examine grasp clock mind doubt spell update involve plan flag investigate pause reflect reconsider appreciate connect look think catch`,
	"LETGO":  `lapse slide slip rot expire drift fester languish moulder`,
	// Doing badly.
	"BOTCH": `botch bungle fumble mishandle mismanage misjudge miscalculate misdiagnose panic dither overreact dawdle flounder muddle flail bodge fluff flub blunder bluster overcook misinterpret misunderstand misconfigure fudge waffle dally procrastinate mess-up mangle squander waste underestimate overestimate overcomplicate`,
	// Doing harm (Levin, break and destroy classes), by people.
	"HARM":     `break crash wreck ruin destroy nuke trash sink torpedo sabotage botch bungle cripple paralyse paralyze trample clobber corrupt poison flatten scupper fry brick swamp sabotage cause demolish hose bork bugger undermine derail`,
	"HARMALL":  `break crash wreck ruin destroy nuke trash sink kill wipe cripple paralyse paralyze flatten scupper fry brick stop halt freeze stall flood swamp overload corrupt poison bury block lock floor silence disable undo derail topple doom cost cause trigger knock take bring shut tear blow tip drag put send strand jam trip black cut upset spoil hang choke strangle exhaust starve`,
	"FAILUS":   `let fail desert abandon betray mislead deceive ghost stonewall ignore shaft stitch screw sink blindside double-cross mislead stiff undermine bully block obstruct hinder rush pressure sideline undercut outvote overrule disappoint hamper hobble`,
	"DUMP":     `dump push offload palm foist force land spring thrust impose inflict shove drop unload`,
	"DROPDEAD": `delete wipe drop erase format overwrite remove pull unplug reboot restart stop kill shut disconnect cut trip purge truncate revoke disable detach`,
	"GOOD":     `find notice spot see help call tell save fix answer explain suggest ask show come write report point join know own hold approve say read take run wake`,

	// Minds: verbs of belief, wish and feeling (Levin 31; propositional attitude verbs).
	"BELIEVE": `think believe assume suppose presume figure reckon imagine guess suspect hope fear wish intend doubt dread fancy resent underestimate overestimate misunderstand worry trust dream conclude envy despise hate love enjoy relish regret mistrust distrust misjudge pretend panic feel expect delude kid convince gamble`,
	"WANT":    `want wish need like love hate intend hope mean`,
	"CAREV":   `care mind want dare like trust respect understand believe think feel value appreciate realise realize expect intend bother fancy see know grasp get`,

	// Being better.
	"DUTYVERB": `remember think learn communicate concentrate focus improve listen start stop slow read verify follow double-check escalate ensure respect adhere try own care understand plan document review treat stick wise buck sharpen step mind watch grow raise keep stay behave pull beware pause rethink wake rehearse practise practice speak talk work look pay take prepare anticipate`,
	"WEDUTY":   `remember learn communicate concentrate focus improve double-check listen respect adhere own behave sharpen rethink escalate rehearse practise practice slow`,
	"ANYDUTY":  `check test ask tell inform call write use do get know make push deploy merge touch run ignore skip assume leave coordinate respond react update report share say admit wait train come go give let put set sign lock label close open cut type trust rely rush answer acknowledge flag confirm record log measure attend accept drop show question challenge finish`,
	"SMALLACT": `look check read compare ask see verify find test type press click open glance scroll call ring grep switch flip turn notice confirm fix set add run restart change pick send copy paste tell spot search google edit push pull tighten measure label write tick reboot roll undo revert avoid prevent do swap count close plug unplug read-out dial note`,

	// Acts of people, of which the passive says nothing about who.
	"HUMANACT":  `skip forget overlook silence mute snooze bypass disregard neglect misconfigure mishandle misread misunderstand misinterpret miscommunicate approve postpone miss rush mislabel misplace misfile mislay mistype mishear misroute omit defer shelve downplay dismiss trivialise underestimate misjudge misdiagnose hard-code hardcode cut-off whitewash rubber-stamp green-light greenlight wave nod botch bungle bodge mis-set mis-wire miswire mis-wired cross-wire miscalculate fudge fiddle tamper abandon deprioritise deprioritize brush shrug sacrifice`,
	"CHANGEACT": `disable merge deploy push ship change alter modify edit remove delete revoke grant pull unplug swap wipe truncate copy revert rename raise lower reconfigure release introduce fit install connect wire mount enter select choose pick apply use type put set send give tick click attach load specify order deliver insert tighten flip toggle comment uncomment switch turn shut roll commit sign hand move drop kill stop reset reboot restart bump unblock block close open overwrite paste assign schedule book issue run execute strip disconnect short plug clear replace adjust`,
	"HEEDACT":   `test check verify follow inform notify document communicate escalate review update tell validate monitor respect take notice question remove revert re-enable enable disable consider announce coordinate involve plan maintain patch renew rotate close assign own ask consult train rehearse back clean hand pass look act read heed acknowledge raise mention investigate inspect explain warn brief log record record report replace restore switch turn put pick chase fix finish complete tighten label mark train schedule approve discuss share clarify observe spot catch detect confirm cover calibrate torque isolate`,
	"JUDGEDAS":  `put write chalk dismiss attribute brush explain mistake take read interpret treat regard consider deem think believe assume presume suppose hold judge perceive view see trust count shrug wave laugh pass`,
	"BE":        `be get become remain`,
}

// macros are patterns with names.
var macros = map[string]string{
	// Somebody, with what says where they belong, and what may stand before a verb. "who" is anybody, "they" not the author.
	"of":   `( in|on|from|at|of|over|with|behind the|our|their|that? ..2 | who | a|b|c|d|x|y|NUMBER )?`,
	"aux":  `ADV* ( HAVE ADV* )?`,
	"they": `PERSON {of} {aux} ( DID ..5 ,? and ADV* )?`,
	"i":    `i {aux}`,
	"we":   `FIRST {aux}`,
	"who":  `( FIRST|you|PERSON {of} ) {aux} ( DID ..5 ,? and ADV* )?`,
	// be and its likes, with adverbs.
	"is":     `( <be>|<seem>|<look>|<feel>|<become> | HAVE ADV* been ) ADV*`,
	"was":    `( was|were|got|became|being | HAVE ADV* been|gotten ) ADV*`,
	"listen": `please|kindly|dear|folks|guys|team|everyone|everybody|people|all|always|again|you|,|first|friends|colleagues|lads|boys|chaps|so|and|( lesson|lessons|moral|takeaway|learning|reminder|advice|note|memo|rule ..4 : )`,
	"must":   `( must|should|shall|gotta|( HAVE got to )|( ought|need|needs|have|has|got to )|( had|'d better )|( can|could not|n't afford to )|( will|would|'d do well to )|( owe|owes it to ..2 to )|( are|is|'re to ) )`,
	"didnt":  `( did|do|does|had|have|has|'d NEG | never ) ADV*`,
	"deg":    `DEGREE* ADV*`,
	// It tells who acted, after a passive.
	"agent": `( ..6 by )`,
	// A noun with what goes before it.
	"the": `THE? ..3`,
}

func newGrammar() *grammarBook {
	g := &grammarBook{leaves: map[string]uint16{}, words: map[string][]uint16{}, classes: map[string]*class{}}
	add := func(name string, verbs bool) *class {
		c := &class{verbs: verbs, has: map[string]bool{}, form: map[string]form{}}
		g.classes[name] = c
		return c
	}
	for name, words := range wordClasses {
		c := add(name, false)
		for _, w := range strings.Fields(words) {
			c.has[ascii(w)] = true
		}
	}
	role := add("ROLE", false)
	for w := range roles {
		role.has[w] = true
	}
	for w := range groups {
		role.has[w] = true
	}
	for name, verbs := range verbClasses {
		c := add(name, true)
		for _, v := range strings.Fields(verbs) {
			inflect(v, func(w string, f form) {
				c.has[w] = true
				c.form[w] |= f
			})
		}
	}
	return g
}

var grammar = sync.OnceValue(newGrammar)
