package journal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
)

// The lines of a release have ids in files for tools. They may say nothing: not which entry a line is, nor that two
// releases hold the same one. So they are made of a seed, random and new for every release, that is kept with it in the
// sealed journal, and of the line's number. The same release again has the same ids, and so the same bytes.
const seedSize = 32

// seed is the seed of the release with that fingerprint: the one that it left with, or the one of this session, or a new
// one.
func (j *Journal) seed(fingerprint string, earlier []Release) (string, error) {
	for _, r := range earlier {
		if r.Fingerprint == fingerprint && r.Seed != "" {
			return r.Seed, nil
		}
	}
	j.seeding.Lock()
	defer j.seeding.Unlock()
	if s, ok := j.seeds[fingerprint]; ok {
		return s, nil
	}
	b := make([]byte, seedSize)
	if _, err := io.ReadFull(j.random, b); err != nil {
		return "", fmt.Errorf("make ids of lines: %w", err)
	}
	if j.seeds == nil {
		j.seeds = map[string]string{}
	}
	j.seeds[fingerprint] = hex.EncodeToString(b)
	return j.seeds[fingerprint], nil
}

// lineID is the id of the line with that number: 16 bytes of HMAC-SHA256 of the number under the seed, in hex.
func lineID(seed string, number int) string {
	h := hmac.New(sha256.New, []byte(seed))
	h.Write(binary.BigEndian.AppendUint64(nil, uint64(number)))
	return hex.EncodeToString(h.Sum(nil)[:16])
}
