package vault

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"firsthand/internal/journal"
)

// kind is what a record is of. Its numbers are part of the format.
type kind byte

const (
	kindAccount  kind = 1  // head: the account without its telling; no body
	kindEntry    kind = 2  // body: the entry
	kindTelling  kind = 3  // body: the first telling; name is the account's id
	kindHidden   kind = 4  // body: the one list of what to hide; name is empty
	kindReview   kind = 5  // body: the review; name is the id of the account or case file
	kindRelease  kind = 6  // body: the release
	kindSettings kind = 7  // body: the one record of settings; name is empty
	kindHistory  kind = 8  // body: the one record of what can be taken back; name is empty
	kindBackups  kind = 9  // body: the one record of backups made, see ledger; name is empty
	kindCopy     kind = 10 // body: what left in a release; name is the release's id
	kindCase     kind = 11 // body: the case file; its own owner, as of its review and releases

	kindComparison kind = 12 // body: the comparison; its own owner
)

// A ref names a record by what it is of: one record each.
type ref struct {
	kind kind
	name string
}

// A head is what listing needs of a record. Sealed, its payload is
//
//	version u8 = 1 ‖ kind u8 ‖ flags u8 ‖ revision u32 ‖ position u32 ‖ when i64 (Unix milliseconds) ‖
//	body seq u64 ‖ body tag[16] ‖ owner length u16 ‖ owner ‖ name length u16 ‖ name ‖ more to the end
//
// flags: 1 removed, 2 has a body. Owner is the id of the account, the case file or the comparison it belongs to.
type head struct {
	ref
	owner    string
	removed  bool
	revision uint32
	position uint32
	when     int64 // orders a list: when an account began, an entry was recorded, a release was made
	bodySeq  uint64
	bodyTag  tag
	hasBody  bool
	extra    []byte // of an account its JSON, of an entry its gist
}

const (
	headVersion = 1
	headFixed   = 1 + 1 + 1 + 4 + 4 + 8 + 8 + tagSize

	flagRemoved = 1
	flagBody    = 2
)

func (h head) encode() ([]byte, error) {
	if len(h.owner) > math.MaxUint16 || len(h.name) > math.MaxUint16 {
		return nil, errors.New("id too long")
	}
	var flags byte
	if h.removed {
		flags |= flagRemoved
	}
	if h.hasBody {
		flags |= flagBody
	}
	b := make([]byte, 0, headFixed+4+len(h.owner)+len(h.name)+len(h.extra))
	b = append(b, headVersion, byte(h.kind), flags)
	b = binary.BigEndian.AppendUint32(b, h.revision)
	b = binary.BigEndian.AppendUint32(b, h.position)
	b = binary.BigEndian.AppendUint64(b, uint64(h.when))
	b = binary.BigEndian.AppendUint64(b, h.bodySeq)
	b = append(b, h.bodyTag[:]...)
	b = append(binary.BigEndian.AppendUint16(b, uint16(len(h.owner))), h.owner...)
	b = append(binary.BigEndian.AppendUint16(b, uint16(len(h.name))), h.name...)
	return append(b, h.extra...), nil
}

var errPayload = errors.New("unreadable")

func decodeHead(b []byte) (head, error) { return decodeHeadWith(b, nil) }

// decodeHeadWith is decodeHead with the owners that are known already: a thousand entries of one account share its name.
func decodeHeadWith(b []byte, owners map[string]string) (h head, err error) {
	if len(b) == 0 {
		return h, errPayload
	}
	if b[0] != headVersion {
		return h, fmt.Errorf("%w: head of version %d", ErrNewer, b[0])
	}
	if len(b) < headFixed+4 {
		return h, errPayload
	}
	h.kind = kind(b[1])
	h.removed = b[2]&flagRemoved != 0
	h.hasBody = b[2]&flagBody != 0
	h.revision = binary.BigEndian.Uint32(b[3:])
	h.position = binary.BigEndian.Uint32(b[7:])
	h.when = int64(binary.BigEndian.Uint64(b[11:]))
	h.bodySeq = binary.BigEndian.Uint64(b[19:])
	copy(h.bodyTag[:], b[27:])
	rest := b[headFixed:]
	owner, rest, err := cutField(rest)
	if err != nil {
		return h, err
	}
	name, rest, err := cutField(rest)
	if err != nil {
		return h, err
	}
	h.name = string(name)
	if known, ok := owners[string(owner)]; ok {
		h.owner = known
	} else if h.owner = string(owner); owners != nil {
		owners[h.owner] = h.owner
	}
	if len(rest) > 0 {
		h.extra = rest
	}
	return h, nil
}

// cutField cuts length u16 ‖ field from the beginning of b.
func cutField(b []byte) (field, rest []byte, err error) {
	if len(b) < 2 {
		return nil, nil, errPayload
	}
	n := int(binary.BigEndian.Uint16(b))
	if len(b) < 2+n {
		return nil, nil, errPayload
	}
	return b[2 : 2+n], b[2+n:], nil
}

// A body's payload is
//
//	version u8 = 1 ‖ text length u32 ‖ text ‖ JSON of the rest to the end
//
// The text of an entry or a line stands alone, byte for byte, so that a search reads it without parsing JSON.
const bodyVersion = 1

func encodeBody(text string, rest any) ([]byte, error) {
	data, err := json.Marshal(rest)
	if err != nil {
		return nil, errors.New("record cannot be written as JSON") // json's error may quote a value
	}
	if len(text)+len(data) > maxPayload {
		return nil, ErrTooLarge
	}
	b := make([]byte, 0, 5+len(text)+len(data))
	b = append(b, bodyVersion)
	b = binary.BigEndian.AppendUint32(b, uint32(len(text)))
	return append(append(b, text...), data...), nil
}

// splitBody gives the two halves of a body's payload, without copying.
func splitBody(b []byte) (text, rest []byte, err error) {
	if len(b) == 0 {
		return nil, nil, errPayload
	}
	if b[0] != bodyVersion {
		return nil, nil, fmt.Errorf("%w: body of version %d", ErrNewer, b[0])
	}
	if len(b) < 5 {
		return nil, nil, errPayload
	}
	n := binary.BigEndian.Uint32(b[1:])
	if uint64(n) > uint64(len(b)-5) {
		return nil, nil, errPayload
	}
	return b[5 : 5+n], b[5+n:], nil
}

// decodeBody reads the rest of a body into v and gives the text.
func decodeBody(b []byte, v any) (text string, err error) {
	t, rest, err := splitBody(b)
	if err != nil {
		return "", err
	}
	if err := json.Unmarshal(rest, v); err != nil {
		return "", errPayload // json's error may quote what it read
	}
	return string(t), nil
}

func encodeEntry(e journal.Entry) ([]byte, error) {
	text := e.Text
	e.Text = ""
	return encodeBody(text, e)
}

func decodeEntry(b []byte) (e journal.Entry, err error) {
	text, err := decodeBody(b, &e)
	e.Text = text
	return e, err
}

func encodeLine(l journal.Line) ([]byte, error) {
	text := l.Text
	l.Text = ""
	return encodeBody(text, l)
}

func decodeLine(b []byte) (l journal.Line, err error) {
	text, err := decodeBody(b, &l)
	l.Text = text
	l.Locked = true
	return l, err
}

func entryHead(e journal.Entry) (head, error) {
	if e.ID == "" || e.Account == "" {
		return head{}, errors.New("entry without an id")
	}
	if e.Revision < 1 || uint64(e.Revision) > math.MaxUint32 || e.Position < 0 || uint64(e.Position) > math.MaxUint32 {
		return head{}, errors.New("entry with an impossible revision or position")
	}
	return head{
		ref:   ref{kindEntry, string(e.ID)},
		owner: string(e.Account), removed: !e.Removed.IsZero(),
		revision: uint32(e.Revision), position: uint32(e.Position), when: e.Recorded.UnixMilli(),
		extra: encodeFact(journal.FactOf(e)),
	}, nil
}

func accountHead(a journal.Account) (head, error) {
	if a.ID == "" {
		return head{}, errors.New("account without an id")
	}
	a.Telling = nil // a record of its own
	extra, err := json.Marshal(a)
	if err != nil {
		return head{}, errors.New("account cannot be written as JSON")
	}
	return head{ref: ref{kindAccount, string(a.ID)}, when: a.Started.UnixMilli(), extra: extra}, nil
}

func decodeAccount(h head) (a journal.Account, err error) {
	if err := json.Unmarshal(h.extra, &a); err != nil {
		return a, errPayload
	}
	return a, nil
}

// sameTelling compares what would be written.
func sameTelling(a, b journal.Telling) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
