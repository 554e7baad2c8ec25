package redact

import "strings"

// How one place of a text uses a word: by what stands before and after it, in a field, in a table.

// useOf is how a word is used where it stands, and whether an article or the like stands before it.
func (s *scan) useOf(ts []term, i int, english func(int) bool) (u use, determined bool) {
	t := ts[i]
	if t.end-t.start < 3 || !t.bare {
		if s.after(t.end) == '=' || s.before(t.start) == '=' || s.before(t.start) == '"' {
			return s.fieldUse(t), false
		}
		return 0, false
	}
	eng := english(t.start)
	// What stands before it, up to three words, with nothing but a space between.
	if i > 0 && s.spaced(ts[i-1].end, t.start) {
		last := s.low[ts[i-1].start:ts[i-1].end]
		for k := i - 2; k >= 0 && k >= i-4 && ts[k+1].start-ts[k].end == 1 && s.text[ts[k].end] == ' '; k-- {
			u |= leadUse(s.low[ts[k].start:ts[i-1].end], eng)
		}
		if u == 0 && articles[last] {
			return 0, true
		}
		u |= leadUse(last, eng)
		if u&useOn != 0 && s.before(ts[i-1].start) == '-' {
			u &^= useOn // an option
		}
		u |= s.nounUse(ts, i)
	} else if i > 0 {
		u |= s.appositionUse(ts, i)
	}
	if i+1 < len(ts) && ts[i+1].start-t.end == 1 && s.text[t.end] == ' ' && isDigit(s.text[ts[i+1].start]) {
		return u & machineUse &^ (useNamed | useEnter), true // strand 4
	}
	u |= s.fieldUse(t)
	rest := s.low[t.end:min(len(s.low), t.end+64)]
	if s.startsItem(t.start) && s.startsLine(t.start) && (strings.HasPrefix(rest, "# ") || strings.HasPrefix(rest, "> ")) && i+1 < len(ts) && deviceCommands[s.low[ts[i+1].start:ts[i+1].end]] ||
		strings.HasPrefix(rest, "]: ") && s.before(t.start) == '[' && isWordByte(s.before(t.start-1)) && hasLetter(s.text[t.start:t.end]) || strings.HasPrefix(strings.TrimLeft(rest, " "), "ansible_") {
		u |= usePath
	}
	if strings.HasPrefix(rest, "] ") && !strings.HasPrefix(rest, "] =") && s.before(t.start) == '[' && i > 0 && ts[i-1].end == t.start-1 && s.startsLine(ts[i-1].start) && hasLetter(s.text[t.start:t.end]) {
		u |= usePath // tc[wotan] writes each line of its log so
	}
	switch {
	case strings.HasPrefix(rest, ":/") && !strings.HasPrefix(rest, "://") && isWordByte(s.after(t.end+2)):
		u |= usePath
	case strings.HasPrefix(rest, "'s "):
		if i+2 < len(ts) && machineParts[s.low[ts[i+2].start:ts[i+2].end]] {
			u |= useOwns
		}
	case strings.HasPrefix(rest, " "):
		u |= s.stateUse(ts, i, eng)
	case s.startsItem(t.start) && (strings.HasPrefix(rest, ": ") || strings.HasPrefix(rest, ":\n")):
		if i+1 < len(ts) && (stateWord[s.low[ts[i+1].start:ts[i+1].end]] || s.upLine(t.end)) {
			u |= useLabel
		}
	}
	return u, false
}

// nounUse is what a noun for a machine before a word says of it: the box marble, the node was marble.
func (s *scan) nounUse(ts []term, i int) use {
	noun := func(k int) bool { return k >= 0 && machineNouns[s.low[ts[k].start:ts[k].end]] }
	article := func(k int) bool { return k >= 0 && articles[s.low[ts[k].start:ts[k].end]] }
	last := s.low[ts[i-1].start:ts[i-1].end]
	switch {
	case noun(i - 1):
		if article(i-2) || i > 2 && article(i-3) {
			return useNamed
		}
		return useBeside
	case (last == "is" || last == "was" || last == "are" || last == "ist" || last == "war" || last == "era" || last == "es" || last == "était" || last == "est" || last == "heisst" || last == "heißt") && (noun(i-2) || i > 2 && systemNouns[s.low[ts[i-2].start:ts[i-2].end]]):
		return useNamed
	case last == "of" && i > 1 && (machineParts[s.low[ts[i-2].start:ts[i-2].end]] || listNouns[s.low[ts[i-2].start:ts[i-2].end]]):
		return useOwns
	}
	return 0
}

// appositionUse is what a noun for a machine before a comma or a bracket says of the word after it: the spare, numbat, had.
func (s *scan) appositionUse(ts []term, i int) use {
	gap := s.text[ts[i-1].end:ts[i].start]
	d := s.after(ts[i].end)
	w := s.low[ts[i-1].start:ts[i-1].end]
	switch strings.Trim(gap, "`*") {
	case ", ", " (":
		if (machineNouns[w] || systemNouns[w]) && (d == ',' || d == ')') {
			return useNamed
		}
	case ": ", " : ":
		if machineNouns[strings.TrimSuffix(w, "s")] || w == "affected" || w == "boxes" || w == "rechner" {
			return useNamed
		}
	}
	return 0
}

// spaced says whether only a space, and perhaps a quote or a backtick, stands between two words.
func (s *scan) spaced(from, to int) bool {
	switch to - from {
	case 1:
		return s.text[from] == ' ' || s.text[from] == '\n'
	case 2:
		return (s.text[from] == ' ' || s.text[from] == '\n') && strings.IndexByte("`'\"([<", s.text[from+1]) >= 0
	}
	return false
}

// leadUse is what a phrase before a word says of it.
func leadUse(phrase string, english bool) use {
	u, ok := leads[phrase]
	if !ok {
		return 0
	}
	if !english && u == useOn {
		return useAbroad
	}
	return u
}

// startsItem says whether a line, or an item of a list, begins at i.
func (s *scan) startsItem(i int) bool {
	for i > 0 && strings.IndexByte(" \t-*>`", s.text[i-1]) >= 0 {
		i--
	}
	return i == 0 || s.text[i-1] == '\n'
}

// upLine says whether what follows a label is how long a machine has been up, or what Ansible counts.
func (s *scan) upLine(i int) bool {
	line := s.lineAfter(i, 60)
	return strings.Contains(line, " up ") || strings.Contains(line, "ok=") || strings.Contains(line, "unreachable")
}

// stateUse is what the words after a word say of it: was down, lost its disk, is the login node.
func (s *scan) stateUse(ts []term, i int, english bool) use {
	word := func(k int) string {
		if k >= len(ts) || ts[k].start-ts[k-1].end > 2 || strings.ContainsAny(s.text[ts[k-1].end:ts[k].start], "\n.,;:") {
			return ""
		}
		return s.low[ts[k].start:ts[k].end]
	}
	n1 := word(i + 1)
	if n1 == "" {
		// A dash: emu — disk full.
		if i+1 < len(ts) && s.startsItem(ts[i].start) && ts[i+1].start-ts[i].end < 8 && !strings.Contains(s.text[ts[i].end:ts[i+1].start], "\n") {
			if w := s.low[ts[i+1].start:ts[i+1].end]; stateWord[w] || machineParts[w] || w == "not" {
				return useLabel
			}
		}
		return 0
	}
	n2 := word(i + 2)
	switch {
	case n1 == "is" && n2 == "what" && (word(i+3) == "we" || word(i+3) == "everybody" || word(i+3) == "they"), n1 == "as" && n2 == "we" && strings.HasPrefix(word(i+3), "call"):
		return useCalled
	case (n1 == "is" || n1 == "was") && (word(i+2) == "down" || word(i+2) == "unreachable") && s.text[ts[i+2].start] == 'D', n1 == "is" && word(i+2) == "unreachable" && s.text[ts[i+2].start] == 'U':
		return usePower
	case bootVerbs[n1] && (n2 == "" || !machineParts[n2]):
		return usePower
	case (n1 == "lost" || n1 == "has" || n1 == "had" || n1 == "needs" || n1 == "needed") && (n2 == "its" || n2 == "no") && machineParts[word(i+3)]:
		return useOwns
	case stateVerbs[n1] || stateWord[n1] && (n2 == "" || n2 == "and" || n2 == "for" || n2 == "again" || n2 == "now"):
		return useState
	case serveVerbs[n1]:
		return useServe
	case stateAdverbs[n1] && stateVerbs[n2]:
		return useState // saucer never came back
	}
	if !copulas[n1] {
		return 0
	}
	if n2 == "out" && word(i+3) == "of" && (machineParts[word(i+4)] || word(i+4) == "inodes" || word(i+4) == "space" || word(i+4) == "handles") {
		return useOwns // mangle is out of inodes
	}
	for k := i + 2; k < i+6; k++ {
		w := word(k)
		switch {
		case w == "":
			return 0
		case stateWord[w] || stateVerbs[w]:
			return useState
		case w == "the" || w == "our" || w == "a" || w == "my" || w == "der" || w == "die" || w == "das" || w == "unser":
			// is the login node, is our file server
			for j := k + 1; j < k+4; j++ {
				x := word(j)
				if x == "" {
					return 0
				}
				if machineNouns[x] {
					return useNamed
				}
			}
			return 0
		case !stateAdverbs[w]:
			return 0
		}
	}
	return 0
}

// fieldUse is useField where a word is the value of a field for a machine: host=x, "host":"x", HOST=x.
func (s *scan) fieldUse(t term) use {
	b := s.before(t.start)
	if b != '=' && b != '"' && b != ':' && b != ' ' && b != '[' {
		return 0
	}
	at := t.start
	for at > 0 && strings.IndexByte(" \"'=:[", s.text[at-1]) >= 0 && t.start-at < 5 {
		at--
	}
	sign := s.text[at:t.start]
	if !strings.ContainsAny(sign, "=:[") || sign == " [" || sign == "[" || strings.Contains(sign, "::") {
		return 0
	}
	from := at
	for from > 0 && (isWordByte(s.text[from-1]) || s.text[from-1] == '-' || s.text[from-1] == '.') && at-from < 24 {
		from--
	}
	name := s.low[from:at]
	if hostFields[name] && (strings.ContainsAny(sign, "=\"") || hostFieldsSure[name] && !strings.HasSuffix(sign, ": ") || ansibleStates[name]) {
		return useField
	}
	if ansibleStates[name] && strings.HasSuffix(sign, "[") {
		return useField
	}
	return 0
}

// hostColumns are the cells of tables under a head that says host, node, server: in order.
func (s *scan) hostColumns() [][2]int {
	if !strings.Contains(s.text, "|") && !strings.Contains(s.text, "   ") {
		return nil
	}
	var out [][2]int
	column, wide := -1, -1 // of a table with bars; the offset in the line of one with spaces
	rows := 0
	at := 0
	for line := range strings.Lines(s.low) {
		start := at
		at += len(line)
		line = strings.TrimRight(line, "\n")
		bars := strings.Count(line, "|")
		switch {
		case bars >= 2 && len(line) < 1000:
			wide = -1
			k, pos := 0, 0
			for pos <= len(line) {
				end := strings.IndexByte(line[pos:], '|')
				if end < 0 {
					end = len(line)
				} else {
					end += pos
				}
				cell := strings.Trim(line[pos:end], " \t`*")
				if column < 0 && columnHeads[cell] {
					column, rows = k, 0
					break
				}
				if column == k && rows > 0 && cell != "" && !columnHeads[cell] {
					out = append(out, [2]int{start + pos, start + end})
				}
				pos = end + 1
				k++
			}
			rows++
		default:
			column = -1
			if wide >= 0 {
				if line == "" || !strings.Contains(line, "  ") && strings.Contains(line, " ") || wide >= len(line) || line[0] == '$' || line[0] == '`' {
					wide = -1
					continue
				}
				if wide == 0 || line[wide-1] == ' ' {
					end := strings.IndexByte(line[wide:], ' ')
					if end < 0 {
						end = len(line) - wide
					}
					out = append(out, [2]int{start + wide, start + wide + end})
				}
				continue
			}
			if strings.Contains(line, "  ") && len(line) < 400 {
				for _, head := range [...]string{"nodename", "nodelist", "hostname", "host", "node", "server"} {
					if k := strings.Index(line, head); k >= 0 && (k == 0 || line[k-1] == ' ') && (k+len(head) == len(line) || line[k+len(head)] == ' ') && (k == 0 && strings.HasPrefix(line[len(head):], "  ") || k > 1 && line[k-2] == ' ') && headLine(line) {
						wide = k
						break
					}
				}
			}
		}
	}
	return out
}

// headLine says whether the words of a line are heads of columns: no marks of a sentence.
func headLine(line string) bool {
	return !strings.ContainsAny(line, ".,;:!?=[]") && strings.Count(line, "  ") > 0
}
