package cli

import (
	"errors"
	"fmt"
	"strings"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// The exit codes. They are stable; the README lists them.
const (
	Done       = 0
	Failed     = 1
	Usage      = 2
	Open       = 3 // something is undecided; nothing was written
	Leak       = 4 // a file holds what is to be hidden
	Locked     = 5 // the passphrase is missing or wrong
	Unreadable = 6 // the journal is damaged, or of a newer version
	InUse      = 7
)

var (
	errPassphraseFile  = errors.New("passphrase file")
	errRecoveryFile    = errors.New("recovery file")
	errTypedTwice      = errors.New("passphrases differ")
	errNoNewPassphrase = errors.New("no new passphrase")
	errNoRecoveryKey   = errors.New("no recovery key")
)

// ErrNoDisplay means that Program.Window found no display to open a window on.
var ErrNoDisplay = errors.New("no display")

// A failure is an error in words for a person, with its exit code.
type failure struct {
	code  int
	words string
}

func (f *failure) Error() string { return f.words }

func usage(words string) error { return &failure{Usage, words + "."} }

// say turns an error into an exit code and one sentence that says what is safe and what to do. It is the only place
// where the command line does so.
func say(err error) (code int, words string) {
	var (
		f         *failure
		undecided *journal.Undecided
		leak      *redact.Leak
		glyphs    *report.Undrawable
	)
	switch {
	case errors.As(err, &f):
		return f.code, f.words
	case errors.As(err, &undecided):
		return Open, undecidedWords(undecided)
	case errors.As(err, &leak):
		return Leak, leakWords(leak)
	case errors.As(err, &glyphs):
		return Failed, fmt.Sprintf("The PDF has no glyphs for %s; nothing was written. Release as Markdown instead: --format md.", runesInWords(glyphs.Runes))
	case errors.Is(err, ErrNoDisplay):
		return Failed, "There is no display here to open the window on. \"firsthand note\" takes a line without one; \"firsthand --help\" lists the commands."
	case errors.Is(err, errTypedTwice):
		return Locked, "The two passphrases differ; nothing was changed."
	case errors.Is(err, errNoNewPassphrase):
		return Locked, "No new passphrase was given, so nothing was changed. Run this in a terminal, or name a file that holds it with --new-passphrase-file."
	case errors.Is(err, errNoRecoveryKey):
		return Locked, "No recovery key was given, so nothing was changed. Run this in a terminal, or name a file that holds it with --recovery-file."
	case errors.Is(err, errRecoveryFile):
		return Locked, "The file with the recovery key cannot be read; nothing was changed. Check the path and its permissions."
	case errors.Is(err, errPassphraseFile):
		return Locked, "The passphrase file cannot be read; nothing was changed. Check the path and its permissions."
	}
	return sentence(err)
}

func undecidedWords(u *journal.Undecided) string {
	n, s := len(u.Entities), "s are"
	if n == 1 {
		s = " is"
	}
	return fmt.Sprintf("%d name%s undecided, so nothing was written. See them with \"firsthand entities %s\", decide with \"firsthand treat %s ENTITY hide|keep\", or hide all with --undecided hide.",
		n, s, short(u.Account), short(u.Account))
}

func leakWords(l *redact.Leak) string {
	n := len(l.Hits)
	places := "places"
	if n == 1 {
		places = "place"
	}
	return fmt.Sprintf("The finished file still held something that is hidden, in %d %s, so nothing was written. The places are above; hide them with \"firsthand treat ACCOUNT --pattern TEXT hide\".", n, places)
}

func runesInWords(rs []rune) string {
	var out []string
	for i, r := range rs {
		if i == 12 {
			out = append(out, fmt.Sprintf("and %d more", len(rs)-i))
			break
		}
		out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return strings.Join(out, ", ")
}
