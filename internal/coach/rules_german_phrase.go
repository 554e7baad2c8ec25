package coach

// Phrases in German.

var germanPhraseRules = []rule{
	{
		id: "de.phrase_other", kind: BlameOther,
		cues:    "eingebrockt|hängen|sitzen|allein|reingeritten|aufgehalst|ausgebremst|ausbaden|auszubaden",
		pattern: `{german}(?: {word}){1,6}? (?P<x>(?:eingebrockt|hängen ?(?:ge)?lassen|sitzen ?(?:ge)?lassen|allein ?gelassen|reingeritten|aufgehalst|ausgebremst))\b|\b(?P<x2>(?:müssen|mussten|durften|dürfen)(?: {word}){0,4} ausbaden)\b`,
		finds:   []string{"Das Plattformteam hat uns das ⟦eingebrockt⟧.", "Wir ⟦mussten es ausbaden⟧."},
		leaves:  []string{"Der Prozess blieb hängen.", "Ich saß allein im Büro."},
	},
	{
		id: "de.phrase_trait", kind: Trait,
		cues:    "zu langsam|zu alt|zu blöd|faul|schlampig|unfähig|unerfahren|gebrauchen|geeignet|belastbar|überfordert|nachlässig|unzuverlässig|chaotisch|arrogant|gewachsen|stur",
		pattern: `\b(?:{deperson}) (?:vom|von|aus|im|in|beim|der|des) {word}(?: {word})? (?P<x>(?:ist|sind|war|waren)(?: {word}){0,3}? {deunfit})\b|\b(?:ich|er|sie|wir|{deperson}) (?P<x2>(?:bin|ist|sind|war|waren)(?: {word}){0,4}? (?:zu langsam|zu alt|zu blöd|nicht zu gebrauchen|ungeeignet|nicht (?:dafür )?geeignet|nicht belastbar|nicht gewachsen))\b`,
		finds:   []string{"Die Kollegen vom Netz ⟦sind einfach faul⟧.", "Ich ⟦bin unter Druck nicht zu gebrauchen⟧."},
		leaves:  []string{"Der Adapter ist nicht geeignet.", "Die Platte war nicht belastbar."},
	},
	{
		id: "de.phrase_mind", kind: MindReading,
		cues:    "woll|fühlte|zuständig|interessier",
		pattern: `\b(?:die|der|{german}) (?P<x>wollten?(?: {word}){1,4} (?:nur|bloß|einfach|schnell|unbedingt))\b|\b(?P<x2>(?:niemand|keiner|keine[rn]? von uns|jeder)(?: {word}){0,2} fühlte? sich|fühlte sich (?:niemand|keiner))\b|\b(?P<x3>(?:interessiert|interessierte)(?: {word}){0,3} (?:niemanden|keinen|nicht die bohne))\b`,
		finds:   []string{"Die ⟦wollten das Thema nur⟧ loswerden.", "⟦Keiner fühlte sich⟧ zuständig."},
		leaves:  []string{"Ich wollte das Log nur lesen.", "Der Kunde wollte eine Zahl."},
		unless:  `\bich woll`,
	},
	{
		id: "de.phrase_cause", kind: SingleCause,
		cues:    "auslöser|ursache|grund",
		pattern: `\b(?:auslöser|ursache|hauptgrund|grund)(?: (?:des|der|für|von|hinter|dafür)(?: {word}){0,4}?)? (?:war|ist|waren)\b`,
		unless:  `\b(?:unbekannt|unklar|nicht bekannt|offen|noch|warum|weiß|wissen|alarms?)\b|\?`,
		finds:   []string{"⟦Auslöser des gesamten Ausfalls war⟧ ein Zertifikat."},
		leaves:  []string{"Die Ursache ist noch offen.", "Der Grund war um 02:20 unbekannt."},
	},
	{
		id: "de.phrase_verdict", kind: Verdict,
		cues:    "schlampig|nachlässig|fahrlässig|leichtsinnig|unprofessionell|mangelhaft|dilettantisch|katastrophal|miserabel|voreilig|unüberlegt|stümperhaft|halbherzig|oberflächlich|unzureichend|schlecht",
		pattern: `\b(?:wurden?|worden|sind|ist|haben|hat)(?: {word}){0,6}? (?P<x>(?:schlampig|nachlässig|fahrlässig|leichtsinnig|unprofessionell|mangelhaft|dilettantisch|katastrophal|miserabel|voreilig|unüberlegt|stümperhaft|halbherzig|oberflächlich|unzureichend|schlecht) {word}(?:t|en))\b`,
		finds:   []string{"Der Umzug wurde ⟦schlampig vorbereitet⟧."},
		leaves:  []string{"Der Umzug wurde um 02:00 vorbereitet."},
	},
	{
		id: "de.phrase_exhort", kind: Exhortation, ask: &askIdea,
		cues:    "sollte|müssen|muss|sollen|bitte",
		pattern: `\b(?:alle|jeder|jede|wir alle|die leute|kollegen|entwickler|{deperson})(?: {word}){0,2}? (?P<x>(?:sollten?|müssen|muss|sollen)) [^.;]{1,70}?\b(?:lesen|prüfen|testen|fragen|dokumentieren|nachsehen|aufpassen|melden|kontrollieren|verstehen|lernen|ankündigen|abstimmen|einhalten|beachten|kümmern|mitdenken|reden|kommunizieren)\b|\b(?P<x2>bitte\b[^.;]{0,40}\b(?:immer|künftig|in zukunft|zweimal|doppelt|genauer))\b`,
		unless:  `\b(?:laut|steht|heißt es|das runbook sagt)\b`,
		finds:   []string{"Alle ⟦sollten⟧ das Runbook lesen.", "⟦Bitte vor dem Deploy immer zweimal⟧ hinsehen."},
		leaves:  []string{"Laut Runbook sollten alle den Plan lesen.", "Ich musste den Index lesen."},
	},
	{
		id: "de.phrase_small", kind: Minimiser,
		cues:    "nur|bloß|bloss|lediglich|kunst|hexenwerk|raketen|große sache",
		pattern: `\b(?:war|ist|wäre|waren)(?: (?:doch|ja|eben|halt|wirklich|nun|mal))* (?P<x>(?:nur|bloß|lediglich) (?:ein|eine|einen|so ein|so eine) (?:{word} )?(?:zeile|kleinigkeit|klick|befehl|flag|schalter|neustart|tippfehler|einzeiler|formsache|handgriff|minute|änderung|skript|anruf|blick|haken|sache))\b|\b(?P<x2>(?:keine|kein) (?:große )?(?:kunst|hexenwerk|raketenwissenschaft|zauberei))\b|\bkeine (?P<x3>große sache)\b`,
		finds:   []string{"Es war doch ⟦nur eine Zeile⟧.", "Das ist nun wirklich ⟦keine Kunst⟧."},
		leaves:  []string{"Es war nur ein Knoten am Leben.", "Die Zeile war nur eine von vielen."},
	},
}
