package markdown

import (
	"regexp"
	"strings"

	"firsthand/internal/report"
)

// live is what GitHub, GitLab and others make links, pictures or messages to somebody of, after they have read Markdown, so
// that no backslash keeps them from it: addresses, @somebody, #12 !12 GH-12, :rocket:. In code they leave it alone.
var live = regexp.MustCompile(`(?i)(?:https?|ftp|mailto):/?/?[^\s]|\bwww\.[^\s]|[^\s@]@[^\s@]+\.[^\s@]|(?:^|[^\p{L}\p{N}_])@[a-z0-9_]` +
	`|(?:^|[^\p{L}\p{N}_&])[#!][0-9]|\bGH-[0-9]|:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:|:(?:100|\+1|-1|1234):`)

// isLive reports whether something is live in a text. Nearly every text lacks the marks of it.
func isLive(s string) bool {
	if !strings.ContainsAny(s, "@:#!") {
		if low := strings.ToLower(s); !strings.Contains(low, "www.") && !strings.Contains(low, "gh-") {
			return false
		}
	}
	return live.MatchString(s)
}

// word is a run without spaces.
var word = regexp.MustCompile(`[^ \x{a0}]+`)

// inert puts words that are live into code, where they are only text.
func inert(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, r := range in {
		if r.Mono || r.Break || !isLive(r.Text) {
			out = append(out, r)
			continue
		}
		put := func(s string, mono bool) {
			if s != "" {
				piece := r
				piece.Text, piece.Mono = s, mono
				out = append(out, piece)
			}
		}
		at := 0
		for _, w := range word.FindAllStringIndex(r.Text, -1) {
			from, to := w[0], w[1]
			if !isLive(r.Text[from:to]) {
				continue
			}
			bare := strings.TrimRight(strings.TrimLeft(r.Text[from:to], "(\"'"), ".,;!?)\"'")
			if live.MatchString(bare) {
				from += strings.Index(r.Text[from:to], bare)
				to = from + len(bare)
			}
			put(r.Text[at:from], false)
			put(r.Text[from:to], true)
			at = to
		}
		put(r.Text[at:], false)
	}
	return out
}
