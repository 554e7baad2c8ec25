package redact

import (
	"strings"
	"unicode"

	"firsthand/internal/redact/lexicon"
	"firsthand/internal/redact/recent"
)

// What strays are made of.

// A straySort is what a stray is made of.
type straySort int

const (
	strayNone   straySort = iota // can be no name
	strayWord                    // an ordinary word, a product
	strayName                    // a name that people or places have
	strayOdd                     // letters that no list knows
	strayCode                    // letters and digits
	strayNumber                  // four digits and more
)

// sort is the sort of a word.
func (p *strayPlace) sort() straySort {
	return straySorts.Of(p.raw, func(raw string) straySort { return strayOf(raw, lower(raw)) })
}

var straySorts recent.Answers[straySort]

// strayOf is the sort of a word, as written and in lower case.
func strayOf(raw, w string) straySort {
	digits, letters, upper := 0, 0, 0
	for _, c := range raw {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case unicode.IsLetter(c):
			letters++
			if unicode.IsUpper(c) {
				upper++
			}
		}
	}
	switch {
	case letters == 0:
		if digits > 3 && digits == len(w) && !yearLike(w) && !round(w) {
			return strayNumber
		}
		return strayNone
	case functionWords["de"][foldName(w)] || functionWords["xx"][foldName(w)]:
		return strayNone
	case closedClass[w] || ownWords[w] || technical[w] || shapeTerms[w] || littleWords[w] || logLevel[w] || genericHosts[w] || genericUsers[w] || versionWord(w) || knownCapitals[w] || stateWords[w] || lexicon.Acronym(strings.ToUpper(w)):
		return strayNone
	case digits > 0:
		head := strings.Trim(strings.TrimRight(w, "0123456789"), "-_")
		if standard(raw) || messageID(raw) || len(w) > 5 && technical[w[:4]] || isDigit(w[0]) && looksLikeAmount(w) || hexadecimal(w) && digits > 2 || product(w) || plainStarts[head] || shapeTerms[head] || numberedTerms[head] && digits < 4 || versionPart(head) || len(head) > 1 && knownWord(head) || regionPattern.MatchString(w) {
			return strayNone
		}
		return strayCode
	case strings.ContainsAny(w, "-_"):
		switch compoundSort(w) {
		case sortOdd:
			return strayOdd
		case sortWord:
			return strayWord
		}
		return strayNone
	case product(w) || lexicon.Word(w) || lexicon.GermanWord(foldName(w)) || lexicon.ForeignWord(foldName(w)) || machineWords[w] || usedNever[w]:
		return strayWord
	case lexicon.Given(w) || lexicon.Family(w) || lexicon.Place(w):
		return strayName
	}
	return strayOdd
}

// standard says whether a word is the name of a standard or a measure with its version: DVB-S2, MTU-9000.
func standard(raw string) bool {
	first, rest, ok := strings.Cut(raw, "-")
	known := lexicon.Acronym(strings.ToUpper(first)) || notTicket[strings.ToUpper(first)] || product(strings.ToLower(first))
	return ok && (known && len(rest) < 5 || len(rest) < 3 && hasDigit(rest) && !hasDigit(first) && raw == strings.ToUpper(raw) && len(first) < 4)
}

// published says whether a word is a number that a public register gave out: CVE-2020-1472.
func published(w string) bool {
	head, _, ok := strings.Cut(w, "-")
	return ok && registers[head]
}

// registers are the heads of such numbers.
var registers = wordSet("cve cwe cpe cnvd ghsa rhsa rhba rhea usn dsa dla alas elsa xsa vu jvn jvndb rustsec pysec osv bdu euvd rfc bcp std iso iec pep jep jsr bip eip kep")

// messageID says whether letters and digits are what a mainframe calls its messages and abends: IEF450I, S0C7.
func messageID(raw string) bool {
	if severityCode.MatchString(raw) || facilityCode.MatchString(raw) {
		return true
	}
	letters := strings.TrimRight(raw, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	number := strings.TrimLeft(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	head := len(letters) - len(number)
	tail := raw[len(letters):]
	return head == 3 && len(number) > 2 && len(number) < 6 && strings.Trim(number, "0123456789") == "" && len(tail) == 1 && strings.Contains("IAEWDS", tail) ||
		len(raw) == 4 && (raw[0] == 'S' || raw[0] == 'U') && isDigit(raw[1]) || len(raw) == 5 && raw[0] == 'U' && head == 1 && len(number) == 4
}

// yearLike says whether digits may be a year.
func yearLike(d string) bool {
	return len(d) == 4 && (d[:2] == "19" || d[:2] == "20")
}

// commonName says whether a word is one that things of everybody are called as well.
func commonName(w string) bool {
	return machineWords[w] || shapeTerms[w] || technical[w] || usedNever[w] || plainValue[w] || genericLogins[w] || thingNouns[w] || stateWords[w] || closedClass[w] || usualFolders[w]
}
