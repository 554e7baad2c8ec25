package redact

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestApply(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"one label for all forms", "⟦person=p|Priya⟧ paged ⟦person|Marek⟧. ⟦person=p|PRIYA⟧ left. ⟦person=p|priya⟧'s laptop. ⟦person=p|Priya Patel⟧ wrote.",
			"Engineer A paged Engineer B. Engineer A left. Engineer A's laptop. Engineer A wrote."},
		{"possessive inside the span", "⟦person=p|Priya⟧ and ⟦person=p|Priya’s⟧ fix", "Engineer A and Engineer A's fix"},
		{"hosts", "⟦host=h|db-prod-03⟧ and ⟦host=h|DB-PROD-03⟧ and ⟦host|web-1⟧", "host 1 and host 1 and host 2"},
		{"network keeps its length", "⟦ip|10.0.0.0/16⟧ routes to ⟦ip|10.0.5.7⟧:8443", "IP 1/16 routes to IP 2:8443"},
		{"article", "an ⟦org|Initech⟧ page and a ⟦ip|10.0.0.1⟧", "an organisation 1 page and an IP 1"},
		{"secret", "password=⟦secret|hunter2-x9⟧ ok", "password=[secret removed] ok"},
		{"author", "⟦person=author|Ola⟧ wrote this. Then ⟦person=author|Ola⟧ left.", "The author wrote this. Then the author left."},
		{"prompt", "`⟦user=p|dkowal⟧@⟦host|bastion-2⟧:~$ ls` by ⟦person=p|Dorota⟧", "`engineer-a@host-1:~$ ls` by Engineer A"},
		{"home folder", "in /home/⟦user=p|priya⟧/x, ⟦person=p|Priya⟧ has C:\\Users\\⟦user=p|Priya⟧\\x and ~⟦user|bob⟧/bin", "in ~/x, Engineer A has ~\\x and ~/bin"},
		{"code", "```\nssh ⟦host|db-1a⟧ # ⟦person|Priya⟧\n```", "```\nssh [host-1] # [engineer-a]\n```"},
		{"code span", "`ssh ⟦host|db-1a⟧`", "`ssh [host-1]`"},
		{"within a path", "/opt/⟦codename|zugvogel⟧/bin", "/opt/[service-1]/bin"},
		{"within a word", "svc_⟦codename|marmalade⟧_ro", "svc_[service-1]_ro"},
		{"names parted by a slash", "⟦person|Priya⟧/⟦person|Marek⟧ paired", "Engineer A/Engineer B paired"},
		{"handle", "⟦person=p|Priya⟧ is @⟦handle=p|ppatel⟧ and ⟦handle=p|@ppatel⟧", "Engineer A is Engineer A and Engineer A"},
		{"channel", "in #⟦channel|inc-42-x⟧ and ⟦channel|#inc-42-x⟧", "in channel 1 and channel 1"},
		{"customer", "customer ⟦org|Initech⟧ complained, ⟦org|Globex⟧ too", "Customer 1 complained, organisation 1 too"},
		{"own company", "we at ⟦org|Tarnbeck⟧ ran", "we at the company ran"},
		{"emphasis across", "**Pri**ya? ⟦person|**Pri**ya⟧ broke it", "**Engineer A**? Engineer A broke it"},
		{"emphasis around", "**⟦person|Priya⟧ broke** it ~~⟦person|Priya⟧~~", "**Engineer A broke** it ~~Engineer A~~"},
		{"link", "[the fix](⟦url|https://github.com/acme/pay/pull/88⟧ \"by ⟦person|Priya⟧\")", "the fix (link 1)"},
		{"link that stays", "see [docs](https://kubernetes.io/docs/)", "see docs (https://kubernetes.io/docs/)"},
		{"image", "a ![⟦person|priya⟧-screen.png](⟦url|file:///home/alice/priya.png⟧) b", "a [image] b"},
		{"comment", "one <!-- TODO ask ⟦person|Priya⟧ --> two", "one  two"},
		{"comment on its line", "one\n<!-- TODO ask ⟦person|Priya⟧ -->\ntwo", "one\ntwo"},
		{"comment before a heading", "<!-- x -->\n# Head", "# Head"},
		{"tag before a fence", "<b>```\ntext", "\\```\ntext"},
		{"unused definition", "text\n\n[1]: ⟦url|https://acme.slack.com/archives/C01⟧\n", "text\n\n"},
		{"used definition", "[text][1] and [1]\n\n[1]: ⟦url|https://acme.slack.com/archives/C01⟧\n", "text (link 1) and 1 (link 1)\n\n"},
		{"front matter", "---\nauthor: ⟦person|Alice⟧\n---\ntext", "text"},
		{"info string", "```bash ⟦user|alice⟧@web-1\nls\n```", "```bash\nls\n```"},
		{"heading id", "## ⟦person|Priya⟧'s fix {#⟦person|priya⟧}\n", "## Engineer A's fix\n"},
		{"autolink", "mail <⟦email|priya@example.com⟧> now", "mail address 1 now"},
		{"table", "| ⟦host|db-1a⟧      | x |\n|---|---|\n| ⟦person|Priya⟧ | y |", "| host 1 | x |\n|---|---|\n| Engineer A | y |"},
		{"footnote", "[^p]: ⟦person|Priya⟧ told me", "[^p]: Engineer A told me"},
		{"Slack", "<@⟦person=b|U04ABCDEF⟧|⟦person=b|baraka⟧> and <!here> see", "Engineer A and @here see"},
		{"tag", "a <b>bold</b> and <pod> name", "a bold and \\<pod> name"},
		{"note before a parenthesis", "⟦date|Tuesday⟧(see below)", "[withheld: date]\\(see below)"},
		{"note before a colon", "⟦date|Tuesday⟧: fine", "[withheld: date]\\: fine"},
		{"ticket and change", "⟦ticket|INC-1234⟧ then PR ⟦ticket|#88⟧ at ⟦commit|3f2a9c0⟧", "ticket 1 then PR change 1 at commit 1"},
		{"pod", "⟦host|payments-api-7d9c6b5f4d-x8k2z⟧ died", "pod 1 died"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := marked(t, night, tt.in)
			got := clean(t, s.Plan(all(s, Choice{Zero: night})))
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			again := marked(t, night, got)
			if twice := clean(t, again.Plan(all(again, Choice{Zero: night}))); twice != got {
				t.Errorf("applied twice: %q", twice)
			}
		})
	}
}

// TestApply_grammar reads generalised texts as the group would.
func TestApply_grammar(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"relative that", "the builder that ⟦team|Freight⟧ run", "the builder that a team run"},
		{"she's", "She's ⟦person|Lupe⟧ and she is right. ⟦person|Ana⟧ said that's ⟦person|Lupe⟧.", "She's a colleague and she is right. A colleague said that's a colleague."},
		{"possessive", "⟦person|Ana⟧'s ⟦host|web-1⟧ was slow", "A colleague's web host was slow"},
		{"adjective", "the old ⟦host|web-1⟧ and my new ⟦host|web-2⟧", "the old web host and my new web host"},
		{"predicate", "the first is ⟦host|web-1⟧, the next ⟦host|web-2⟧", "the first is a web host, the next web host"},
		{"plural", "two ⟦person|Rosas⟧ and both ⟦repo|acme/pay⟧", "two colleagues and both repositories"},
		{"line of a long sentence", "I was on duty at the regional control centre in\n⟦place|Zawiercie⟧. At noon", "I was on duty at the regional control centre in\na place. At noon"},
		{"line of its own", "short\n⟦person|Ana⟧ rang", "short\nA colleague rang"},
		{"German", "Im Frühdienst meldete ⟦person|Mehmet⟧ aus dem Lager, dass ⟦host|web-1⟧ nicht antwortet.", "Im Frühdienst meldete [colleague] aus dem Lager, dass [web-host] nicht antwortet."},
		{"German an", "Ich habe es per Mail an ⟦email|x@y.de⟧ geschickt und an ⟦host|web-1⟧ nicht gedacht.", "Ich habe es per Mail an [address] geschickt und an [web-host] nicht gedacht."},
		{"French", "Je me connecte sur ⟦host|pacs-1⟧. Il est plein et ⟦person|Yacine⟧ dort.", "Je me connecte sur [host]. Il est plein et [colleague] dort."},
		{"a sentence in another language", "I asked ⟦person|Ana⟧. Sie hat ⟦person|Mehmet⟧ nicht gefragt.", "I asked a colleague. Sie hat [colleague] nicht gefragt."},
		{"honorific", "⟦person|Tachibana⟧-san walked over to ⟦person|村上⟧さん", "A colleague walked over to a colleague"},
		{"said twice", "⟦person=a|Ana⟧ (⟦person=a|Ana Lis⟧) asked; Cc: ⟦person=a|Ana Lis⟧ <⟦email=a|ana@x.pl⟧> ok", "A colleague asked; Cc: a colleague ok"},
		{"two of one class", "⟦person=a|Ana⟧ (⟦person=b|Eva⟧) asked", "A colleague (a colleague) asked"},
		{"brackets of its own", "[⟦date|Tuesday⟧] set", "[withheld: date] set"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := marked(t, night, strings.ReplaceAll(tt.in, `\n`, "\n"))
			got := clean(t, s.Plan(all(s, Choice{Zero: night, Profile: Generalised})))
			if got != strings.ReplaceAll(tt.want, `\n`, "\n") {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestApply_grammar_by_role(t *testing.T) {
	for in, want := range map[string]string{
		"Es kam per Mail an ⟦host|web-1⟧ und nicht an ⟦ip|10.1.2.3⟧.":                   "Es kam per Mail an host 1 und nicht an IP 1.",
		"Das ist ⟦person=s|Saschas⟧ Rechner, sagt ⟦person=s|Sascha⟧.":                   "Das ist Engineer A's Rechner, sagt Engineer A.",
		"Wir bei ⟦org|Tarnbeck⟧ haben das nicht gesehen.":                               "Wir bei [company] haben das nicht gesehen.",
		"Dann rief ⟦person=author|Ola⟧ an und ich habe nicht mit ⟦person|Eva⟧ geredet.": "Dann rief [author] an und ich habe nicht mit Engineer A geredet.",
	} {
		s := marked(t, night, in)
		if got := clean(t, s.Plan(all(s, Choice{Zero: night}))); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// TestApply_first_time counts from the first clock time that is told where no line has a moment.
func TestApply_first_time(t *testing.T) {
	imported := time.Date(2026, 11, 21, 0, 5, 0, 0, time.UTC)
	s := marked(t, imported, "⟦person|Ana⟧  ⟦time|11:58 AM⟧\ntwo minutes\n⟦person|Eva⟧  ⟦time|12:01 PM⟧\n[⟦time|12:03⟧] set", "done ⟦time|23:50⟧")
	if got := clean(t, s.Plan(all(s, Choice{}))); got != "Engineer B  T+00:00\ntwo minutes\nEngineer A  T+00:03\n[T+00:05] set\n----\ndone T+11:52" {
		t.Error(got)
	}
}

// TestApply_far_time: the stamp of a log from another month says nothing of the times after it.
func TestApply_far_time(t *testing.T) {
	s := marked(t, night, "at ⟦time|14:32⟧ the log had ⟦time|2023-06-01T10:00:00Z⟧, at ⟦time|14:40⟧ it went on")
	if got := clean(t, s.Plan(all(s, Choice{}))); got != "at T+00:00 the log had [withheld: time], at T+00:08 it went on" {
		t.Error(got)
	}
}

// TestApply_moment hides the moment of a line wherever its text tells it again, although no rule finds it there.
func TestApply_moment(t *testing.T) {
	s := marked(t, night, "can ⟦person|Ana⟧ take 14:32 if it is dead? see main.go:14:32, on 12 March 2024, may 2 of them")
	p := s.Plan(all(s, Choice{Zero: night}))
	want := "can Engineer B take T+00:00 if it is dead? see main.go:14:32, on [withheld: date], may 2 of them"
	if got := clean(t, p); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, leak := range []string{"at 14:32 it", "13:32 UTC", "2024-03-12", "2:32 pm", "12.03.2024", "12/Mar/2024"} {
		if verifyText(want+" "+leak, p.Forbidden()) == nil {
			t.Errorf("%q is let through", leak)
		}
	}
}

func TestApplyTimes(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"time, zone and date", "At ⟦time|14:32⟧ ⟦zone|CET⟧ on ⟦date|2024-03-12⟧ the alarm fired; ⟦time|13:44Z⟧ resolved.",
			"At T+00:00 the alarm fired; T+00:12 resolved."},
		{"weekday and date before", "On ⟦date|Tuesday⟧ ⟦date|12 March 2024⟧ at ⟦time|2:30 pm⟧ ⟦zone|CET⟧ I saw it, 5 minutes later it grew.",
			"At T-00:02 I saw it, 5 minutes later it grew."},
		{"UTC that no rule finds", "⟦time|13:41⟧ UTC it stopped", "T+00:09 it stopped"},
		{"two zones", "⟦time|14:32⟧ ⟦zone|CET⟧ ... ⟦time|13:41⟧ UTC", "T+00:00 ... T+00:09"},
		{"stamp", "⟦time|2024-03-12T14:32:07.123+01:00⟧ ERROR timeout after 30s", "T+00:00 ERROR timeout after 30s"},
		{"log prefix", "⟦time|Mar 12 14:40:07⟧ ⟦host|web-1⟧ sshd[123]:", "T+00:08 host 1 sshd[123]:"},
		{"date alone", "since ⟦date|22 feb⟧ we", "since [withheld: date] we"},
		{"weekday with its date", "⟦date|Sat⟧ ⟦date|14 Mar⟧. Writing", "[withheld: date]. Writing"},
		{"minutes only", "tap at ⟦time|:47⟧. we live", "tap at T+00:15. we live"},
		{"range", "⟦time|14:33⟧-⟦time|14:40⟧", "T+00:01-T+00:08"},
		{"epoch", "epoch ⟦time|1710253927⟧", "epoch T+01:00"},
		{"length of time", "```\n client | replay_lag\n x | ⟦time|00:31:07.82⟧\n```", "```\n client | replay_lag\n x | 00:31:07.82\n```"},
		{"German", "Um ⟦time|14:34⟧ Uhr brach", "Um T+00:02 brach"},
		{"before", "⟦time|13:58⟧ page", "T-00:34 page"},
		{"zone alone", "cron in ⟦zone|Europe/Warsaw⟧", "cron in [withheld: zone]"},
		{"years away", "since ⟦time|2019-01-01 10:00⟧", "since [withheld: time]"},
		{"parenthesis", "(⟦time|14:40⟧ (⟦zone|CET⟧))", "(T+00:08)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := marked(t, night, tt.in)
			got := clean(t, s.Plan(all(s, Choice{Zero: night})))
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestApplyTimes_midnight(t *testing.T) {
	at := time.Date(2024, 3, 12, 23, 58, 0, 0, time.UTC)
	s := marked(t, at, "⟦time|23:58⟧ ... ⟦time|00:07⟧")
	if got := clean(t, s.Plan(all(s, Choice{Zero: at}))); got != "T+00:00 ... T+00:09" {
		t.Error(got)
	}
}

func TestApplyTimes_clock_change(t *testing.T) {
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Skip(err)
	}
	at := time.Date(2026, 3, 29, 1, 41, 0, 0, warsaw)
	s := marked(t, at, "⟦time|01:41⟧ ⟦zone|CET⟧ page; ⟦time|03:00⟧ ⟦zone|CEST⟧; file at ⟦time|03:31⟧")
	if got := clean(t, s.Plan(all(s, Choice{Zero: at}))); got != "T+00:00 page; T+00:19; file at T+00:50" {
		t.Error(got)
	}
	// In autumn an hour comes twice: the nearer one is meant.
	at = time.Date(2026, 10, 25, 0, 50, 0, 0, time.UTC).In(warsaw) // 02:50 summer time
	s = marked(t, at, "⟦time|02:55⟧")
	if got := clean(t, s.Plan(all(s, Choice{Zero: at}))); got != "T+00:05" {
		t.Error(got)
	}
}

func TestApply_without_time_zero(t *testing.T) {
	s := marked(t, time.Time{}, "at ⟦time|14:32⟧")
	if got := clean(t, s.Plan(all(s, Choice{}))); got != "at [withheld: time]" {
		t.Error(got)
	}
}

func TestApply_undecided(t *testing.T) {
	s := marked(t, night, "⟦person?|Atlas⟧ is red", "⟦place?|Oslo⟧")
	p := s.Plan(Choice{Sources: []int{0}})
	_, err := p.Apply(0)
	var nd *NotDecided
	if !errors.As(err, &nd) || nd.Count != 1 {
		t.Fatal(err)
	}
	if open := p.Undecided(); len(open) != 1 || open[0].Name != "Atlas" {
		t.Error(open)
	}
	keep := Decision{Kind: Person, Key: Key(Person, "ATLAS"), Action: Keep, Count: 1}
	p = s.Plan(Choice{Sources: []int{0}, Decisions: []Decision{keep}})
	if got := clean(t, p); got != "Atlas is red" {
		t.Error(got)
	}
	// A new occurrence asks again.
	s = marked(t, night, "⟦person?|Atlas⟧ is red", "⟦person?|Atlas⟧ said no")
	if open := s.Plan(Choice{Sources: []int{0}, Decisions: []Decision{keep}}).Undecided(); len(open) != 1 {
		t.Error(open)
	}
	hide := Decision{Kind: Person, Key: Key(Person, "Atlas"), Action: Hide}
	if got := clean(t, s.Plan(all(s, Choice{Decisions: []Decision{keep, hide}}))); got != "Engineer B is red\n----\nEngineer B said no" {
		t.Error(got)
	}
	as := Decision{Kind: Person, Key: Key(Person, "Atlas"), Action: As, Label: "the on-call"}
	if got := clean(t, s.Plan(all(s, Choice{Decisions: []Decision{as}}))); got != "The on-call is red\n----\nThe on-call said no" {
		t.Error(got)
	}
}

func TestApply_secret_cannot_be_kept(t *testing.T) {
	s := marked(t, night, "key ⟦secret|AKxx99zz00⟧")
	keep := Decision{Kind: Secret, Key: Key(Secret, "AKxx99zz00"), Action: Keep, Count: 9}
	if got := clean(t, s.Plan(all(s, Choice{Decisions: []Decision{keep}}))); got != "key [secret removed]" {
		t.Error(got)
	}
}

func TestProfiles(t *testing.T) {
	in := "An ⟦person=a|Ingrid⟧ fix. ⟦person=a|Ingrid⟧ and the ⟦host|pg-ledger-03⟧ at ⟦time|14:39⟧, 4,217,933 payments on port 8443. ⟦person=author|Ola⟧ asked @⟦handle=a|ingrid9⟧."
	s := marked(t, night, in)
	for profile, want := range map[Profile]string{
		Named:       "An Ingrid fix. Ingrid and the host 1 at T+00:07, 4,217,933 payments on port 8443. Ola asked Ingrid.",
		ByRole:      "An Engineer A fix. Engineer A and the host 1 at T+00:07, 4,217,933 payments on port 8443. The author asked Engineer A.",
		Generalised: "A colleague fix. A colleague and the database host at T+00:05, about 4 million payments on port 8443. The responder asked a colleague.",
	} {
		if got := clean(t, s.Plan(all(s, Choice{Profile: profile, Zero: night}))); got != want {
			t.Errorf("%s:\ngot  %q\nwant %q", profile, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	// The author has typed a label already.
	s := marked(t, night, "Engineer A said so. ⟦person|Priya⟧ agreed.")
	if got := clean(t, s.Plan(all(s, Choice{}))); got != "Engineer A said so. Engineer B agreed." {
		t.Error(got)
	}
	// The thirteenth person is Marek, and is not Engineer M.
	text := ""
	for _, n := range []string{"Xa", "Xb", "Xc", "Xd", "Xe", "Xf", "Xg", "Xh", "Xi", "Xj", "Xk", "Xl", "Marek", "Zoe"} {
		text += "⟦person|" + n + "⟧ "
	}
	s = marked(t, night, text)
	p := s.Plan(all(s, Choice{}))
	got := map[string]string{}
	for _, x := range p.Treated() {
		got[x.Entity.Name] = x.Label
	}
	if got["Marek"] != "Engineer N" || got["Zoe"] != "Engineer M" || got["Xl"] != "Engineer L" {
		t.Error(got)
	}
}

func TestFingerprint(t *testing.T) {
	s := marked(t, night, "⟦person|Priya⟧ and ⟦place?|Oslo⟧", "⟦host|web-1⟧")
	keep := Decision{Kind: Place, Key: Key(Place, "Oslo"), Action: Keep, Count: 1}
	hide := Decision{Kind: Place, Key: Key(Place, "Oslo"), Action: Hide}
	base := Choice{Sources: []int{0}, Zero: night}
	with := func(f func(*Choice)) string { c := base; f(&c); return s.Plan(c).Fingerprint() }
	same := with(func(*Choice) {})
	if x := with(func(c *Choice) { c.Decisions = []Decision{keep} }); x != same {
		t.Error("a decision to keep changes the fingerprint")
	}
	for name, f := range map[string]func(*Choice){
		"hide":    func(c *Choice) { c.Decisions = []Decision{hide} },
		"profile": func(c *Choice) { c.Profile = Named },
		"sources": func(c *Choice) { c.Sources = []int{0, 1} },
		"zero":    func(c *Choice) { c.Zero = night.Add(time.Hour) },
	} {
		if with(f) == same {
			t.Errorf("%s does not change the fingerprint", name)
		}
	}
}
