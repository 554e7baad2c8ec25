package home

import "firsthand/internal/vault"

// Strength is how hard a passphrase is to guess.
type Strength struct {
	Bits   float64
	Enough bool
	Level  Level
}

// Level is a strength in a word.
type Level string

// The levels of strength.
const (
	None   Level = "none"   // nothing was typed
	Poor   Level = "poor"   // a list of passwords has it
	Fair   Level = "fair"   // a determined guesser gets it
	Good   Level = "good"   // enough
	Strong Level = "strong" // more than enough
)

// StrengthOf measures a passphrase.
func StrengthOf(passphrase string) Strength {
	s := Strength{Bits: vault.Strength(passphrase)}
	s.Enough = passphrase != "" && s.Bits >= vault.EnoughBits
	switch {
	case passphrase == "":
		s.Level = None
	case s.Bits < vault.EnoughBits*0.6:
		s.Level = Poor
	case !s.Enough:
		s.Level = Fair
	case s.Bits < vault.EnoughBits*1.4:
		s.Level = Good
	default:
		s.Level = Strong
	}
	return s
}

// Phrase draws a passphrase of six words by lot.
func Phrase() string { return vault.Phrase() }
