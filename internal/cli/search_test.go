package cli

import (
	"strings"
	"testing"

	"firsthand/internal/search"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("before it was quiet ", 20) + "the queue stood still" + strings.Repeat(" and nobody knew", 20)
	for _, c := range []struct{ text, query, want string }{
		{"restarted the queue", "queue", "restarted the [queue]"},
		{"one\ntwo\x1b[31m three", "two", "one [two] [31m three"},
		{long, "queue", "… before it was quiet before it was quiet the [queue] stood still and nobody knew and nobody knew and nobody knew and nobody knew and nobody knew and nobody knew …"},
		{strings.Repeat("記", 100) + "東京" + strings.Repeat("録", 100), "東京", "… " + strings.Repeat("記", 16) + "[東京]" + strings.Repeat("録", 35) + " …"},
		{"queue" + strings.Repeat(" of all", 40), "queue", "[queue]" + strings.Repeat(" of all", 22) + " …"},
		{strings.Repeat("x", 1000) + " queue", "queue", "… [queue]"},
	} {
		marks := search.Parse(c.query).Marks(c.text, 100)
		if got := excerpt(c.text, marks, "[", "]"); got != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.query, got, c.want)
		}
	}
}
