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

// Spot is where somebody was in the journal: the account, and the line if one was open.
type Spot struct {
	Account string `json:"account"`
	Entry   string `json:"entry"`
}
