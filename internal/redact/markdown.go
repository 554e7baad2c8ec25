package redact

import "strings"

// A block is a stretch of a source that is one thing to Markdown's block structure; prose is then read for its inline
// structure. Blocks are in order and cover the source.
type block struct {
	start, end int
	part       part
}

// blocks cuts a source into blocks. It knows as much of Markdown as decides what is hidden from view or literal:
// fences, indented code, front matter, comments, reference definitions. A run of prose ends at an empty line, so that
// emphasis and code spans end there too.
func blocks(src string) []block {
	s := blockScanner{src: src}
	s.frontMatter()
	for s.pos < len(src) {
		s.line()
	}
	return s.out
}

type blockScanner struct {
	src  string
	pos  int
	out  []block
	list int // column at which the content of the current list item begins; 0 outside a list
	// blank says whether the line before was empty or the end of a block: only then may indented code begin.
	blank  bool
	indent bool // the line before was indented code
	ended  bool // the current run of prose has ended

	endless bool // no comment ends in the rest of the text
}

// add puts src[pos:end] into a block, and joins it to the block before when both are the same part of one run.
func (s *blockScanner) add(end int, p part, join bool) {
	if n := len(s.out); join && n > 0 && s.out[n-1].part == p && s.out[n-1].end == s.pos {
		s.out[n-1].end = end
	} else if end > s.pos {
		s.out = append(s.out, block{s.pos, end, p})
	}
	s.pos, s.ended = end, false
}

// lineEnd is the offset after the line that begins at i, its line break included.
func lineEnd(src string, i int) int {
	if n := strings.IndexByte(src[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(src)
}

func (s *blockScanner) frontMatter() {
	s.blank = true
	if !strings.HasPrefix(s.src, "---\n") && !strings.HasPrefix(s.src, "---\r\n") {
		return
	}
	fields := 0
	for i, n := lineEnd(s.src, 0), 0; i < len(s.src) && n < 100; n++ {
		end := lineEnd(s.src, i)
		line := strings.TrimRight(s.src[i:end], "\r\n ")
		if line == "---" || line == "..." {
			if fields > 0 {
				s.add(end, unseen, false)
			}
			return
		}
		if strings.Contains(line, ":") {
			fields++
		} else if line != "" && line[0] != ' ' && line[0] != '-' && line[0] != '#' {
			return
		}
		i = end
	}
}

// line takes one line, or the fence or comment that begins on it.
func (s *blockScanner) line() {
	end := lineEnd(s.src, s.pos)
	line := s.src[s.pos:end]
	text := strings.TrimLeft(line, " \t")
	column := width(line[:len(line)-len(text)])
	text = strings.TrimRight(text, " \t\r\n")
	wasBlank, wasCode := s.blank, s.indent
	s.blank, s.indent = false, false
	if text == "" {
		if wasCode {
			s.indent = true // code goes on after empty lines
			s.blank = true
			s.add(end, code, true)
			return
		}
		s.blank = true
		s.add(end, prose, s.open())
		s.close()
		return
	}
	if n := fence(text); n > 0 {
		s.fenced(end, line, text, n)
		return
	}
	if column >= s.list+4 && (wasBlank || wasCode) {
		s.indent = true
		s.add(end, code, wasCode)
		return
	}
	if wasBlank && column < s.list {
		s.list = 0
	}
	if n := marker(text); n > 0 {
		s.list = column + n
	}
	if i := strings.Index(line, "<!--"); i >= 0 && strings.Count(line[:i], "`")%2 == 0 && s.comment(s.pos+i) {
		return
	}
	if definition(text) {
		s.add(end, target, false)
		s.blank = true
		return
	}
	s.add(end, prose, s.open())
	if text[0] == '#' || text[0] == '|' {
		s.close() // headings and the rows of a table stand by themselves
	}
}

// open says whether the next line of prose goes on with the run before it.
func (s *blockScanner) open() bool { return !s.ended }

// close ends the current run of prose.
func (s *blockScanner) close() { s.ended = true }

// fenced takes a fenced block whose opening line is line: info string, content, closing line.
func (s *blockScanner) fenced(end int, line, text string, n int) {
	mark := s.pos + strings.Index(line, text)
	s.add(mark+n, prose, s.open())
	s.add(mark+len(text), info, false)
	s.add(end, code, false)
	for s.pos < len(s.src) {
		end := lineEnd(s.src, s.pos)
		text := strings.Trim(s.src[s.pos:end], " \t\r\n")
		if m := fence(text); m >= n && len(text) == m && text[0] == s.src[mark] {
			s.add(end, prose, false)
			s.close()
			s.blank = true
			return
		}
		s.add(end, code, true)
	}
}

// comment takes a line up to a comment that begins at from, and the comment. One without an end is no comment: the
// rest of the text would be lost in it.
func (s *blockScanner) comment(from int) bool {
	const end = "-->"
	if s.endless {
		return false
	}
	i := strings.Index(s.src[from:], end)
	if i < 0 {
		s.endless = true
		return false
	}
	s.add(from, prose, s.open())
	s.add(from+i+len(end), unseen, false)
	return true
}

// fence is the length of the run of backticks or tildes that begins a fence, 0 if none does.
func fence(text string) int {
	if len(text) < 3 || text[0] != '`' && text[0] != '~' {
		return 0
	}
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	if n < 3 || text[0] == '`' && strings.IndexByte(text[n:], '`') >= 0 {
		return 0
	}
	return n
}

// marker is the length of the list marker that text begins with, the space after it included; 0 if there is none.
func marker(text string) int {
	n := 0
	for n < len(text) && n < 9 && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	switch {
	case n > 0 && n+1 < len(text) && (text[n] == '.' || text[n] == ')') && text[n+1] == ' ':
		return n + 2
	case n == 0 && len(text) > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ':
		return 2
	}
	return 0
}

// definition says whether a line defines a reference: [label]: destination. A footnote is no reference.
func definition(text string) bool {
	if len(text) < 4 || text[0] != '[' || text[1] == '^' {
		return false
	}
	i := strings.IndexByte(text, ']')
	if i < 2 || i+2 >= len(text) || text[i+1] != ':' {
		return false
	}
	dest := strings.TrimLeft(text[i+2:], " \t")
	word, rest, _ := strings.Cut(dest, " ")
	rest = strings.TrimSpace(rest)
	return strings.ContainsAny(word, "/.#<") && (rest == "" || rest[0] == '"' || rest[0] == '\'' || rest[0] == '(')
}

// width is the number of columns of leading white space.
func width(s string) int {
	n := 0
	for _, c := range s {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}
