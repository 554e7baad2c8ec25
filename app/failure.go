package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"syscall"

	"firsthand/internal/journal"
)

// ErrLocked means that the journal is not open.
var ErrLocked = errors.New("journal is locked")

// By these names the composition root may speak of the journal's own errors.
var (
	ErrPassphrase = journal.ErrWrongKey
	ErrBusy       = journal.ErrInUse
	ErrDamaged    = journal.ErrDamaged
	ErrNewer      = journal.ErrNewer
	ErrFull       = journal.ErrFull
	ErrReadOnly   = journal.ErrReadOnly
)

// A Failure is an error as it crosses to the page: a code that the page has words for in every language,
// and a sentence in English. Neither ever holds the person's text.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func (f Failure) Error() string { return f.Message }

// failures says what is told of which error; the first that matches counts.
var failures = []struct {
	is error
	Failure
}{
	{journal.ErrWrongKey, Failure{"passphrase", "That is not it. Nothing is lost; try again."}},
	{ErrLocked, Failure{"locked", "The journal is locked. Unlock it, then try again."}},
	{journal.ErrInUse, Failure{"busy", "Another copy of Firsthand has the journal open. Close it, then try again."}},
	{journal.ErrDamaged, Failure{"damaged", "The journal is damaged. What can be read of it can be exported."}},
	{journal.ErrNewer, Failure{"newer", "The journal was written by a newer Firsthand. It is unharmed; open it with that one."}},
	{journal.ErrFull, Failure{"full", "The disk is full. Your text is still on screen. Free some space, then save again."}},
	{syscall.ENOSPC, Failure{"full", "The disk is full. Your text is still on screen. Free some space, then save again."}},
	{journal.ErrReadOnly, Failure{"readonly", "The journal's folder cannot be written to. Your text is still on screen."}},
	{syscall.EROFS, Failure{"readonly", "The journal's folder cannot be written to. Your text is still on screen."}},
	{fs.ErrPermission, Failure{"readonly", "The journal's folder cannot be written to. Your text is still on screen."}},
	{journal.ErrStale, Failure{"stale", "The line has changed in the meantime. Nothing was overwritten."}},
	{journal.ErrNotFound, Failure{"missing", "That is not in the journal."}},
	{journal.ErrEmpty, Failure{"empty", "There is no text to keep."}},
	{journal.ErrTooLong, Failure{"long", "That is too long for one line. Split it, then keep the parts."}},
	{journal.ErrNotText, Failure{"nottext", "That is not text. Nothing was changed."}},
}

// internal is what is told of everything else: the error itself may say anything, so that it does not cross.
var internal = Failure{"internal", "Something went wrong inside Firsthand. What is kept is safe; your text is still on screen."}

// failureOf returns what is told of err.
func failureOf(err error) Failure {
	if f, ok := errors.AsType[Failure](err); ok {
		return f
	}
	for _, f := range failures {
		if errors.Is(err, f.is) {
			return f.Failure
		}
	}
	return internal
}

// format is Wails' ErrorFormatter. It answers with a string, because Wails makes "[object Object]" of a structure.
func format(err error) any {
	b, _ := json.Marshal(failureOf(err)) // two strings: it cannot fail
	return string(b)
}

// guarded runs f for a bound method. A panic becomes an error like any other: Wails would leave the page waiting.
func guarded[T any](ctx context.Context, f func(context.Context) (T, error)) (out T, err error) {
	defer func() {
		if recover() != nil {
			err = internal
		}
	}()
	out, err = f(ctx)
	if err != nil {
		var zero T
		return zero, failureOf(err)
	}
	return out, nil
}
