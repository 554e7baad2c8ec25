package redact

import (
	"strings"
	"testing"
)

// TestUsed checks names that show by what an account does with them. ⟦…⟧ is found, whether certain or asked about;
// what stands in leaves is not taken for a machine or a program.
func TestUsed(t *testing.T) {
	for _, text := range []string{
		"⟦marble⟧ was not answering. I logged into ⟦slate⟧, and from ⟦slate⟧ I could not ping ⟦marble⟧. Rebooted ⟦marble⟧.",
		"ssh ⟦quokka⟧ hung; the fan of ⟦quokka⟧ howls. The spare, ⟦numbat⟧, had no memory.",
		"drained ⟦radonix⟧ and failed over to ⟦xenonix⟧, then ⟦argonix⟧ followed: ⟦xenonix⟧ → ⟦argonix⟧",
		"login nodes are ⟦tjaldur⟧ and ⟦lundix⟧; ⟦lundix⟧:/export/home hung, I rebooted ⟦tjaldur⟧",
		"| node | role |\n|---|---|\n| ⟦falcorn⟧ | primary |\n| ⟦ospreyx⟧ | witness |\n",
		"[FIRING:2] (x) host=⟦tarpon⟧ service=sshd and {\"host\":\"⟦wahoo⟧\"}",
		"changed: [⟦kaiser⟧]\nfatal: [⟦zundert⟧]: UNREACHABLE!",
		"me conecté a ⟦tucanero⟧ y reinicié ⟦lorito⟧",
		"a pass on ⟦dish1⟧ and ⟦dish3⟧; ⟦dish2⟧ is parked",
		"I scaled ⟦fare-quoter⟧ to 9, then rolled back ⟦fare-quoter⟧; ⟦fare-quoter⟧ calls nothing",
		"acu[⟦antx⟧]: tracking program",
	} {
		plain, want := exampleText(text)
		got := map[string]bool{}
		for _, f := range Examine([]Source{{Text: plain}}, nil).Findings {
			got[plain[f.Start:f.End]] = true
		}
		for _, w := range want {
			if !got[w] {
				t.Errorf("in %q: missed %q", plain, w)
			}
		}
	}
	for _, text := range []string{
		"on call, on purpose, on hold, from scratch to production, into maintenance, on disk, from memory to zero",
		"I rebooted twice and drained everything; restarted nginx and postgres; ssh failed; logged into Grafana",
		"failed over to the replica, switched to read-only, moved from staging to prod with a blue-green deploy",
		"strand 4 still swings, so strand 4 was down; noise went down on strand 3",
		"the marble was cold, on the granite, a slate of changes; the porch is down the road",
		"it was slow, this is down, everything was dead, nobody is idle",
		"one switch inoperative, the server side-effects, node unhealthy",
		"Das Wetter war schlecht, von da nach hier, auf Anfrage, von Hand",
		"on a vu que tout était lent, en marche, sur place",
	} {
		for _, f := range Examine([]Source{{Text: text}}, nil).Findings {
			if f.Rule == ruleUsed || f.Rule == ruleUsedService {
				t.Errorf("in %q: took %q", text, text[f.Start:f.End])
			}
		}
	}
}

// TestUsedOverEntries checks that what one entry says of a name holds in another.
func TestUsedOverEntries(t *testing.T) {
	sources := []Source{{Text: "02:10 ssh quokkabox, no answer"}, {Text: "nobody likes quokkabox"}, {Text: "the fan is loud"}}
	found := 0
	for _, f := range Examine(sources, nil).Findings {
		if strings.HasPrefix(sources[f.Source].Text[f.Start:], "quokkabox") {
			found++
		}
	}
	if found != 2 {
		t.Errorf("found in %d of 2 entries", found)
	}
}

// TestSecretsAcross checks a word for a secret in one entry and the value in the next.
func TestSecretsAcross(t *testing.T) {
	for _, c := range []struct {
		entries []string
		secret  string // "" where there is none
	}{
		{[]string{"She sent me the password:", "Lachs‹›forelle-9"}, "Lachs‹›forelle-9"},
		{[]string{"he read the passphrase to me, it is", "heron‹›velvet7spoon"}, "heron‹›velvet7spoon"},
		{[]string{"api key =", "", "9fQ2‹›mmz81Lkd77Qa"}, "9fQ2‹›mmz81Lkd77Qa"},
		{[]string{"Das Kennwort war:", "hum‹›melflug"}, "hum‹›melflug"},
		{[]string{"recovery codes:", "8f2k-‹›99dd 7h3m-‹›21xz"}, "8f2k-‹›99dd 7h3m-‹›21xz"},
		{[]string{"I asked for the password.", "Then the disk was full at 91%"}, ""},
		{[]string{"The password was wrong:", "again"}, ""},
		{[]string{"nothing to see here:", "Lachs‹›forelle"}, ""},
	} {
		var sources []Source
		for _, e := range c.entries {
			sources = append(sources, Source{Text: strings.ReplaceAll(e, "‹›", "")})
		}
		got := ""
		for _, f := range Examine(sources, nil).Findings {
			if f.Kind == Secret {
				got = sources[f.Source].Text[f.Start:f.End]
			}
		}
		if want := strings.ReplaceAll(c.secret, "‹›", ""); got != want {
			t.Errorf("in %q: found %q, want %q", c.entries, got, want)
		}
	}
}
