package redact

import "testing"

// A word for lengths of time makes one of what follows it at once, and leaves a time of the day one.
func TestLengthBefore(t *testing.T) {
	for line, want := range map[string]bool{
		"lag ": true, "the lag was ": true, "took ": true, "| elapsed | ": true, "duration: ": true, "uptime of ": true,
		"lag; ": false, "lag at ": false, "replication lag 4,217,933 rows; ": false, "the delay, then ": false, "it ran until ": false, "": false,
	} {
		if got := lengthBefore(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
