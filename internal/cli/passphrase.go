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
		s, err := readSecret(name)
		if err != nil {
			return "", err
		}
		return checkPassphrase(s)
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
	return first, p.again(first)
}

// twice asks for a passphrase that is to be set.
func (p *Program) twice(question string) (string, error) {
	first, err := p.Prompt(question)
	if err != nil {
		return "", errNoNewPassphrase
	}
	return first, p.again(first)
}

// again asks for the same once more: nobody saw what was typed.
func (p *Program) again(first string) error {
	switch again, err := p.Prompt("Once more: "); {
	case err != nil:
		return home.ErrNoPassphrase
	case again != first:
		return errTypedTwice
	}
	return nil
}

// readSecret reads a passphrase from a file; one newline at its end is dropped.
func readSecret(file string) (string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("%w: %w", errPassphraseFile, err)
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(b), "\n"), "\r"), nil
}

func checkPassphrase(s string) (string, error) {
	if s == "" {
		return "", home.ErrNoPassphrase
	}
	return s, nil
}
