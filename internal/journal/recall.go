package journal

import (
	"context"
	"slices"
	"time"
)

// Stage is a screen of a guided recall: one prompt each.
type Stage string

// Stages are the order of a guided recall. It follows what is known of early self-administered recall (the mental
// reinstatement, report everything and sequence instructions of the cognitive interview, Fisher and Geiselman 1992, as the
// Self-Administered Interview of Gabbert, Hope and Fisher 2009 uses them) and of debriefing after incidents (the sweeps of
// the critical decision method without the last, what-if, which makes up what never was): put yourself back, tell it all,
// lay it on a line that starts before the trouble, keep it, and only then look at evidence, deepen turning points, and say
// what let it happen and what was learned later.
var Stages = []Stage{StagePlace, StageTell, StageBefore, StageLine, StageKeep, StageEvidence, StagePivots, StageDeepen,
	StageConditions, StageLater}

// The stages.
const (
	StagePlace      Stage = "place"      // where you were, what was on the screen, who was there, what could be heard
	StageTell       Stage = "tell"       // all of it, forward, unedited; gaps are fine
	StageBefore     Stage = "before"     // what was usual, before the trouble
	StageLine       Stage = "line"       // lines without a time, or with a doubtful one, find their place
	StageKeep       Stage = "keep"       // the first telling
	StageEvidence   Stage = "evidence"   // shell history, chat, graphs
	StagePivots     Stage = "pivots"     // three to five turning points are chosen
	StageDeepen     Stage = "deepen"     // each of them: cues, meaning, expected, options, pressures, help
	StageConditions Stage = "conditions" // what let it start, spread, hid it, slowed recovery, helped
	StageLater      Stage = "later"      // what came to be known only later
)

// RecallFor is how long a guided recall is meant to take.
const RecallFor = 12 * time.Minute

// A Recall is how far a guided recall of an account has come. It can be left and taken up again at any time.
type Recall struct {
	Started time.Time `json:"started"`
	Done    []Stage   `json:"done,omitempty"` // gone through or skipped, in the order of Stages
	Over    bool      `json:"over,omitempty"` // the person said that it is enough, or it came to its end
}

// Next is the stage that comes now; ok is false where nothing is left or the person has had enough.
func (r *Recall) Next() (s Stage, ok bool) {
	if r != nil && r.Over {
		return "", false
	}
	for _, s := range Stages {
		if r == nil || !slices.Contains(r.Done, s) {
			return s, true
		}
	}
	return "", false
}

// A RecallMove is what a person does in a guided recall.
type RecallMove string

// The moves.
const (
	RecallBegin RecallMove = "begin" // or take up again
	RecallOn    RecallMove = "on"    // the next stage, whether something was written or not
	RecallBack  RecallMove = "back"  // the stage before
	RecallEnd   RecallMove = "end"   // enough
)

// Recall makes a move in the guided recall of an account. The stage that keeps the first telling keeps it as it is left.
// The error is ErrNoChoice or ErrNotFound.
func (j *Journal) Recall(ctx context.Context, id AccountID, move RecallMove) (Account, error) {
	if !slices.Contains([]RecallMove{RecallBegin, RecallOn, RecallBack, RecallEnd}, move) {
		return Account{}, ErrNoChoice
	}
	if move == RecallOn {
		a, err := j.store.Account(ctx, id)
		if unlessDamaged(err) == nil && a.Telling == nil {
			if s, ok := a.Recall.Next(); ok && s == StageKeep {
				if _, err := j.Tell(ctx, id); err != nil {
					return Account{}, err
				}
			}
		}
	}
	return j.describe(ctx, id, func(a *Account) error {
		r := Recall{Started: j.now().UTC()}
		if a.Recall != nil {
			r = *a.Recall
			r.Done = slices.Clone(r.Done)
		}
		switch move {
		case RecallBegin:
			r.Over = false
		case RecallOn:
			if s, ok := r.Next(); ok {
				r.Done = append(r.Done, s)
			}
			if _, ok := r.Next(); !ok {
				r.Over = true
			}
		case RecallBack:
			r.Over = false
			r.Done = r.Done[:max(0, len(r.Done)-1)]
		case RecallEnd:
			r.Over = true
		}
		a.Recall = &r
		return nil
	})
}
