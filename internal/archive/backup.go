package archive

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// BackupVersion is the version of what WriteBackup writes.
const BackupVersion = 1

// backupFormat is the name that a backup carries.
const backupFormat = "firsthand backup"

// A backup is a whole journal as one tar in the old form ustar, of these regular files in this order and no others:
//
//	firsthand.json               Manifest
//	journal.json                 Remainder, without Vault
//	vault.json                   Remainder.Vault: what the file of the journal itself needs
//	accounts/0001-2026-01-21.md  an account for a person to read, numbered from 1, with the day on which it began
//	accounts/0001-2026-01-21.json  the same account, with every entry, wording and the first telling
//
// The Markdown is for whoever opens a backup without Firsthand; reading a backup takes the JSON alone.

// A Manifest says what a backup is of. It is read first.
type Manifest struct {
	Format   string    `json:"format"`
	Version  int       `json:"version"`
	Journal  string    `json:"journal"`  // id of the journal, in hexadecimal digits
	Sequence int       `json:"sequence"` // counts the journal's backups from 1
	Made     time.Time `json:"made"`
	Accounts int       `json:"accounts"`
	Entries  int       `json:"entries"` // removed ones too
}

// A Full is one account with all of its entries, removed ones too.
type Full struct {
	Account journal.Account
	Entries []journal.Entry
}

// A Remainder is all of a journal that is not an account.
type Remainder struct {
	Settings    *journal.Settings    `json:"settings,omitempty"` // nil where nobody set anything
	Hidden      []redact.Known       `json:"hidden,omitempty"`
	Reviews     []journal.Review     `json:"reviews,omitempty"`
	Releases    []journal.Release    `json:"releases,omitempty"`
	Copies      []journal.Copy       `json:"copies,omitempty"` // what left in them
	Cases       []journal.Case       `json:"cases,omitempty"`
	Comparisons []journal.Comparison `json:"comparisons,omitempty"`
	History     journal.History      `json:"history"`
	Vault       json.RawMessage      `json:"-"`
}

const (
	manifestFile  = "firsthand.json"
	remainderFile = "journal.json"
	vaultFile     = "vault.json"
	accountFolder = "accounts/"

	// maxMember is the largest file within a backup, in bytes: more than any account can be that a laptop holds open,
	// less than what a header could claim.
	maxMember = 4 << 30
)

// WriteBackup writes a backup. It fails with what accounts or w say, or where accounts gives other numbers than m.
func WriteBackup(w io.Writer, m Manifest, rest Remainder, accounts iter.Seq2[Full, error]) error {
	m.Format, m.Version, m.Made = backupFormat, BackupVersion, m.Made.UTC()
	t := tar.NewWriter(w)
	member := func(name string, data []byte) error {
		if len(data) > maxMember {
			return fmt.Errorf("write backup: %s is too large", name)
		}
		h := &tar.Header{Name: name, Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(data)), ModTime: m.Made.Truncate(time.Second), Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return fmt.Errorf("write backup: %w", err)
		}
		if _, err := t.Write(data); err != nil {
			return fmt.Errorf("write backup: %w", err)
		}
		return nil
	}
	if err := member(manifestFile, encode(m, true)); err != nil {
		return err
	}
	if err := member(remainderFile, encode(rest, true)); err != nil {
		return err
	}
	if err := member(vaultFile, rest.Vault); err != nil {
		return err
	}
	number, entries := 0, 0
	for full, err := range accounts {
		if err != nil {
			return err
		}
		number++
		entries += len(full.Entries)
		md, js := Write(full.Account, full.Entries)
		stem := accountStem(number) + full.Account.Started.UTC().Format(time.DateOnly)
		if err := errors.Join(member(stem+".md", md), member(stem+".json", js)); err != nil {
			return err
		}
	}
	if number != m.Accounts || entries != m.Entries {
		return errors.New("write backup: the numbers do not agree")
	}
	if err := t.Close(); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

func accountStem(number int) string { return fmt.Sprintf("%s%04d-", accountFolder, number) }

// ReadBackup reads a backup to its end, and gives each account to keep while it goes. What is not exactly a backup,
// in whatever way, is ErrDamaged: no name in it is ever used for a file, and no length believed before the bytes are there.
// ErrNewer means that it holds something this program does not know, which restoring would lose.
// Errors of keep come back as they are; those of r are wrapped beside ErrDamaged.
func ReadBackup(r io.Reader, keep func(Full) error) (Manifest, Remainder, error) {
	b := backupReader{tar: tar.NewReader(r)}
	var m Manifest
	data, err := b.member(manifestFile)
	if err != nil {
		return m, Remainder{}, err
	}
	if err := json.Unmarshal(data, &m); err != nil || m.Format != backupFormat || m.Version < 1 || m.Accounts < 0 || m.Entries < 0 {
		return Manifest{}, Remainder{}, fmt.Errorf("%w: not a backup", ErrDamaged)
	}
	if m.Version > BackupVersion {
		return m, Remainder{}, ErrNewer
	}
	rest, err := b.remainder()
	if err != nil {
		return m, rest, err
	}
	if err := b.accounts(m, keep); err != nil {
		return m, rest, err
	}
	if _, err := b.tar.Next(); err != io.EOF {
		return m, rest, fmt.Errorf("%w: more than it says", ErrDamaged)
	}
	// The seal of the last part is looked at only when the end has been read.
	if n, err := io.Copy(io.Discard, r); err != nil {
		return m, rest, fmt.Errorf("%w: %w", ErrDamaged, err)
	} else if n > 0 {
		return m, rest, fmt.Errorf("%w: more than it says", ErrDamaged)
	}
	return m, rest, nil
}

type backupReader struct{ tar *tar.Reader }

func (b backupReader) remainder() (rest Remainder, err error) {
	data, err := b.member(remainderFile)
	if err != nil {
		return rest, err
	}
	settings := journal.DefaultSettings // for a setting that is newer than the backup
	rest.Settings = &settings
	if err := decode(data, &rest); err != nil {
		return Remainder{}, err
	}
	if rest.Vault, err = b.member(vaultFile); err != nil {
		return Remainder{}, err
	}
	return rest, nil
}

func (b backupReader) accounts(m Manifest, keep func(Full) error) error {
	entries := 0
	seen := map[journal.AccountID]bool{}
	for number := 1; number <= m.Accounts; number++ {
		stem := accountStem(number)
		if err := b.skip(stem, ".md"); err != nil {
			return err
		}
		data, err := b.member(stem, ".json")
		if err != nil {
			return err
		}
		full, err := readFull(data)
		if err != nil {
			return err
		}
		if seen[full.Account.ID] {
			return fmt.Errorf("%w: an account is there twice", ErrDamaged)
		}
		seen[full.Account.ID] = true
		entries += len(full.Entries)
		if err := keep(full); err != nil {
			return err
		}
	}
	if entries != m.Entries {
		return fmt.Errorf("%w: entries are missing", ErrDamaged)
	}
	return nil
}

// readFull reads the JSON of an account as strictly as nothing may be lost, and takes what it says as it is: a backup
// holds what the journal held.
func readFull(data []byte) (Full, error) {
	var d document
	if err := decode(data, &d); err != nil {
		return Full{}, err
	}
	switch {
	case d.Format != format || d.Account.ID == "":
		return Full{}, fmt.Errorf("%w: not an account", ErrDamaged)
	case d.Version > Version:
		return Full{}, ErrNewer
	}
	for _, e := range d.Entries {
		if e.ID == "" || e.Account != d.Account.ID || e.Revision < 1 || e.Position < 0 {
			return Full{}, fmt.Errorf("%w: not an entry of the account", ErrDamaged)
		}
	}
	return Full{d.Account, d.Entries}, nil
}

// decode reads JSON into v. A field that v has not is ErrNewer: it would be lost.
func decode(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	switch {
	case err == nil && !d.More():
		return nil
	case err != nil && strings.Contains(err.Error(), "unknown field"): // there is no other sign of it
		return ErrNewer
	}
	return ErrDamaged // json's error may quote what it read
}

// next goes to the next file, which must be the one of this name, or of this beginning and ending.
func (b backupReader) next(name ...string) (size int64, err error) {
	h, err := b.tar.Next()
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return 0, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	day, ok := strings.CutPrefix(h.Name, name[0])
	if len(name) == 2 {
		day, ok = strings.CutSuffix(day, name[1])
		_, notDay := time.Parse(time.DateOnly, day)
		ok = ok && strings.HasPrefix(h.Name, name[0]) && notDay == nil
	} else {
		ok = ok && day == ""
	}
	// Other forms than the one we write have links, holes and second names.
	if !ok || h.Typeflag != tar.TypeReg || h.Format != tar.FormatUSTAR || h.Size < 0 || h.Size > maxMember {
		return 0, fmt.Errorf("%w: something else where %s belongs", ErrDamaged, name[0])
	}
	return h.Size, nil
}

// member reads the next file. Memory grows with the bytes that are there, not with what the header says.
func (b backupReader) member(name ...string) ([]byte, error) {
	size, err := b.next(name...)
	if err != nil {
		return nil, err
	}
	var data bytes.Buffer
	if n, err := io.Copy(&data, b.tar); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	} else if n != size {
		return nil, fmt.Errorf("%w: cut short", ErrDamaged)
	}
	return data.Bytes(), nil
}

// skip passes over the next file without holding it.
func (b backupReader) skip(name ...string) error {
	if _, err := b.next(name...); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, b.tar); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}
