package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"syscall"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// ErrLocked means that the journal is not open.
var ErrLocked = errors.New("journal is locked")

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
	{home.ErrMistyped, Failure{"mistyped", "That is no whole recovery key: it begins with AGE-SECRET-KEY-1 and has 74 characters. Nothing is lost; compare it with the paper."}},
	{home.ErrOtherRecovery, Failure{"otherkey", "That recovery key is whole, and does not open this journal. Nothing is lost; there may be another one."}},
	{home.ErrNoSuchKey, Failure{"nosuchkey", "The journal does not open that way. Nothing is lost."}},
	{journal.ErrWrongKey, Failure{"passphrase", "That is not it. Nothing is lost; try again."}},
	{home.ErrNoPassphrase, Failure{"passphrase", "The journal opens with a passphrase. Nothing is lost."}},
	{ErrLocked, Failure{"locked", "The journal is locked. Unlock it, then try again."}},
	{journal.ErrClosed, Failure{"locked", "The journal is locked. Unlock it, then try again."}},
	{journal.ErrInUse, Failure{"busy", "Another copy of Firsthand has the journal open. Close it, then try again."}},
	{home.ErrLost, Failure{"lost", "The file of the journal, vault.db, is missing from its folder. The backups are as they were. Put the file back, or make the journal again of a backup."}},
	{home.ErrInboxKey, Failure{"inboxkey", "The key that lines are sealed to is damaged. Your text is still on screen. Open the journal once, which puts the key right, then keep it again."}},
	{home.ErrOdd, Failure{"odd", "In the place of a file or folder of the journal stands something else. Nothing was changed; move it away, then try again."}},
	{journal.ErrTurns, Failure{"turns", "Three turning points are as many as can be told in three minutes. Nothing was changed; take one away first."}},
	{journal.ErrNoCopy, Failure{"nocopy", "No copy of that file is kept."}},
	{journal.ErrOtherAudience, Failure{"audience", "A release takes the place of an earlier one for the same audience only. Nothing was changed."}},
	{journal.ErrDamaged, Failure{"damaged", "The journal is damaged. What can be read of it can be exported."}},
	{journal.ErrNewer, Failure{"newer", "The journal was written by a newer Firsthand. It is unharmed; open it with that one."}},
	{home.ErrNoDeviceKey, Failure{"nokey", "The journal has no passphrase yet and opens with a key kept on the computer it was made on. That key is not here. Nothing is lost; put the key back, or open the journal there."}},
	{journal.ErrFull, full},
	{syscall.ENOSPC, full},
	{syscall.EDQUOT, full},
	{journal.ErrReadOnly, readonly},
	{journal.ErrDisk, Failure{"disk", "The disk reports an error. Your text is still on screen; what was kept before is safe. Copy the journal's folder to another disk."}},
	{syscall.EROFS, folder},
	{fs.ErrPermission, folder},
	{fs.ErrNotExist, folder},
	{home.ErrNoFolder, folder},
	{deliver.ErrExists, Failure{"exists", "A file of that name is there already and was left alone. Choose another name."}},
	{home.ErrExists, Failure{"made", "The journal has a passphrase already. Nothing was changed."}},
	{home.ErrInboxFull, Failure{"inbox", "Too many lines wait to be taken in. Your text is still on screen. Open the journal once, then keep it again."}},
	{home.ErrTooLarge, long},
	{journal.ErrStale, Failure{"stale", "The line has changed in the meantime. Nothing was overwritten."}},
	{journal.ErrNotFound, Failure{"missing", "That is not in the journal."}},
	{journal.ErrEmpty, Failure{"empty", "There is no text to keep."}},
	{journal.ErrTooLong, long},
	{journal.ErrNotText, Failure{"nottext", "That is not text. Nothing was changed."}},
	{journal.ErrWhen, Failure{"when", "That is not a time that can be read. Nothing was changed; try 03:42 or \"yesterday 23:10\"."}},
	{journal.ErrNoMoment, Failure{"notime", "Nobody said when that line was, so times cannot be counted from it. Choose a line that has a time."}},
	{journal.ErrTold, Failure{"told", "The first telling of that account is kept, so its lines stay there. Nothing was changed."}},
	{journal.ErrNotTold, Failure{"nottold", "First what happened, then what to make of it. Nothing was changed; say \"Enough for now\" first."}},
	{journal.ErrPivots, Failure{"pivots", "Five turning points are as many as stand out. Nothing was changed; take one away first."}},
	{journal.ErrNotExpected, Failure{"notexpected", "Only an expectation can be answered by what happened. Nothing was changed."}},
	{journal.ErrNotLearned, Failure{"notlearned", "Only a learning can be said to hold. Nothing was changed."}},
	{journal.ErrNotAsked, Failure{"notasked", "Only an open question can be answered by a line. Nothing was changed."}},
	{journal.ErrSelf, Failure{"self", "A line cannot be joined to itself. Nothing was changed."}},
	{journal.ErrWithheld, Failure{"withheld", "A background line is never quoted. Nothing was changed; make it private first."}},
	{journal.ErrKeepSecret, Failure{"secret", "A secret never leaves. Nothing was changed."}},
	{redact.ErrNotTied, Failure{"tied", "That has no name of its own, or only one. Nothing was changed."}},
	{journal.ErrYesOrNo, Failure{"tied", "That has no name of its own, or only one. Nothing was changed."}},
	{journal.ErrNoLabel, Failure{"label", "A label needs a word. Nothing was changed."}},
	{home.ErrNotBackup, Failure{"notbackup", "That is no whole backup: it was cut or changed, or is something else. Nothing was changed; try an older one."}},
	{home.ErrOtherJournal, Failure{"otherjournal", "That is a backup of another journal. Nothing was changed."}},
	{home.ErrUnlike, Failure{"unlike", "What was restored did not read back as the backup has it. The journal is as it was; the disk may be failing."}},
	{home.ErrNothingAside, Failure{"notaside", "No journal was set aside. Nothing was changed."}},
	{home.ErrWaiting, Failure{"waiting", "Lines wait that only this journal can open. Nothing was changed; open it once, then go back."}},
	{redact.ErrLabelForm, Failure{"label", "A label is a few words on one line, without marks. Nothing was changed."}},
	{redact.ErrLabelHidden, Failure{"labelhidden", "That label would tell what is hidden. Nothing was changed; choose other words."}},
	{redact.ErrLabelTaken, Failure{"labeltaken", "Something else is called that, and two things would read as one. Nothing was changed; choose other words."}},
	{errMark, Failure{"mark", "There is nothing to mark there. Nothing was changed."}},
	{errNotReleased, Failure{"notreleased", "That is no account that Firsthand released, or it was changed by hand since. Nothing was opened; lanes are Markdown or JSON of a release."}},
	{errManyLanes, Failure{"manylanes", "Twelve accounts are as many as stand side by side. Nothing was opened; close one first."}},
	{errSaid, Failure{"said", "That cannot be said of these accounts. Nothing was changed."}},
	{errNames, Failure{"names", "The list cannot be read. Nothing was added; write \"kind: name, other form\", one thing a line."}},
	{errNoDraft, Failure{"gone", "Something has changed since these pages were made. Nothing was saved; make them again."}},
	{errWeak, Failure{"weak", "That passphrase is easy to guess. Nothing was changed; six words drawn by lot would do."}},
	{errNoKey, Failure{"norecovery", "That is no recovery key. Nothing was saved."}},
}

// What several errors come to.
var (
	full     = Failure{"full", "The disk is full. Your text is still on screen. Free some space, then save again."}
	readonly = Failure{"readonly", "The journal's folder cannot be written to. Your text is still on screen."}
	folder   = Failure{"folder", "That file or folder cannot be used. The journal is as it was; choose another one."}
	long     = Failure{"long", "That is too long for one line. Split it, then keep the parts."}
)

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

// Format is Wails' ErrorFormatter. It answers with a string, because Wails makes "[object Object]" of a structure.
func Format(err error) any {
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
