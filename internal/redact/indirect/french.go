package indirect

const (
	métier   = `(?:administrat(?:eur|rice)s?|admin|ingénieure?s?|développeu(?:r|se)s?|dba|personnes?|technicien(?:ne)?s?|expert(?:e)?s?|femme|homme|collègue|spécialiste|responsable|infirmi(?:er|ère)|analyste|architecte|électricien(?:ne)?|pharmacien(?:ne)?|comptable|enseignante?)`
	nombreFr = `(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})`
)

var french = []rule{
	{
		kind: Role, cues: "seul seule unique", say: "quelqu'un de l'équipe",
		pattern: `\b((?:notre|le|la|mon|ma|leur|son|sa) (?:seule?|unique) ` + métier + `(?: [\p{L}]+)?|(?:le seul|la seule) (?:à (?:connaître|savoir|comprendre|avoir)|qui (?:connaît|connaissait|sait|savait|comprend|comprenait|ait|avait))(?: [\p{L}']+){1,3})`,
		finds:   []string{"réveillé ⟦notre seul administrateur réseau⟧."},
		leaves:  []string{"le seul choix", "la seule option"},
	},
	{
		kind: Role, cues: "stagiaire alternant alternante apprenti apprentie", say: "quelqu'un de l'équipe",
		pattern: `((?:\b(?:le|la|notre|un|une|mon|ma) |l'|d'un |d'une )(?:nouve(?:l|lle|au) )?(?:stagiaire|alternante?|apprentie?))\b`,
		finds:   []string{"⟦La stagiaire⟧ avait", "⟦l'alternant⟧ a"},
		leaves:  []string{"en alternance"},
	},
	{
		kind: Tenure, cues: "semaine jour mois année nuit garde astreinte journée poste permanence", say: "au début",
		pattern: `((?:\b(?:dans|à|pendant|lors de) )?\b(?:sa|son|ma|mon|leur) (?:toute )?(?:première?|deuxième|troisième|quatrième|dernière?) (?:jour|semaine|mois|année|nuit|garde|astreinte|journée|poste|permanence))\b`,
		finds:   []string{"était ⟦dans sa troisième semaine⟧ et", "C'était ⟦ma première astreinte⟧, je"},
		leaves:  []string{"la première semaine", "sa première requête"},
	},
	{
		kind: Tenure, cues: "depuis arrivé arrivée embauché embauchée nouveau nouvelle essai retraite quitté", say: "depuis peu",
		pattern: `\b((?:(?:tout juste |à peine )?(?:arrivée?|embauchée?) (?:il y a|depuis) [\p{L}\d]+ (?:jours|semaines|mois|ans))|depuis [\p{L}\d]+ (?:jours|semaines|mois|ans) (?:chez nous|dans l'équipe|dans la boîte|ici)|nouve(?:au|lle) dans l'équipe|en période d'essai|(?:proche de|avant|à) la retraite|(?:a|avait) quitté (?:la boîte|l'entreprise|l'équipe|la société))`,
		finds:   []string{"était ⟦nouvelle dans l'équipe⟧.", "⟦arrivé il y a deux semaines⟧"},
		leaves:  []string{"depuis deux jours le disque", "le nœud arrivé"},
	},
	{
		kind: Origin, cues: peuplesCues, say: "quelqu'un de l'équipe",
		pattern: `((?:\b(?:le|la|un|une|notre|mon|ma|ce|cette|les|des) |l')(?:collègues?|développeu(?:r|se)|ingénieure?|technicien(?:ne)?|client(?:e)?|équipe|bureau|femme|homme|stagiaire|fournisseur|prestataire) (?:` + peuples + `))\b`,
		finds:   []string{"⟦Le collègue portugais⟧ a"},
		leaves:  []string{"le clavier français", "la langue française"},
	},
	{
		kind: Origin, cues: "accent", say: "la façon de parler",
		pattern: `((?:\b(?:son|mon|leur|cet|avec un|un) |l')(?:fort |léger )?accent(?: (?:du [\p{L}]+|[\p{L}]+(?:ais|ois|ien|ain|and|ol)))?)\b`,
		finds:   []string{"à cause de ⟦son accent québécois⟧"},
		leaves:  []string{"l'accentuation"},
	},
	{
		kind: Health, cues: "malade enceinte maladie migraine fièvre grippe covid opération hôpital dépression burn-out burnout", say: "pas en forme",
		pattern: `((?:\b(?:était|étais|suis|est|tombée?) )?\b(?:malade|enceinte)\b|\ben (?:arrêt|congé) (?:maladie|maternité|de maladie)|\bà l'hôpital|\b(?:une|la|ma|sa|avec de la|de la) (?:migraine|fièvre|grippe|dépression))\b`,
		finds:   []string{"était ⟦en arrêt maladie⟧."},
		leaves:  []string{"la santé du service"},
	},
	{
		kind: Trait, cues: "fille fils enfants enfant femme mari bébé jumeaux mère père compagnon compagne mariage divorce enterrement daltonien daltonienne fauteuil", say: "quelqu'un à la maison",
		pattern: `\b((?:ma|mon|mes|sa|son|ses|notre|nos) (?:petite? )?(?:fille|fils|enfants?|femme|mari|bébé|jumeaux|jumelles|mère|père|compagnon|compagne|mariage|divorce)|daltonien(?:ne)?|en fauteuil roulant)\b`,
		finds:   []string{"parce que ⟦ma fille⟧ pleurait"},
		leaves:  []string{"le fils du processus", "le processus père"},
	},
	{
		kind: Group, cues: "équipe personnes nous étions sommes", say: "une petite équipe",
		pattern: `\b((?:une|notre) (?:petite )?équipe de ` + nombreFr + `(?: personnes)?|(?:nous étions|nous sommes|on était|on est) (?:que |seulement )?` + nombreFr + `|(?:une?|l'une?) des ` + nombreFr + ` (?:personnes|collègues)(?: qui(?: [\p{L}']+){1,2})?)\b`,
		finds:   []string{"sommes ⟦une équipe de trois⟧, il"},
		leaves:  []string{"trois répliques sur six", "une équipe de nuit"},
	},
	{
		kind: Place, cues: "étage sous-sol capitale lac fleuve mer frontière gare aéroport port île montagne cathédrale côte", say: "sur un de nos sites",
		pattern: `\b((?:au|du|dans le) (?:(?:premier|deuxième|troisième|quatrième|cinquième|sixième|dernier) étage|rez-de-chaussée|sous-sol)|(?:au bord (?:du|de la|de l')|près (?:du|de la|de l')|à côté (?:du|de la|de l')|derrière (?:la|le|l')|sur l'|sur la|dans la|en) ?(?:lac|fleuve|mer|frontière|gare|aéroport|port|île|montagne|cathédrale|côte|capitale))\b`,
		finds:   []string{"est ⟦au troisième étage⟧."},
		leaves:  []string{"au bout du compte"},
	},
	{
		kind: Incident, cues: "statut journal journaux informations presse journaliste télé radio twitter communiqué panne", say: "su à l'extérieur",
		pattern: `\b((?:notre|la|leur|une) page (?:de|d'état|publique) ?(?:statut)?|(?:dans|à) (?:les journaux|les informations|la presse|la radio|la télé)|aux informations|un(?:e)? journaliste|un communiqué de presse|la panne (?:d'aws|de cloudflare|d'azure|de google|d'ovh|de github|de microsoft))\b`,
		finds:   []string{"sur ⟦notre page de statut⟧."},
		leaves:  []string{"le journal du service"},
	},
	{
		kind: Calendar, cues: "trimestre clôture exercice soldes rentrée finale élections élection grève vacances férié pont noël pâques ramadan toussaint inventaire match", say: "un moment particulier",
		pattern: `\b((?:(?:la|en pleine?|pleine|pendant la|en) )?(?:clôture (?:du trimestre|de l'exercice|annuelle|trimestrielle|mensuelle)|fin (?:de|du) trimestre|fin d'exercice)|(?:les |pendant les |période des )?soldes(?: d'(?:été|hiver))?|la rentrée(?: scolaire)?|la (?:demi-)?finale(?: de la [\p{L}]+)?|(?:le soir des |les |après les )élections|la grève(?: [\p{L}]+)?|(?:pendant )?les vacances scolaires|un jour férié|le pont de [\p{L}']+|(?:à|avant|après|pendant) (?:noël|pâques|le ramadan|la toussaint))`,
		finds:   []string{"⟦en pleine clôture du trimestre⟧."},
		leaves:  []string{"la clôture de la session", "la finalisation"},
	},
	{
		kind: Shift, cues: "nuit équipe relève", say: "de service",
		pattern: `\b(de nuit|l'équipe de nuit|la relève|en horaires de nuit)\b`,
		finds:   []string{"J'étais ⟦de nuit⟧ et"},
		leaves:  []string{"la nuit", "minuit"},
	},
	{kind: Speech, cues: "septante nonante huitante tabarnak boulot ouais bof", say: "oui", pattern: `\b(septante|nonante|huitante|tabarnak|ouais)\b`,
		sayFor: func(words string) string {
			return map[string]string{"septante": "soixante-dix", "nonante": "quatre-vingt-dix", "huitante": "quatre-vingts", "tabarnak": "mince", "ouais": "oui"}[words]
		},
		finds: []string{"⟦nonante⟧ secondes"}, leaves: []string{"quarante"}},
}

const (
	peuplesCues = `français française allemand allemande espagnol espagnole portugais portugaise italien italienne anglais anglaise belge suisse
		marocain marocaine algérien algérienne tunisien tunisienne polonais polonaise roumain roumaine russe ukrainien ukrainienne américain
		américaine canadien canadienne québécois québécoise brésilien brésilienne indien indienne chinois chinoise japonais japonaise turc turque
		sénégalais sénégalaise vietnamien vietnamienne libanais libanaise grec grecque breton bretonne corse`
	peuples = `française?|allemande?|espagnole?|portugaise?|italien(?:ne)?|anglaise?|belge|suisse|marocaine?|algérien(?:ne)?|tunisien(?:ne)?|polonaise?|roumaine?|russe|ukrainien(?:ne)?|américaine?|canadien(?:ne)?|québécoise?|brésilien(?:ne)?|indien(?:ne)?|chinoise?|japonaise?|turc|turque|sénégalaise?|vietnamien(?:ne)?|libanaise?|grec(?:que)?|breton(?:ne)?|corse`
)
