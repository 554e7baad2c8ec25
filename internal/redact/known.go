package redact

import (
	"fmt"
	"slices"
	"strings"
)

// ParseNames reads a list of names that are always hidden, as a person would type it: one thing a line, its forms
// separated by commas, and before them, if wanted, its kind and a colon.
//
//	Priya Patel, pp
//	customer: Initech, Initech GmbH
//	host: blackbox
//	author: Ola Nordmann, ola
//
// Without a kind it is a person. "author" is the person who writes the journal. Empty lines and lines that begin
// with # are passed over. An error names the line, never its text.
func ParseNames(list string) ([]Known, error) {
	var out []Known
	number := 0
	for line := range strings.Lines(list) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k := Known{Kind: Person}
		if word, rest, ok := strings.Cut(line, ":"); ok {
			kind, author, known := namedKind(word)
			if !known {
				return nil, fmt.Errorf("line %d: no such kind", number)
			}
			k.Kind, k.Author, line = kind, author, rest
		}
		for form := range strings.SplitSeq(line, ",") {
			if form = strings.TrimSpace(form); form != "" {
				k.Forms = append(k.Forms, form)
			}
		}
		if len(k.Forms) == 0 {
			return nil, fmt.Errorf("line %d: no name", number)
		}
		out = append(out, k)
	}
	return out, nil
}

// FormatNames writes a list so that ParseNames reads it.
func FormatNames(list []Known) string {
	var b strings.Builder
	for _, k := range list {
		kind := string(k.Kind)
		if k.Author {
			kind = "author"
		}
		fmt.Fprintf(&b, "%s: %s\n", kind, strings.Join(k.Forms, ", "))
	}
	return b.String()
}

// namedKind is the kind that a word in a list of names stands for.
func namedKind(word string) (k Kind, author, ok bool) {
	switch word = strings.ToLower(strings.TrimSpace(word)); word {
	case "author", "me":
		return Person, true, true
	case "customer", "company", "organisation", "organization", "vendor":
		return Org, false, true
	case "service", "project":
		return Codename, false, true
	}
	if slices.Contains(Kinds, Kind(word)) {
		return Kind(word), false, true
	}
	return "", false, false
}
