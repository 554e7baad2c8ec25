// Package example is documents to draw in tests: from one line to everything that a document can hold.
//
// Nothing in them identifies anybody, so that their text is clean as it stands. Only tests import it.
package example

import (
	"fmt"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Names are the names of the documents, in order of size.
var Names = []string{"line", "five", "code", "cjk", "hostile", "everything", "forty", "many", "pages"}

// Document is the document of that name.
func Document(name string) report.Document { return report.New(contents[name]()) }

var contents = map[string]func() report.Contents{
	"line": line, "five": five, "code": code, "cjk": cjk, "hostile": hostile, "everything": whole,
	"forty": func() report.Contents { return Many(40) }, "many": func() report.Contents { return Many(300) },
	"pages": func() report.Contents { return Pages(5) },
}

// clean is text in which nothing identifies.
func clean(text string) redact.Clean {
	s := redact.Examine([]redact.Source{{Text: text}}, nil)
	p := s.Plan(redact.Choice{Sources: []int{0}})
	var decisions []redact.Decision
	for _, e := range p.Undecided() {
		for _, f := range e.Forms {
			decisions = append(decisions, redact.Decision{Kind: e.Kind, Key: redact.Key(e.Kind, f), Action: redact.Keep, Count: len(e.Spans)})
		}
	}
	c, err := s.Plan(redact.Choice{Sources: []int{0}, Decisions: decisions}).Apply(0)
	if err != nil {
		panic("example: " + err.Error())
	}
	return c
}

func at(minutes int) report.Clock { return report.Clock{Minutes: minutes, Known: true} }

func about(minutes, before, after int) report.Clock {
	return report.Clock{Minutes: minutes, Known: true, About: true, Before: before, After: after}
}

func text(h report.Heading, c report.Clock, words string, said ...report.Said) report.Text {
	side := report.Mine
	if h == report.Effects || h == report.Conditions {
		side = report.Happened
	}
	return report.Text{Heading: h, At: c, Side: side, Said: said, Clean: clean(words)}
}

func decision(c report.Clock, words string) report.Text {
	t := text(report.Understandings, c, words)
	t.Mark = "decision"
	return t
}

func say(name string, values ...string) report.Said { return report.Said{Name: name, Values: values} }

func line() report.Contents {
	return report.Contents{Profile: redact.ByRole, Texts: []report.Text{text(report.Actions, at(0), "Restarted the queue, no idea yet.")}}
}

func five() report.Contents {
	return report.Contents{
		Profile: redact.ByRole, Name: clean("The slow tide"),
		Texts: []report.Text{
			text(report.Effects, at(0), "The page: checkout answers 503, one in four."),
			text(report.Actions, at(4), "Restarted **service 1** on host 1.", say("how I know", "shell history")),
			text(report.Expectations, at(5), "Errors are gone within two minutes.", say("what it rested on", "runbook"), say("how sure I was", "fairly sure")),
			text(report.Effects, at(19), "Errors were gone."),
			decision(at(21), "Leave it, and look again in an hour."),
		},
		Outcomes: []report.Pairing{{
			Expectation: 2, Effects: []int{3}, Became: report.Became{Met: report.NotMet, Before: true, Direction: "later", Why: []string{"system differs from its documentation"}, Level: []string{"technical"}},
			Words: clean("The runbook speaks of the old cache, which was empty after a restart. This one is read from disk."),
		}},
	}
}

const psql = "```sh\n$ psql -h host-1 -c \"select client_addr, state, sent_lsn, replay_lsn, replay_lag from pg_stat_replication where state is not null\"\n\n client_addr | state     | replay_lag\n-------------+-----------+-----------\n [ip-1]      | streaming | 904 s   \n [ip-2]      | catchup   | 1910 s  \n(2 rows)\n```"

func code() report.Contents {
	var rows, wide strings.Builder
	rows.WriteString("What each replica said:\n\n| replica | lag | what it was doing when I looked |\n|:--|--:|:--|\n")
	for i := range 44 {
		fmt.Fprintf(&rows, "| host %d | %d s | %s |\n", i+1, 31*i%97, []string{"streaming", "catching up, since the restart of the one before it", "idle; its disk was full, and nothing had said so to anybody for a while"}[i%3])
	}
	wide.WriteString("|" + strings.Repeat(" h |", 26) + "\n|" + strings.Repeat("---|", 26) + "\n")
	for range 3 {
		wide.WriteString("|")
		for i := range 26 {
			fmt.Fprintf(&wide, " value %d |", i)
		}
		wide.WriteString("\n")
	}
	var log strings.Builder
	log.WriteString("The log of the first minutes.\n\n```\n")
	for i := range 90 {
		fmt.Fprintf(&log, "level=warn msg=\"retry %d of 90: upstream did not answer\" component=forwarder queue=main%s\n", i, strings.Repeat(" detail=none", i%7))
	}
	log.WriteString("```")
	return report.Contents{Profile: redact.ByRole, Texts: []report.Text{
		text(report.Actions, at(0), "Looked at replication.\n\n"+psql+"\n\nThen `kubectl -n payments rollout undo deploy/ledger --to-revision=12` twice."),
		text(report.Effects, at(3), rows.String()),
		text(report.Effects, at(9), wide.String()),
		text(report.Effects, at(9), log.String()),
		text(report.Effects, at(11), "| name | what it said |\n|---|---|\n| one row | "+strings.Repeat("connection refused while dialling the next one; ", 190)+" |\n| another | ok |"),
		text(report.Expectations, about(12, 5, 5), "1. It drains\n2. It starts\n   - the leader first\n   - then both followers\n3. It answers\n\n> the runbook: *wait for it*\n>\n> > and then wait"),
	}}
}

func cjk() report.Contents {
	return report.Contents{
		Profile: redact.ByRole, Name: clean("青鷺"),
		Texts: []report.Text{
			text(report.Actions, at(0), "キューを再起動した。レプリカが追いついていないことに気づいたので、まず書き込みを止めてから、遅延を確認するために数分待つことにした。"),
			text(report.Effects, at(4), "监控面板显示延迟为零，但实际上复制已经停止。**面板只显示接收**，不显示重放，所以我们一开始没有看出来。"),
			text(report.Expectations, at(6), "재시작하면 2분 안에 오류가 사라질 것이라고 예상했다."),
			text(report.Effects, at(31), "오류는 25분 뒤에야 사라졌다."),
			text(report.Assumptions, at(8), "Đã nghĩ rằng bản sao là mới nhất, vì bảng điều khiển hiển thị số 0."),
			text(report.Understandings, about(9, 3, 3), "Νόμιζα ότι είναι το δίκτυο, όπως τις τρεις προηγούμενες φορές."),
			text(report.Notes, report.Clock{}, "Всё это было записано сразу. Łódź, straße, Þór, ø. 🚀 ✅ → ≤ ✓ ⚠"),
			text(report.Effects, at(33), "| 服务 | 状态 |\n|---|---|\n| 数据库 | 正常 |\n| キュー | 停止 |\n\n```\n日本語 한국어 中文 abc\n```"),
		},
		Outcomes: []report.Pairing{{Expectation: 2, Effects: []int{3}, Became: report.Became{Met: report.NotMet, Direction: "later"}}},
	}
}

// Hostile are texts that Markdown, or a site that shows it, could take for something else.
var Hostile = []string{
	"# not a heading", "#123 and !45 are no links", "- not an item", "-5 errors", "+ more", "* star", "*.log", "5 * 3 * 2", "a*b*c",
	"1. not first", "2026. was no year", "1) not either", "> not quoted", "| not | a | table |", "_x_ and __init__ and snake_case_name",
	"`code`", "``", "[x]: y", "[x](y)", "![x](y)", "[withheld: place], then", "[ ] todo", "- [ ] todo", "- [x] done", "<tag> and <!-- c -->",
	"a < b > c", "x@example.invalid", "www.example.invalid", "https://example.invalid/a_b?c=d&amp;e", "&amp; &#65; & co", "~60% and ~~not struck~~",
	"$HOME/$USER costs $5 and $$x^2$$", "---", "===", "two\n---", "two\n===", "***", "a | b\n--- | ---", ":--", `C:\_tmp\*`, `\`, "[^1] and [^1]: a note",
	"==mark== and %%comment%%", "```sh", "~~~", "{{ x }} {% raw %} {:toc}", "@channel @here @x", ":rocket: :warning:", "[[wiki]] and ![[embed]]", "#tag and #another",
	"H~2~O and x^2^", "++ins++ and ::: warning", "[TOC]", "[[_TOC_]]", "<https://x.invalid>", "Term\n: definition", "*[HTML]: abbreviation", "\\(x\\) and \\[y\\]",
	"a\\", "x  \ny", "日本語*強調*です", "line\u2028separator", "GH-12 and a1b2c3d", "^[inline note]", "!!! note", "// comment //", "||spoiler||", "^block-id", "1986\\. A", "key:: value", "\ttab",
}

func hostile() report.Contents {
	c := report.Contents{Profile: redact.ByRole, Name: clean("The slow *tide* #2 | <b>")}
	for i, s := range Hostile {
		c.Texts = append(c.Texts, text(report.Headings[i%5], at(i), s))
	}
	return c
}

func whole() report.Contents {
	c := report.Contents{
		Profile: redact.ByRole, Name: clean("The slow tide"),
		Texts: []report.Text{
			text(report.Effects, at(-22), "The panel had shown a lag of 900 s since before my shift. Nobody was paged, because the alert looks at *received* and not at *replayed*.", say("how I know", "log or graph"), say("known only later", "after it was over")),
			text(report.Effects, at(0), "The page: checkout answers 503, one in four."),
			text(report.Actions, at(2), "Opened a shell on host 1 and looked at replication.\n\n"+psql),
			text(report.Understandings, at(4), "It is the network, as it was the last three times."),
			text(report.Assumptions, at(5), "That the replica was current, since the panel showed 0.", say("said or thought", "thought"), say("what became of it", "refuted")),
			text(report.Actions, at(8), "Restarted **service 1** on host 1, then on host 2:\n\n1. drained it\n2. waited for the queue\n   - it went from 4,000 to 12\n   - and stayed there\n3. started it", say("how I know", "shell history")),
			text(report.Expectations, at(9), "Errors are gone within two minutes, as the runbook says.", say("what it rested on", "runbook", "experience"), say("how sure I was", "fairly sure")),
			text(report.Effects, at(12), "Errors went from one in four to **one in two**."),
			decision(at(14), "Stop writes before anything else. Engineer A agreed; nobody had done that in production before."),
			text(report.Expectations, at(15), "The queue grows, and nothing is lost."),
			text(report.Effects, about(19, 3, 6), "The queue grew to 60,000 and stayed whole."),
			text(report.Understandings, at(24), "Not the network. The leader follows the wrong replica: what it reads is a quarter of an hour old."),
			text(report.Actions, at(27), "Pointed the leader at host 3 (`~/bin/promote host-3`), with Engineer A reading every word of it aloud before I pressed Enter."),
			text(report.Effects, at(31), "| replica | lag before | lag after |\n|:--|--:|--:|\n| host 1 | 900 s | 901 s |\n| host 2 | 31 s | 33 s |\n| host 3 | 2 s | 0 s |"),
			text(report.Effects, at(33), "Errors were gone."),
			text(report.Expectations, at(35), "Somebody else sees the lag and writes to me."),
			text(report.Conditions, at(40), "Second night in a row; the office in [withheld: place] was asleep.", say("of what sort", "fatigue", "handoff"), say("what it did", "slowed recovery")),
			text(report.Conditions, report.Clock{}, "The panel of one replica looks like the panel of all.", say("of what sort", "look-alike names", "missing signal"), say("what it did", "hid it")),
			text(report.Notes, at(44), "Somebody wrote to me:\n\n> is it down?\n>\n> we see errors on our side"),
			text(report.Learnings, report.Clock{}, "The panel shows what was received, not what was replayed.", say("of what sort", "corrected belief")),
		},
		Outcomes: []report.Pairing{
			{
				Expectation: 6, Effects: []int{7, 14}, Became: report.Became{Met: report.NotMet, Before: true, Direction: "more", Why: []string{"information", "system differs from its documentation"}, Level: []string{"technical", "organizational"}},
				Words: clean("The runbook is of the time before the second replica. A restart makes clients reconnect to whichever answers first, and that was the one that was behind."),
			},
			{Expectation: 9, Effects: []int{10}, Became: report.Became{Met: report.WasMet}},
			{Expectation: 15, Became: report.Became{Met: report.NotMet, Direction: "did not happen", Level: []string{"organizational"}}},
		},
	}
	c.Closing = [3]redact.Clean{
		clean("A replica fell behind and was followed all the same. I restarted what was well."),
		clean("- An alert on what was *replayed*.\n- A runbook that asks which replica is followed."),
		clean("Somebody who reads aloud what is about to be done."),
	}
	return c
}

// Many is an account of n short lines over a night and the next morning, every fifth of them an expectation that the
// second line after it answered.
func Many(n int) report.Contents {
	c := report.Contents{Profile: redact.ByRole}
	minute := 0
	for i := range n {
		minute += []int{1, 0, 3, 2, 7, 1, 0, 12, 4}[i*i%9]
		if i == n*2/3 {
			minute += 480
		}
		h := []report.Heading{report.Effects, report.Actions, report.Expectations, report.Actions, report.Effects, report.Understandings}[i%6]
		when := at(minute)
		if i%11 == 3 {
			when = about(minute, 10, 5)
		}
		c.Texts = append(c.Texts, text(h, when, fmt.Sprintf("Line %d of many.", i+1)))
		if h == report.Expectations && i+2 < n {
			c.Outcomes = append(c.Outcomes, report.Pairing{Expectation: i, Effects: []int{i + 2}, Became: report.Became{Met: report.Met([]string{"met", "not met", ""}[i/6%3])}})
		}
	}
	return c
}

// Pages is an account of some two and a half pages for each of n, with everything in it.
func Pages(n int) report.Contents {
	c := report.Contents{Profile: redact.ByRole, Name: clean("Ten pages")}
	first := whole()
	for i := range n {
		for _, t := range first.Texts {
			if t.At.Known {
				t.At.Minutes += i * 70
			}
			c.Texts = append(c.Texts, t)
		}
		for _, o := range first.Outcomes {
			o.Expectation += i * len(first.Texts)
			var effects []int
			for _, e := range o.Effects {
				effects = append(effects, e+i*len(first.Texts))
			}
			o.Effects = effects
			c.Outcomes = append(c.Outcomes, o)
		}
	}
	c.Closing = first.Closing
	return c
}
