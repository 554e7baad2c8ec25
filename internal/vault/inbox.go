package vault

import (
	"crypto/hpke"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"firsthand/internal/journal"
)

// A line waits in inbox/ in a file named by its line id, 16 random bytes in hexadecimal digits, with the ending .line:
//
//	format[16] ‖ vault id[16] ‖ HPKE encapsulated key[32] ‖ HPKE ciphertext of pad(body payload of the line)
//
// info = format ‖ vault id[16] ‖ line id[16]; base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
const (
	// MaxLine is the largest text that waits in the inbox, in bytes.
	MaxLine = 8 << 20
	// MaxWaiting is how many lines may wait there.
	MaxWaiting = 10_000

	lineEnding = ".line"
	lineHead   = 16 + 16
	// maxLineFile leaves room for the rest of the line, padding and seal.
	maxLineFile = MaxLine + MaxLine/8 + 1<<20
)

type lineID [16]byte

func (id lineID) file() string { return hex.EncodeToString(id[:]) + lineEnding }

func parseLineID(file string) (id lineID, ok bool) {
	name, ok := strings.CutSuffix(file, lineEnding)
	if !ok || len(name) != 2*len(id) || strings.ToLower(name) != name {
		return id, false
	}
	_, err := hex.Decode(id[:], []byte(name))
	return id, err == nil
}

func lineInfo(vault ID, id lineID) []byte {
	info := append([]byte(format), vault[:]...)
	return append(info, id[:]...)
}

func sealLine(public []byte, vault ID, id lineID, line journal.Line) ([]byte, error) {
	key, err := inboxKEM.NewPublicKey(public)
	if err != nil {
		return nil, unsealed(damaged(PartInboxKey, "unusable"))
	}
	payload, err := encodeLine(line)
	if err != nil {
		return nil, err
	}
	plain := pad(payload)
	defer clear(plain)
	sealed, err := hpke.Seal(key, inboxKDF, inboxAEAD, lineInfo(vault, id), plain)
	if err != nil {
		return nil, err
	}
	return append(append([]byte(format), vault[:]...), sealed...), nil
}

var errForeign = errors.New("of another journal")

// maxID is the longest id of a line or its account, in bytes; those that this program makes have 26.
const maxID = 256

// checkLine refuses what a journal could not keep. It is asked before a line is sealed and after it was opened: whoever
// may write the folder can seal one, and one that fails whenever it is taken in would keep the journal shut for ever.
func checkLine(l journal.Line) error {
	if len(l.Text) > MaxLine {
		return ErrTooLarge
	}
	if err := journal.CheckText(l.Text); err != nil {
		return err
	}
	for _, id := range []string{string(l.ID), string(l.Account)} {
		if len(id) > maxID || !utf8.ValidString(id) {
			return errPayload
		}
	}
	if kind, ok := journal.ParseKind(string(l.Kind)); l.ID == "" || !ok || kind != l.Kind {
		return errPayload
	}
	// JSON writes no other years, and a journal writes this time in UTC.
	if year := l.Recorded.UTC().Year(); year < 0 || year > 9999 {
		return errPayload
	}
	return nil
}

func openLine(scalars [][]byte, vault ID, id lineID, file []byte) (journal.Line, error) {
	if len(file) < lineHead || string(file[:15]) != format[:15] {
		return journal.Line{}, errPayload
	}
	if string(file[:16]) != format {
		return journal.Line{}, ErrNewer
	}
	if string(file[16:32]) != string(vault[:]) {
		return journal.Line{}, errForeign
	}
	for _, scalar := range scalars {
		key, err := inboxKEM.NewPrivateKey(scalar)
		if err != nil {
			return journal.Line{}, err
		}
		plain, err := hpke.Open(key, inboxKDF, inboxAEAD, lineInfo(vault, id), file[lineHead:])
		if err != nil {
			continue // perhaps sealed to an older key
		}
		payload, err := unpad(plain)
		if err != nil {
			return journal.Line{}, errPayload
		}
		line, err := decodeLine(payload)
		if err == nil {
			err = checkLine(line)
		}
		return line, err
	}
	return journal.Line{}, errSeal
}

// Drop seals a line into the inbox of the journal in dir. It needs no key and no lock: it works while the journal
// is closed, locked, or open in another program. When it returns nil, the line is on disk.
//
// Errors: ErrNoJournal, ErrLost (where not even a backup could open the line), ErrTooLarge, those of journal.CheckText,
// ErrInboxFull, ErrInboxKey, ErrNewer, ErrReadOnly, ErrFull.
func Drop(dir string, line journal.Line) error {
	if err := checkLine(line); err != nil {
		return fmt.Errorf("drop line: %w", err)
	}
	if err := keepsLines(dir); err != nil {
		return fmt.Errorf("drop line: %w", err)
	}
	inbox := filepath.Join(dir, inboxDir)
	if err := ownFolder(inbox); err != nil {
		return explain("drop line", err)
	}
	waiting, err := waitingFiles(inbox)
	if err != nil {
		return explain("drop line", err)
	}
	lines := 0
	for _, name := range waiting {
		if _, ok := parseLineID(name); ok {
			lines++ // whatever else lies there keeps nobody from writing
		}
	}
	if lines >= MaxWaiting {
		return fmt.Errorf("drop line: %w", ErrInboxFull)
	}
	file, c, err := drop(dir, line)
	if err != nil {
		return err
	}
	// The key of before is kept until the inbox is quiet. Should it have gone all the same, nothing could open this line;
	// the card is replaced before the key goes, so one look afterwards is enough.
	fresh, err := readCard(dir)
	if err != nil || string(fresh.public) == string(c.public) {
		return unsealed(err)
	}
	if _, _, err := drop(dir, line); err != nil {
		return err
	}
	os.Remove(filepath.Join(inbox, file)) // twice would do no harm: a line is kept once
	return nil
}

// drop seals a line to the card as it is once the temp file is there, see quiet.
func drop(dir string, line journal.Line) (file string, c card, err error) {
	var id lineID
	rand.Read(id[:])
	err = writeMade(filepath.Join(dir, inboxDir), func() (string, []byte, error) {
		if c, err = readCard(dir); err != nil {
			return "", nil, unsealed(err)
		}
		sealed, err := sealLine(c.public, c.vault, id, line)
		if err == nil && len(sealed) > maxLineFile {
			err = ErrTooLarge
		}
		return id.file(), sealed, err
	})
	return id.file(), c, explain("drop line", err)
}

// unsealed says of damage that it is the inbox key's.
func unsealed(err error) error {
	if errors.Is(err, ErrDamaged) {
		return fmt.Errorf("%w: %w", ErrInboxKey, err)
	}
	return err
}

// quiet reports whether nothing waits in the inbox and nobody is writing into it. Whoever begins afterwards makes a temp
// file first, and seals to the card that stands then.
func quiet(inbox string) (bool, error) {
	for range 2 { // what is renamed under the first look is there at the second
		entries, err := readFolder(inbox)
		if errors.Is(err, fs.ErrNotExist) {
			return true, nil
		}
		if err != nil || len(entries) > 0 {
			return false, err
		}
	}
	return true, nil
}

// waitingFiles are the names in the inbox but those still being written.
func waitingFiles(inbox string) ([]string, error) {
	f, err := openOnly(inbox, fs.FileMode.IsDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	kept := names[:0]
	for _, name := range names {
		if !strings.HasPrefix(name, tempPrefix) {
			kept = append(kept, name)
		}
	}
	return kept, nil
}
