package cli

import (
	"fmt"
	"os"
	"strings"

	"firsthand/internal/home"
)

// passphrase reads the passphrase from the file that was named, or asks for it. It never comes from an argument,
// which other people on the machine could read.
func (p *Program) passphrase() (string, error) {
	name := p.passphraseFile
	if name == "" {
		name = p.Getenv(PassphraseFileEnv)
	}
	if name != "" {
		b, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("%w: %w", errPassphraseFile, err)
		}
		return checkPassphrase(strings.TrimSuffix(strings.TrimSuffix(string(b), "\n"), "\r"))
	}
	if p.Prompt == nil {
		return "", home.ErrNoPassphrase
	}
	s, err := p.Prompt("Passphrase: ")
	if err != nil {
		return "", home.ErrNoPassphrase
	}
	return checkPassphrase(s)
}

// newPassphrase is a passphrase that is to be set: on a terminal it is asked for twice.
func (p *Program) newPassphrase() (string, error) {
	first, err := p.passphrase()
	if err != nil || p.passphraseFile != "" || p.Getenv(PassphraseFileEnv) != "" {
		return first, err
	}
	again, err := p.Prompt("Once more: ")
	if err != nil {
		return "", home.ErrNoPassphrase
	}
	if again != first {
		return "", errTypedTwice
	}
	return first, nil
}

func checkPassphrase(s string) (string, error) {
	if s == "" {
		return "", home.ErrNoPassphrase
	}
	return s, nil
}
