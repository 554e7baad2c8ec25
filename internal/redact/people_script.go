package redact

import (
	"sort"
	"strings"
	"unicode"
)

// Names in scripts without capitals are found by what goes with them: an honorific, a title, a family name.
var (
	japanese = newPattern(`([\p{Han}々ヶ]{1,5}|[\p{Katakana}ー・]{2,12})(さん|さま|様|氏|くん|君|ちゃん|先生|先輩|部長|課長|係長|主任|社長)`)
	hiragana = newPattern(`(?:^|[^\p{Hiragana}])(\p{Hiragana}{2,4}?)(さん|ちゃん|くん|様)`)
	chinese  = newPattern(`(\p{Han}{1,3})(先生|女士|小姐|老师|老師|经理|經理|主管|师傅|同学)`)
	chinese2 = newPattern(`(?:^|[^\p{Han}])[老小阿](\p{Han})(?:$|[^\p{Han}])`)
	korean   = newPattern(`(\p{Hangul}{1,4}?) ?(님|씨)(?:$|[^\p{Hangul}]|이|께|은|는|이랑|과|와|도|의|에게|한테|한테서|께서|을|를|가|만|부터|까지|께서는|이가|하고)`)
	arabic   = newPattern(`(?:السيدة|السيد|الأستاذة|الأستاذ|المهندسة|المهندس|الدكتورة|الدكتور|الأخ|الأخت|أستاذ|مهندس|دكتور|أبو|أم) (\p{Arabic}{2,})`)
	hebrew   = newPattern(`(?:מר|גב'|גברת|ד"ר|פרופ'|אדון) (\p{Hebrew}{2,})`)
	indic    = newPattern(`([\p{Devanagari}]{2,})[ -]?(?:जी|भाई|साहब|सर|मैडम)(?:$|[^\p{Devanagari}])`)
	thai     = newPattern(`(?:คุณ|พี่|น้อง|นางสาว|นาย|นาง)([\p{Thai}]{2,12})`)
	company  = newPattern(`(?:株式会社|有限会社|合同会社|㈱|주식회사 ?|\(주\))([\p{Han}\p{Katakana}\p{Hiragana}\p{Hangul}ー]{2,12})|([\p{Han}\p{Katakana}\p{Hangul}ー]{2,12})(?:株式会社|有限公司|有限会社|㈱)`)
	teamHan  = newPattern(`([\p{Han}\p{Katakana}ー]{2,8})(?:チーム|团队|團隊)`)
)

// notNames are what stands before such an honorific and is nobody.
var notNames = nameSet(`たく みな おかあ おとう おにい おねえ おば おじ おきゃく やっ おい むす 皆 お客 客 神 王 殿 仕 同 模 多 異 有 一 何 奥 貴 両 彼 御 諸 各 父 母 兄 姉 嫁 旦那 担当者 業者 顧客 弊社 御社 係 部 課 副
	고객 선생 팀장 대리 사장 과장 부장 차장 이사 대표 담당자 여러분 부모 형 누 손 하나 각 날 솜 맵 사용자 상사 주임 책임 수석 매니저 파트장 실장 본부장`)

// familyHan are the commonest family names of Japan and China, for names that stand bare in such text.
var familyHan = nameSet(`佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎
	池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本
	藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野
	小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菊地 岩崎 桜井 佐野
	野村 松尾 市川 杉本 古川 島田 水野 立花 桑原 西田 飯田 久保 久保田 吉川 松下 荒木 山内 望月 大西 関口 川口 北村 永井
	浜田 星野 矢野 秋山 菅原 中西 内藤 松岡 堀内 土屋 服部 樋口 福島 須藤 荒井 本田 小松 成田 黒田 三宅 石原 川村 岩田
	松村 大久保 奥村 早川 片山 萩原 榎本 小池 吉村 川崎 辻本 浅野 西川 平田 中田 森本 王伟 张伟 李伟 李娜 王芳 张敏 刘洋`)

// scripts finds names in text without capitals.
func (d *nameDoc) scripts() {
	for r := range d.rs {
		// Line by line: most lines have no such letter.
		whole := d.rs[r].text
		wide := false
		for from := 0; from < len(whole); {
			to := len(whole)
			if k := strings.IndexByte(whole[from:], '\n'); k >= 0 {
				to = from + k
			}
			if line := whole[from:to]; strings.ContainsFunc(line, wideScript) {
				d.scriptLine(r, from, line)
				wide = true
			}
			from = to + 1
		}
		if wide {
			d.bareHan(r)
		}
	}
}

func (d *nameDoc) scriptLine(r, from int, text string) {
	for _, re := range []*pattern{japanese, hiragana, chinese, korean, indic} {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			name := text[m[2]:m[3]]
			if notNames[foldName(name)] || notNames[name] {
				continue
			}
			d.claimSpan(r, from+m[2], from+m[3], Person, true, ruleHonor)
		}
	}
	for _, re := range []*pattern{arabic, hebrew, thai} {
		for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
			d.claimSpan(r, from+m[2], from+m[3], Person, re != thai, ruleHonor)
		}
	}
	for _, m := range chinese2.FindAllStringSubmatchIndex(text, -1) {
		d.claimSpan(r, from+m[2], from+m[3], Person, false, ruleHonor)
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

// bareHan claims a run of Han that is a family name, or begins with one and is a name's length.
func (d *nameDoc) bareHan(r int) {
	for i := range d.toks[r] {
		t := d.at(r, i)
		if t.taken || t.shape != shapeScript || d.owner[r][i] != 0 {
			continue
		}
		runes := []rune(t.text)
		switch {
		case familyHan[t.text], t.ev.name() && t.ev&(isWord|isForeign|isProduct) == 0:
			d.claim(r, i, i+1, Person, true, ruleListed)
		case t.ev&isPlace != 0:
			d.claim(r, i, i+1, Place, true, rulePlace)
		case len(runes) >= 3 && len(runes) <= 5 && unicode.Is(unicode.Han, runes[0]) &&
			(familyHan[string(runes[:2])] || familyHan[string(runes[:3])]):
			d.claim(r, i, i+1, Person, false, ruleMaybe)
		}
	}
}

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
	d.found[r] = append(d.found[r], match{start: start, end: end, kind: kind, certain: certain, rule: rule})
	for k := i; k < j; k++ {
		d.owner[r][k] = int32(len(d.found[r]))
	}
}
