package redact

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names in scripts without capitals are found by what goes with them: an honorific, a title, a family name, a list.
// The honorific goes with the name, as Mrs does.
var (
	japanese = newPattern(`([\p{Han}々ヶ]{1,5}|[\p{Katakana}ー・]{2,12})(さん|さま|様|氏|くん|君|ちゃん|先生|先輩|殿|部長|課長|係長|主任|主査|社長|専務|リーダー)`)
	hiragana = newPattern(`(?:^|[^\p{Hiragana}])(\p{Hiragana}{2,4}?)(さん|ちゃん|くん|様)`)
	chinese  = newPattern(`(\p{Han}{1,3}?)(先生|女士|小姐|老师|老師|经理|經理|主管|师傅|師傅|同学|同學|主任|队长|隊長|博士|教授|医生|醫生|护士|总|總|哥|姐|工|董|叔|姨|嫂)`)
	chinese2 = newPattern(`([老小阿])(\p{Han})`)
	chinese3 = newPattern(`(?:^|[^\p{Han}]|[问問找叫给給和跟与與让讓请請由被])(\p{Han}{2,3}?)(?:说|說|问|問|在|把|让|讓|发|發|告|回|看|去|来|來|打|也|已|正|决|決|觉|覺|认|認|重|刚|剛|负|負|没|沒|是|的|和|、|，|,|。|$)`)
	korean   = newPattern(`(\p{Hangul}{1,4}?) ?(님|씨|군|양)(?:$|[^\p{Hangul}]|이|께|은|는|이랑|과|와|도|의|에게|한테|한테서|께서|을|를|가|만|부터|까지|께서는|이가|하고)`)
	korean2  = newPattern(`(?:^|[^\p{Hangul}])(\p{Hangul}{1,4}) ?((?:과장|부장|차장|팀장|대리|사원|주임|이사|대표|선배|후배|선생|매니저|책임|수석|실장|본부장|상무|전무|기사)님?)`)
	korean3  = newPattern(`(?:^|[^\p{Hangul}])(\p{Hangul}{2,4}?)(?:$|[^\p{Hangul}]|이가|이는|이|가|은|는|을|를|에게|한테|와|과|랑|도|의|께서|께)`)
	arabic   = newPattern(`(?:^|[^\p{Arabic}])[وفبلكـ]{0,2}((?:(?:(?:ال)?(?:سيدة|سيد|أستاذة|أستاذ|مهندسة|مهندس|دكتورة|دكتور|شيخ|حاجة|حاج|أخت|أخ|آنسة|زميلة|زميل|مدير|مديرة|عم)|للسيد|للسيدة|للمهندس|للدكتور|أبو|ابو|أبا|أبي|أم) |[أدمع]\. ?)(?:\p{Arabic}{2,}(?: ال\p{Arabic}{2,})?))`)
	hebrew   = newPattern(`(?:^|[^\p{Hebrew}])[ולבשמהכ]{0,2}?((?:מר|גב['׳’]|גברת|ד["״”]ר|פרופ['׳’]|אדון|עו["״”]ד|הרב|אינג['׳’]) \p{Hebrew}{2,})`)
	indic    = newPattern(`((?:श्रीमती |श्री |डॉ\. ?|सुश्री )[\p{Devanagari}]{2,}|[\p{Devanagari}]{2,}[ -]?(?:जी|भाई|साहब|सर|मैडम|दीदी))(?:$|[^\p{Devanagari}])`)
	thai     = newPattern(`((?:คุณ|พี่|น้อง|นางสาว|นาย|นาง|ดร\.|อาจารย์|หมอ|เฮีย|เจ๊|ป้า|ลุง|น้า)[\p{Thai}]{2,14}?)(?:$|[^\p{Thai}]|` + thaiNext + `)`)
	company  = newPattern(`(?:株式会社|有限会社|合同会社|㈱|주식회사 ?|\(주\))([\p{Han}\p{Katakana}\p{Hiragana}\p{Hangul}ー]{2,12})|([\p{Han}\p{Katakana}\p{Hangul}ー]{2,12})(?:株式会社|有限公司|有限会社|㈱)`)
	teamHan  = newPattern(`([\p{Han}\p{Katakana}ー]{2,8})(?:チーム|团队|團隊)`)
)

// thaiNext are words that begin what follows a name, as Thai has no spaces.
const thaiNext = `ตอน|ที่|ก็|แล้ว|ไป|มา|ให้|บอก|ว่า|และ|กับ|อยู่|เป็น|ได้|ไม่|จะ|ของ|โทร|ช่วย|ถาม|ตอบ|เห็น|รีสตาร์ท|ทำ|เข้า|ออก|พิมพ์|ส่ง|ยัง|ครับ|ค่ะ|คะ|เพื่อ|รับ|ดู|เช็ค|กำลัง`

// notNames are what stands before such an honorific and is nobody.
var notNames = nameSet(`たく みな おかあ おとう おにい おねえ おば おじ おきゃく やっ おい むす 皆 お客 客 神 王 殿 仕 同 模 多 異 有 一 何 奥 貴 両 彼 御 諸 各 父 母 兄 姉 嫁 旦那 担当者 業者 顧客 弊社 御社 係 部 課 副
	大 主 二 三 老 小 员 員 手 职 職 人 分 加 施 竣 开 開 完 化 罢 打 班 民 技 总 總 动 動 好 新 客户 總經 总经 各位
	고객 선생 팀장 대리 사장 과장 부장 차장 이사 대표 담당자 여러분 부모 형 누 손 하나 각 날 솜 맵 사용자 상사 주임 책임 수석 매니저 파트장 실장 본부장 우리 저희 담당 전 현 신임 해당 다른`)

// scripts finds names in text without capitals.
func (d *nameDoc) scripts() {
	for r := range d.rs {
		// Line by line, and of a line where it has such letters: most have none.
		whole := d.rs[r].text
		wide := false
		for from := 0; from < len(whole); {
			to := len(whole)
			if k := strings.IndexByte(whole[from:], '\n'); k >= 0 {
				to = from + k
			}
			line := whole[from:to]
			for start, end := wideStretch(line, 0); start < end; start, end = wideStretch(line, end) {
				d.scriptLine(r, from+start, line[start:end], strings.ContainsFunc(line, kana))
				wide = true
			}
			from = to + 1
		}
		if wide {
			d.bareScript(r)
		}
	}
}

// What lies between the letters of one stretch of text without capitals at most, and what is read with it on both sides,
// in bytes. No pattern looks further.
const (
	wideGap    = 48
	wideAround = 16
)

// wideStretch is the first stretch of a line from some byte on that has letters of a script without capitals; empty where
// there is none.
func wideStretch(line string, from int) (start, end int) {
	start = -1
	for i, c := range line[from:] {
		i += from
		switch {
		case start < 0 && wideScript(c):
			start = max(from, i-wideAround)
			end = i + utf8.RuneLen(c)
		case start >= 0 && wideScript(c):
			end = i + utf8.RuneLen(c)
		case start >= 0 && i-end > wideGap:
			end += wideAround
			for !utf8.RuneStart(line[end]) {
				end++
			}
			for !utf8.RuneStart(line[start]) {
				start++
			}
			return start, end
		}
	}
	if start < 0 {
		return 0, 0
	}
	for !utf8.RuneStart(line[start]) {
		start++
	}
	return start, len(line)
}

// scriptLine finds names in a stretch of a line; japaneseLine says that the line has letters that are Japanese alone.
func (d *nameDoc) scriptLine(r, from int, text string, japaneseLine bool) {
	for _, re := range []*pattern{japanese, hiragana, chinese, korean} {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			name := text[m[2]:m[3]]
			if notNames[foldName(name)] || re == korean && (name == "아" || utf8.RuneCountInString(name) > 1 && strings.HasSuffix(name, "장")) {
				continue // 아님 is no; 라인장님 is whoever leads the line
			}
			start := m[2]
			if tail := text[m[4]:m[5]]; re == chinese {
				if commonHan[lastRunes(name, 1)+tail] {
					continue
				}
				// Of Li in 让李总 the family name is the last one before the title.
				c, n := utf8.DecodeLastRuneInString(name)
				if !strings.ContainsRune(familyOne, c) {
					if b, _ := utf8.DecodeRuneInString(name); utf8.RuneCountInString(tail) < 2 || !strings.ContainsRune(familyOne, b) {
						continue
					}
				} else if k := lastFamily(name); k >= 0 {
					start = m[2] + k
				} else {
					start = m[3] - n
				}
			}
			d.claimSpan(r, from+start, from+m[5], Person, true, ruleHonor)
		}
	}
	for _, m := range korean2.FindAllStringSubmatchIndex(text, -1) {
		c, n := utf8.DecodeRuneInString(text[m[2]:m[3]])
		if rest := utf8.RuneCountInString(text[m[2]+n : m[3]]); strings.ContainsRune(familyHangul, c) && rest != 1 && rest < 4 && !notNames[foldName(text[m[2]:m[3]])] {
			d.claimSpan(r, from+m[2], from+m[5], Person, true, ruleHonor)
		}
	}
	for _, re := range []*pattern{arabic, hebrew, indic, thai} {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			if !strings.HasSuffix(text[:m[2]], "ขอบ") { // ขอบคุณ: thanks
				d.claimSpan(r, from+m[2], from+m[3], Person, re != thai, ruleHonor)
			}
		}
	}
	for _, m := range chinese2.FindAllStringSubmatchIndex(text, -1) {
		c, _ := utf8.DecodeRuneInString(text[m[4]:m[5]])
		after, _ := utf8.DecodeRuneInString(text[m[5]:])
		if strings.ContainsRune(familyOne, c) && !notNames[text[m[2]:m[5]]] && (!unicode.Is(unicode.Han, after) || strings.ContainsRune("说說在也把让讓去来來问問给給帮幫是和发發看已正没沒回打", after)) {
			d.claimSpan(r, from+m[2], from+m[5], Person, true, ruleHonor)
		}
	}
	for _, m := range chinese3.FindAllStringSubmatchIndex(text, -1) {
		if name := text[m[2]:m[3]]; !commonHan[name] {
			if c, _ := utf8.DecodeRuneInString(name); strings.ContainsRune(familyOne, c) && !japaneseLine {
				d.claimSpan(r, from+m[2], from+m[3], Person, false, ruleMaybe)
			}
		}
	}
	for _, m := range korean3.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		c, n := utf8.DecodeRuneInString(name)
		switch {
		case scriptNames[foldName(name)], strings.ContainsRune(familyHangul, c) && scriptNames[foldName(name[n:])]:
			d.claimSpan(r, from+m[2], from+m[3], Person, true, ruleListed)
		case strings.ContainsRune("김박최윤황권홍송", c) && utf8.RuneCountInString(name) == 3:
			d.claimSpan(r, from+m[2], from+m[3], Person, false, ruleMaybe)
		}
	}
	for _, m := range company.FindAllStringSubmatchIndex(text, -1) {
		if m[2] < 0 {
			m[2], m[3] = m[4], m[5]
		}
		d.claimSpan(r, from+m[2], from+m[3], Org, true, ruleOrg)
	}
	for _, m := range teamHan.FindAllStringSubmatchIndex(text, -1) {
		d.claimSpan(r, from+m[2], from+m[3], Team, false, ruleTeam)
	}
}

func kana(c rune) bool { return unicode.In(c, unicode.Hiragana, unicode.Katakana) }

// lastFamily is where the last family name of two or three Han letters begins whose given name reaches the end, -1 if none.
func lastFamily(s string) int {
	for i, c := range s {
		if n := utf8.RuneCountInString(s[i:]); strings.ContainsRune(familyOne, c) && n <= 3 {
			return i
		}
	}
	return -1
}

// bareScript claims words without an honorific: a run of Han that is a family name, or begins with one and is a name's
// length; and what the lists have.
func (d *nameDoc) bareScript(r int) {
	for i := range d.toks[r] {
		t := d.at(r, i)
		if t.taken || t.shape != shapeScript || d.owner[r][i] != 0 {
			continue
		}
		runes := []rune(t.text)
		switch {
		case familyHan[t.text], t.ev.name() && t.ev&(isWord|isForeign|isProduct) == 0:
			end := t.end
			if n := d.at(r, i+1); unicode.Is(unicode.Han, runes[0]) && n.shape == shapeScript && len([]rune(n.text)) < 4 && (d.gap(r, i+1) == " " || d.gap(r, i+1) == "\u3000") {
				end = n.end // 田中 美咲
			}
			d.claimSpan(r, t.start, end, Person, true, ruleListed)
		case t.ev&isPlace != 0:
			d.claim(r, i, i+1, Place, true, rulePlace)
		case len(runes) >= 3 && len(runes) <= 5 && unicode.Is(unicode.Han, runes[0]) &&
			(familyHan[string(runes[:2])] || familyHan[string(runes[:3])]):
			d.claim(r, i, i+1, Person, false, ruleMaybe)
		default:
			if stem, sure := scriptName(t.fold); stem != "" {
				start := t.end - len(t.text) + len(t.text) - len(lastRunes(t.text, len([]rune(stem))))
				d.claimSpan(r, start, t.end, Person, sure, ruleListed)
			}
		}
	}
}

// lastRunes are the last n runes of s, all of it where it has fewer.
func lastRunes(s string, n int) string {
	rs := []rune(s)
	return string(rs[max(0, len(rs)-n):])
}

// scriptName is the listed name that a folded word of Arabic, Hebrew, Thai or Devanagari is, after the letters that are
// written together with it; sure unless the letters may be its own.
func scriptName(f string) (stem string, sure bool) {
	if scriptNames[f] {
		return f, !scriptWords[f]
	}
	c, n := utf8.DecodeRuneInString(f)
	rest := f[n:]
	if strings.ContainsRune("وفبلك", c) || strings.ContainsRune("ולבשמהכ", c) {
		if utf8.RuneCountInString(rest) > 2 && scriptNames[rest] {
			return rest, !scriptWords[rest]
		}
	}
	return "", false
}

// cutHonorific cuts the honorific from the end or the beginning of a folded name in such a script.
func cutHonorific(f string) (base, honorific string, ok bool) {
	if c, _ := utf8.DecodeRuneInString(f); !wideScript(c) && !unicode.Is(unicode.Hangul, c) {
		return f, "", false
	}
	for _, h := range wideTails {
		if base, ok := strings.CutSuffix(f, h); ok && base != "" {
			return base, h, true
		}
	}
	return f, "", false
}

// wideTails are honorifics in scripts without capitals, folded, longer ones first.
var wideTails = func() []string {
	var ts []string
	for _, h := range strings.Fields(`さん さま 様 氏 くん 君 ちゃん 先生 先輩 殿 部長 課長 係長 主任 主査 社長 専務 リーダー 女士 小姐 老师 老師 经理 經理 主管 师傅 同学 님 씨
		과장님 부장님 차장님 팀장님 대리님 과장 부장 차장 팀장 대리 जी भाई`) {
		ts = append(ts, h)
		if f := foldName(h); f != h {
			ts = append(ts, f) // as it stands in a folded word
		}
	}
	slices.SortFunc(ts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return ts
}()

func wideScript(c rune) bool {
	return c >= 0x590 && unicode.In(c, unicode.Han, unicode.Katakana, unicode.Hiragana, unicode.Hangul, unicode.Arabic,
		unicode.Hebrew, unicode.Thai, unicode.Devanagari)
}

// claimSpan claims what lies between two offsets, which need not be whole words.
func (d *nameDoc) claimSpan(r, start, end int, kind Kind, certain bool, rule string) {
	ts := d.toks[r]
	i := sort.Search(len(ts), func(k int) bool { return ts[k].end > start })
	j := i
	for ; j < len(ts) && ts[j].start < end; j++ {
		if ts[j].taken || d.owner[r][j] != 0 {
			return
		}
	}
	if j == i {
		return
	}
	d.write()
	d.found[r] = append(d.found[r], match{start: start, end: end, kind: kind, certain: certain, rule: rule})
	for k := i; k < j; k++ {
		d.owner[r][k] = int32(len(d.found[r]))
	}
}
