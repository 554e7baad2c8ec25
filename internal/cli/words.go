package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// sentence turns an error into an exit code and a sentence or two for a person: what happened, what is safe, what to
// do. It never repeats the text of an error it does not know, which could quote the person.
func sentence(err error) (code int, words string) {
	for _, s := range sentences {
		if errors.Is(err, s.err) {
			return s.code, s.words
		}
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return Failed, pathWords(path.Path, path.Err)
	case errors.As(err, &link):
		return Failed, pathWords(link.New, link.Err)
	case errors.Is(err, fs.ErrNotExist):
		return Failed, "There is no file of that name. Nothing was changed."
	}
	return Failed, "That did not work, and the reason is not one this program knows. What was kept before is safe; try again."
}

// pathWords says what is wrong with a path, in no words of the system's.
func pathWords(path string, err error) string {
	for _, s := range []struct {
		err   error
		words string
	}{
		{home.ErrOdd, "%s is neither the file nor the folder that a journal has by that name. Nothing was changed; move it away, then try again."},
		{fs.ErrNotExist, "There is no file %s. Nothing was changed."},
		{fs.ErrExist, "%s is there already and was left alone. Nothing was changed; choose another name."},
		{fs.ErrPermission, "%s may not be read or written by this login. Nothing was changed; check its permissions."},
		{syscall.ENOTDIR, "%s cannot be: a part of that path is a file, not a folder. Nothing was changed; check the path."},
		{syscall.EISDIR, "%s is a folder, and a file is needed. Nothing was changed; check the path."},
		{syscall.ENAMETOOLONG, "%s is too long a name for that disk. Nothing was changed; choose a shorter one."},
		{syscall.ELOOP, "%s is a link that leads back to itself. Nothing was changed; check the path."},
		{syscall.EIO, "The disk reports an error for %s. The journal is as it was; copy what is on that disk to another one."},
	} {
		if errors.Is(err, s.err) {
			return fmt.Sprintf(s.words, path)
		}
	}
	return path + " cannot be used. Nothing was changed; check the path."
}

// lostSentence stands for Program.lostWords, which knows the journal.
const lostSentence = "The file of the journal, vault.db, is missing."

// sentences are what is said of which error; the first that fits counts.
var sentences = []struct {
	err   error
	code  int
	words string
}{
	{home.ErrNoPassphrase, Locked, "This journal opens with a passphrase, and none was given. Nothing is lost. Run this in a terminal, or name a file that holds it with --passphrase-file."},
	{home.ErrMistyped, Locked, "That is no whole recovery key: it begins with AGE-SECRET-KEY-1 and has 74 characters. Nothing is lost; compare it with the paper, then try again."},
	{home.ErrOtherRecovery, Locked, "That recovery key is whole, and does not open this journal. Nothing is lost; there may be another one: of another journal, or made later."},
	{journal.ErrWrongKey, Locked, "That passphrase does not open this journal. Nothing is lost; try again."},
	{vault.ErrNoDeviceKey, Locked, "This journal has no passphrase yet and opens with a key kept on the computer it was made on; that key is not here. Nothing is lost. Open it there, or put the key back."},
	{vault.ErrNoSuchKey, Locked, "This journal does not open that way. Nothing is lost; use its passphrase."},
	{journal.ErrTraces, Failed, "The account is erased, but the journal's file could not be written anew, so sealed traces of it may be left there. All else is safe. Make room on the disk; the next time the journal is opened, the file is written anew."},
	{journal.ErrNewer, Unreadable, "This journal was written by a newer version of Firsthand. Nothing was changed. Update Firsthand to open it."},
	{vault.ErrLost, Unreadable, lostSentence},
	{vault.ErrInboxKey, Unreadable, "The key that lines are sealed to is damaged, and nothing could ever open a line that is sealed to it. Open the journal once, with \"firsthand accounts\", which puts the key right, as an open window does by itself; then keep the line again, or write it down elsewhere."},
	{journal.ErrDamaged, Unreadable, "This journal is damaged: part of it was changed, cut off or put back. Nothing was changed now. \"firsthand verify\" says what is safe; \"firsthand export --all --in-the-clear --to FOLDER\" takes out all that can be read."},
	{journal.ErrInUse, InUse, "Another program has this journal open. Nothing was changed. Close it and try again; \"firsthand note\" works meanwhile."},
	{vault.ErrExists, Failed, "There is a journal in this folder already. Nothing was changed. Name another folder with --journal."},
	{vault.ErrNoJournal, Failed, "There is no journal in this folder yet. \"firsthand init\" makes one, and so does the first \"firsthand note\"."},
	{journal.ErrReadOnly, Failed, "The journal's folder cannot be written to. Nothing was changed. Check its permissions and its disk, then try again."},
	{journal.ErrFull, Failed, "The disk is full. What was kept before is safe, the last change was not kept. Free some space, then try again."},
	{journal.ErrDisk, Failed, "The disk reports an error. What was kept before is safe, the last change was not kept. Copy the journal's folder to another disk, then see to this one."},
	{deliver.ErrExists, Failed, "A file of that name is there already and was left alone. Choose another name, or say that it may be overwritten."},
	{syscall.ENOSPC, Failed, "The disk is full, so the file was not written; the journal is as it was. Free some space, then try again."},
	{syscall.EDQUOT, Failed, "Your share of the disk is used up, so the file was not written; the journal is as it was. Free some space, then try again."},
	{syscall.EFBIG, Failed, "The file would be larger than this system allows, so it was not written; the journal is as it was."},
	{syscall.EROFS, Failed, "That disk cannot be written to, so nothing was. The journal is as it was; choose another folder."},
	{vault.ErrInboxFull, Failed, "Too many lines wait to be taken in, so this one was not kept. Open the journal once; if that does not help, take the files that it cannot read out of its folder inbox."},
	{vault.ErrTooLarge, Failed, "That text is too large for one line of the journal, so it was not kept. Split it, or keep a part."},
	{journal.ErrTooLong, Failed, "That text is longer than 8 MB, so it was not kept; what was kept before is safe. Keep the part that matters."},
	{journal.ErrNotText, Failed, "That is not text: it holds NUL or bytes that are not UTF-8, so it was not kept. \"firsthand import\" takes such files and escapes those bytes."},
	{journal.ErrEmpty, Failed, "There is no text to keep. Nothing was changed."},
	{journal.ErrStale, Failed, "That line has changed meanwhile, so this change was not kept. Read it again, then change it."},
	{journal.ErrNoMoment, Failed, "Nobody said when that line was, so times cannot be counted from it. Choose a line that has a time."},
	{journal.ErrNothingChosen, Failed, "No line of this account was chosen, so there is nothing to release. Background, reactions and ideas leave only when they are chosen or changed."},
	{journal.ErrWithheld, Failed, "A background line was chosen, and those are never quoted. Nothing was written."},
	{journal.ErrNotLearned, Failed, "That line is no learning; nothing was changed. \"firsthand amend LINE --kind learning\" makes it one."},
	{journal.ErrNotAsked, Failed, "That learning is no open question; nothing was changed. \"firsthand learn --open\" lists the questions."},
	{journal.ErrSelf, Failed, "That is the line itself; nothing was changed. Name another line."},
	{journal.ErrNotFound, Failed, "That is not in this journal. Nothing was changed."},
	{context.Canceled, Failed, "Stopped. What was kept before is safe."},
}
