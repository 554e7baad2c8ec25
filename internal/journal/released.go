package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"firsthand/internal/redact"
)

// A Release records what left: when, for whom, which entries, and the checksums of the files. It is never taken out of
// the journal, whatever becomes of it; what it held is its Copy.
type Release struct {
	ID          ReleaseID         `json:"id"`
	Account     AccountID         `json:"account"`
	Sheet       bool              `json:"meetingSheet,omitempty"` // it is a page to speak from
	At          time.Time         `json:"at"`                     // when the first of its files left
	Profile     redact.Profile    `json:"profile"`
	Audience    string            `json:"audience,omitempty"`
	Entries     []EntryID         `json:"entries"`
	Fingerprint string            `json:"fingerprint"`
	Seed        string            `json:"seed,omitempty"` // random; the ids of its lines in files for tools are made of it
	Checksums   map[string]string `json:"checksums"`      // format to hex SHA-256
	Left        []Leaving         `json:"left,omitempty"` // every time that files of it left, the first first
	// Supersedes is the earlier release for the same audience whose place this one takes; empty where it takes none.
	Supersedes ReleaseID `json:"supersedes,omitempty"`
	Withdrawn  time.Time `json:"withdrawn,omitzero"` // when its author withdrew it; zero unless they did
	CaseFile   bool      `json:"caseFile,omitempty"` // its Account is a case file
	// Part is the case file in which these lines left; nil where they left by themselves.
	Part *Part `json:"part,omitempty"`
}

// A Leaving is one time that files of a release left.
type Leaving struct {
	At      time.Time `json:"at"`
	Formats []Format  `json:"formats"` // in order of their names
}

// A Copy is a release as it left: its files byte for byte, how its lines read, and what became of each thing in them.
// It is sealed with the journal, so that a release can be shown again exactly, and laid beside another one, whatever has
// been written or decided since.
type Copy struct {
	Release ReleaseID         `json:"release"`
	Account AccountID         `json:"account"`
	Files   map[Format][]byte `json:"files"`
	Lines   []CopyLine        `json:"lines"` // in order of the document
	Things  []CopyThing       `json:"things,omitempty"`
}

// A CopyLine is one line as it left. The texts of its pieces together are the whole.
type CopyLine struct {
	Entry   EntryID     `json:"entry"`             // of what stands beside lines, such as the last page, its own name
	Minutes int         `json:"minutes,omitempty"` // from time zero
	Timed   bool        `json:"timed,omitempty"`   // false: nobody said when, or the release does not
	Pieces  []CopyPiece `json:"pieces"`
}

// A CopyPiece is a stretch of a line: the person's own words, or what stands for a thing.
type CopyPiece struct {
	Text  string `json:"text"`
	Thing int    `json:"thing,omitempty"` // its place in Things, counted from 1; 0 for own words
	Hides bool   `json:"hides,omitempty"` // it stands for something that was taken out
}

// A CopyThing is what was found in the lines, and what became of it. A secret has no forms: that it was one is enough.
type CopyThing struct {
	Kind      redact.Kind      `json:"kind"`
	Forms     []string         `json:"forms,omitempty"`
	Treatment redact.Treatment `json:"treatment"`
	Label     string           `json:"label,omitempty"`
}

// Text is the line as it reads.
func (l CopyLine) Text() string {
	var b strings.Builder
	for _, p := range l.Pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// copied is what is kept of a release of a plan, before it has files.
func (s *survey) copied(p *redact.Plan, sel selection, profile redact.Profile) Copy {
	c := Copy{Account: s.account.ID, Files: map[Format][]byte{}}
	thing := map[redact.EntityID]int{}
	for _, t := range p.Treated() {
		kept := CopyThing{Kind: t.Entity.Kind, Forms: t.Entity.Forms, Treatment: t.Treatment, Label: t.Label}
		if kept.Kind == redact.Secret {
			kept.Forms = nil
		}
		c.Things = append(c.Things, kept)
		thing[t.Entity.ID] = len(c.Things)
	}
	for _, i := range slices.Concat(sel.entries, sel.besides) {
		l := CopyLine{Entry: EntryID(s.sources[i].ID)}
		if i < len(s.entries) {
			at := clock(s.entries[i].Moment, s.zeroOf(sel, i), profile)
			l.Minutes, l.Timed = at.Minutes, at.Known
		}
		for _, piece := range p.Pieces(i) {
			hides := piece.Treatment != "" && piece.Treatment != redact.Kept
			l.Pieces = append(l.Pieces, CopyPiece{Text: piece.Text, Thing: thing[piece.Entity], Hides: hides})
		}
		c.Lines = append(c.Lines, l)
	}
	return c
}

// A Stand is a text that stands in a release for something of that kind.
type Stand struct {
	Text string
	Kind redact.Kind // empty where something hidden stood within a longer word
}

// Stands are the texts of a draft that stand for something, each once, in order of the document.
func (d Draft) Stands() (out []Stand) {
	seen := map[string]bool{}
	for _, l := range d.copy.Lines {
		for _, p := range l.Pieces {
			text := strings.TrimSpace(p.Text)
			if !p.Hides || text == "" || seen[text] {
				continue
			}
			seen[text] = true
			s := Stand{Text: text}
			if p.Thing > 0 {
				s.Kind = d.copy.Things[p.Thing-1].Kind
			}
			out = append(out, s)
		}
	}
	return out
}

var (
	// ErrNoCopy means that a release has no such file, or was made before files were kept.
	ErrNoCopy = errors.New("no copy of that file is kept")
	// ErrOtherAudience means that a release was to take the place of one that was for somebody else, of another account,
	// or made later.
	ErrOtherAudience = errors.New("release for another audience")
)

// Releases returns the releases of an account or a case file, newest first, the withdrawn ones too. Those of an account
// are also what of it left in case files.
func (j *Journal) Releases(ctx context.Context, id AccountID) ([]Release, error) {
	rs, err := j.store.Releases(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return rs, j.wholes(ctx, rs)
}

// ReleaseNamed returns a release of any account by its id, or ErrNotFound.
func (j *Journal) ReleaseNamed(ctx context.Context, id ReleaseID) (Release, error) {
	rs, err := j.everyRelease(ctx)
	if err != nil {
		return Release{}, err
	}
	i := slices.IndexFunc(rs, func(r Release) bool { return r.ID == id })
	if i < 0 {
		return Release{}, fmt.Errorf("release: %w", ErrNotFound)
	}
	return rs[i], nil
}

// everyRelease is every release of every account and case file, those of accounts in the bin too.
func (j *Journal) everyRelease(ctx context.Context) (all []Release, err error) {
	accounts, err := j.store.Accounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	cases, err := j.store.Cases(ctx)
	if err != nil {
		return nil, fmt.Errorf("read case files: %w", err)
	}
	var ids []AccountID
	for _, a := range accounts {
		ids = append(ids, a.ID)
	}
	for _, c := range cases {
		ids = append(ids, c.ID)
	}
	for _, id := range ids {
		rs, err := j.store.Releases(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read releases: %w", err)
		}
		all = append(all, rs...)
	}
	return all, nil
}

// Copy returns what left in a release. One that was made before copies were kept has no lines and no files.
func (j *Journal) Copy(ctx context.Context, id ReleaseID) (Copy, error) {
	c, err := j.store.Copy(ctx, id)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return Copy{}, fmt.Errorf("read copy of a release: %w", err)
	}
	return c, nil
}

// Again returns a file of a release, byte for byte as it left. ErrNoCopy means that there is none; ErrDamaged that what is
// kept is not what left.
func (j *Journal) Again(ctx context.Context, r Release, f Format) (redact.Verified, error) {
	c, err := j.Copy(ctx, r.ID)
	if err != nil {
		return redact.Verified{}, err
	}
	file, ok := c.Files[f]
	if !ok {
		return redact.Verified{}, ErrNoCopy
	}
	v, err := redact.Again(file, r.Checksums[string(f)])
	if err != nil {
		return redact.Verified{}, fmt.Errorf("read copy of a release: %w: %w", ErrDamaged, err)
	}
	return v, nil
}

// A Recognised is a release that a file is of.
type Recognised struct {
	Release Release
	Format  Format
	// Exact says that the file is byte for byte the one that left; else it differs in line ends, or in blanks at the ends
	// of lines, which mail and chat change.
	Exact bool
}

// Recognise finds the releases of this journal that a file is of, newest first. None means that no such file ever left.
func (j *Journal) Recognise(ctx context.Context, file []byte) ([]Recognised, error) {
	all, err := j.everyRelease(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(r Release) bool { return r.Part != nil }) // the whole is among them
	slices.SortStableFunc(all, func(a, b Release) int { return b.At.Compare(a.At) })
	sum := sha256.Sum256(file)
	want := hex.EncodeToString(sum[:])
	var found []Recognised
	for _, r := range all {
		for _, f := range slices.Sorted(maps.Keys(r.Checksums)) {
			if r.Checksums[f] == want {
				found = append(found, Recognised{Release: r, Format: Format(f), Exact: true})
			}
		}
	}
	if found != nil {
		return found, nil
	}
	text := loose(file)
	if len(text) == 0 {
		return nil, nil
	}
	for _, r := range all {
		if r.Checksums[string(Markdown)] == "" {
			continue
		}
		c, err := j.Copy(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		if md, ok := c.Files[Markdown]; ok && bytes.Equal(loose(md), text) {
			found = append(found, Recognised{Release: r, Format: Markdown})
		}
	}
	return found, nil
}

// loose is a text without what a way through mail or chat changes of it.
func loose(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	var out [][]byte
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		out = append(out, bytes.TrimRight(line, " \t\r"))
	}
	return bytes.TrimSpace(bytes.Join(out, []byte("\n")))
}

// SameAudience reports whether two releases are for the same people, as far as their author said for whom.
func SameAudience(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	return a != "" && strings.EqualFold(a, b)
}

// superseded are the releases whose place a later one takes.
func superseded(rs []Release) map[ReleaseID]bool {
	out := map[ReleaseID]bool{}
	for _, r := range rs {
		if r.Supersedes != "" {
			out[r.Supersedes] = true
		}
	}
	return out
}

// before is the newest of the releases that one for this audience could take the place of; the zero Release where there
// is none. Another file of the same document takes no place.
func before(rs []Release, audience, fingerprint string) Release {
	gone := superseded(rs)
	for _, r := range rs {
		if r.Part == nil && SameAudience(r.Audience, audience) && r.Withdrawn.IsZero() && !gone[r.ID] && r.Fingerprint != fingerprint {
			return r
		}
	}
	return Release{}
}

// Supersede says that a release takes the place of an earlier one for the same audience; with an empty earlier, of none.
// Both stay. It can be undone. Errors: ErrNotFound, ErrOtherAudience.
func (j *Journal) Supersede(ctx context.Context, later, earlier ReleaseID) (Release, error) {
	return j.mark(ctx, later, WasSuperseded, func(r *Release, all []Release) error {
		if earlier != "" {
			if err := mayTake(*r, earlier, all); err != nil {
				return err
			}
		}
		r.Supersedes = earlier
		return nil
	})
}

// mayTake says why a release may not take the place of an earlier one.
func mayTake(r Release, earlier ReleaseID, all []Release) error {
	i := slices.IndexFunc(all, func(e Release) bool { return e.ID == earlier })
	if i < 0 {
		return fmt.Errorf("release of that account: %w", ErrNotFound)
	}
	if e := all[i]; e.Part != nil || e.ID == r.ID || !SameAudience(e.Audience, r.Audience) || e.At.After(r.At) || e.Supersedes == r.ID {
		return ErrOtherAudience
	}
	return nil
}

// Withdraw marks a release as withdrawn, or no longer. It stays, with its copy; copies that others have cannot be recalled.
// It can be undone. The error is ErrNotFound.
func (j *Journal) Withdraw(ctx context.Context, id ReleaseID, withdrawn bool) (Release, error) {
	return j.mark(ctx, id, WasWithdrawn, func(r *Release, _ []Release) error {
		switch {
		case !withdrawn:
			r.Withdrawn = time.Time{}
		case r.Withdrawn.IsZero():
			r.Withdrawn = j.now().UTC()
		}
		return nil
	})
}

// mark changes what is said of a release after it left; of what left in a case file, of that. all are the releases of its account.
func (j *Journal) mark(ctx context.Context, id ReleaseID, what What, change func(r *Release, all []Release) error) (Release, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	r, err := j.ReleaseNamed(ctx, id)
	if err == nil && r.Part != nil {
		r, err = j.ReleaseNamed(ctx, r.Part.Release)
	}
	if err != nil {
		return Release{}, err
	}
	all, err := j.Releases(ctx, r.Account)
	if err != nil {
		return Release{}, err
	}
	old := r
	if err := change(&r, all); err != nil {
		return Release{}, err
	}
	if old.Supersedes == r.Supersedes && old.Withdrawn.Equal(r.Withdrawn) {
		return r, nil
	}
	if err := j.keep(ctx, Change{Releases: []Release{r}}, Step{What: what, Account: r.Account, Release: &old}); err != nil {
		return Release{}, fmt.Errorf("keep release: %w", err)
	}
	return r, nil
}
