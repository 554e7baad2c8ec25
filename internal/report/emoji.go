package report

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/runenames"
)

// Runes that shape a cluster of emoji without being one.
const (
	joiner      = 0x200D // zero-width joiner
	nonJoiner   = 0x200C
	textStyle   = 0xFE0E // variation selectors: as text, as emoji
	emojiStyle  = 0xFE0F
	keycap      = 0x20E3
	regionA     = 0x1F1E6 // regional indicator A
	regionZ     = 0x1F1FF
	firstTag    = 0xE0020 // tags spell the region in flags such as Scotland's
	lastTag     = 0xE007F
	blackFlag   = 0x1F3F4
	genderMan   = 0x2642
	genderWoman = 0x2640
)

// usual are names that say more, or say it shorter, than the character's own name.
var usual = map[rune]string{
	'✅': "check mark", '✔': "check mark", '❌': "cross mark", '❗': "exclamation mark", '❓': "question mark",
	'⚠': "warning", '🎉': "party popper", '🙏': "folded hands", '👍': "thumbs up", '👎': "thumbs down", '❤': "heart",
	'🔥': "fire", '😂': "tears of joy", '😭': "crying", '🙄': "rolling eyes", '🤦': "facepalm", '🤷': "shrug", '💩': "poo",
	'👀': "eyes", '👋': "waving hand", '💯': "hundred points", '🚨': "siren", '🟢': "green circle", '🔴': "red circle",
	'🫡': "salute", '🫠': "melting face", '😅': "grinning face with sweat", '☕': "hot beverage", '⭐': "star", '⏰': "alarm clock",
}

// emojiInPlane are the characters of the basic plane that are shown as emoji without being asked to be:
// Emoji_Presentation of emoji-data.txt, Unicode 15.1.
var emojiInPlane = []rune("⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕")

var shownAsEmoji = func() map[rune]bool {
	m := make(map[rune]bool, len(emojiInPlane))
	for _, r := range emojiInPlane {
		m[r] = true
	}
	return m
}()

// words gives the text with each emoji as a word in brackets, such as [rocket], since neither every font nor every
// reader of Markdown shows emoji. Symbols that are text, such as ✓ → ™, stay.
func words(s string) string {
	if !mayHoldEmoji(s) {
		return s
	}
	var b strings.Builder
	state := -1
	for len(s) > 0 {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		b.WriteString(word(cluster))
	}
	return b.String()
}

// mayHoldEmoji is false for nearly all text, and cheap.
func mayHoldEmoji(s string) bool {
	for _, r := range s {
		if r >= 0x200C && (r >= 0x1F000 || shownAsEmoji[r] || selector(r) || r == joiner || r == nonJoiner || r == keycap) {
			return true
		}
	}
	return false
}

// word is one grapheme cluster: as a word if it is an emoji, else as it is, without what is left of emoji in it.
func word(cluster string) string {
	runes := []rune(cluster)
	first := runes[0]
	switch {
	case first >= regionA && first <= regionZ:
		var code []rune
		for _, r := range runes {
			if r >= regionA && r <= regionZ {
				code = append(code, 'A'+r-regionA)
			}
		}
		return "[flag " + string(code) + "]"
	case first == blackFlag && len(runes) > 2 && runes[1] >= firstTag && runes[1] <= lastTag:
		var code []rune
		for _, r := range runes[1:] {
			if r > firstTag && r < lastTag {
				code = append(code, r-0xE0000)
			}
		}
		return "[flag " + strings.ToUpper(string(code)) + "]"
	case strings.ContainsRune(cluster, keycap):
		return "[" + string(first) + "]"
	}
	if !pictured(runes) {
		return strings.Map(func(r rune) rune {
			if selector(r) || tag(r) || (r == joiner || r == nonJoiner) && !shaping(first) {
				return -1
			}
			return r
		}, cluster)
	}
	var names []string
	for _, r := range runes {
		if selector(r) || r == joiner || tag(r) || skin(r) && len(names) > 0 || (r == genderMan || r == genderWoman) && len(names) > 0 {
			continue
		}
		names = append(names, name(r))
	}
	if family(runes) {
		return "[family: " + strings.Join(names, ", ") + "]"
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// pictured is true of a cluster that is shown as a picture.
func pictured(runes []rune) bool {
	first := runes[0]
	if first >= 0x1F000 && first <= 0x1FAFF {
		return true
	}
	if len(runes) > 1 && runes[1] == textStyle {
		return false
	}
	if shownAsEmoji[first] {
		return true
	}
	// What follows asks for a picture: but ™️ ©️ ↔️ 5️ are read as well without.
	return len(runes) > 1 && runes[1] == emojiStyle && (first >= 0x2600 && first <= 0x27BF || first >= 0x2300 && first <= 0x23FF)
}

// family is true of two or more of man, woman, boy, girl, adult and child, joined.
func family(runes []rune) bool {
	people := 0
	for _, r := range runes {
		switch {
		case r >= 0x1F466 && r <= 0x1F469 || r == 0x1F9D1 || r == 0x1F9D2:
			people++
		case r != joiner && !selector(r) && !skin(r):
			return false
		}
	}
	return people > 1
}

func selector(r rune) bool { return r >= 0xFE00 && r <= emojiStyle || r >= 0xE0100 && r <= 0xE01EF }
func tag(r rune) bool      { return r >= 0xE0000 && r <= 0xE007F }
func skin(r rune) bool     { return r >= 0x1F3FB && r <= 0x1F3FF }

// shaping is true of scripts in which joiners change letters, so that they are part of the text.
func shaping(r rune) bool { return r >= 0x600 && r <= 0x109F || r >= 0x1780 && r <= 0x18AF }

// name is the word for one emoji.
func name(r rune) string {
	if w := usual[r]; w != "" {
		return w
	}
	n := runenames.Name(r)
	if n == "" || n[0] == '<' {
		return fmt.Sprintf("symbol U+%04X", r)
	}
	return strings.ToLower(n)
}
