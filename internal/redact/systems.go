package redact

import (
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

const (
	// maxSystems is how many names of one text count: a listing of a whole fleet is about none of its machines.
	maxSystems = 12
	// maxSystemText is how much of a text is looked through for them, in bytes: what a person types is shorter, a pasted
	// log is not.
	maxSystemText = 32 << 10
)

// Systems are the machines and services that a text names, as far as their names alone tell: db-3, web01, a host of an
// own network. In lower case, a full name by its first part where that is a machine's own, in order of appearance, each
// once, at most a dozen. It is far quicker than Examine, knows nothing of the rest of an account, and decides about
// nothing that leaves.
func Systems(text string) (names []string) {
	text = text[:min(len(text), maxSystemText)]
	for at := 0; at < len(text) && len(names) < maxSystems; at++ {
		if !systemByte(text[at]) {
			continue
		}
		from, telling := at, false // without a digit, a dash or a dot a word names no machine by itself
		for ; at < len(text) && systemByte(text[at]); at++ {
			telling = telling || text[at] <= '9'
		}
		if !telling || at < len(text) && text[at] >= 0x80 || from > 0 && text[from-1] >= 0x80 || at < len(text) && text[at] == '@' || from > 0 && text[from-1] == '@' {
			continue
		}
		if name := system(strings.ToLower(strings.Trim(text[from:at], "-._"))); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// systemByte says whether a name of a machine may hold c.
func systemByte(c byte) bool {
	return c == '-' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// system is the name under which a machine is counted; empty where t is none.
func system(t string) string {
	if len(t) < 3 || len(t) > longestDomain || !hasLetter(t) || strings.Contains(t, "_") || strings.Contains(t, "..") {
		return ""
	}
	first, rest, dotted := strings.Cut(t, ".")
	if !dotted {
		if hostName(t) == sure {
			return t
		}
		return ""
	}
	last := rest[strings.LastIndexByte(rest, '.')+1:]
	if !innerTLD[last] && !(sureTLD[last] && strings.Count(t, ".") > 1) || publicHost(t) || localHost(t) {
		return ""
	}
	if machineName(first) {
		return first
	}
	return t
}

// NamesPerson says whether a short text, such as one of several names with commas between, reads as the name of a person.
func NamesPerson(name string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	key := lexicon.Fold(first)
	return lexicon.Given(key) && !lexicon.Word(key) && !lexicon.Product(key)
}
