package vault

import (
	"strings"
	"unicode"

	"filippo.io/age"
)

// ParseRecovery reads a recovery key as a person types it: in any case, with spaces and line breaks, with whatever
// dash the keyboard has. What is not one, or has a typing mistake (the key carries a checksum), is ErrMistyped.
func ParseRecovery(key string) (*age.X25519Identity, error) {
	key = strings.ToUpper(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case unicode.Is(unicode.Pd, r):
			return '-'
		}
		return r
	}, key))
	identity, err := age.ParseX25519Identity(key)
	if err != nil {
		return nil, ErrMistyped // age's error would repeat what was typed
	}
	return identity, nil
}

// DrawRecovery makes a recovery key. It opens nothing until SetRecovery has set it: who is to keep it can prove first
// that they have it.
func DrawRecovery() (string, error) {
	key, _, err := newRecovery()
	return key, err
}

// newRecovery makes a recovery key and its recipient.
func newRecovery() (key, recipient string, err error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return "", "", err
	}
	return identity.String(), identity.Recipient().String(), nil
}
