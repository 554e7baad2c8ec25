package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/redact/indirect"
)

// An IndirectQuestion is about words of a chosen line that name nobody and may still point at somebody; or, of the kind
// indirect.Same, about two names that may be one thing: Words and With.
type IndirectQuestion struct {
	ID    string // of its kind and words: the same after the text has changed elsewhere
	Kind  indirect.Kind
	Entry EntryID
	// Start and End are byte offsets into the entry's text as it was written; From and To into the line as it will be
	// read. The ends are exclusive. All are 0 where the words stand beside the text: in the explanation of a gap, or on
	// the last page, which is of no entry.
	Start, End, From, To int
	Words                string
	With                 string // what could stand for them
	Also                 []indirect.Change
	Rule                 string // of two names: why it is asked, as redact.Reason puts into words

	alike redact.Alike
}

// ErrYesOrNo means that words were given where only yes or no is an answer.
var ErrYesOrNo = errors.New("the answer is yes or no")

// Settled is what the person said to an indirect question. With changes it holds for every release of the account until
// taken back, as hiding does; without any the words stay, in one release.
type Settled struct {
	Question string            `json:"question"`
	Changes  []indirect.Change `json:"changes,omitempty"`
	Spent    string            `json:"spent,omitempty"` // as in Decided, where the words stay
}

// changed are the words that others stand for, as what is to be found and as what was decided about it.
func (r Review) changed() (known []redact.Known, decided []redact.Decision) {
	for _, s := range r.Settled {
		for _, c := range s.Changes {
			k, d := redact.Reword(c)
			known, decided = append(known, k), append(decided, d)
		}
	}
	return known, decided
}

// left are the questions whose words stay in the release of that fingerprint.
func (r Review) left(fingerprint string) map[string]bool {
	out := map[string]bool{}
	for _, s := range r.Settled {
		if len(s.Changes) == 0 && (s.Spent == "" || s.Spent == fingerprint) {
			out[s.Question] = true
		}
	}
	return out
}

// questions are asked about the lines of a plan.
func (s *survey) questions(p *redact.Plan, fingerprint string) []IndirectQuestion {
	var out []IndirectQuestion
	for _, q := range p.Questions(s.review.left(fingerprint)) {
		if q.Line == s.codename {
			continue // it is chosen to be one
		}
		sum := sha256.Sum256([]byte(q.Key()))
		asked := IndirectQuestion{ID: "q-" + hex.EncodeToString(sum[:4]), Kind: q.Kind, Words: q.Words, With: q.With, Also: q.Also,
			Rule: q.Alike.Rule, alike: q.Alike}
		if e := s.owner(q.Line); e != nil {
			asked.Entry = e.ID
		}
		if q.Line < len(s.entries) {
			asked.Start, asked.End, asked.From, asked.To = q.Written.Start, q.Written.End, q.Start, q.End
		}
		out = append(out, asked)
	}
	return out
}

// Questions returns what a person is asked before the release leaves, in order of the lines, then of place. Few: at most
// three of a kind. Errors as Prepare; the formats do not count.
func (j *Journal) Questions(ctx context.Context, r Request) ([]IndirectQuestion, error) {
	s, err := j.survey(ctx, r.Account)
	if err != nil {
		return nil, err
	}
	return s.ask(r)
}

func (s *survey) ask(r Request) ([]IndirectQuestion, error) {
	s.leave(r)
	sel, err := s.choose(r.Entries)
	if r.Sheet {
		sel, err = s.turns()
	}
	if err != nil {
		return nil, err
	}
	return s.questions(s.plan(sel, r.Profile)), nil
}

// Settle answers a question about a release, named by the beginning of its id: the suggested words stand for the ones it
// is about, or with, if that is not empty; two names are one thing. To leave them as they are is Leave. ErrNotFound means
// that there is no such question, ErrYesOrNo that with was given for two names.
func (j *Journal) Settle(ctx context.Context, r Request, question, with string) (IndirectQuestion, error) {
	with = strings.TrimSpace(with)
	return j.settle(ctx, r, question, true, func(q IndirectQuestion) ([]indirect.Change, error) {
		switch {
		case with == "":
			with = q.With
		case q.Kind == indirect.Same && with != q.With:
			return nil, ErrYesOrNo
		}
		return append([]indirect.Change{{Words: q.Words, With: with}}, q.Also...), nil
	})
}

// Leave answers a question: its words stay, in this release; two names are two things, from now on. Errors as Settle.
func (j *Journal) Leave(ctx context.Context, r Request, question string) (IndirectQuestion, error) {
	return j.settle(ctx, r, question, false, func(IndirectQuestion) ([]indirect.Change, error) { return nil, nil })
}

func (j *Journal) settle(ctx context.Context, r Request, question string, yes bool, answer func(IndirectQuestion) ([]indirect.Change, error)) (IndirectQuestion, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	s, err := j.survey(ctx, r.Account)
	if err != nil {
		return IndirectQuestion{}, err
	}
	qs, err := s.ask(r)
	if err != nil {
		return IndirectQuestion{}, err
	}
	i := slices.IndexFunc(qs, func(q IndirectQuestion) bool { return question != "" && strings.HasPrefix(q.ID, question) })
	if i < 0 {
		return IndirectQuestion{}, fmt.Errorf("indirect question: %w", ErrNotFound)
	}
	q := qs[i]
	changes, err := answer(q)
	if err != nil {
		return IndirectQuestion{}, fmt.Errorf("indirect question: %w", err)
	}
	if q.Kind == indirect.Same {
		return q, j.answer(ctx, s, q.alike, yes)
	}
	before := slices.Clone(s.review.Settled)
	s.review.settle(Settled{Question: indirect.Key(q.Kind, q.Words), Changes: changes})
	step := Step{What: WasSettled, Account: r.Account, Settled: between(before, s.review.Settled)}
	if err := j.keep(ctx, Change{Reviews: []Review{s.review}}, step); err != nil {
		return IndirectQuestion{}, fmt.Errorf("keep answer: %w", err)
	}
	return q, nil
}

// settle puts an answer in the place of an earlier one. What was changed before stays changed.
func (r *Review) settle(s Settled) {
	var rest []Settled
	for _, old := range r.Settled {
		if old.Question != s.Question {
			rest = append(rest, old)
			continue
		}
		if len(s.Changes) > 0 {
			s.Changes = append(slices.Clone(old.Changes), s.Changes...)
		}
	}
	r.Settled = append(rest, s)
}

// resettle is what a decision about words that others stand for does to the answer: to keep them takes it back for one
// release, another label stands in the place of the first. It reports whether e are such words; nothing else is to be
// decided about them then.
func (r *Review) resettle(e redact.Entity, d redact.Decision) bool {
	if e.Kind != redact.Other || d.Class != "" {
		return false
	}
	is := func(c indirect.Change) bool {
		_, reworded := redact.Reword(c)
		return slices.ContainsFunc(e.Forms, func(f string) bool { return redact.Key(redact.Other, f) == reworded.Key })
	}
	for i, s := range r.Settled {
		k := slices.IndexFunc(s.Changes, is)
		if k < 0 {
			continue
		}
		list := slices.Clone(r.Settled)
		changes := slices.Clone(s.Changes)
		switch d.Action {
		case redact.Keep:
			changes = slices.Delete(changes, k, k+1)
		case redact.As:
			changes[k].With = d.Label
		}
		list[i].Changes = changes
		r.Settled = list
		return true
	}
	return false
}
