package redact

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// How a pasted chat says who speaks.
const (
	chatName = `([\p{L}][\p{L}\p{M}\p{N}'’._-]*(?: [\p{L}][\p{L}\p{M}'’._-]*){0,3}?(?: \([\p{L}][\p{L} ,.-]{1,30}\)| ?[\x{2190}-\x{2bff}\x{1F000}-\x{1FAFF}\x{FE0F}\x{200D}]+)?)`
	chatTime = `[\[(]?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?`
)

// A chatForm is one way of naming the speaker; loose ones also fit what is no chat, so a name must look like one.
type chatForm struct {
	re    *pattern
	loose bool
}

var chatForms = []chatForm{
	{newPattern(`^[>\s]*` + chatName + `(?:  +|\t)` + chatTime + `\s*(?:APP|BOT)?\s*(?:\(edited\))?\s*$`), false},
	{newPattern(`^[>\s]*` + chatName + ` \[?\d{1,2}:\d{2} [AaPp][Mm]\]?\s*(?:APP|BOT)?\s*$`), false},
	{newPattern(`^[>\s]*\[\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]\s*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)?)\s*$`), false},
	{newPattern(`^[>\s]*\*\*` + chatName + `\*\*:?\s+` + chatTime + `\s*$`), false},
	{newPattern(`^[>\s]*(?:` + chatTime + `\s+)?` + chatName + ` in #[\pL\d_-]+: ["“„']`), false},
	{newPattern(`^[>\s]*` + chatName + ` ` + chatTime + `\s*$`), true},
	{newPattern(`^[>\s]*(?:[\d./-]+[ T,]+)?` + chatTime + `\s*[-–|]?\s*<[@+%&~ ]?` + chatName + `>`), false},
	{newPattern(`^[>\s]*\[\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]\s*` + chatName + `\s*$`), true},
	{newPattern(`^[>\s]*(?:[\d./-]+[ T,]+)?` + chatTime + `\s+(?:\*+|-->|<--|--)\s+` + chatName + ` `), true},
	{newPattern(`^[>\s]*\[(?:[\d./-]+,? )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\]\s*[-–]?\s*` + chatName + `:(?:\s|$)`), false},
	{newPattern(`^[>\s]*(?:[\d./-]+,? )?` + chatTime + `\s*[-–]?\s*` + chatName + `:(?:\s|$)`), true},
	{newPattern(`^[>\s]*` + chatName + `\s*[,—–-]?\s*(?:Today|Yesterday|heute|gestern|hier|hoy|ayer|hoje|ontem)(?: at| um| à| a las)? ` + chatTime), false},
	{newPattern(`^[>\s]*` + chatName + `, \[[^\]\n]{4,24}?` + chatTime + `\]`), false},
	{newPattern(`(?:^|: )` + chatName + ` \d{1,2}:\d{2} ?[AP]M: `), false},
	{newPattern(`^[>\s]*` + chatName + ` said:\s*$|^[>\s]*<[@+%&~ ]` + chatName + `> `), true},
}

// labelled is a word that a line begins with as a chat names its speaker: folded, its place, and the run of such lines.
type labelled struct {
	fold            string
	start, end, run int
}

var angledLine = newPattern(`^[>\s]*<` + chatName + `> \S`)
var labelledLine = newPattern(`^[>\s]*(?:\*\*)?` + chatName + `(?:\*\*)?:(?:\*\*)? \S`)

// tagWords are HTML, not nicknames.
var tagWords = nameSet("details summary br p div span a b i u s ul ol li table tr td th pre code kbd sub sup img h1 h2 h3 hr em " +
	"strong del ins html body head font center small big")

// chat finds the speakers of pasted chats by their headers, whatever they call themselves. A chat may be one text or
// come line by line, as it does where each line of it is an entry.
func (d *nameDoc) chat() {
	run := 0
	for r := range d.rs {
		text := d.rs[r].text
		idle := 3 // lines since the last label
		for start := 0; start < len(text); {
			end := strings.IndexByte(text[start:], '\n')
			if end < 0 {
				end = len(text)
			} else {
				end += start
			}
			if line := text[start:end]; len(line) < 2000 {
				d.chatLine(r, start, line)
				if remarked(line) {
					d.spoken(r, start, end)
				}
				if m := angledLine.FindStringSubmatchIndex(line); m != nil && !tagWords[foldName(line[m[2]:m[3]])] {
					d.spoken(r, start+m[3], end)
				}
				idle++
				for _, re := range []*pattern{angledLine, labelledLine} {
					if m := re.FindStringSubmatchIndex(line); m != nil {
						k := foldName(line[m[2]:m[3]])
						if idle > 2 {
							run++
						}
						idle = 0
						d.labels = append(d.labels, labelled{k, start + m[2], start + m[3], run})
						break
					}
				}
			}
			start = end + 1
		}
	}
}

func (d *nameDoc) chatLine(r, start int, line string) {
	if !hasClock(line) {
		return
	}
	for _, f := range chatForms {
		m := f.re.FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		for k := 2; k+1 < len(m); k += 2 {
			if m[k] < 0 {
				continue
			}
			rest := strings.TrimSpace(line[m[k+1]:])
			if strings.HasSuffix(rest, "APP") || strings.HasSuffix(rest, "BOT") || strings.Contains(rest, "M] APP") {
				return
			}
			d.speaker(r, start+m[k], start+m[k+1], f.loose)
		}
		return
	}
}

// hasClock says whether a line may hold a clock time, which every header has but the rarest.
func hasClock(line string) bool {
	for i := 1; i+2 < len(line); i++ {
		if c := line[i]; (c == ':' || c == '.' || c == 'h') && isDigit(line[i-1]) && isDigit(line[i+1]) && isDigit(line[i+2]) {
			return true
		}
	}
	return strings.Contains(line, " said:") || strings.Contains(line, " in #") || strings.HasPrefix(strings.TrimLeft(line, "> "), "<")
}

// labelRun takes "name: text" lines for a chat where a label comes again in the account and no label is an ordinary word,
// or where most are listed names.
func (d *nameDoc) labelRun() {
	if len(d.labels) == 0 || !d.account.chat.Ask(d.notes, "") {
		return
	}
	labels := slices.Clone(d.labels)
	slices.SortStableFunc(labels, func(a, b labelled) int { return strings.Compare(a.fold, b.fold) })
	// A run of lines is a chat by itself where two of its speakers are listed names, or me is one.
	speakers := map[int]int{}
	type seen struct {
		fold string
		run  int
	}
	counted := map[seen]bool{}
	for _, l := range labels {
		if k := (seen{l.fold, l.run}); !counted[k] && (listedSpeaker(l.fold) || l.fold == "me") {
			speakers[l.run]++
			counted[k] = true
		}
	}
	for _, l := range labels {
		if first, _, _ := strings.Cut(l.fold, " "); evidenceOf(first).name() || speakers[l.run] > 1 || d.account.labels.AtLeast(d.notes, l.fold, 2) {
			d.speaker(0, l.start, l.end, true)
		}
	}
}

// listedSpeaker says whether a label begins with a given name that is nothing else.
func listedSpeaker(label string) bool {
	first, _, _ := strings.Cut(label, " ")
	return evidenceOf(first)&(isGiven|isWord|isProduct) == isGiven
}

// oddSpeaker says whether token j, an ordinary word, is the given name of the family name after it.
func (d *nameDoc) oddSpeaker(r, j int) bool {
	n := d.at(r, j+1)
	return d.at(r, j).capital() && lexicon.Given(d.at(r, j).fold) && d.gap(r, j+1) == " " && n.capital() && (n.plainName() || n.ev == 0)
}

// remarked says whether a line is what somebody remarks in a listing of what they typed: # 23:12 Bettina calls, it hangs.
func remarked(line string) bool {
	line = strings.TrimLeft(line, " \t")
	if !strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "-- ") && !strings.HasPrefix(line, "// ") {
		return false
	}
	words, little := 0, 0
	for w := range strings.FieldsSeq(line[2:]) {
		words++
		if w = strings.ToLower(strings.Trim(w, ",.;:!?()\"'")); functionWords["en"][w] || functionWords["de"][w] || functionWords["xx"][w] {
			little++
		}
	}
	return words > 4 && little > 1
}

// spoken makes what somebody says in a pasted chat prose, though it stands in a block of code.
func (d *nameDoc) spoken(r, start, end int) {
	ts := d.toks[r]
	for k := sort.Search(len(ts), func(k int) bool { return ts[k].start >= start }); k < len(ts) && ts[k].start < end; k++ {
		if ts[k].part == code {
			d.writeToks()
			ts = d.toks[r]
			ts[k].part = prose
		}
	}
}

// speaker claims the words between two offsets as a person.
func (d *nameDoc) speaker(r, start, end int, loose bool) {
	ts := d.toks[r]
	i := sort.Search(len(ts), func(k int) bool { return ts[k].start >= start })
	j := i
	named := false
	for j < len(ts) && ts[j].start < end {
		t := &ts[j]
		if t.taken && !(j == i && t.ev&(isMonth|isWeekday) != 0 && d.oddSpeaker(r, j)) || d.owner[r][j] != 0 {
			return
		}
		if j > i && (t.initial() || t.shape == shapeLower && len(t.text) == 1 && d.gap(r, j) == " ") {
			j++
			continue // Chema U.
		}
		if j > i && d.gap(r, j) == " (" {
			plain := true
			name := j
			for ; j < len(ts) && ts[j].start < end; j++ {
				plain = plain && (d.ordinary(&ts[j]) && !ts[j].ev.name() || standing[ts[j].fold])
			}
			if plain {
				j, end = name, ts[name-1].end // of Callum (visitor centre) only the name
			}
			break // søren (kommune)
		}
		if j == i && t.capital() && d.oddSpeaker(r, j) {
			named, j = true, j+1
			continue // My Lindholm
		}
		common := t.ev&(isWord|isProduct|isAcronym|isMonth|isWeekday|isForeign) != 0 || stateWords[t.fold] || tagWords[t.fold] ||
			t.german && t.ev&isGerman != 0
		switch {
		case t.fold == "bot" || strings.HasSuffix(t.fold, "bot") && len(t.fold) > 5 || t.ev&(isProduct|isAcronym|isWeekday) != 0 && !t.ev.name():
			return
		case common && !t.ev.name() && (loose || t.ev&isWord != 0 && j > i), roleLabels[t.fold]:
			return
		case loose && t.shape == shapeUpper && !t.ev.name() && len(t.text) < 6 && !(j > i && len(t.text) == 1):
			return
		case loose && (t.german || t.foreign && t.shape == shapeLower && !d.small(t.fold, 2)) && !t.plainName():
			return
		case loose && t.ev == 0 && (j > i && t.shape == shapeLower || t.foreign && d.at(r, i).shape == shapeTitle):
			return
		case functionWords["en"][t.fold] && t.fold != "will" && !(j == i && d.oddSpeaker(r, j)):
			return
		}
		named = named || t.ev.name() || !common || !loose
		j++
	}
	if c, _ := utf8.DecodeLastRuneInString(d.rs[r].text[start:end]); j > i && named && (c == ')' || c >= 0x2190 && !unicode.IsLetter(c) && !unicode.IsMark(c)) {
		d.claimSpan(r, start, end, Person, true, ruleChat)
	} else if j > i && named {
		d.claim(r, i, j, Person, true, ruleChat)
	}
}

// standing is what a chat says in brackets of whoever speaks.
var standing = nameSet("guest external unverified host organizer organiser owner admin moderator presenter you gast extern organisator invité externe invitado externo anfitrión convidado ospite esterno gäst vieras")

var roleLabels = nameSet(`me i ja ich mich moi yo eu io ben mig jeg jag ik minä я me myself 我 私 僕 俺 저 나 tôi saya أنا אני εγώ nous wir wij vi
	nosotros noi biz mir antwort frage hinweis achtung note notes todo update edit edited fix error warn warning info debug reason message result output
	caused plan status question answer q a ps nb fyi re fwd subject from to date cc time host user example next open
	action actions effect effects expectation assumption understanding decision idea learning condition reaction
	page pager alert alarm background summary timeline impact today yesterday tomorrow http https who what when where why how`)
