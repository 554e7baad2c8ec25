package search

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// sample is a language with every sort of filter.
var sample = Language{
	{Name: "kind", Values: []string{"action", "effect", "note"}},
	{Name: "gap", Values: []string{"did not happen", "different kind", "system differs from its documentation"}},
	{Name: "who", Takes: "a name"},
	{Name: "before", Takes: "a year", Each: true, Read: func(v string) (string, bool) {
		return strings.ToLower(v), len(v) == 4 && strings.Trim(v, "0123456789") == ""
	}},
}

// shape is what a query says, in words.
func shape(q Query) string {
	var parts []string
	for _, t := range q.Terms() {
		parts = append(parts, "+"+t.quoted())
	}
	for _, t := range q.NoneOf() {
		parts = append(parts, "-"+t.quoted())
	}
	for _, c := range q.Conditions() {
		is := "="
		if c.Not {
			is = "≠"
		}
		if c.Exact {
			is += "="
		}
		parts = append(parts, c.Filter+is+c.Value)
	}
	return strings.Join(parts, " ")
}

func TestLanguage(t *testing.T) {
	for query, want := range map[string]string{
		``:                              ``,
		`restart kind:action`:           `+"restart"* kind=action`,
		`KIND:Action kind:effect`:       `kind=action kind=effect`,
		`-kind:note`:                    `kind≠note`,
		`gap:did-not-happen`:            `gap==did not happen`,
		`gap:"Did not  happen"`:         `gap==did not happen`,
		`gap:did_not_happen x`:          `+"x"* gap==did not happen`,
		`gap:„different kind“`:          `gap==different kind`,
		`who:sam`:                       `who=sam`,
		`who:sam*`:                      `who=sam`,
		`who:"Sam Okafor"`:              `who==Sam Okafor`,
		`who:"sam o`:                    `who=sam o`,
		`before:2026`:                   `before=2026`,
		`-"the queue" rest`:             `+"rest"* -"the queue"`,
		`-"the que"*`:                   `-"the que"*`,
		`rm -rf`:                        `+"rm"* +"rf"*`,
		`-`:                             ``,
		`http://x`:                      `+"http x"*`,
		`foo:bar`:                       `+"foo bar"*`,
		`kinds:action`:                  `+"kinds action"*`,
		`unkind:action`:                 `+"unkind action"*`,
		`"kind:action"`:                 `+"kind action"`,
		`what kind: unknown`:            `+"what"* +"kind"* +"unknown"*`,
		`kind : action`:                 `+"kind"* +"action"*`,
		`db-3.eu "read repl"* "x`:       `+"db 3 eu"* +"read repl"* +"x"*`,
		`kind:action"the queue"`:        `+"the queue" kind=action`,
		`gap:"did not happen"kind:note`: `gap==did not happen kind=note`,
	} {
		q, err := sample.Parse(query)
		if got := shape(q); got != want || err != nil {
			t.Errorf("%s\n  %s\nwant\n  %s, %v", query, got, want, err)
		}
	}
}

func TestLanguageErrors(t *testing.T) {
	for _, c := range []struct {
		query, at  string // at is marked by ‹ and ›
		takes      string
		unfinished bool
	}{
		{`kind:acton rest`, `kind:‹acton› rest`, "action effect note", false},
		{`rest -kind:x`, `rest -kind:‹x›`, "action effect note", false},
		{`kind:`, `kind:‹›`, "action effect note", true},
		{`kind:ac`, `kind:‹ac›`, "action", true},
		{`kind:ac `, `kind:‹ac› `, "action", false},
		{`gap:d`, `gap:‹d›`, "did not happen,different kind", true},
		{`gap:did-not`, `gap:‹did-not›`, "did not happen", true},
		{`gap:"did not`, `gap:‹"did not›`, "did not happen", true},
		{`gap:"did not"`, `gap:‹"did not"›`, "did not happen", false},
		{`kind:""`, `kind:‹""›`, "action effect note", false},
		{`who:-`, `who:‹-›`, "", true},
		{`who:- x`, `who:‹-› x`, "", false},
		{`before:2`, `before:‹2›`, "", true},
		{`Größe before:soon x`, `Größe before:‹soon› x`, "", false},
	} {
		q, err := sample.Parse(c.query)
		var wrong *Error
		if !errors.As(err, &wrong) {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		at := c.query[:wrong.At.Start] + "‹" + c.query[wrong.At.Start:wrong.At.End] + "›" + c.query[wrong.At.End:]
		takes := strings.Join(wrong.Takes, ",")
		if !strings.Contains(c.takes, ",") {
			takes = strings.Join(wrong.Takes, " ")
		}
		if at != c.at || takes != c.takes || wrong.Unfinished != c.unfinished || len(wrong.Takes) == 0 && wrong.Words == "" && len(c.takes) > 0 {
			t.Errorf("%s: at %s, takes %q, unfinished %v", c.query, at, takes, wrong.Unfinished)
		}
		if strings.Contains(err.Error(), "acton") {
			t.Error("an error repeats what the person typed")
		}
		if strings.Contains(c.query, "rest") && len(q.Terms()) != 1 {
			t.Errorf("%s: the rest is not understood: %s", c.query, shape(q))
		}
	}
}

// sameQuery compares what two queries say, wherever it stood.
func sameQuery(a, b Query) bool {
	strip := func(q Query) Query {
		q.conditions = slices.Clone(q.conditions)
		for i := range q.conditions {
			q.conditions[i].At = Span{}
		}
		return q
	}
	return reflect.DeepEqual(strip(a), strip(b))
}

// checkPrint: a query that is printed and read again is the same, and finds the same.
func checkPrint(t *testing.T, query string) {
	t.Helper()
	q, err := sample.Parse(query)
	var wrong *Error
	if err != nil && (!errors.As(err, &wrong) || wrong.At.Start < 0 || wrong.At.End > len(query) || wrong.At.Start > wrong.At.End) {
		t.Fatalf("%q: %v", query, err)
	}
	printed := q.String()
	again, err := sample.Parse(printed)
	if err != nil || !sameQuery(q, again) {
		t.Fatalf("%q prints as %q, which is\n%+v, %v\nnot\n%+v", query, printed, again, err, q)
	}
	if again.String() != printed {
		t.Fatalf("%q prints as %q, then as %q", query, printed, again.String())
	}
	for _, c := range q.Conditions() {
		if c.At.Start < 0 || c.At.End > len(query) || c.At.Start >= c.At.End {
			t.Fatalf("%q: a condition at %v", query, c.At)
		}
	}
}

var grammar = append(slices.Clone(alphabet), "kind:", "-kind:", "gap:", "who:", "before:", "action", "note", "did-not-happen", "did not happen", "2026", "Kind:", ":", "-", `-"`, `"*`, "„", "»", "\xff", "http://")

func TestPrintedQueriesReadTheSame(t *testing.T) {
	for seed := range uint64(30_000) {
		r := rand.New(rand.NewPCG(seed, 9))
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(grammar[r.IntN(len(grammar))])
		}
		checkPrint(t, b.String())
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add(`-kind:note gap:"did not happen" who:„Sam O“ "the que"* -"x" before:2026`)
	f.Fuzz(func(t *testing.T, query string) { checkPrint(t, query) })
}
