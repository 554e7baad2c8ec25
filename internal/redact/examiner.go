package redact

import (
	"slices"
	"sync"
)

// An Examiner examines an account again and again while it changes, and gives each time what Examine would. It keeps
// what the rules made of each text by itself, so that a change of one line costs that line and what holds for the
// account as a whole; where nothing has changed it gives the last survey again.
//
// The zero value is ready for use, also by several goroutines, which wait for each other. It keeps what the last
// examination needed, in memory only.
type Examiner struct {
	mu      sync.Mutex
	trails  map[string][]*trail // by text: one for each place where it stands, in order
	account *account
	kept    *kept
	last    *Survey
	known   []Known
	ties    []Tie
}

// What an Examiner keeps. A longer account is examined as if for the first time: what is kept of a text takes many times
// its length.
const (
	longestKept = 1 << 20 // bytes of all texts
	mostWords   = 50_000
)

// Examine is the function Examine. The caller must change neither what it gave nor the survey.
func (x *Examiner) Examine(sources []Source, known []Known, ties ...Tie) *Survey {
	size := 0
	for i := range sources {
		size += len(sources[i].Text)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if size > longestKept {
		x.trails, x.account, x.kept, x.last = nil, nil, nil, nil
		return Examine(sources, known, ties...)
	}
	if x.last != nil && slices.EqualFunc(x.last.Sources, sources, sameSource) && slices.EqualFunc(x.known, known, sameKnown) && slices.Equal(x.ties, ties) {
		return x.last
	}
	if x.account == nil || len(x.account.words) > mostWords {
		x.account, x.trails = newAccount(), nil
	}
	if x.kept == nil {
		x.kept = &kept{}
	}
	trails := make(map[string][]*trail, len(sources))
	texts := make([]*trail, len(sources))
	for i, src := range sources {
		t := x.trail(src.Text)
		here := *t.reading
		here.source = i
		t.reading = &here
		texts[i] = t
		trails[src.Text] = append(trails[src.Text], t)
		if len(trails[src.Text]) > 1 {
			t.reading.page = trails[src.Text][0].reading.page
		}
	}
	x.trails = trails
	s := &Survey{Sources: sources, kept: x.kept}
	s.examine(x.account, texts, known, ties)
	x.last, x.known, x.ties = s, slices.Clone(known), slices.Clone(ties)
	return s
}

// trail takes out the trail of a text, a new one where none is left.
func (x *Examiner) trail(text string) *trail {
	if ts := x.trails[text]; len(ts) > 0 {
		x.trails[text] = ts[1:]
		return ts[0]
	}
	return &trail{reading: read(0, text), kept: true}
}

func sameSource(a, b Source) bool {
	return a.ID == b.ID && a.Text == b.Text && a.At.Equal(b.At) && a.At.Location().String() == b.At.Location().String()
}

func sameKnown(a, b Known) bool {
	return a.Rule == b.Rule && a.Kind == b.Kind && a.Author == b.Author && slices.Equal(a.Forms, b.Forms)
}
