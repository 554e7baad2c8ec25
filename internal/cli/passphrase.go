package cli

import (
	"context"
	"errors"
	"fmt"
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
		s, err := p.secret(name)
		if err != nil {
			return "", err
		}
		return checkPassphrase(s)
	}
	if p.Prompt == nil {
		return "", home.ErrNoPassphrase
	}
	s, err := p.ask("Passphrase: ", home.ErrNoPassphrase)
	if err != nil {
		return "", err
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
	first, err := p.ask(question, errNoNewPassphrase)
	if err != nil {
		return "", err
	}
	return first, p.again(first)
}

// again asks for the same once more: nobody saw what was typed.
func (p *Program) again(first string) error {
	switch again, err := p.ask("Once more: ", home.ErrNoPassphrase); {
	case err != nil:
		return err
	case again != first:
		return errTypedTwice
	}
	return nil
}

// secret reads a passphrase from a file, or a pipe; one newline at its end is dropped.
func (p *Program) secret(name string) (string, error) {
	b, err := p.file(name, mostSecret)
	switch f := (*failure)(nil); {
	case errors.Is(err, context.Canceled), errors.As(err, &f):
		return "", err
	case err != nil:
		return "", fmt.Errorf("%w: %w", errPassphraseFile, err)
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(b), "\n"), "\r"), nil
}

// ask asks for a secret on the terminal; where nobody answers, the error is none.
func (p *Program) ask(question string, none error) (string, error) {
	s, err := p.Prompt(question)
	if err != nil && !errors.Is(err, context.Canceled) {
		err = none
	}
	return s, err
}

func checkPassphrase(s string) (string, error) {
	if s == "" {
		return "", home.ErrNoPassphrase
	}
	return s, nil
}
