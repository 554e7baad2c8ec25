package app

import (
	"context"
	"sync"
	"time"
)

// flushWithin is how long closing waits for the page to say that everything is kept. The page itself answers sooner,
// even if only to say that it is not.
const flushWithin = 2 * time.Second

// Window is the life of the window as the page takes part in it: bound as window.go.app.Window.
type Window struct {
	desktop Desktop
	painted func(time.Duration)
	took    func(Timed, time.Duration) // nil where nobody measures
	within  time.Duration              // flushWithin, but in tests

	once    sync.Once
	mu      sync.Mutex
	live    bool      // the page has painted
	answer  chan bool // not nil while closing waits for the page
	silence int       // how often in a row the page has not answered
}

// Painted says that the first content is on screen, in milliseconds since the page began.
func (w *Window) Painted(milliseconds float64) error {
	_, err := guarded(context.Background(), func(context.Context) (struct{}, error) {
		w.mu.Lock()
		w.live = true
		w.mu.Unlock()
		w.once.Do(func() {
			if w.painted != nil {
				w.painted(time.Duration(milliseconds * float64(time.Millisecond)))
			}
		})
		return struct{}{}, nil
	})
	return err
}

// Timed is something that the page takes time for.
type Timed string

// What a benchmark has the page measure.
const (
	TimedKey      Timed = "key"      // from a key to the end of the work it made
	TimedFrame    Timed = "frame"    // from a key to the end of the frame that shows it
	TimedTimeline Timed = "timeline" // from its key to the end of the frame that shows a timeline
)

// Measures reports whether somebody wants to be told what things take.
func (w *Window) Measures() (bool, error) { return w.took != nil, nil }

// Took says how many milliseconds the page took for something. It does where Measures says so.
func (w *Window) Took(what string, milliseconds float64) error {
	_, err := guarded(context.Background(), func(context.Context) (struct{}, error) {
		switch what := Timed(what); what {
		case TimedKey, TimedFrame, TimedTimeline:
			if w.took != nil {
				w.took(what, time.Duration(milliseconds*float64(time.Millisecond)))
			}
		}
		return struct{}{}, nil
	})
	return err
}

// Flushed is the page's answer to the event "flush": whether everything that was typed is kept.
func (w *Window) Flushed(saved bool) error {
	_, err := guarded(context.Background(), func(context.Context) (struct{}, error) {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.answer != nil {
			w.answer <- saved // it has room for one, and is taken away below
			w.answer = nil
		}
		return struct{}{}, nil
	})
	return err
}

// again is called when the program was started a second time for this journal: the window comes forward, and the page
// puts the person into the writing field.
func (w *Window) again(ctx context.Context) {
	w.desktop.Raise(ctx)
	w.desktop.Emit(ctx, "again")
}

// beforeClose asks the page to keep what is typed, and reports whether the window has to stay open: something is not
// kept, and the page says why. Wails calls it in a goroutine of its own, once for every attempt to close.
//
// A page that does not answer at all has crashed or never came up. The first time the window stays, in case it was only
// busy; the second time it closes, because waiting would save nothing.
func (w *Window) beforeClose(ctx context.Context) (stay bool) {
	w.mu.Lock()
	if !w.live {
		w.mu.Unlock()
		return false
	}
	if w.answer != nil { // an attempt is under way and will close the window if it may
		w.mu.Unlock()
		return true
	}
	answer := make(chan bool, 1)
	w.answer = answer
	w.mu.Unlock()

	w.desktop.Emit(ctx, "flush")
	select {
	case saved := <-answer:
		w.heard(true)
		return !saved
	case <-time.After(w.within):
		return w.heard(false) < 2
	}
}

// heard counts the silences in a row and takes the question back.
func (w *Window) heard(answered bool) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.answer = nil
	if answered {
		w.silence = 0
	} else {
		w.silence++
	}
	return w.silence
}
