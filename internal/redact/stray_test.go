package redact

import (
	"slices"
	"strings"
	"testing"
)

// strayCases are, for each rule of strays, texts in which it asks about what stands between ⟦ and ⟧ and about nothing
// else, and texts in which it asks about nothing.
var strayCases = []struct {
	rule          string
	finds, leaves []string
}{
	{
		rule: ruleField,
		finds: []string{
			`{"rollout":"⟦r-20417⟧","stores":61}`, "$ tool --store ⟦0417⟧ --verbose", `{"tenant_id":"⟦qzlive⟧","severity":"page"}`, "x dest=⟦ZWICKY⟧ tpl=3", "```\nrunner: ⟦kontio⟧\n```",
		},
		leaves: []string{
			"level=info method=post code=408", `{"status":"pending","owner":"me"}`, "the customer: nobody knew", "host=localhost", "store: it was closed", "tpl=DHL_A6",
		},
	},
	{
		rule: ruleNoun,
		finds: []string{
			"only branch ⟦0417⟧ was dark", "crew ⟦TM20417⟧ has no duty", "the reservoir ⟦R4⟧ holds six hours", "the programme is called ⟦paper-crane⟧ here", "das Programm heißt bei uns ⟦Murmeltier⟧",
			"l'équipe ⟦Pilotage Flux⟧ a monté", "the customer ⟦Delta Cold Chain⟧ lost it", "from the ⟦zrh⟧ colo",
		},
		leaves: []string{"the store was closed", "line 3 of the log", "job 12", "crew changes", "the main office", "this is called a rollback", "branch main", "a train to nowhere", "the box about to fall", "host about 4 million"},
	},
	{
		rule: ruleCode,
		finds: []string{
			"2911 jobs of ⟦s2217044⟧ waited", "the label ⟦ZEB_Q07⟧ came out", "⟦PL-20.417.338-1⟧ was printed twice", "it was ⟦756.5555.0412.88⟧ again", "pod zw-7f9c8d6b5-xk2lp, -⟦q8vzt⟧", "the user ⟦ADM_INTEG⟧ did", "pass ⟦P-8812⟧ over", "they printed ⟦V0099120⟧ again", "all of ⟦arara-*⟧ were up",
		},
		leaves: []string{
			"sha256 and utf8mb4 and base64", "IEF450I and S0C7", "DVB-S2, MTU-9000, DSCP-46", "grpc-1.58 with UCX-1.14", "max_connections and pool_size", "at 0x61A0", "12ms and 5xx", "run x.py3 now", "1.234.567.890 rows", "kubectl get pods -n2",
		},
	},
	{
		rule:   ruleNumber,
		finds:  []string{"the ⟦DGS 95417⟧ shows; later ⟦95417⟧ again", "zip was ⟦01440⟧, they say", "grep ⟦48211⟧ tel.log, and\n⟦48211⟧ again"},
		leaves: []string{"HTTP 50300 and RFC 9110", "about 48211 rows, 48211 rows", "port 48211", "48211.", "in 2026 and 2026", "max 65000, 65000", "TCP 44312"},
	},
	{
		rule:   rulePrompt,
		finds:  []string{"⟦papier⟧=> select 1;"},
		leaves: []string{"postgres=# select 1", "x => y"},
	},
	{
		rule: rulePart,
		finds: []string{
			"see https://harbour.narae.example/x; the button in ⟦harbour⟧", "POS-0417-K1 was one, then ⟦0417⟧ alone", "10.77.4.250 came back; ⟦.250⟧ is a laptop", "mail a@larder.example, says ⟦larder-bot⟧",
		},
		leaves: []string{"mail ops@zephyrion.example about it", "POS-0417-K1 was slow", "10.77.4.250 came after 0.250 s"},
	},
	{
		rule:   ruleNear,
		finds:  []string{"now 10.70.2.16 (⟦zanajura⟧) leads", "ssh keabox\n(keabox ⟦tui⟧ ⟦moa⟧, all birds)"},
		leaves: []string{"10.70.2.16 (twice)", "10.70.2.16 and the others", "ssh web-01; web-01 was down"},
	},
	{
		rule:   ruleEdge,
		finds:  []string{"she is at Haneul ⟦TV⟧ now"},
		leaves: []string{"é priya restarted it", "she saw it on TV"},
	},
	{
		rule:   rulePath,
		finds:  []string{"input: //⟦zvfs02⟧/druck/x", "cd /u/⟦kt7731⟧ and"},
		leaves: []string{"https://example.com/druck/x", "// comment", "/proc/sys/net/ipv4", "/dev/sda2"},
	},
	{
		rule:   ruleTheme,
		finds:  []string{"the batch came from ⟦sparrow⟧ and hung", "moved it to ⟦walnut⟧ at two"},
		leaves: []string{"the sparrow on the roof", "a walnut from the tree", "an orange light", "cherry pie"},
	},
	{
		rule:   ruleOwned,
		finds:  []string{"mail ops@zephyrion.example about ⟦zephyrion/publisher⟧"},
		leaves: []string{"zephyrion/publisher", "mail ops@zephyrion.example about https://zephyrion.example/publisher"},
	},
	{
		rule:   ruleLogin,
		finds:  []string{"a chave que o gancho usa é do ⟦jmota⟧ e saiu"},
		leaves: []string{"the key was gone", "grandmother and schwarz"},
	},
}

// TestStrays runs the examples of every rule.
func TestStrays(t *testing.T) {
	for _, c := range strayCases {
		t.Run(c.rule, func(t *testing.T) {
			if Reason(c.rule) == "" {
				t.Error("no words for it")
			}
			for _, example := range slices.Concat(c.finds, c.leaves) {
				text, want := exampleText(example)
				var got []string
				for _, f := range Examine([]Source{{Text: text}}, nil).Findings {
					if f.Rule == c.rule {
						got = append(got, text[f.Start:f.End])
						if f.Certain != (c.rule == ruleOwned) {
							t.Errorf("%q: %q is certain: %t", text, text[f.Start:f.End], f.Certain)
						}
					}
				}
				if !slices.Equal(got, want) {
					t.Errorf("in %q found %q, want %q", text, got, want)
				}
			}
		})
	}
}

// TestStraysOverEntries checks that what one entry says of a word holds in another, and that a word is one question.
func TestStraysOverEntries(t *testing.T) {
	sources := []Source{{Text: "crew TM20417 has no duty"}, {Text: "tm20417 called"}, {Text: "TM20417 again"}}
	entities := map[EntityID]bool{}
	n := 0
	for _, f := range Examine(sources, nil).Findings {
		if strings.EqualFold(sources[f.Source].Text[f.Start:f.End], "TM20417") {
			n++
			entities[f.Entity] = true
		}
	}
	if n != 3 || len(entities) != 1 {
		t.Errorf("%d places and %d things, want 3 places of one", n, len(entities))
	}
}
