package app

import "firsthand/internal/home"

// Strength is how hard a passphrase is to guess.
type Strength struct {
	Bits   int        `json:"bits"`
	Enough bool       `json:"enough"`
	Level  home.Level `json:"level"`
}

// Secured is a journal under a passphrase, open, and its recovery key: shown once, kept nowhere.
type Secured struct {
	Start    Start  `json:"start"`
	Recovery string `json:"recovery"`
}
