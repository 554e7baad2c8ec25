package journal

import (
	"encoding/base32"
	"fmt"
	"io"
)

// crockford leaves out i, l, o and u, which a tired hand confuses.
var crockford = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID returns a random identifier of 128 bits: 26 lower-case characters.
func NewID(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make an identifier: %w", err)
	}
	return crockford.EncodeToString(b[:]), nil
}
