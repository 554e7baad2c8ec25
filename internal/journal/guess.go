package journal

import (
	"regexp"
	"strings"
	"sync"
)

// GuessKind says of what kind a line looks to be by its first words and its verbs, in English and German. It is empty where
// nothing speaks for one: a wrong guess costs the person a key, none costs nothing.
func GuessKind(text string) Kind {
	line := strings.ToLower(text[:min(len(text), 400)])
	line = strings.NewReplacer("’", "'", "\n", " ", "\t", " ").Replace(strings.TrimLeft(line, " \t\r\n-*•>#\"'`_~"))
	if strings.HasPrefix(line, "$ ") {
		return Action // a command at a prompt
	}
	for _, g := range guesses() {
		if g.re.MatchString(line) {
			return g.kind
		}
	}
	return ""
}

// end is where a word ends that is one of a sentence: what goes on with a hyphen, a dot or an underscore is a name.
const end = `(?:$|[ ,;:!?)…]|\.(?: |\.|$))`

// A guess is a form of words that speaks for a kind. Each ships with lines that it meets and lines that it must not.
type guess struct {
	kind     Kind
	form     string
	yes, not []string
	re       *regexp.Regexp
}

// The verbs that begin a line about what somebody did, with or without "I" before them.
const (
	didVerbs = `(?:re)?started|stopped|killed|rolled back|rolled out|rolled|ran|re-?ran|deployed|redeployed|reverted|drained|cordoned|` +
		`uncordoned|scaled|failed over|switched|moved|changed|edited|set|reset|removed|deleted|added|created|opened|closed|paged|called|rang|` +
		`phoned|pinged|messaged|asked|told|wrote|sent|posted|checked|looked at|looked into|looked for|looked|tailed|grepped|connected|` +
		`logged in(?:to)?|ssh(?:'d|ed)|joined|acked|acknowledged|silenced|muted|escalated|disabled|enabled|turned (?:on|off)|put|pulled|pushed|` +
		`merged|bumped|upgraded|downgraded|patched|applied|flushed|purged|cleared|emptied|replayed|restored|backed up|copied|mounted|` +
		`unmounted|promoted|demoted|paused|resumed|retried|cancelled|canceled|aborted|blocked|unblocked|took|gave|made|tried|tested|compared|` +
		`measured|started|handed over|went back|raised|lowered|increased|decreased|doubled|halved|throttled|rebooted|power-?cycled|attached|detached`
	didVerbsDE = `neu gestartet|gestartet|neugestartet|gestoppt|angehalten|zurückgerollt|zurückgesetzt|ausgerollt|ausgeführt|gelöscht|` +
		`entfernt|geändert|gesetzt|umgeschaltet|umgestellt|abgeschaltet|eingeschaltet|ausgeschaltet|angerufen|geschrieben|gefragt|gesagt|` +
		`geprüft|nachgesehen|nachgeschaut|angeschaut|geöffnet|geschlossen|verbunden|eingeloggt|angemeldet|eskaliert|stummgeschaltet|` +
		`deaktiviert|aktiviert|gemergt|eingespielt|zurückgespielt|kopiert|verschoben|erhöht|verringert|verdoppelt|halbiert|geleert|` +
		`abgebrochen|wiederholt|versucht|getestet|verglichen|gemessen|weggenommen|hinzugefügt|gedrainet|getippt|bestätigt`
)

// The order decides: what is said outright first, thoughts before deeds, deeds before what was seen.
var guesses = sync.OnceValue(func() []guess {
	gs := []guess{
		{kind: "",
			form: `\b(?:should|could|would)(?:n't| not)? have\b|^\S+ --?[\pL\d]`,
			yes:  []string{"should have known", "set -e at the top of the script was missing"},
			not:  []string{"I should not wait"}},
		{kind: Idea,
			form: `^(?:idea|idee|todo)\b|^(?:for later|für später)\b|^(?:we|i|one|wir|man) (?:could|should|might|könnten|könnte|sollten|sollte) (?:add|have|build|write|alert|page|automate|document|hinzufügen|bauen|schreiben|automatisieren|dokumentieren|einen?|das)\b`,
			yes:  []string{"idea: a dry run flag", "we should add an alert on lag", "Idee: Testlauf vor dem Umschalten"},
			not:  []string{"we should be back in 5 min", "ideally it drains by four"}},
		{kind: Learning,
			form: `^(?:til\b|learned|learnt|i (?:have )?learn(?:ed|t)|lesson|note to self|now i know|gelernt|merke|ich habe gelernt|jetzt weiß ich)`,
			yes:  []string{"learned: the retry budget is per pod", "TIL the timeout is in ms", "gelernt: der Cache hat kein TTL"},
			not:  []string{"learners group was paged", "they learned of it from the status page"}},
		{kind: Effect,
			form: `^(?:i |we )?(?:was |were |got |am )?(?:paged|angerufen worden)(?:$|[.,;:!]| (?:for|at|by|about|out|again|um|wegen)\b)`,
			yes:  []string{"paged", "got paged for lag", "paged, checkout errors at 40%"},
			not:  []string{"paged the DBA"}},
		{kind: Reaction,
			form: `^i(?:'m| am| was| feel| felt)\b(?: \w+)? (?:tired|scared|afraid|ashamed|angry|cold|exhausted|relieved|nervous|worried|lost|sick|alone|calm|shaking|awake)(?:$|[,;.!]| (?:and|by|now|when|then|but)\b)|^(?:felt|feeling) |^my (?:hands|heart|stomach)\b|^(?:ich )?(?:bin|war|fühle mich|fühlte mich)\b(?: \pL+)? (?:müde|erschöpft|nervös|erleichtert|wütend|allein|ruhig|wach|besorgt|unsicher)\b|^(?:mir war|mir ist) (?:schlecht|kalt|übel)`,
			yes:  []string{"I was so tired by then", "felt sick when the graph dropped", "war ziemlich müde"},
			not:  []string{"the node felt the load", "I was tired of waiting so I restarted it"}},
		{kind: Decision,
			form: `^(?:i |we |so i |so we )?(?:decided|chose|agreed|settled on)\b|^decision\b|^(?:i'm|i am|we're|we are|am)? ?(?:going to|gonna)\b|^(?:i'll|we'll|let's|i will|we will) |^(?:ich habe |wir haben |haben |habe )?(?:.{0,60} )?(?:entschieden|beschlossen)\b|^entscheidung\b|^(?:ich werde|wir werden)\b`,
			yes:  []string{"decided to wait for Mira", "going to fail over", "let's roll back", "haben beschlossen, bis sechs zu warten"},
			not:  []string{"the leader is going to be re-elected", "she decided to stay on the call"}},
		{kind: Expectation,
			form: `^(?:i |we )?(?:expect(?:ed|ing)?|hoped?|hoping)\b|^(?:it|this|that|they|errors?|latency|lag|queue|traffic|load|the [\pL\d-]+(?: [\pL\d-]+)?) (?:should|ought to|will|would|must)\b|^should\b|^(?:ich )?(?:erwarte|erwartet|hoffe|hoffte)\b|\bsollte(?:n)? (?:jetzt |gleich |dann |bald |in |nach |bis )?(?:.{0,40} )?(?:sein|kommen|fallen|sinken|steigen|zurückgehen|laufen|weg)\b`,
			yes:  []string{"should come back within a minute", "expected errors to fall", "the queue should drain by four", "Fehler sollten gleich zurückgehen"},
			not:  []string{"should have known", "expected_at was null in the log"}},
		{kind: Assumption,
			form: `^(?:i |we )?(?:assum(?:e|ed|ing)|guess(?:ed)?|figured|suppos(?:e|ed)|presum(?:e|ed)|took it (?:for granted|that)|took (?:it|this) (?:for|as)|believed?|was (?:sure|certain|convinced))` + end + `|^i (?:think|thought)\b|^thought (?:it|that|the|this|we|they|maybe)\b|^(?:must be|must have been|probably|maybe|perhaps|presumably|looks like it(?:'s| is))\b|^(?:ich |wir )?(?:dachte|denke|glaube|glaubte|vermute|vermutete|nahm(?:en)? an|nehme an|ging davon aus|gehe davon aus|war (?:mir )?sicher)\b|^(?:wahrscheinlich|vermutlich|vielleicht|wohl)\b|\bangenommen\b`,
			yes:  []string{"I thought the replica was in sync", "assumed it was the deploy", "must be DNS", "dachte, der Cache sei leer"},
			not:  []string{"assumed-role/admin in the trail", "maybe_retry() threw"}},
		{kind: Understanding,
			form: `^(?:so|ok so|oh|aha|now|ah)\b,? (?:it(?:'s| is| was)|that(?:'s| is| was)|the)\b|^(?:realised|realized|understood|turns out|it turned out|makes sense|so that(?:'s| is))\b|^i (?:realised|realized|understood|see now|now see|get it)\b|^(?:also|ach|aha),? (?:das|es|der|die)\b|^(?:verstanden|begriffen|es stellte sich heraus|jetzt (?:ist )?klar)`,
			yes:  []string{"so it's the second pool", "realised the flag was inverted", "turns out both pods share the disk", "verstanden: beide Knoten teilen sich die Platte"},
			not:  []string{"so restarted it", "now restarting"}},
		{kind: Action,
			form: `^(?:then |and |so |now |also |again |first |finally |and then |so then )*(?:i |we |i've |we've |i have |we have |i had |i then |i also |i just )*(?:` + didVerbs + `)` + end,
			yes:  []string{"I restarted payments-db-3", "rolled back", "then drained the node", "We paged the DBA", "checked the dashboard, nothing"},
			not:  []string{"set -e at the top of the script was missing", "the pod restarted", "put.io is down"}},
		{kind: Action,
			form: `^(?:ich |wir |dann |jetzt |und |nochmal |erst |also |habe |haben |hab )*(?:[^.!?]{0,80} )?(?:` + didVerbsDE + `)(?:$|[ .,;:!)])`,
			yes:  []string{"Datenbank neu gestartet", "habe den Knoten abgeschaltet", "dann den Kollegen angerufen."},
			not:  []string{"die Zahl der gelöschten Zeilen stieg", "neu"}},
		{kind: Action,
			form: `^(?:re)?(?:starting|stopping|running (?:the|a|it|this|now)|rolling back|rolling|deploying|draining|checking|looking at|looking into|calling|paging|killing|scaling|reverting|switching|restoring|failing over|trying|asking|opening|testing)` + end,
			yes:  []string{"restarting it now", "rolling back the deploy"},
			not:  []string{"starting-position: 0", "running out of disk"}},
		{kind: Effect,
			form: `^(?:i |we )?(?:saw|see|seeing|noticed|observed|got|getting|heard)\b|^(?:ich |wir )?(?:sah|sehe|sehen|sahen|bemerkt|gesehen|gehört)\b|^(?:alert|alarm|pager)` + end,
			yes:  []string{"saw 500s on checkout", "alert: lag over 5 min", "got an alert for lag", "sehe Fehler im Log"},
			not:  []string{"i seemed to have access", "pages 12 to 14"}},
		{kind: Effect,
			form: `\b(?:went (?:up|down|away|red|green|back|quiet)|spik(?:ed|ing)|dropp(?:ed|ing)|climb(?:ed|ing|s)|rose|rising|fell|falling|recover(?:ed|ing|s)|came back|com(?:es|ing) back|is (?:back|up|down|full|gone|empty|green|red|stuck|slow)|are (?:back|up|down|gone|stuck|slow|green|red)|was (?:down|gone|full|empty|stuck)|timed out|timing out|times out|fail(?:s|ed|ing)|crash(?:ed|es|ing)|restarted|fired|stopped|hung|hangs|froze|returned|returns|shows?|showed|at \d+ ?%)`,
			yes:  []string{"errors went up", "latency spiking on the edge", "the pod restarted", "site is back", "checkout errors at 40%"},
			not:  []string{"asked for a showcase later", "the fallback is configured"}},
		{kind: Effect,
			form: `\b(?:stieg(?:en)?|steig(?:t|en)|fiel(?:en)?|fällt|fallen|sank(?:en)?|sinkt|ausgefallen|abgestürzt|hängt|hing|läuft wieder|wieder da|zurück auf|zeigt(?:e|en)?|kam(?:en)? (?:zurück|wieder)|bricht ab|brach ab|schlägt fehl|schlug fehl|rot|grün)\b`,
			yes:  []string{"Fehler steigen", "Seite läuft wieder", "Dashboard zeigt 40 %"},
			not:  []string{"Rotation geprüft wird später", "das Steigeisen"}},
	}
	for i := range gs {
		gs[i].re = regexp.MustCompile(gs[i].form)
	}
	return gs
})
