package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// A card is what the folder says in the clear, in the file inbox.key, so that a line can be sealed
// and the right key be asked for while another program holds the journal:
//
//	"firsthand/inbox1"[16] ‖ vault id[16] ‖ schema version u32 ‖ ways u8 ‖ zero[3] ‖ public key[32] ‖ SHA-256 of all before[32]
//
// ways: 1 passphrase, 2 device key, 4 recovery key. Nothing here is secret, and nothing is trusted:
// unlocking compares it with the sealed copy. The checksum notices a flipped bit before a line is sealed to no one.
type card struct {
	vault  ID
	schema uint32
	ways   byte
	public []byte
}

const (
	cardFormat = "firsthand/inbox1"
	cardBody   = 16 + 16 + 4 + 1 + 3 + 32
	cardSize   = cardBody + sha256.Size

	wayPassphrase = 1
	wayDevice     = 2
	wayRecovery   = 4
)

func (c card) encode() []byte {
	b := append([]byte(cardFormat), c.vault[:]...)
	b = binary.BigEndian.AppendUint32(b, c.schema)
	b = append(b, c.ways, 0, 0, 0)
	b = append(b, c.public...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

func decodeCard(b []byte) (c card, err error) {
	broken := false
	if len(b) == cardSize {
		sum := sha256.Sum256(b[:cardBody])
		broken = !bytes.Equal(sum[:], b[cardBody:])
	}
	switch {
	case broken: // the number of the format may be what has changed
		return c, damaged(PartInboxKey, "checksum")
	case len(b) >= 16 && string(b[:15]) == cardFormat[:15] && b[15] > cardFormat[15] && b[15] <= '9':
		return c, fmt.Errorf("%w: inbox key", ErrNewer)
	case len(b) != cardSize:
		return c, damaged(PartInboxKey, "wrong length")
	case string(b[:16]) != cardFormat:
		return c, damaged(PartInboxKey, "not an inbox key")
	}
	copy(c.vault[:], b[16:])
	c.schema = binary.BigEndian.Uint32(b[32:])
	c.ways = b[36]
	c.public = bytes.Clone(b[40:72])
	return c, nil
}

// readCard reads the card of the journal in dir; a missing one is damage.
func readCard(dir string) (card, error) {
	b, err := readUpTo(filepath.Join(dir, cardFile), cardSize+1)
	if errors.Is(err, fs.ErrNotExist) {
		return card{}, damaged(PartInboxKey, "missing")
	}
	if errors.Is(err, ErrOdd) {
		return card{}, damaged(PartInboxKey, "not a file")
	}
	if err != nil {
		return card{}, explain("read inbox key", err)
	}
	return decodeCard(b)
}

func writeCard(dir string, c card) error {
	return explain("write inbox key", writeFile(dir, cardFile, c.encode()))
}
