package archive

import (
	"regexp"
	"strings"

	"firsthand/internal/journal"
)

// A shape is what a block of a hand-written text is.
type shape int

const (
	paragraph shape = iota
	item            // of a list, with everything nested in it; its marker is gone
	numbered        // an item of a numbered list
	code            // fenced or indented, whole
	table
	quote
	title
)

// A block is a stretch of a hand-written text that stays together.
type block struct {
	shape  shape
	text   string // as written; of a title, without its signs
	level  int    // of a title
	raw    string // of a title, as written
	joined bool   // no blank line parts it from the block before
}

var (
	fenceLine  = regexp.MustCompile("^ {0,3}(`{3,}[^`]*|~{3,}.*)$")
	titleLine  = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	ruleLine   = regexp.MustCompile(`^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	underline  = regexp.MustCompile(`^ {0,3}(?:=+|-{2,})[ \t]*$`)
	bulletLine = regexp.MustCompile(`^( {0,3}(?:[-*•–][ \t]+|\d{1,9}[.)][ \t]+))\S`)
	tableRule  = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$`)
)

// A splitter cuts lines into blocks. It looks at every line a bounded number of times.
type splitter struct {
	lines  []string
	i      int
	blocks []block
}

func split(text string) []block {
	s := splitter{lines: strings.Split(text, "\n")}
	for s.i < len(s.lines) {
		s.next()
	}
	return s.blocks
}

func (s *splitter) add(k shape, from int, lines []string) {
	s.blocks = append(s.blocks, block{shape: k, text: strings.Join(lines, "\n"), joined: from > 0 && !blank(s.lines[from-1])})
}

func (s *splitter) next() {
	from, line := s.i, s.lines[s.i]
	switch {
	case blank(line):
		s.i++
	case plain(line):
		s.paragraph()
	case fenceLine.MatchString(line):
		s.i = s.fenceEnd(s.i)
		s.add(code, from, s.lines[from:s.i])
	case titleLine.MatchString(line):
		s.i++
		m := titleLine.FindStringSubmatch(line)
		s.blocks = append(s.blocks, block{shape: title, text: m[2], level: len(m[1]), raw: strings.TrimSpace(line)})
	case ruleLine.MatchString(line):
		s.i++ // a rule says nothing
	case indent(line) >= 4:
		s.indented()
	case s.tableAt(s.i):
		for s.i++; s.i < len(s.lines) && strings.Contains(s.lines[s.i], "|"); s.i++ {
		}
		s.add(table, from, s.lines[from:s.i])
	case strings.HasPrefix(strings.TrimLeft(line, " "), ">"):
		for s.i++; s.i < len(s.lines) && !blank(s.lines[s.i]) && !s.interrupts(s.i); s.i++ {
		}
		s.add(quote, from, s.lines[from:s.i])
	case s.itemAt(s.i):
		s.item()
	default:
		s.paragraph()
	}
}

func (s *splitter) paragraph() {
	from := s.i
	for s.i++; s.i < len(s.lines) && !blank(s.lines[s.i]); s.i++ {
		if !plain(s.lines[s.i]) && underline.MatchString(s.lines[s.i]) {
			if s.i == from+1 {
				level := 2
				if strings.Contains(s.lines[s.i], "=") {
					level = 1
				}
				s.blocks = append(s.blocks, block{shape: title, text: strings.TrimSpace(s.lines[from]), level: level,
					raw: strings.Repeat("#", level) + " " + strings.TrimSpace(s.lines[from])})
				s.i++
				return
			}
			break
		}
		if s.interrupts(s.i) {
			break
		}
	}
	s.add(paragraph, from, s.lines[from:s.i])
}

// interrupts reports whether line i begins a block of its own even right below other text.
func (s *splitter) interrupts(i int) bool {
	line := s.lines[i]
	if plain(line) || indent(line) >= 4 {
		return false
	}
	if m := bulletLine.FindStringSubmatch(line); m != nil {
		marker := strings.TrimSpace(m[1])
		if marker == "1." || marker == "1)" || len(marker) == 1 || marker == "•" || marker == "–" {
			return true
		}
	}
	return fenceLine.MatchString(line) || titleLine.MatchString(line) || ruleLine.MatchString(line) || s.tableAt(i)
}

func (s *splitter) tableAt(i int) bool {
	line := s.lines[i]
	if !strings.Contains(line, "|") {
		return false
	}
	return strings.HasPrefix(strings.TrimSpace(line), "|") || i+1 < len(s.lines) && tableRule.MatchString(s.lines[i+1])
}

// fenceEnd is the line behind the fence that begins at line i; one that never closes reaches to the end.
func (s *splitter) fenceEnd(i int) int {
	open := strings.TrimLeft(s.lines[i], " \t")
	sign := open[:1]
	width := len(open) - len(strings.TrimLeft(open, sign))
	for i++; i < len(s.lines); i++ {
		l := strings.TrimSpace(s.lines[i])
		if len(l) >= width && strings.Trim(l, sign) == "" {
			return i + 1
		}
	}
	return i
}

func (s *splitter) indented() {
	from, end := s.i, s.i+1
	for s.i = end; s.i < len(s.lines); s.i++ {
		if blank(s.lines[s.i]) {
			continue
		}
		if indent(s.lines[s.i]) < 4 {
			break
		}
		end = s.i + 1
	}
	s.i = end
	s.add(code, from, s.lines[from:end])
}

// itemAt reports whether line i begins an item. A number alone is none: "7. The last one" begins a sentence,
// unless it follows an item or is a 1.
func (s *splitter) itemAt(i int) bool {
	if plain(s.lines[i]) {
		return false
	}
	m := bulletLine.FindStringSubmatch(s.lines[i])
	if m == nil {
		return false
	}
	marker := strings.TrimSpace(m[1])
	if marker[0] < '0' || marker[0] > '9' || marker == "1." || marker == "1)" {
		return true
	}
	return len(s.blocks) > 0 && s.blocks[len(s.blocks)-1].shape == numbered
}

func (s *splitter) item() {
	from := s.i
	marker := bulletLine.FindStringSubmatch(s.lines[from])[1]
	kind, width := item, len(marker)
	if c := strings.TrimSpace(marker)[0]; c >= '0' && c <= '9' {
		kind = numbered
	}
	lines := []string{s.lines[from][width:]}
	s.i++
	for s.i < len(s.lines) {
		line := s.lines[s.i]
		if blank(line) {
			n := s.i
			for n < len(s.lines) && blank(s.lines[n]) {
				n++
			}
			if n == len(s.lines) || indent(s.lines[n]) < 2 {
				break
			}
			lines = append(lines, s.lines[s.i:n]...)
			s.i = n
			continue
		}
		if indent(line) >= 2 {
			end := s.i + 1
			if fenceLine.MatchString(strings.TrimLeft(line, " \t")) {
				end = s.fenceEnd(s.i)
			}
			for _, l := range s.lines[s.i:end] {
				lines = append(lines, dedent(l, width))
			}
			s.i = end
			continue
		}
		if s.interrupts(s.i) || s.itemAtSame(kind) || startsWithTime(line) {
			break
		}
		lines = append(lines, line)
		s.i++
	}
	s.add(kind, from, lines)
}

// itemAtSame reports whether the current line is the next of a numbered list.
func (s *splitter) itemAtSame(kind shape) bool {
	return kind == numbered && bulletLine.MatchString(s.lines[s.i])
}

func startsWithTime(line string) bool {
	_, _, ok := journal.LeadingWhen(line[:min(len(line), 100)])
	return ok
}

// plain reports whether a line begins like prose, and so begins nothing but a paragraph: most lines do.
func plain(line string) bool {
	c := strings.TrimLeft(line, " ")
	return len(line)-len(c) < 4 && c != "" && !strings.ContainsAny(c[:1], "`~#-*_=>|\t") && c[0] != 0xe2 /* • and – */ && !strings.Contains(line, "|") &&
		(c[0] < '0' || c[0] > '9' || !strings.ContainsAny(c[:min(len(c), 11)], ".)"))
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

// indent counts leading blanks, a tab as four.
func indent(line string) int {
	n := 0
	for _, c := range line {
		switch c {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// dedent takes up to n leading blanks off.
func dedent(line string, n int) string {
	for n > 0 && line != "" && (line[0] == ' ' || line[0] == '\t') {
		if line[0] == '\t' {
			n -= 3
		}
		line = line[1:]
		n--
	}
	return line
}
