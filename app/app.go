// Package app is what the window may ask for.
//
// It binds narrow structs to the page, those that App.Bound lists, and decides nothing: it converts what the page sends
// into the words of package journal, delegates, and converts the answer back. Wails appears here and in main only.
//
// Every bound method recovers from panics, because Wails would leave the page waiting for ever and log the call with
// its arguments; and every error crosses as a code with a sentence (Failure), never with the person's text in it.
package app

import (
	"context"
	"io/fs"
	"net/http"
	"sync/atomic"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
)

// Options are what the composition root gives the window.
type Options struct {
	Desk *home.Desk
	// Assets are the files of the built frontend, index.html at the top.
	Assets fs.FS
	// Icon is a PNG for the desktop's window list; nil for none.
	Icon []byte
	// Version is what the program says of itself.
	Version string
	// Licence is the program's own, whole; Licences are those of what is built in.
	Licence, Licences string
	// Painted, if not nil, is told once when the first content is on screen, and how long after the page began.
	Painted func(sincePage time.Duration)
	// Took, if not nil, is told what the page took for each key: for a benchmark, which slows it a little.
	Took func(what Timed, it time.Duration)
}

// An App is the bound structs, joined to a desk and a desktop.
type App struct {
	Journal  *Journal
	Telling  *Telling
	Learning *Learning
	Review   *Review
	Release  *Release
	Lanes    *Lanes
	Releases *Releases
	Cases    *Cases
	Sheet    *Sheet
	Secure   *Secure
	Settings *Settings
	Backup   *Backup
	Check    *Check
	Erase    *Erase
	Restore  *Restore
	Window   *Window

	room   *room
	drafts *drafts
	nonce  string
}

// New joins the bound structs. Run does so with the real desktop; tests do with one of their own.
func New(o Options, d Desktop) *App {
	a := &App{room: &room{desk: o.Desk, desktop: d, version: o.Version}, drafts: &drafts{}, nonce: newNonce()}
	a.room.nonce = a.nonce
	a.Journal = &Journal{room: a.room}
	a.Telling = &Telling{room: a.room}
	a.Learning = &Learning{room: a.room}
	a.Review = &Review{room: a.room, drafts: a.drafts}
	a.Release = &Release{room: a.room, drafts: a.drafts}
	a.Lanes = &Lanes{room: a.room, renderer: func(f journal.Format) report.Renderer { return o.Desk.Renderer(f) }}
	a.Releases = &Releases{room: a.room, drafts: a.drafts}
	a.Cases = &Cases{room: a.room, drafts: a.drafts}
	a.Sheet = &Sheet{room: a.room, drafts: a.drafts}
	a.Secure = &Secure{room: a.room, drafts: a.drafts, pageWithin: pageWithin}
	a.Settings = &Settings{room: a.room, licence: o.Licence, licences: o.Licences}
	a.Backup = &Backup{room: a.room}
	a.Check = &Check{room: a.room}
	a.Erase = &Erase{room: a.room, drafts: a.drafts}
	a.Restore = &Restore{room: a.room, drafts: a.drafts}
	a.Window = &Window{desktop: d, painted: o.Painted, took: o.Took, within: flushWithin}
	if o.Desk != nil {
		o.Desk.OnArrival(func() { d.Emit(a.room.context(), "arrived") })
	}
	return a
}

// Bound are the structs that the page may call.
func (a *App) Bound() []any {
	return []any{a.Journal, a.Telling, a.Learning, a.Review, a.Release, a.Releases, a.Cases, a.Sheet, a.Lanes, a.Secure, a.Settings, a.Backup, a.Check, a.Erase, a.Restore, a.Window}
}

// Serve puts the content security policy and the pages of a preview before next, which serves the frontend's files.
func (a *App) Serve(next http.Handler) http.Handler {
	return WithPolicy(a.nonce, a.drafts.before(next))
}

// Started gives the App the context of the running window, with which every call is made.
func (a *App) Started(ctx context.Context) { a.room.ctx.Store(&ctx) }

// A room is what all bound structs share.
type room struct {
	desk    *home.Desk
	desktop Desktop
	version string
	nonce   string
	spot    atomic.Pointer[Spot] // where the person was when the journal was locked
	lock    sealing
	beside  beside // other people's accounts

	ctx atomic.Pointer[context.Context]
}

// context is the one of the running window: Wails gives bound methods none. The page can be faster than Wails' startup
// hook: until then it is empty.
func (r *room) context() context.Context {
	if ctx := r.ctx.Load(); ctx != nil {
		return *ctx
	}
	return context.Background()
}

// start says how things stand.
func (r *room) start() (Start, error) {
	standing, err := r.desk.Standing()
	if err != nil {
		return Start{}, err
	}
	look := r.desk.Look()
	s := Start{
		Vault: Locked, Secured: standing.State == home.Sealed, Recovery: standing.Recovery, Version: r.version, Nonce: r.nonce,
		Theme: themeOf(look.Theme), Language: languageOf(look.Language), Notices: []Notice{},
	}
	switch j := r.desk.Journal(); {
	case j != nil:
		s.Vault = Open
		for _, n := range j.Notices {
			s.Notices = append(s.Notices, Notice{About: n.About, Count: n.Count, Place: n.Place})
		}
		if spot := r.spot.Load(); spot != nil {
			s.Spot = *spot
		}
	case standing.State == home.Empty:
		s.Vault = NoVault
	}
	return s, nil
}

// asked runs f for a bound method.
func asked[T any](r *room, f func(context.Context) (T, error)) (T, error) {
	return guarded(r.context(), f)
}

// opened runs f with the open journal.
func opened[T any](r *room, f func(context.Context, *journal.Journal) (T, error)) (T, error) {
	return asked(r, func(ctx context.Context) (T, error) {
		if open := r.desk.Journal(); open != nil {
			return f(ctx, open.Journal)
		}
		var zero T
		return zero, ErrLocked
	})
}
