package indirect

const (
	arbeiter = `[\p{L}-]*(?:administrator(?:in|en)?|admin|entwickler(?:in)?|ingenieur(?:in)?|techniker(?:in)?|dba|kolleg(?:e|in|en)|mensch(?:en)?|person|frau|mann|expert(?:e|in|en)|spezialist(?:in|en)?|leiter(?:in)?|architekt(?:in|en)?|verantwortliche[rn]?|betreuer(?:in)?|analyst(?:in|en)?|berater(?:in)?|pfleger(?:in)?|arzt|ärztin|programmierer(?:in)?|elektriker(?:in)?|mitarbeiter(?:in)?|meister(?:in)?|apotheker(?:in)?)`
	zahl     = `(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,2})`
)

var german = []rule{
	{
		kind: Role, cues: "einzige einzigen einziger alleinige alleinigen alleiniger", say: "jemand aus dem Team",
		pattern: `\b((?:unser(?:e[nmr]?)?|mein(?:e[nmr]?)?|de[rnm]|die|als) (?:einzige|alleinige)[nrm]? ` + arbeiter + `|(?:der|die|als|den) Einzige[rn]?,? (?:der|die|mit|im)(?: [\p{L}-]+){1,3})`,
		finds:   []string{"habe ⟦unseren einzigen Datenbankadministrator⟧ geholt", "⟦Der Einzige, der das Skript versteht⟧, war"},
		leaves:  []string{"der einzige Weg", "die einzige Option", "der einzige Server"},
	},
	{
		kind: Role, cues: "praktikant praktikantin praktikanten azubi azubine auszubildende auszubildender auszubildenden lehrling werkstudent werkstudentin werkstudenten volontär volontärin trainee", say: "jemand aus dem Team",
		pattern: `\b((?:de[rnm]|die|das|unser(?:e[nmr]?)?|mein(?:e[nmr]?)?|ein(?:e[nmr]?)?) (?:neue[nr]? |jüngste[nr]? )?(?:praktikant(?:in|en)?|azubi(?:ne)?|auszubildende[rn]?|lehrling|werkstudent(?:in|en)?|volontär(?:in)?|trainee))\b`,
		finds:   []string{"⟦Die Praktikantin⟧ hatte"},
		leaves:  []string{"Praktika"},
	},
	{
		kind: Role, cues: "chef* geschäftsführer geschäftsführerin bürgermeister oberärztin oberarzt betriebsleiter betriebsleiterin", say: "jemand aus der Leitung",
		pattern: `\b((?:de[rnm]|die|unser(?:e[nmr]?)?) (?:geschäftsführer(?:in)?|bürgermeister(?:in)?|ober[aä]rzt(?:in)?|betriebsleiter(?:in)?|chefarzt|chefärztin|technische[rn]? leiter(?:in)?))\b`,
		finds:   []string{"rief ⟦der Geschäftsführer⟧ an"},
		leaves:  []string{"die Chefsache"},
	},
	{
		kind: Tenure, cues: "woche wochen tag tagen monat monaten jahr jahren nacht schicht dienst rufbereitschaft bereitschaft arbeitstag nachtschicht wochenende", say: "noch neu",
		pattern: `\b((?:(?:in|an|während) )?(?:meine|seine|ihre)[nrm]? (?:aller)?(?:erste|zweite|dritte|vierte|fünfte|letzte)[nrms]? (?:tag|woche|monat|jahr|nacht|schicht|dienst|rufbereitschaft|bereitschaft|arbeitstag|nachtschicht|wochenende)|(?:(?:in|an) )?(?:mein|sein|ihr)(?:e[nrm])? (?:aller)?(?:erste|zweite|dritte|letzte)[nrs]? (?:tag|woche|monat|jahr|nacht|schicht|dienst|rufbereitschaft|bereitschaft|arbeitstag|nachtschicht|wochenende)|(?:gerade )?(?:erst |seit )(?:seit )?(?:[\p{L}\d]+) (?:tagen|wochen|monaten|jahren) (?:im team|bei uns|dabei|hier|in der firma|im haus|im betrieb|an bord))\b`,
		finds:   []string{"war ⟦erst seit drei Wochen im Team⟧ und", "Es war ⟦meine erste Rufbereitschaft⟧, ich", "⟦in ihrer dritten Woche⟧"},
		leaves:  []string{"in der ersten Woche", "seit drei Wochen läuft", "seine erste Anfrage"},
	},
	{
		kind: Tenure, cues: "neu probezeit rente ruhestand gekündigt verlassen", say: "noch nicht lange dabei",
		pattern: `\b(neu (?:im team|bei uns|hier|in der firma|im haus)|(?:noch )?in der probezeit|(?:kurz )?vor de[rm] (?:rente|ruhestand)|in (?:rente|den ruhestand)|(?:hat|hatte) (?:zum [\p{L}]+ )?gekündigt|die (?:firma|abteilung) verlassen)\b`,
		finds:   []string{"war ⟦neu im Team⟧.", "⟦noch in der Probezeit⟧"},
		leaves:  []string{"neu im Cluster", "das Timeout hat gekündigte"},
	},
	{
		kind: Origin, cues: völkerCues, say: "jemand aus dem Team",
		pattern: `\b((?:de[rnm]|die|ein(?:e[nmr]?)?|unser(?:e[nmr]?)?|mein(?:e[nmr]?)?) (?:` + völker + `)(?:e[nmrs]?) (?:[\p{L}-]*(?:kolleg(?:e|in|en|innen)|entwickler(?:in)?|ingenieur(?:in)?|techniker(?:in)?|frau|mann|kunde|kundin|büro|team|lieferant|chef(?:in)?|arzt|ärztin|praktikant(?:in)?)))\b`,
		finds:   []string{"⟦Der polnische Kollege⟧ hat"},
		leaves:  []string{"die deutsche Tastatur", "der polnische Zeichensatz"},
	},
	{
		kind: Origin, cues: "akzent dialekt", say: "die Art zu sprechen",
		pattern: `\b((?:(?:de[rmn]|die|sein(?:e[nmr]?)?|ihr(?:e[nmr]?)?|mein(?:e[nmr]?)?|mit|starke[mn]?|ein(?:e[nm])?) )+(?:[\p{L}]+(?:em|en|er|e) )?(?:akzent|dialekt))\b`,
		finds:   []string{"⟦mit sächsischem Akzent⟧"},
		leaves:  []string{"der SQL-Dialekt"},
	},
	{
		kind: Origin, cues: "gebet freitagsgebet ramadan fasten kopftuch kirche moschee gottesdienst", say: "kurz nicht da",
		pattern: `\b((?:(?:beim|während|nach|vor|im|in|zum) )?(?:de[mrs] |die |ihr |sein )?(?:(?:freitags)?gebets?|ramadan|fasten|kopftuch|kirche|moschee|gottesdienst))\b`,
		finds:   []string{"war ⟦beim Gebet⟧ und"},
		leaves:  []string{"Gebettet"},
	},
	{
		kind: Health, cues: "krank krankgeschrieben krankenstand krankenhaus krankmeldung schwanger migräne fieber grippe erkältet corona operation reha burnout depression depressionen attest asthma diabetes legasthenie gebrochen verletzt", say: "nicht da",
		pattern: `\b((?:war |ist |bin |noch |lag |lange |schwer )?(?:krank(?:geschrieben|gemeldet)?|schwanger)|im krankenstand|im krankenhaus|(?:(?:eine|meine|seine|ihre|hatte|mit) )+(?:migräne|fieber|grippe|corona|op|operation|reha|depression(?:en)?|erkältung|legasthenie)|(?:sich )?(?:den|die|das) (?:arm|fuß|hand|handgelenk|bein|finger|rücken|schulter) gebrochen)\b`,
		sayFor:  func(string) string { return "nicht ganz auf der Höhe" },
		finds:   []string{"B ⟦war krankgeschrieben⟧ und", "ich ⟦hatte eine Migräne⟧"},
		leaves:  []string{"ein krankes Bit", "die Gesundheitsprüfung"},
	},
	{
		kind: Trait, cues: "tochter sohn kind kinder frau mann baby zwillinge mutter vater oma opa eltern bruder schwester freundin verlobte verlobter säugling kleine kleiner", say: "jemand zu Hause",
		pattern: `\b((?:mein|sein|ihr|unser)(?:e[nmrs]?)? (?:(?:kleine|neugeborene|älteste|jüngste|kranke)[nrs]? )?(?:tochter|sohn|kind(?:er)?|frau|mann|baby|zwillinge|mutter|vater|oma|opa|eltern|bruder|schwester|freundin|verlobte[rn]?|säugling))\b`,
		finds:   []string{"weil ⟦meine Tochter⟧ weinte"},
		leaves:  []string{"das Kind des Prozesses", "der Mann im Leitstand"},
	},
	{
		kind: Trait, cues: "hochzeit scheidung beerdigung elternzeit mutterschutz umzug taufe rollstuhl bart brille tätowierung rothaarige farbenblind linkshänder linkshänderin schwerhörig", say: "etwas Privates",
		pattern: `\b((?:(?:von|nach|vor|bei|auf|in|aus|im|zur|zum) )?(?:(?:der|seiner|ihrer|meiner|seine|ihre|meine|dem|seinem|ihrem|meinem) )?(?:hochzeit|scheidung|beerdigung|elternzeit|mutterschutz|rollstuhl)|farbenblind|schwerhörig|linkshänder(?:in)?)\b`,
		finds:   []string{"⟦in Elternzeit⟧", "sie ist ⟦farbenblind⟧"},
		leaves:  []string{"Umzug der Datenbank"},
	},
	{
		kind: Group, cues: "zweit dritt viert fünft sechst", say: "nur wenige",
		pattern: `\b((?:nur |wir )?zu (?:zweit|dritt|viert|fünft|sechst))\b`,
		finds:   []string{"Wir sind ⟦nur zu dritt⟧, mehr"},
		leaves:  []string{"die dritte"},
	},
	{
		kind: Group, cues: "team mannschaft firma leute personen kollegen leuten menschen dreierteam zweierteam viererteam uns", say: "ein kleines Team",
		pattern: `\b((?:ein|unser|das|im|einem) (?:kleine[sn]? )?team (?:von|aus|mit) ` + zahl + `(?: (?:leuten|personen|kollegen))?|(?:nur|einer der|eine der|die) ` + zahl + ` (?:leute[n]?|personen|kollegen|menschen)(?: (?:mit|die|im|in der)(?: [\p{L}-]+){1,2})?|(?:dreier|zweier|vierer)team|wir (?:zwei|drei|vier|beiden))\b`,
		sayFor:  func(string) string { return "einige wenige" },
		finds:   []string{"⟦ein Team aus vier Leuten⟧"},
		leaves:  []string{"die drei Replikate", "das Team der Datenbank"},
	},
	{
		kind: Place, cues: "stock stockwerk etage keller dachgeschoss", say: "im Haus",
		pattern: `\b((?:im|in der|vom|aus dem|in den) (?:(?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|obersten|\d{1,2}\.) (?:stock|stockwerk|etage|og)|keller|dachgeschoss|erdgeschoss))\b`,
		finds:   []string{"steht ⟦im dritten Stock⟧, der"},
		leaves:  []string{"im Stack", "im ersten Schritt"},
	},
	{
		kind: Place, cues: "fluss see küste insel grenze gebirge bahnhof flughafen hafen dom hauptstadt altstadt kirche norden süden osten westen strand kanal werk", say: "an einem unserer Standorte",
		pattern: `\b((?:am|an der|auf der|hinter der|hinter dem|hinterm|neben dem|neben der|beim|bei der|nahe der|nahe dem|über der|jenseits der|in der|im|direkt am) (?:alten |nördlichen |südlichen )?(?:fluss|see|küste|insel|grenze|gebirge|bahnhof|hauptbahnhof|flughafen|hafen|dom|hauptstadt|altstadt|norden des landes|süden des landes|osten des landes|westen des landes|strand|kanal))\b`,
		finds:   []string{"das Werk ⟦am Fluss⟧ ist"},
		leaves:  []string{"im Datensee"},
	},
	{
		kind: Incident, cues: "statusseite nachrichten presse zeitung fernsehen radio schlagzeilen tagesschau twitter pressemitteilung öffentlichkeit journalist journalistin reporter heise", say: "außerhalb bekannt",
		pattern: `\b((?:(?:auf|in|bei|über|an) )?(?:unsere[rn]? |die |der |deren |eine |ein )?(?:öffentliche[rn]? )?statusseite|(?:in|durch) (?:den nachrichten|die nachrichten|der presse|die presse|der zeitung|den schlagzeilen|der tagesschau)|im (?:fernsehen|radio)|auf (?:twitter|heise)|(?:eine|die) pressemitteilung|(?:ein|eine) (?:journalist(?:in)?|reporter(?:in)?))\b`,
		finds:   []string{"stand ⟦auf unserer Statusseite⟧.", "war es ⟦in den Nachrichten⟧."},
		leaves:  []string{"die Nachrichten in der Warteschlange", "presse"},
	},
	{
		kind: Incident, cues: "ausfall störung panne", say: "ein Ausfall bei einem Anbieter",
		pattern: `\b((?:(?:der|die|den|beim|bei der|große[rn]?|dem) )*(?:aws|azure|google|cloudflare|fastly|github|gitlab|microsoft|telekom|vodafone|crowdstrike|slack|ovh|hetzner)[\s-](?:ausfall|störung|panne|brand)|(?:ausfall|störung|panne) (?:bei|von) (?:aws|azure|google|cloudflare|fastly|github|gitlab|microsoft|crowdstrike|slack|ovh|hetzner))\b`,
		finds:   []string{"seit ⟦der Cloudflare-Störung⟧"},
		leaves:  []string{"der Ausfall dauerte"},
	},
	{
		kind: Calendar, cues: "quartal* jahresabschluss monatsabschluss jahresende halbjahresabschluss inventur steuer*", say: "ein Abschluss",
		pattern: `\b((?:(?:im|am|vor dem|beim|zum|der|den|dem) )?(?:quartals(?:abschluss|ende|wechsel)|jahres(?:abschluss|ende|wechsel)|monatsabschluss|halbjahresabschluss|inventur|steuerfrist))\b`,
		finds:   []string{"mitten ⟦im Quartalsabschluss⟧, deshalb"},
		leaves:  []string{"Quartalszahl"},
	},
	{
		kind: Calendar, cues: "em-finale em-finales wm-finale wm-finales finale finales pokalfinale pokalfinales derby derbys länderspiel endspiel endspiels wm em halbfinale halbfinales", say: "ein großes Ereignis",
		pattern: `\b((?:(?:am|im|vor|nach|beim|während) )?(?:(?:abend|tag|nacht) )?(?:(?:des|dem|beim|das|vom|der) )?(?:(?:em|wm|pokal|champions-league)-?(?:finales?|halbfinales?|spiels?)|endspiels?|länderspiels?|derbys?|fußball-(?:em|wm)))\b`,
		finds:   []string{"⟦Abend des EM-Finales⟧, alle"},
		leaves:  []string{"das finale Skript"},
	},
	{
		kind: Calendar, cues: "brückentag feiertag feiertage feiertagen schulferien sommerferien ferien weihnachtsgeschäft weihnachten ostern pfingsten oktoberfest wiesn karneval fasching rosenmontag zuckerfest fastenzeit betriebsferien landtagswahl bundestagswahl wahlabend wahlsonntag streik bahnstreik", say: "eine besondere Zeit",
		pattern: `\b((?:(?:am|an|in|im|vor|nach|während|über|zu|beim|wegen|seit) )?(?:(?:der|den|des|dem|die|einem) )?(?:brückentag|feiertag(?:e|en)?|(?:schul|sommer|herbst|oster|betriebs)ferien|weihnachts(?:geschäfts?|feier)|weihnachten|ostern|pfingsten|oktoberfests?|wiesn|karnevals?|faschings?|rosenmontag|zuckerfests?|fastenzeit|(?:landtags|bundestags|kommunal)wahl|wahl(?:abend|sonntag)|(?:bahn|warn)?streiks?))\b`,
		sayFor:  func(string) string { return "an einem besonderen Tag" },
		finds:   []string{"⟦Am Brückentag⟧ war", "⟦während der Sommerferien⟧"},
		leaves:  []string{"die Leaderwahl", "Feierabend"},
	},
	{
		kind: Shift, cues: "nachtschicht frühschicht spätschicht schichtwechsel schichtende wochenenddienst nachtdienst", say: "Dienst",
		pattern: `\b((?:(?:in der|der|die|meine[rn]?|zur|beim|vor dem|nach dem|zum) )?(?:nacht|früh|spät)schicht|(?:(?:beim|vor dem|nach dem|zum) )?schicht(?:wechsel|ende)|(?:nacht|wochenend)dienst)\b`,
		finds:   []string{"Ich hatte ⟦Nachtschicht⟧ und", "⟦beim Schichtwechsel⟧"},
		leaves:  []string{"die Schicht darunter"},
	},
	{
		kind: Shift, cues: "morgen abend nacht morgens abends", say: "dort war es eine andere Tageszeit",
		pattern: `\b((?:bei denen|dort|bei ihnen|drüben) (?:war|ist) es (?:schon|noch|gerade|erst) (?:morgen|abend|nacht|mittag|nachmittag)|es war (?:schon|noch|gerade) (?:morgen|abend|nacht|mittag) (?:bei denen|dort|bei ihnen|drüben))\b`,
		finds:   []string{"⟦bei denen war es schon Morgen⟧"},
		leaves:  []string{"am Morgen war es"},
	},
	{kind: Speech, cues: "moin servus grüezi tach gude hallöchen", say: "hallo", pattern: `\b(moin(?: moin)?|servus|grüezi|tach|gude|hallöchen)\b`, finds: []string{"⟦Moin⟧, schrieb"}, leaves: []string{"moino"}},
	{kind: Speech, cues: "heuer jänner parkieren natel velo gell nix wat dat ned bissl schaffe feierabend", say: "so", pattern: `\b(heuer|natel|gell|nix|wat|dat|ned|bissl)\b`,
		sayFor: func(words string) string {
			return map[string]string{"heuer": "dieses Jahr", "natel": "Telefon", "gell": "nicht wahr", "nix": "nichts", "wat": "was", "dat": "das", "ned": "nicht", "bissl": "bisschen"}[words]
		},
		finds: []string{"es ging ⟦nix⟧ mehr"}, leaves: []string{"data"}},
}

const (
	völkerCues = `deutsch* franz* spani* itali* polni* nieder* briti* engli* schot* iris* ameri* kanad* mexik* brasi* argen* portu* russi* ukrai*
		türki* griec* schwe* norwe* däni* finni* ungar* tsche* slowa* rumän* bulga* serbi* kroat* öster* indis* chine* japan* korea* vietn*
		arabi* irani* israe* niger* kenia* austr* syris*`
	völker = `deutsch|französisch|spanisch|italienisch|polnisch|niederländisch|britisch|englisch|schottisch|irisch|amerikanisch|kanadisch|mexikanisch|brasilianisch|argentinisch|portugiesisch|russisch|ukrainisch|türkisch|griechisch|schwedisch|schweizer|norwegisch|dänisch|finnisch|ungarisch|tschechisch|slowakisch|rumänisch|bulgarisch|serbisch|kroatisch|österreichisch|indisch|chinesisch|japanisch|koreanisch|vietnamesisch|arabisch|iranisch|israelisch|nigerianisch|kenianisch|australisch|syrisch`
)
