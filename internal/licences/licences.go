// Package licences holds the licences of all that is built into the program, as they were given.
package licences

import _ "embed"

// Text is one part after the other: what it is, then its licence, whole. It is made by the test of this package.
//
//go:embed licences.txt
var Text string
