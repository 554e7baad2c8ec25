package archive

import "strings"

// Consumed reports whether a word is part of a phrase that becomes a kind: such words need not stay in a text.
func Consumed(word string) bool { return consumed[strings.ToLower(word)] }

var consumed = map[string]bool{}

func init() {
	for _, phrases := range []map[string]bool{keys(kindWords), keys(partTitles)} {
		for p := range phrases {
			for w := range strings.FieldsSeq(p) {
				consumed[w] = true
			}
		}
	}
}

func keys[V any](m map[string]V) map[string]bool {
	out := map[string]bool{}
	for k := range m {
		out[k] = true
	}
	return out
}
