package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A device key lies outside the journal's folder, in a file named by the vault id:
//
//	"firsthand/device"[16] ‖ version u8 = 1 ‖ zero[7] ‖ vault id[16] ‖ key[32] ‖ start of SHA-256 of all before[8]
//
// Whoever uses this login can read it, hence the journal, until a passphrase is set.
const (
	deviceFormat = "firsthand/device"
	deviceBody   = 16 + 8 + 16 + keySize
	deviceSize   = deviceBody + 8
)

// DeviceFile is the path of a journal's device key in dir.
func DeviceFile(dir string, vault ID) string { return filepath.Join(dir, vault.String()+".key") }

func encodeDevice(vault ID, key []byte) []byte {
	b := append([]byte(deviceFormat), 1, 0, 0, 0, 0, 0, 0, 0)
	b = append(append(b, vault[:]...), key...)
	sum := sha256.Sum256(b)
	return append(b, sum[:8]...)
}

func decodeDevice(b []byte, vault ID) ([]byte, error) {
	if len(b) > 16 && string(b[:16]) == deviceFormat && b[16] > 1 {
		return nil, ErrNewer
	}
	if len(b) != deviceSize || string(b[:16]) != deviceFormat {
		return nil, damaged(PartDeviceKey, "not a device key")
	}
	if sum := sha256.Sum256(b[:deviceBody]); !bytes.Equal(sum[:8], b[deviceBody:]) {
		return nil, damaged(PartDeviceKey, "checksum")
	}
	if !bytes.Equal(b[24:40], vault[:]) {
		return nil, damaged(PartDeviceKey, "of another journal")
	}
	return bytes.Clone(b[40:deviceBody]), nil
}

func readDevice(dir string, vault ID) ([]byte, error) {
	b, err := readUpTo(DeviceFile(dir, vault), deviceSize+1)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoDeviceKey
	}
	if errors.Is(err, ErrOdd) {
		return nil, damaged(PartDeviceKey, "not a file")
	}
	if err != nil {
		return nil, explain("read device key", err)
	}
	defer clear(b)
	return decodeDevice(b, vault)
}

func writeDevice(dir string, vault ID, key []byte) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return explain("make folder for the device key", err)
	}
	b := encodeDevice(vault, key)
	defer clear(b)
	return explain("write device key", writeFile(dir, filepath.Base(DeviceFile(dir, vault)), b))
}

// removeDevice overwrites the key before it takes the name away; a disk may keep older blocks all the same.
func removeDevice(dir string, vault ID) error {
	path := DeviceFile(dir, vault)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && info.Mode().IsRegular() { // a pipe would block for ever; what a link names is not ours
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			f.Write(make([]byte, deviceSize))
			f.Sync()
			f.Close()
		}
	}
	if err := os.Remove(path); err != nil {
		return explain("remove device key", err)
	}
	return explain("remove device key", syncFolder(dir))
}
