package search

import "strings"

// Joins reports whether a word, folded, only joins others, in English or German: it says nothing of what a text is about.
func Joins(word string) bool { return joining[word] }

// joining are such words. Not among them is what an incident turns on: not, no, all, never, before, after, up, down, off.
var joining = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`
		a an the this that these those it its he she they them his her their we us our you your i me my mine s t d ll ve re m
		and or but if then than so as of to in on at by for from with about into onto is am are was were be been being do does did
		have has had will would can could should may might must there here what which who when where how some any also just very
		der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als wie ich mir mich mein meine er sie es
		wir uns ihr euch ihm ihn ihnen sein seine ihre ist bin bist sind war waren wird wurde werden habe hat hatte hatten haben
		zu zum zur im in am an auf bei mit von vom aus fur um uber unter dass da dort hier auch nur noch schon sehr man sich`) {
		set[w] = true
	}
	return set
}()
