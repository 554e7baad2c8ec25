package app

import (
	"context"
	"sync"
	"testing"
	"time"
)

// page is a fake desktop whose page answers a flush as it is told to.
type page struct {
	mu     sync.Mutex
	window *Window
	asked  int
	again  int
	raised int
	locks  func() // what the page does when it is asked to lock
	answer func(*Window)

	path    string // what the dialogs answer; empty: the person gives up
	offered []string

	restarts []comeback
}

func (p *page) Emit(_ context.Context, event string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if event == "again" {
		p.again++
	}
	if event == "lock" && p.locks != nil {
		go p.locks()
	}
	if event == "flush" {
		p.asked++
		if p.answer != nil {
			go p.answer(p.window)
		}
	}
}

// Restart remembers what it was asked for; the process stays.
func (p *page) Restart(_ context.Context, spot Spot, quiet bool, held int) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.restarts = append(p.restarts, comeback{Spot: spot, Quiet: quiet, Held: held})
	return errNoRestart
}

func (p *page) Raise(context.Context) { p.raised++ }

// The dialogs answer with what the test put there, and remember what they offered.
func (p *page) SaveFile(_ context.Context, _, name string) (string, error) {
	p.offered = append(p.offered, name)
	return p.path, nil
}
func (p *page) OpenFile(context.Context, string) (string, error) { return p.path, nil }
func (p *page) Folder(context.Context, string) (string, error)   { return p.path, nil }

func newWindow(answer func(*Window)) (*Window, *page) {
	p := &page{answer: answer}
	w := &Window{desktop: p, within: 50 * time.Millisecond}
	p.window = w
	return w, p
}

func TestClosing(t *testing.T) {
	ctx := t.Context()
	t.Run("waits for saved", func(t *testing.T) {
		w, p := newWindow(func(w *Window) { _ = w.Flushed(true) })
		_ = w.Painted(1)
		if w.beforeClose(ctx) {
			t.Error("stays open although everything is kept")
		}
		if p.asked != 1 {
			t.Errorf("page was asked %d times", p.asked)
		}
	})
	t.Run("stays open when something is not kept", func(t *testing.T) {
		w, _ := newWindow(func(w *Window) { _ = w.Flushed(false) })
		_ = w.Painted(1)
		for range 3 {
			if !w.beforeClose(ctx) {
				t.Error("closes although something is not kept")
			}
		}
	})
	t.Run("closes at the second time that nobody answers", func(t *testing.T) {
		w, _ := newWindow(nil)
		_ = w.Painted(1)
		if !w.beforeClose(ctx) {
			t.Error("closes at the first silence")
		}
		if w.beforeClose(ctx) {
			t.Error("stays open with no page left")
		}
	})
	t.Run("closes at once when the page never came up", func(t *testing.T) {
		w, p := newWindow(nil)
		if w.beforeClose(ctx) || p.asked != 0 {
			t.Error("waits for a page that never was")
		}
	})
	t.Run("an answer to no question is harmless", func(t *testing.T) {
		w, _ := newWindow(nil)
		for range 3 {
			if err := w.Flushed(true); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestPaintedIsToldOnce(t *testing.T) {
	var told []time.Duration
	w := &Window{painted: func(d time.Duration) { told = append(told, d) }}
	_ = w.Painted(120.5)
	_ = w.Painted(300)
	if len(told) != 1 || told[0] != 120500*time.Microsecond {
		t.Errorf("told %v", told)
	}
}
