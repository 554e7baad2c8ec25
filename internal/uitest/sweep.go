package uitest

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// disguises are the ways in which the canary could have been written: in UTF-8, in UTF-16 of either byte order, which is
// how a web view would, and the first in hexadecimal digits and in base64, wherever it begins there.
func disguises(canary string) (all [][]byte) {
	units := utf16.Encode([]rune(canary))
	little, big := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	for _, u := range units {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	digits := hex.EncodeToString([]byte(canary))
	all = [][]byte{[]byte(canary), little, big, []byte(digits), []byte(strings.ToUpper(digits))}
	for before := range 3 {
		padded := append(make([]byte, before), canary...)
		// A digit stands for six bits: the first ones and the last hold bits of what stands beside the canary.
		from, to := (before*8+5)/6, len(padded)*8/6
		for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding} {
			all = append(all, []byte(e.EncodeToString(padded)[from:to]))
		}
	}
	return all
}

// Sweep returns every file under the folders, and every one of the files, that holds the canary in any disguise, in its
// contents or in its name. What is gone meanwhile holds nothing.
func Sweep(canary string, folders ...string) (found []string, err error) {
	needles := disguises(canary)
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			b, err := os.ReadFile(path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			for _, needle := range needles {
				if bytes.Contains(b, needle) || bytes.Contains([]byte(path), needle) {
					found = append(found, path)
					break
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}
