package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names in Cyrillic, Greek, Hangul and Japanese letters are known by how they are spelled in Latin ones: the lists have
// Oksana, so Оксана is a name; and Seo-yeon Lee is 이서연.

// Letters of Cyrillic and Greek as they are written in Latin letters: the commonest way first, then others.
var (
	cyrillic = map[rune][]string{
		'а': {"a"}, 'б': {"b"}, 'в': {"v"}, 'г': {"g", "h"}, 'ґ': {"g"}, 'д': {"d"}, 'е': {"e", "e"}, 'є': {"ie", "ye"}, 'ё': {"e", "yo"},
		'ж': {"zh"}, 'з': {"z"}, 'и': {"i", "y"}, 'і': {"i"}, 'ї': {"i", "yi"}, 'й': {"y", "i"}, 'к': {"k"}, 'л': {"l"}, 'м': {"m"},
		'н': {"n"}, 'о': {"o"}, 'п': {"p"}, 'р': {"r"}, 'с': {"s"}, 'т': {"t"}, 'у': {"u"}, 'ф': {"f"}, 'х': {"kh", "h"}, 'ц': {"ts", "c"},
		'ч': {"ch", "c"}, 'ш': {"sh", "s"}, 'щ': {"shch", "sht"}, 'ъ': {"", "a"}, 'ы': {"y"}, 'ь': {""}, 'э': {"e"}, 'ю': {"yu", "iu"},
		'я': {"ya", "ia"}, 'ђ': {"dj"}, 'ј': {"j"}, 'љ': {"lj"}, 'њ': {"nj"}, 'ћ': {"c"}, 'џ': {"dz"}, 'ў': {"u"},
	}
	greek = map[rune][]string{
		'α': {"a"}, 'β': {"v"}, 'γ': {"g", "y"}, 'δ': {"d"}, 'ε': {"e"}, 'ζ': {"z"}, 'η': {"i"}, 'θ': {"th"}, 'ι': {"i"}, 'κ': {"k"}, 'λ': {"l"},
		'μ': {"m"}, 'ν': {"n"}, 'ξ': {"x"}, 'ο': {"o"}, 'π': {"p"}, 'ρ': {"r"}, 'σ': {"s"}, 'ς': {"s"}, 'τ': {"t"}, 'υ': {"y", "i"}, 'φ': {"f", "ph"},
		'χ': {"ch", "h"}, 'ψ': {"ps"}, 'ω': {"o"},
	}
)

var greekPairs = strings.NewReplacer("ου", "ου", "μπ", "b", "ντ", "d", "γκ", "g", "γγ", "ng", "γι", "gi", "ει", "i", "οι", "i", "αι", "e", "αυ", "av", "ευ", "ev")

// caseEndings are what names take on in the cases of Slavic languages and of Greek, as spelled in Latin letters, and
// what stands in their place in a dictionary.
var caseEndings = []struct{ from, to string }{
	{"", ""}, {"a", ""}, {"u", ""}, {"om", ""}, {"em", ""}, {"ovi", ""}, {"e", ""}, {"y", "a"}, {"i", "a"}, {"u", "a"}, {"e", "a"}, {"oy", "a"}, {"ou", "a"}, {"ey", "a"},
	{"oyu", "a"}, {"yu", "y"}, {"ya", "y"}, {"yem", "y"}, {"yu", "ya"}, {"i", "ya"}, {"yey", "ya"}, {"iu", "ia"}, {"iyu", "iya"}, {"ii", "iya"}, {"yu", ""}, {"ya", ""},
	{"u", "o"}, {"a", "o"}, {"oi", "a"}, {"oiu", "a"}, {"omu", "yi"}, {"omu", "y"}, {"ogo", "y"}, {"", "s"}, {"ou", "os"}, {"e", "os"},
}

// latinSpellings are how a word in Cyrillic or Greek letters may be spelled in Latin ones, in small letters; nil for others.
func latinSpellings(word string) []string {
	c, _ := utf8.DecodeRuneInString(word)
	word = strings.ToLower(word)
	var table map[rune][]string
	switch {
	case unicode.Is(unicode.Cyrillic, c):
		table = cyrillic
	case unicode.Is(unicode.Greek, c):
		table = greek
		word = greekPairs.Replace(withoutTonos.Replace(word))
	default:
		return nil
	}
	out := []string{""}
	for _, c := range word {
		ls, ok := table[c]
		switch {
		case ok && len(ls) > 1 && len(out) <= 8:
			n := len(out)
			for _, l := range ls[1:] {
				for _, o := range out[:n] {
					out = append(out, o+l)
				}
			}
			for i := range out[:n] {
				out[i] += ls[0]
			}
		case ok:
			for i := range out {
				out[i] += ls[0]
			}
		case c < 0x80:
			for i := range out {
				out[i] += string(c)
			}
		}
	}
	return out
}

var withoutTonos = strings.NewReplacer("ά", "α", "έ", "ε", "ή", "η", "ί", "ι", "ό", "ο", "ύ", "υ", "ώ", "ω", "ϊ", "ι", "ϋ", "υ", "ΐ", "ι", "ΰ", "υ", "ου", "ου")

// spelledName is the listed name that a word in Cyrillic or Greek letters is, in whatever case, as the lists spell it,
// and what they say of it.
func spelledName(word string) (string, evidence) {
	if utf8.RuneCountInString(word) < 3 {
		return "", 0
	}
	all := latinSpellings(word)
	for _, e := range caseEndings {
		for _, s := range all {
			stem, ok := strings.CutSuffix(s, e.from)
			if !ok || len(stem) < 3 {
				continue
			}
			if ev := evidenceOf(stem + e.to); ev&(isGiven|isFamily) != 0 {
				return stem + e.to, ev & (isGiven | isFamily)
			}
		}
	}
	return "", 0
}

// sound is a rough form of a name in Latin letters in which the common latinSpellings of one name in another script agree:
// Seo-yeon and Seoyeon, Hrytsenko and Gritsenko, Joon and Jun.
func sound(latin string) string {
	return soundPairs.Replace(strings.Map(func(c rune) rune {
		if c < 'a' || c > 'z' {
			return -1
		}
		return c
	}, foldName(latin)))
}

var soundPairs = strings.NewReplacer("shch", "s", "sht", "s", "sch", "s", "tch", "c", "kh", "h", "gh", "h", "ch", "c", "sh", "s", "zh", "z", "cz", "c", "ts", "c", "tz", "c", "ph", "f", "th", "t",
	"yeo", "u", "eo", "u", "oo", "u", "ou", "u", "eu", "u", "wo", "u", "woo", "u", "ee", "i", "yi", "i", "ie", "e", "ye", "e", "ya", "a", "ia", "a", "yu", "u", "iu", "u",
	"y", "i", "j", "c", "k", "g", "p", "b", "d", "t", "r", "l", "w", "v", "h", "g", "q", "g", "x", "gs")

// hangulLatin is a name in Hangul, spelled in Latin letters letter by letter; "" for others.
func hangulLatin(word string) string {
	initial := strings.Fields("g kk n d tt r m b pp s ss - j jj ch k t p h")
	medial := strings.Fields("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
	final := strings.Fields("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
	var b strings.Builder
	for _, c := range word {
		if c < 0xac00 || c > 0xd7a3 {
			return ""
		}
		n := int(c) - 0xac00
		for _, l := range []string{initial[n/588], medial[n%588/28], final[n%28]} {
			if l != "-" {
				b.WriteString(l)
			}
		}
	}
	return b.String()
}

// hangulFamily are family names that are spelled by custom, not letter by letter.
var hangulFamily = map[string][]string{"김": {"kim", "gim"}, "이": {"lee", "yi", "rhee"}, "박": {"park", "pak", "bak"}, "최": {"choi", "choe"}, "정": {"jung", "jeong", "chung"}, "강": {"kang", "gang"},
	"조": {"cho", "jo"}, "윤": {"yoon", "yun"}, "장": {"jang", "chang"}, "임": {"lim", "im"}, "한": {"han"}, "오": {"oh", "o"}, "서": {"seo", "suh"}, "신": {"shin", "sin"}, "권": {"kwon", "gwon"},
	"황": {"hwang"}, "안": {"ahn", "an"}, "송": {"song"}, "류": {"ryu", "yoo"}, "유": {"yoo", "yu"}, "전": {"jeon", "jun"}, "홍": {"hong"}, "고": {"ko", "go"}, "문": {"moon", "mun"}, "양": {"yang"},
	"손": {"son", "sohn"}, "배": {"bae", "pae"}, "백": {"baek", "paik"}, "허": {"heo", "hur"}, "남": {"nam"}, "심": {"shim", "sim"}, "노": {"noh", "roh", "no"}, "하": {"ha"}, "곽": {"kwak"}, "우": {"woo"}}

// readings are how family names of Japan and China are read.
var readings = pairsOf(`佐藤 sato 鈴木 suzuki 高橋 takahashi 田中 tanaka 伊藤 ito 伊東 ito 渡辺 watanabe 渡邊 watanabe 渡部 watanabe 山本 yamamoto 中村 nakamura 小林 kobayashi 加藤 kato 吉田 yoshida
	山田 yamada 佐々木 sasaki 山口 yamaguchi 松本 matsumoto 井上 inoue 木村 kimura 斎藤 saito 齋藤 saito 斉藤 saito 清水 shimizu 山崎 yamazaki 池田 ikeda 橋本 hashimoto 阿部 abe 安部 abe
	石川 ishikawa 山下 yamashita 中島 nakajima 石井 ishii 小川 ogawa 前田 maeda 岡田 okada 長谷川 hasegawa 藤田 fujita 後藤 goto 近藤 kondo 村上 murakami 遠藤 endo 青木 aoki 坂本 sakamoto
	福田 fukuda 太田 ota 西村 nishimura 藤井 fujii 金子 kaneko 岡本 okamoto 藤原 fujiwara 三浦 miura 中野 nakano 中川 nakagawa 原田 harada 松田 matsuda 竹内 takeuchi 小野 ono 田村 tamura
	中山 nakayama 和田 wada 石田 ishida 森田 morita 上田 ueda 内田 uchida 柴田 shibata 酒井 sakai 宮崎 miyazaki 横山 yokoyama 高木 takagi 安藤 ando 宮本 miyamoto 大野 ono 小島 kojima 谷口 taniguchi
	今井 imai 工藤 kudo 高田 takada 増田 masuda 丸山 maruyama 杉山 sugiyama 村田 murata 大塚 otsuka 新井 arai 小山 koyama 平野 hirano 藤本 fujimoto 河野 kono 上野 ueno 野口 noguchi 武田 takeda
	松井 matsui 千葉 chiba 菊地 kikuchi 岩崎 iwasaki 桜井 sakurai 佐野 sano 野村 nomura 松尾 matsuo 市川 ichikawa 杉本 sugimoto 古川 furukawa 島田 shimada 水野 mizuno 立花 tachibana 桑原 kuwabara
	西田 nishida 飯田 iida 久保 kubo 久保田 kubota 吉川 yoshikawa 松下 matsushita 荒木 araki 山内 yamauchi 望月 mochizuki 大西 onishi 関口 sekiguchi 川口 kawaguchi 北村 kitamura 永井 nagai
	浜田 hamada 星野 hoshino 矢野 yano 秋山 akiyama 菅原 sugawara 中西 nakanishi 内藤 naito 松岡 matsuoka 堀内 horiuchi 土屋 tsuchiya 服部 hattori 樋口 higuchi 福島 fukushima 須藤 sudo 荒井 arai
	本田 honda 小松 komatsu 成田 narita 黒田 kuroda 三宅 miyake 石原 ishihara 川村 kawamura 岩田 iwata 松村 matsumura 大久保 okubo 奥村 okumura 早川 hayakawa 片山 katayama 萩原 hagiwara
	榎本 enomoto 小池 koike 吉村 yoshimura 川崎 kawasaki 辻本 tsujimoto 浅野 asano 西川 nishikawa 平田 hirata 中田 nakata 森本 morimoto 大島 oshima 熊谷 kumagai 川上 kawakami 神田 kanda 本間 homma
	木下 kinoshita 岡崎 okazaki 尾崎 ozaki 大橋 ohashi 宮田 miyata 岡部 okabe 小西 konishi 篠原 shinohara 吉岡 yoshioka 松原 matsubara 高山 takayama 広瀬 hirose 小野寺 onodera 森 mori 林 lin 原 hara
	王 wang 李 li 张 zhang 張 zhang 刘 liu 劉 liu 陈 chen 陳 chen 杨 yang 楊 yang 黄 huang 黃 huang 赵 zhao 趙 zhao 吴 wu 吳 wu 周 zhou 徐 xu 孙 sun 孫 sun 马 ma 馬 ma 朱 zhu 胡 hu 郭 guo 何 he 高 gao
	罗 luo 羅 luo 郑 zheng 鄭 zheng 梁 liang 谢 xie 謝 xie 宋 song 唐 tang 许 xu 許 xu 韩 han 韓 han 冯 feng 馮 feng 邓 deng 鄧 deng 曹 cao 彭 peng 曾 zeng 肖 xiao 田 tian 董 dong 潘 pan 袁 yuan 蔡 cai
	蒋 jiang 蔣 jiang 余 yu 于 yu 杜 du 叶 ye 葉 ye 程 cheng 魏 wei 苏 su 蘇 su 吕 lu 丁 ding 任 ren 卢 lu 姚 yao 沈 shen 钟 zhong 姜 jiang 崔 cui 谭 tan 陆 lu 范 fan 汪 wang 廖 liao 石 shi 金 jin 韦 wei
	贾 jia 夏 xia 付 fu 方 fang 邹 zou 熊 xiong 白 bai 孟 meng 秦 qin 邱 qiu 侯 hou 江 jiang 尹 yin 薛 xue 闫 yan 雷 lei 龙 long 龍 long 陶 tao 贺 he 顾 gu 毛 mao 郝 hao 龚 gong 邵 shao 万 wan 钱 qian 严 yan 戴 dai 莫 mo 孔 kong 向 xiang 汤 tang`)

func pairsOf(s string) map[string]string {
	m := map[string]string{}
	ws := strings.Fields(s)
	for i := 0; i+1 < len(ws); i += 2 {
		m[ws[i]] = ws[i+1]
	}
	return m
}

// latinForms are the sounds of a word in another script, in the ways it may be spelled; nil for a word in Latin letters.
// A name of family and given name in one word has the sounds of both.
func latinForms(word string) []string {
	c, n := utf8.DecodeRuneInString(word)
	var out []string
	switch {
	case unicode.In(c, unicode.Cyrillic, unicode.Greek):
		if listed, _ := spelledName(word); listed != "" {
			out = append(out, sound(listed))
		}
		for _, s := range latinSpellings(word) {
			out = append(out, sound(s))
		}
	case unicode.Is(unicode.Hangul, c):
		out = append(out, sound(hangulLatin(word)))
		if family := hangulFamily[word[:n]]; family != nil && utf8.RuneCountInString(word) > 2 {
			out = append(out, sound(hangulLatin(word[n:])))
			for _, f := range family {
				out = append(out, sound(f), sound(f+hangulLatin(word[n:])))
			}
		}
	case unicode.Is(unicode.Han, c):
		if r := readings[word]; r != "" {
			return []string{sound(r)}
		}
		if given := pinyin(word); given != "" {
			out = append(out, sound(given)) // 小明
			if family := readings[word[:n]]; family != "" {
				out = append(out, sound(family), sound(pinyin(word[n:])))
			}
			return out
		}
		for _, k := range []int{3, 2} { // of 田中美咲 the family name
			if rs := []rune(word); len(rs) > k {
				if r := readings[string(rs[:k])]; r != "" {
					return []string{sound(r)}
				}
			}
		}
	case unicode.In(c, unicode.Hiragana, unicode.Katakana):
		out = append(out, sound(kanaLatin(word)))
	}
	return out
}

// pinyin is a name in Chinese characters as it is read; "" where a character is in neither list.
func pinyin(word string) string {
	var b strings.Builder
	for _, c := range word {
		s := cmp.Or(givenReadings[string(c)], readings[string(c)])
		if s == "" {
			return ""
		}
		b.WriteString(s)
	}
	return b.String()
}

// givenReadings are how characters of given names of China are read.
var givenReadings = pairsOf(`小 xiao 明 ming 伟 wei 偉 wei 芳 fang 娜 na 敏 min 静 jing 靜 jing 丽 li 麗 li 强 qiang 強 qiang 磊 lei 军 jun 軍 jun 洋 yang 勇 yong 艳 yan 杰 jie 傑 jie 娟 juan
	涛 tao 濤 tao 超 chao 秀 xiu 霞 xia 平 ping 刚 gang 剛 gang 桂 gui 英 ying 华 hua 華 hua 玉 yu 兰 lan 蘭 lan 红 hong 紅 hong 建 jian 国 guo 國 guo 志 zhi 文 wen 海 hai 波 bo 宇 yu 浩 hao 然 ran
	子 zi 轩 xuan 軒 xuan 欣 xin 怡 yi 佳 jia 雨 yu 晨 chen 梓 zi 涵 han 一 yi 诺 nuo 思 si 远 yuan 遠 yuan 天 tian 鹏 peng 鵬 peng 飞 fei 飛 fei 云 yun 雲 yun 峰 feng 林 lin 春 chun 梅 mei 雪 xue
	梦 meng 夢 meng 婷 ting 玲 ling 琳 lin 洁 jie 潔 jie 倩 qian 颖 ying 穎 ying 慧 hui 晓 xiao 曉 xiao 亮 liang 东 dong 東 dong 辉 hui 輝 hui 斌 bin 凯 kai 凱 kai 俊 jun 瑞 rui 博 bo 翔 xiang 旭 xu
	阳 yang 陽 yang 健 jian 康 kang 永 yong 光 guang 宁 ning 寧 ning 安 an 心 xin 美 mei 琪 qi 萍 ping 莉 li 燕 yan 珍 zhen 凤 feng 鳳 feng 荣 rong 榮 rong 庆 qing 慶 qing 成 cheng 家 jia 豪 hao
	诗 shi 詩 shi 语 yu 語 yu 可 ke 乐 le 樂 le 嘉 jia 昊 hao 泽 ze 澤 ze 睿 rui 晴 qing 薇 wei 蕾 lei 萌 meng 冰 bing 丹 dan 妍 yan 彤 tong 悦 yue 宏 hong 立 li 新 xin 爱 ai 愛 ai 秋 qiu 月 yue
	清 qing 泉 quan 生 sheng 德 de 福 fu 贵 gui 貴 gui 祥 xiang 学 xue 學 xue 义 yi 義 yi 仁 ren 信 xin 毅 yi 中 zhong 正 zheng 宗 zong 世 shi 少 shao 大 da 长 chang 君 jun 山 shan 川 chuan`)

// kanaLatin is a word in kana spelled in Latin letters.
func kanaLatin(word string) string {
	var b strings.Builder
	for _, c := range word {
		if c >= 'ァ' && c <= 'ヶ' {
			c -= 'ァ' - 'ぁ'
		}
		s := kanaTable[string(c)]
		if len(s) == 2 && s[0] == '+' { // ゃ after き
			t := strings.TrimSuffix(b.String(), "i")
			b.Reset()
			b.WriteString(t)
			if !strings.HasSuffix(t, "sh") && !strings.HasSuffix(t, "ch") && !strings.HasSuffix(t, "j") {
				b.WriteByte('y')
			}
			s = s[1:]
		}
		b.WriteString(s)
	}
	return b.String()
}

var kanaTable = pairsOf(`あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho
	ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo
	ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゃ +a ゅ +u ょ +o`)

// otherScript says whether a text has letters of a script whose names are known by their Latin spelling.
func otherScript(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool {
		return c >= 0x370 && unicode.In(c, unicode.Cyrillic, unicode.Greek, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}

// latinise gives people whose names stand in another script the words of the same names in Latin letters, where the
// account has them: Оксана and Oksana have the same word, and so 이서연 and Seo-yeon Lee.
func (c *crowd) latinise() {
	others := false
	for _, g := range c.of(Person) {
		others = others || otherScript(c.groups[g].text)
	}
	if !others {
		return
	}
	bySound := map[string]string{} // the Latin word of a sound; "" where two words have it
	for _, g := range c.of(Person) {
		if otherScript(c.groups[g].text) {
			continue
		}
		for _, w := range c.groups[g].words {
			s := sound(w)
			if had, ok := bySound[s]; len(s) > 1 && (!ok || unhyphened(had) == unhyphened(w)) {
				bySound[s] = w
			} else {
				bySound[s] = ""
			}
		}
	}
	for _, g := range c.of(Person) {
		grp := &c.groups[g]
		if !otherScript(grp.text) {
			continue
		}
		var words []string
		for _, raw := range wordsOf(grp.text) {
			folded := nameWords(raw)
			if len(folded) == 1 && (titleWord(raw, true) || honorifics[folded[0]]) || len(words) > 0 && strings.HasSuffix(raw, "님") {
				continue
			}
			words = append(words, latinWords(raw, folded, bySound)...)
		}
		if len(words) > 0 {
			grp.words = words
		}
	}
}

// latinWords are the Latin words of one word in another script; the folded ones where there are none.
func latinWords(raw string, folded []string, bySound map[string]string) []string {
	if base, _, ok := cutHonorific(raw); ok {
		raw = base
	}
	var words []string
	for _, run := range scriptRunsOf(raw) {
		for _, s := range latinForms(run) {
			if w := bySound[s]; w != "" && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	if len(words) > 0 {
		return words
	}
	if listed, _ := spelledName(raw); listed != "" {
		return []string{listed}
	}
	return folded
}

// scriptRunsOf cuts a word where its script changes.
func scriptRunsOf(word string) []string {
	var runs []string
	start, script := 0, scriptNone
	for i, c := range word {
		if s := scriptOf(c); s != script && i > start {
			runs, start = append(runs, word[start:i]), i
			script = s
		} else {
			script = s
		}
	}
	return append(runs, word[start:])
}
