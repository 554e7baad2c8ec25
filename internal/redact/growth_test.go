package redact

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// hostile are texts that nobody writes and somebody pastes, each of about size bytes.
func hostile(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size] }
	random := rand.New(rand.NewPCG(3, 7))
	each := func(line func(i int) string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(line(i))
		}
		return b.String()
	}
	word := func(i int) string {
		s := ""
		for range 4 {
			s += strings.Fields("ba ke li mo nu ra se ti vo zu dan fer gol hin jor")[i%15]
			i /= 15
		}
		return strings.ToUpper(s[:1]) + s[1:]
	}
	noise := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[random.IntN(64)]
		}
		return string(b)
	}
	return map[string]string{
		"base64 in lines":    each(func(int) string { return noise(76) + "\n" }),
		"base64 in one line": noise(size),
		"base64 in words":    each(func(i int) string { return noise(20+i%20) + " " }),
		"names":              each(func(int) string { return "asked " + word(random.IntN(50000)) + " " + word(random.IntN(50000)) + "\n" }),
		"one first name":     each(func(i int) string { return "asked Priya " + word(i) + "\n" }),
		"unknown words":      each(func(i int) string { return "then " + word(i) + " broke\n" }),
		"logins and names": each(func(i int) string {
			return fmt.Sprintf("%s %s is @%s\n", word(i), word(i*7), strings.ToLower(word(i)[:1]+word(i*7)))
		}),
		"machines":           each(func(i int) string { return fmt.Sprintf("ssh user%d@db-%d.fra.acme.io\n", i, i) }),
		"lettered machines":  fill("gpu-a was full, "),
		"tickets":            each(func(i int) string { return fmt.Sprintf("INC-%d, https://x.acme.io/browse/INC-%d\n", i, i) }),
		"passwords":          each(func(i int) string { return fmt.Sprintf("password=aX%dq9Zk%d\n", i, i*31) }),
		"chat":               each(func(i int) string { return fmt.Sprintf("[03:%02d] <%s> hi %s\n", i%60, word(i%1000), word(i%900)) }),
		"short lines":        fill("x 10.2.3.4\n"),
		"capitals":           fill("Aa "),
		"institutions":       fill("Sterling Heights College of "),
		"first letters":      fill("J."),
		"no password":        fill("the password is "),
		"dots":               fill("a.b1."),
		"brackets":           fill("[a](b "),
		"key without an end": "-----BEGIN RSA PRIVATE KEY-----\n" + fill("MIIEowIBAAKCAQEAfakefakefakefakeMIIEowIBAAKCAQEAfakefakefake1234\n"),
		"look-alikes":        fill("Рriуа Раtеl аskеd "),
		"not UTF-8":          fill("\xff\xed\xa0\xbd"),
		"marks":              fill("a\u0301\u0301\u0301"),
		"empty lines":        fill("\n"),
	}
}

// TestExamineGrows checks by the memory asked for, which does not depend on how busy the machine is, that four times
// the text is four times the work, and that nothing panics.
func TestExamineGrows(t *testing.T) {
	const size = 12 << 10
	small, large := hostile(size), hostile(4*size)
	small["account"], large["account"] = accountText(t, 4*size), strings.Repeat(accountText(t, 4*size)+"\n\n", 4)
	for _, name := range slices.Sorted(maps.Keys(small)) {
		cost := func(text string) uint64 {
			return allocated(func() { checkSurvey(t, Examine([]Source{{Text: text}}, nil)) })
		}
		cost(large[name]) // what is made once
		a, b := cost(small[name]), cost(large[name])
		if b > 6*a+1<<20 {
			t.Errorf("%s: %d bytes asked for, %d for four times the text", name, a, b)
		}
	}
}

// allocated is how many bytes of memory f asks for.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// BenchmarkGrowth prints how much longer 1,000 KB take than 100, of an account and of what nobody writes. Aim: 12.
func BenchmarkGrowth(b *testing.B) {
	texts := [2]map[string]string{hostile(100 << 10), hostile(1000 << 10)}
	texts[0]["account"], texts[1]["account"] = accountText(b, 100<<10), accountText(b, 1000<<10)
	for _, name := range slices.Sorted(maps.Keys(texts[0])) {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			var spent [2]time.Duration
			for b.Loop() {
				for i := range spent {
					start := time.Now()
					Examine([]Source{{Text: texts[i][name]}}, nil)
					spent[i] += time.Since(start)
				}
			}
			b.ReportMetric(spent[1].Seconds()*1000/float64(b.N), "ms/1000KB")
			b.ReportMetric(float64(spent[1])/float64(spent[0]), "1000KB/100KB")
		})
	}
}
