package main

import (
	"context"
	"fmt"
	"time"

	"firsthand/internal/journal"
)

// years keeps what two years of nights add up to: accounts of every type, told by somebody who says what they expected,
// what was there and what they learned. All of it is made up, and the same every time but for the dates, which end with
// a week ago.
func years(ctx context.Context, open *journal.Journal, now time.Time) error {
	systems := []string{"orders-db", "checkout", "kafka", "billing", "mail-relay", "auth"}
	conditions := []journal.Choice{"fatigue", "look-alike names", "documentation", "missing signal", "alert noise", "deploy or config change", "handoff"}
	why := []journal.Choice{"system differs from its documentation", "information", "reasoning", "wrong target", "timing"}
	sorts := []journal.Choice{"solution", "better method", "corrected belief", "open question"}
	lessons := []string{
		"the replica says healthy for a whole minute after its disk is full",
		"compare the host in the prompt with the one in the ticket, aloud, before Enter",
		"a drained queue is no proof that the consumers read it",
		"why does the failover take eleven minutes on Mondays only?",
	}
	const accounts = 36
	for i := range accounts {
		at := now.Add(-7*24*time.Hour - time.Duration((accounts-1-i)*(accounts-1-i))*14*time.Hour)
		at = time.Date(at.Year(), at.Month(), at.Day(), []int{2, 3, 3, 14, 23, 4, 10, 3, 17}[i%9], 10, 0, 0, at.Location())
		system := systems[(i*i+i/3)%len(systems)]
		a := journal.Account{State: journal.Told, Type: journal.Types[[]int{0, 0, 1, 0, 2, 1, 3}[i%7]], Zone: at.Location().String(), Started: at}
		if i%4 == 0 {
			a.Title = fmt.Sprintf("%s, the %d. time", system, i/4+1)
		}
		if i%11 == 5 {
			a.Type = ""
		}
		var es []journal.Entry
		add := func(kind journal.Kind, text string, said journal.Answers) *journal.Entry {
			e := entry(len(es), at.Add(time.Duration(len(es)*7)*time.Minute), text)
			e.ID = journal.EntryID(fmt.Sprintf("%02d%02d", i, len(es)))
			e.Kind, e.Answers = kind, said
			es = append(es, e)
			return &es[len(es)-1]
		}
		one := func(f journal.Field, c journal.Choice) journal.Answers {
			return journal.Answers{f: {Choices: []journal.Choice{c}}}
		}
		add(journal.Action, fmt.Sprintf("restarted %s, page %d of this quarter", system, i+1), journal.Answers{journal.FieldThings: {Words: system}})
		sure := one(journal.FieldThen, journal.Scale[[]int{3, 4, 2, 3, 1, 3, 0}[i%7]])
		e := add(journal.Expectation, fmt.Sprintf("lag on %s falls below a minute by half past", system), sure)
		met := journal.WasMet
		if i%5 == 1 || i%7 == 1 {
			met = journal.NotMet
			sure[journal.FieldWhy] = journal.Answer{Choices: []journal.Choice{why[(i*i)%len(why)]}}
			sure[journal.FieldSurprise] = journal.Answer{Choices: []journal.Choice{[]journal.Choice{"mild", "strong", "broke my model"}[i%3]}}
		}
		e.Outcome = &journal.Outcome{Met: met, Before: i%3 != 2}
		add(journal.Effect, fmt.Sprintf("consumers of %s reconnect, the lag graph turns", system), nil)
		add(journal.Condition, "two dashboards with one name", one(journal.FieldCondition, conditions[(i*i+i)%len(conditions)]))
		if i%2 == 0 {
			add(journal.Reaction, "cold, tired", journal.Answers{journal.FieldAwake: {Words: fmt.Sprint(5 + i*3%19)}})
		}
		if i%3 == 2 || i == accounts-1 {
			said := one(journal.FieldLearned, sorts[i%len(sorts)])
			if i%2 == 0 {
				said[journal.FieldWanted] = journal.Answer{Words: "whoever is on call for " + system}
			}
			add(journal.Learning, lessons[i%len(lessons)], said)
			es[3].Links = []journal.Link{{To: es[len(es)-1].ID, As: journal.LeadsTo}}
		}
		if _, _, err := open.Import(ctx, a, es); err != nil {
			return err
		}
	}
	return nil
}
