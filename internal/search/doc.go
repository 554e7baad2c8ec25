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
//	restart queue       both, anywhere in the line
//	db-3.eu             what is written together is looked for in this order, with nothing but gaps between: db 3 eu…
//	"the queue"         exactly these words, in this order
//	"read repl"*        exactly these words, the last of which may go on; so does an open quotation mark: "read repl
//
// Nothing else has a meaning, and no query is wrong.
package search
