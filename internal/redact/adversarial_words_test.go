package redact_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"firsthand/internal/redact"
)

// A spelledLine is a line of testdata/adversarial.txt that says in words what must happen: the text to try it with.
type spelledLine struct {
	text  string
	hide  []string // every place of it is hidden or asked about
	stay  []string // no certain finding lies in it
	same  []string // forms of one entity
	apart []string // forms of entities that are all different
}

// spelledLines are the lines that speak of finding and resolving, by id.
var spelledLines = map[string]spelledLine{
	"X01":  {text: "Priya paged Marek. PRIYA left. priya's laptop. Priya Patel wrote.", hide: []string{"Priya", "PRIYA", "priya", "Marek"}, same: []string{"Priya paged", "PRIYA", "priya's", "Priya Patel"}, apart: []string{"Priya paged", "Marek"}},
	"X02":  {text: "Sam Lee and Sam Park joined. Sam left.", hide: []string{"Sam Lee", "Sam Park", "Sam"}, apart: []string{"Sam Lee", "Sam Park"}},
	"X03":  {text: "db-prod-03 and db-prod-03.eu-west-1.example.internal and DB-PROD-03 again", same: []string{"db-prod-03 ", "db-prod-03.eu", "DB-PROD-03"}},
	"X04":  {text: "10.2.3.4 was down, so ip-10-2-3-4 was", hide: []string{"10.2.3.4", "ip-10-2-3-4"}, same: []string{"10.2.3.4", "ip-10-2-3-4"}},
	"X05":  {text: "`alice@web-1:~$ ls` and Alice said so, see /home/alice/x or alice.smith@example.com", hide: []string{"alice@web-1", "Alice", "alice.smith@example.com"}, same: []string{"alice@", "Alice said", "alice/x"}},
	"X06":  {text: "INC-1234 is at https://acme.atlassian.net/browse/INC-1234 now", hide: []string{"INC-1234", "acme.atlassian.net"}, same: []string{"INC-1234 is", "https://acme"}},
	"X11":  {text: "Dr. Fatima al-Zahra came; al-Zahra left, and Fatima too.", hide: []string{"Fatima", "al-Zahra"}, same: []string{"Fatima al-Zahra", "al-Zahra left", "Fatima too"}},
	"X13":  {text: "Nguyen Van An wrote an answer. An left.", hide: []string{"Nguyen Van"}, stay: []string{"an answer"}},
	"X14":  {text: "spoke to mehmet, then mehmet left, and Mehmet slept", hide: []string{"mehmet", "Mehmet"}},
	"M01":  {text: "**Pri**ya broke it. I asked Priya.", hide: []string{"Pri", "ya"}},
	"M02":  {text: "I asked P&#114;iya and Pri&shy;ya and Priya.", hide: []string{"P&#114;iya", "Pri&shy;ya"}},
	"M03":  {text: "[the fix](https://github.com/acme/pay/pull/88 \"by Priya\")", hide: []string{"github.com/acme/pay/pull/88", "Priya"}, stay: []string{"the fix"}},
	"M06":  {text: "x\n\n[1]: https://acme.slack.com/archives/C01ABCDEF34\n", hide: []string{"acme.slack.com/archives/C01ABCDEF34"}},
	"M09":  {text: "| 14:32 | Priya |\n|---|---|\n| 14:40 | Priya said no |\n", hide: []string{"14:32", "14:40", "Priya"}},
	"M10":  {text: "> Priya: \"never again\"\n", hide: []string{"Priya"}, stay: []string{"never again"}},
	"M11":  {text: "so it was[^p]\n\n[^p]: Priya told me\n", hide: []string{"Priya"}},
	"M12":  {text: "I asked Marek\nKowalczyk and then Kowal-\nczyk left. Marek Kowalczyk wrote.", hide: []string{"Marek", "Kowalczyk"}},
	"M13":  {text: "## Priya's mistake {#priya}\n\nI asked Priya.", hide: []string{"Priya", "priya"}},
	"M14":  {text: "mail <priya@example.org> now", hide: []string{"priya@example.org"}, stay: []string{"mail", "now"}},
	"M15":  {text: "~~Priya~~ someone paged me. I asked Priya.", hide: []string{"Priya"}, stay: []string{"someone"}},
	"E203": {text: "Mar 12 14:32:07 web-1 sshd[123]: x", hide: []string{"Mar 12 14:32:07", "web-1"}, stay: []string{"sshd"}},
	"E204": {text: "three days later, for 5 minutes, p99 of 2.3 s", stay: []string{"three days later", "for 5 minutes", "p99 of 2.3 s"}},
	"E205": {text: "the value was 1710253927123 there", hide: []string{"1710253927123"}},
	"E207": {text: "before the Q3 release, on Black Friday", hide: []string{"Q3", "Black Friday"}},
	"E208": {text: "at night my time, morning in Bangalore", hide: []string{"Bangalore"}},
	"R206": {text: "ERROR com.acme.pay.LedgerLock was held", hide: []string{"com.acme"}},
	"R207": {text: "see my post in #random-night about it", hide: []string{"random-night"}},
}

// spelledElsewhere are the lines that speak of treating, asking and writing, with what runs them.
var spelledElsewhere = map[string]string{
	"X07": "resolve_test.go", "X08": "label_test.go", "X09": "label_test.go", "X10": "apply_test.go", "X12": "resolve_test.go", "X15": "apply_test.go",
	"M04": "TestApply, image", "M05": "TestApply, comment", "M07": "TestApply, front matter", "M08": "TestApply, info string",
	"E201": "TestApplyTimes", "E202": "TestApplyTimes", "E206": "TestApplyTimes",
	"R201": "the indirect questions", "R202": "the indirect questions", "R203": "the indirect questions", "R204": "the indirect questions", "R205": "the indirect questions",
	"V01": "report/pdf", "V02": "cli", "V03": "report/pdf, TestViewsFind", "V04": "TestVerify", "V05": "TestVerify", "V06": "TestVerify", "V07": "report/pdf, TestRenderTakesAnyText", "V08": "TestExamineBig",
	"V09": "report/pdf, TestRenderGivesTheSameBytes", "V10": "report/pdf", "V11": "report/pdf, TestTables", "V12": "TestGate", "V13": "deliver, TestSave", "V14": "the imports test",
}

var lineID = regexp.MustCompile(`^([A-Z]\d+) \| `)

// TestAdversarialWords runs the lines of testdata/adversarial.txt that say in words what must happen, and checks that no
// line is run by nothing.
func TestAdversarialWords(t *testing.T) {
	b, err := os.ReadFile("testdata/adversarial.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(strings.ReplaceAll(line, "‹›", ""))
		k := lineID.FindStringSubmatch(line)
		if k == nil || adversarialLine.MatchString(line) {
			continue
		}
		spelled, here := spelledLines[k[1]]
		if !here {
			if spelledElsewhere[k[1]] == "" {
				t.Errorf("%s is run by no test", k[1])
			}
			continue
		}
		t.Run(k[1], func(t *testing.T) { checkSpelled(t, spelled) })
	}
}

func checkSpelled(t *testing.T, l spelledLine) {
	text := l.text
	survey := redact.Examine([]redact.Source{{Text: text}}, nil)
	hidden, certain := make([]bool, len(text)), make([]bool, len(text))
	entity := make([]redact.EntityID, len(text))
	for _, f := range survey.Findings {
		for i := f.Start; i < f.End; i++ {
			hidden[i], certain[i], entity[i] = true, certain[i] || f.Certain, f.Entity
		}
	}
	for _, w := range l.hide {
		checkHidden(t, text, w, hidden)
	}
	for _, w := range l.stay {
		i := strings.Index(text, w)
		if i < 0 {
			t.Fatalf("%q is not in %q", w, text)
		}
		for j := i; j < i+len(w); j++ {
			if certain[j] && text[j] != ' ' {
				t.Errorf("%q should stay in %q", w, text)
				break
			}
		}
	}
	of := func(w string) redact.EntityID {
		i := strings.Index(text, w)
		if i < 0 {
			t.Fatalf("%q is not in %q", w, text)
		}
		return entity[i]
	}
	for _, w := range l.same {
		if of(w) == "" || of(w) != of(l.same[0]) {
			t.Errorf("in %q: %q is %q, %q is %q", text, l.same[0], of(l.same[0]), w, of(w))
		}
	}
	seen := map[redact.EntityID]bool{}
	for _, w := range l.apart {
		if of(w) == "" || seen[of(w)] {
			t.Errorf("in %q: %q is %q, and so is another", text, w, of(w))
		}
		seen[of(w)] = true
	}
}
