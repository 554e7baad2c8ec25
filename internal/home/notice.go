package home

import "fmt"

// A Notice is what a person has to know about the journal that was just opened.
type Notice struct {
	About Matter
	Count int    // of files, for Unreadable
	Place string // one of them
	Why   string // what is wrong with that one, in English
}

// Matter is what a notice speaks of.
type Matter string

// What there is to know.
const (
	Unreadable  Matter = "unreadable" // files in the inbox are no lines, and were left there
	DiskFull    Matter = "full"
	CannotWrite Matter = "readonly"
	BadDisk     Matter = "disk"
)

// String is the notice in one sentence, whatever the number of files.
func (n Notice) String() string {
	switch n.About {
	case DiskFull:
		return "The disk is full: everything here can be read, nothing can be added. Lines in the inbox wait until there is room."
	case CannotWrite:
		return "The journal's folder cannot be written to: everything in it can be read, nothing can be added."
	case BadDisk:
		return "The disk reports an error: what can be read is here. Copy the journal's folder to another disk."
	}
	if n.Count == 1 {
		return fmt.Sprintf("A file in the inbox could not be read and was left where it is: %s (%s).", n.Place, n.Why)
	}
	return fmt.Sprintf("%d files in the inbox could not be read and were left where they are, such as %s (%s).", n.Count, n.Place, n.Why)
}
