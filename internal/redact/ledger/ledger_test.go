package ledger

import "testing"

// TestHold checks that what was asked holds while every answer is the same, and no longer.
func TestHold(t *testing.T) {
	var (
		b Book[string]
		c Counts
		n Notes
	)
	b.Fill(func(m map[string]string) { m["marble"] = "host" })
	c.Fill(func(m map[string]int) { m["marble"] = 3 })
	if b.Ask(&n, "marble") != "host" || b.Ask(&n, "slate") != "" || !c.AtLeast(&n, "marble", 2) || c.AtLeast(&n, "marble", 4) || b.More(&n, 1) {
		t.Fatal("asked in vain")
	}
	for _, k := range []struct {
		name  string
		of    map[string]string
		times int
		hold  bool
	}{
		{"the same", map[string]string{"marble": "host"}, 3, true},
		{"another entry that nobody asked about, and one too many", map[string]string{"marble": "host", "granite": "host"}, 3, false},
		{"another answer", map[string]string{"marble": "codename"}, 3, false},
		{"no answer", map[string]string{"granite": "host"}, 3, false},
		{"an answer where there was none", map[string]string{"slate": ""}, 3, false},
		{"another number that answers alike", map[string]string{"marble": "host"}, 2, true},
		{"a number that answers otherwise", map[string]string{"marble": "host"}, 4, false},
	} {
		b.Fill(func(m map[string]string) {
			for w, v := range k.of {
				m[w] = v
			}
		})
		c.Fill(func(m map[string]int) { m["marble"] = k.times })
		if n.Hold() != k.hold {
			t.Errorf("%s: holds is %v", k.name, !k.hold)
		}
	}
}

// TestTell checks that a text reads what those before it told, that what it told itself is no question, and that it is told
// again.
func TestTell(t *testing.T) {
	var b Book[bool]
	var first, second Notes
	b.Tell(&first, "marble", true)
	if !b.Ask(&first, "marble") || !b.Ask(&second, "marble") || b.More(&first, 1) {
		t.Fatal("what was told is not known")
	}
	b.Fill(func(map[string]bool) {})
	if !first.Hold() {
		t.Error("a text's own words are a question")
	}
	if second.Hold() {
		t.Error("what an earlier text told is no question")
	}
	first.Retell()
	if !second.Hold() {
		t.Error("it was not told again")
	}
	first.Empty()
	if b.Fill(func(map[string]bool) {}); !first.Hold() || second.Hold() {
		t.Error("emptied notes still ask")
	}
}
