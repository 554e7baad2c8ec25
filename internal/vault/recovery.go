package vault

import (
	"fmt"
	"strings"
	"unicode"

	"filippo.io/age"
)

// ParseRecovery reads a recovery key as a person types it: in any case, with spaces and line breaks.
// What is not one, or has a typing mistake (the key carries a checksum), is ErrWrongKey.
func ParseRecovery(key string) (*age.X25519Identity, error) {
	key = strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, key))
	identity, err := age.ParseX25519Identity(key)
	if err != nil {
		// age's error would repeat what was typed.
		return nil, fmt.Errorf("%w: the recovery key is incomplete or mistyped", ErrWrongKey)
	}
	return identity, nil
}

// newRecovery makes a recovery key and its recipient.
func newRecovery() (key, recipient string, err error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return "", "", err
	}
	return identity.String(), identity.Recipient().String(), nil
}
