package eval

import (
	"fmt"
	"io"
	"strings"
)

// Table writes a score: a line for each class, then the totals beside their aims.
func (s Score) Table(w io.Writer) {
	fmt.Fprintf(w, "%-10s %6s %13s %7s %10s %14s\n", "class", "marks", "auto or asked", "auto", "precision", "asked for none")
	for _, class := range Classes {
		if c := s.Per[class]; c != nil {
			c.line(w, class)
		}
	}
	s.All.line(w, "all")
	fmt.Fprintln(w)
	for _, f := range s.Figures() {
		if !f.Aimed {
			continue
		}
		word, relation := "", ">="
		if f.Most {
			relation = "<="
		}
		if f.short(f.Aim) {
			word = "   short of it"
		}
		fmt.Fprintf(w, "%-32s %6.1f   aim %s %g%s\n", f.Name, f.Value, relation, f.Aim, word)
	}
	fmt.Fprintf(w, "\n%d words; %d questions about %d words, %d of which identify nothing; %d of %d traps hidden;\n"+
		"%d of %d things have two pseudonyms, %d of %d pairs share one, %d of these are not asked about; %d questions whether two\n"+
		"are one, %d of them about two things; %.2f %% of the other text is hidden.\n",
		s.Words, s.Questions, s.All.Asked, s.All.Idle, s.Shut, s.Traps, s.Split, s.Groups, s.Merged, s.Pairs, s.Unasked, s.Doubts, s.Vain,
		100*float64(s.Hidden)/float64(max(1, s.Outside)))
}

func (c Count) line(w io.Writer, name string) {
	fmt.Fprintf(w, "%-10s %6d %13s %7s %10s %14d\n", name, c.Gold, percent(c.Found, c.Gold), percent(c.Sure, c.Gold), percent(c.Right, c.Certain), c.Idle)
}

// Line writes a score on one line, to set accounts beside each other; Head is the line above.
func (s Score) Line(w io.Writer, name string) {
	people := s.Per["person"]
	if people == nil {
		people = &Count{}
	}
	fmt.Fprintf(w, "%-26s %6d %13s %7s %10s %8s %6.1f %4d/%-4d %3d/%-3d\n", strings.TrimSuffix(name, ".txt"), s.All.Gold, percent(s.All.Found, s.All.Gold),
		percent(s.All.Sure, s.All.Gold), percent(s.All.Right, s.All.Certain), percent(people.Found, people.Gold), 1000*float64(s.All.Idle)/float64(max(1, s.Words)),
		s.Shut, s.Traps, s.Split, s.Merged)
}

// Head is the head of the lines of accounts.
const Head = "account                     marks auto or asked    auto  precision   people idle/k  traps    split/merged\n"

// Misses writes all that went wrong.
func (s Score) Misses(w io.Writer) {
	for _, list := range []struct {
		title string
		rows  []Miss
	}{
		{"neither hidden nor asked about", s.Leaks}, {"hidden, and on no mark", s.Wrong}, {"traps hidden", s.Trapped},
		{"asked about, and identifies nothing", s.Idle}, {"one thing, two pseudonyms", s.Parted}, {"two things, one pseudonym", s.Joined},
	} {
		fmt.Fprintf(w, "\n%s: %d\n", list.title, len(list.rows))
		for _, m := range list.rows {
			fmt.Fprintf(w, "  %s\n", m)
		}
	}
}

func percent(part, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(of))
}
