package uitest

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"unicode/utf16"
)

// Sweep returns every file under the folders that holds the canary, in UTF-8 or in UTF-16 of either byte order, which
// is how a web view would write it, in its contents or in its name.
func Sweep(canary string, folders ...string) (found []string, err error) {
	units := utf16.Encode([]rune(canary))
	little, big := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	for _, u := range units {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, needle := range [][]byte{[]byte(canary), little, big} {
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
