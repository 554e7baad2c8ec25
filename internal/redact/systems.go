package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if !telling || before == '@' || after == '@' || unicode.IsLetter(before) || unicode.IsLetter(after) {
			continue // part of a word, or of an address
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
		if hostName(t) == sure && !regionOrTicket(t) {
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

// regionOrTicket says whether a name reads as a region of a cloud, eu-south-2, or as a ticket, ops-9034.
func regionOrTicket(t string) bool {
	parts := strings.Split(t, "-")
	last := parts[len(parts)-1]
	switch parts[0] {
	case "eu", "us", "ap", "sa", "ca", "me", "af", "cn", "il", "mx", "europe", "asia", "australia", "northamerica", "southamerica", "africa":
		return len(parts) == 3 && len(last) <= 2
	}
	return len(parts) == 2 && len(last) >= 4 && strings.Trim(last, "0123456789") == ""
}

// NamesPerson says whether a short text, such as one of several names with commas between, reads as the name of a person.
func NamesPerson(name string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	key := lexicon.Fold(first)
	return lexicon.Given(key) && !lexicon.Word(key) && !lexicon.Product(key)
}
