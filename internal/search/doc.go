// Package search is what finding a line by its words means: the words of a text, a query over them, and where in the text
// it was met. It is pure; package vault answers a query by it, from an index or by opening every line, with one result.
//
// # Words
//
// A text is folded first: compatibility decomposition (NFKD), small letters, accents and other marks that people leave
// out dropped. A word is then a run of letters and digits; everything between is a gap. Scripts that are written without
// spaces (Chinese, Japanese, Korean, Thai and their like) have one word for each character, so that any part of a run is
// found. So is an emoji.
//
// # Queries
//
//	restart             words that begin so: restart, restarted, RESTARTS
//	restart*            the same; the mark is not needed
//	restart queue       both, anywhere in the line
//	db-3.eu             what is written together is looked for in this order, with nothing but gaps between: db 3 eu…
//	"the queue"         exactly these words, in this order
//	"read repl"*        exactly these words, the last of which may go on; so does an open quotation mark: "read repl
//	-"the queue"        lines without these words
//
// Of words no query is wrong. A Language adds filters, which say something of a line beside its words:
//
//	kind:action         a filter and its value, with no space between; capitals do not count
//	kind:"did not say"  a value with spaces, in quotation marks or with hyphens: kind:did-not-say
//	-kind:note          lines to which this does not apply
//
// Filters of different names must all apply, and of the same name one of them; a Filter that says Each must apply each
// time. What begins like no filter is words: http://x, foo:bar, "kind:action" in quotation marks; and so is a filter
// followed by a space, as in prose. A word with a hyphen before it is that word, because people look for what they typed
// into a shell: rm -rf.
//
// A filter with a value that it does not take is an *Error, which says where and what would do.
package search
