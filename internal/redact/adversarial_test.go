package redact_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"firsthand/internal/redact"
)

// adversarialLine is a line of testdata/adversarial.txt: id | `input` -> HIDE what / STAY what.
var adversarialLine = regexp.MustCompile("^([A-Z]\\d{2,3}) \\| `(.*)` -> HIDE (.*?) / STAY (.*)$")

// TestAdversarial runs the single lines of testdata/adversarial.txt, adversarial_own.txt and lines.txt: what they say to hide is hidden or asked about,
// what they say must stay is not hidden by a certain finding.
func TestAdversarial(t *testing.T) {
	var b []byte
	for _, name := range []string{"testdata/adversarial.txt", "testdata/adversarial_own.txt", "testdata/lines.txt"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b = append(b, text...)
	}
	lines := 0
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(strings.ReplaceAll(line, "‹›", ""))
		k := adversarialLine.FindStringSubmatch(line)
		if k == nil {
			continue
		}
		lines++
		t.Run(k[1], func(t *testing.T) {
			text := unescape.Replace(k[2])
			survey := redact.Examine([]redact.Source{{Text: text}}, nil)
			hidden, certain := make([]bool, len(text)), make([]bool, len(text))
			for _, f := range survey.Findings {
				for i := f.Start; i < f.End; i++ {
					hidden[i] = true
					certain[i] = certain[i] || f.Certain
				}
			}
			defer func() {
				if t.Failed() {
					for _, f := range survey.Findings {
						t.Logf("%q %s certain=%v %s", text[f.Start:f.End], f.Kind, f.Certain, f.Rule)
					}
				}
			}()
			for _, want := range hideList(k[1], k[3]) {
				checkHidden(t, text, want, hidden)
			}
			for _, stay := range strings.Split(k[4], " ; ") {
				stay, asked := strings.CutSuffix(unescape.Replace(stay), "→(ask)")
				if stay = strings.TrimSpace(stay); stay == "(rest)" || strings.Contains(stay, "→") || asked {
					continue
				}
				for i := strings.Index(text, stay); i >= 0; i = -1 {
					for j := i; j < i+len(stay); j++ {
						if certain[j] && text[j] != ' ' {
							t.Errorf("%q should stay in %q", stay, text)
							break
						}
					}
				}
			}
		})
	}
	if lines < 150 {
		t.Errorf("only %d lines were understood", lines)
	}
}

// unescape puts in what the lines write out.
var unescape = strings.NewReplacer(`\u200b`, "\u200b", `\n`, "\n")

// hideList is what a line says to hide. Some lines say it in words.
func hideList(id, list string) []string {
	switch id {
	case "N02":
		return []string{"Will will"}
	case "N03":
		return []string{". May"}
	case "N16":
		return []string{"and Hana"}
	case "N18":
		return []string{"Chase, our", ". Chase"}
	case "R01":
		return []string{"only DBA", "started last week"}
	}
	if list == "(nothing)" {
		return nil
	}
	var out []string
	for _, w := range strings.Split(list, " ; ") {
		w = unescape.Replace(strings.TrimSpace(w))
		w, _, _ = strings.Cut(w, " (two labels)")
		w, _, _ = strings.Cut(w, "→")
		out = append(out, w)
	}
	return out
}

// checkHidden fails unless a place where want stands is covered. Of a phrase that only says where, such as ". May",
// only the capitalised word counts; the marks in credentials may stay.
func checkHidden(t *testing.T, text, want string, hidden []bool) {
	t.Helper()
	if nth, rest, ok := strings.Cut(want, " "); ok && (nth == "1st" || nth == "2nd") {
		// Only that place counts.
		from := 0
		if nth == "2nd" {
			from = strings.Index(text, rest) + len(rest)
		}
		to := from + strings.Index(text[from:], rest) + len(rest)
		want, text, hidden = rest, text[from:to], hidden[from:to]
	}
	word := want
	switch {
	case strings.HasPrefix(want, ". "), strings.HasPrefix(want, "and "):
		word = want[strings.IndexByte(want, ' ')+1:]
	case want == "Will will":
		word = "Will"
	case strings.HasSuffix(want, ", our"):
		word = "Chase"
	}
	found := false
	for at := 0; ; {
		i := strings.Index(text[at:], want)
		if i < 0 {
			break
		}
		found = true
		from := at + i + strings.Index(want, word)
		for j := from; j < from+len(word); j++ {
			if c := text[j]; !hidden[j] && c != ' ' && c != ':' && c != '#' && c != '@' && c != '(' && c != '=' && c != '%' {
				t.Errorf("%q should be hidden or asked about in %q", want, text)
				return
			}
		}
		at += i + len(want)
	}
	if !found {
		t.Errorf("%q is not in %q", want, text)
	}
}
