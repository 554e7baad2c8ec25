package redact

import "testing"

func TestRoundFigures(t *testing.T) {
	for in, want := range map[string]string{
		"4,217,933 failed payments":                  "About 4 million failed payments",
		"flushed 18,220 keys":                        "flushed about 20 thousand keys",
		"then the 6,109: replay":                     "then the about 6 thousand: replay",
		"from 31,004 to 18,220":                      "from about 30 thousand to about 20 thousand",
		"4,112 of 4,480 rows":                        "About 4.1 thousand of about 4.5 thousand rows",
		"exactly 65000 open":                         "about 70 thousand open",
		"roughly 88k in the queue":                   "roughly 90 thousand in the queue",
		"with 40k viewers":                           "with 40k viewers",
		"lag 1.2M on the topic":                      "lag about 1 million on the topic",
		"₦4.2m went out":                             "About 4 million [withheld: currency] went out",
		"refunded $4,217.50, then €38":               "refunded about 4 thousand [withheld: currency], then about 40 [withheld: currency]",
		"cost us 12.500 EUR that night":              "cost us about 10 thousand [withheld: currency] that night",
		"1 900 examens":                              "About 2 thousand examens",
		"in 2024, on port 8443, IEEE 1588, VDA 5050": "in 2024, on port 8443, IEEE 1588, VDA 5050",
		"ISO 8583 and SQLSTATE 57014":                "ISO 8583 and SQLSTATE 57014",
		"T_max 1800 ms, 5000 s later":                "T_max 1800 ms, 5000 s later",
		"p99 of 2.3 s, 38.2 % of 60":                 "p99 of 2.3 s, 38.2 % of 60",
		"`4217933` in code":                          "`4217933` in code",
		"release 4.0.2.1187 and 10.2.3.4":            "release 4.0.2.1187 and 10.2.3.4",
		"disk at 88%, 200 GB free":                   "disk at 88%, 200 GB free",
		"5 minutes, 12 people, 3 m of cable":         "5 minutes, 12 people, 3 m of cable",
		"a 1500 m run":                               "a 1500 m run",
		"exactly 18,400 drivers":                     "about 20 thousand drivers",
		"about 65000 open":                           "about 70 thousand open",
		"999 of 1.2.3.4, v12345":                     "999 of 1.2.3.4, v12345",
		"3,300 to 0":                                 "About 3 thousand to 0",
		"HTTP 5000 and -1234":                        "HTTP 5000 and -1234",
		"999,999 rows":                               "About 1 million rows",
		"40k viewers, 40,000 of them":                "About 40 thousand viewers, about 40 thousand of them",
		"1.2M rows, 1,200,000, 1.2 million or 1.2m":  "About 1 million rows, about 1 million, about 1 million or about 1 million",
		"lost 1.204M rows, all 1,204,000":            "lost about 1 million rows, all about 1 million",
		"only 1.2 million rows and 1.5m of cable":    "only 1.2 million rows and 1.5m of cable",
	} {
		roundFigures := func(text string) string {
			return roundingOf([][]figure{figuresIn(text)}, func(int) string { return text }).figures(text)
		}
		if got := roundFigures(in); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", in, got, want)
		}
		if got := roundFigures(want); got != want {
			t.Errorf("rounded twice: %q becomes %q", want, got)
		}
	}
}

// One amount reads alike in every line of a release, however it is written there.
func TestOneAmountIsRoundedAlike(t *testing.T) {
	lines := []string{"We lost 1.2M rows.", "1,200,000 of 1,240,000 rows were gone.", "So 1.2 million rows, I wrote."}
	var src []Source
	for _, l := range lines {
		src = append(src, Source{Text: l})
	}
	s := Examine(src, nil)
	c := hidden(s)
	c.Profile = Generalised
	p := s.Plan(c)
	for i, want := range []string{"We lost about 1.2 million rows.", "About 1.2 million of about 1.2 million rows were gone.", "So about 1.2 million rows, I wrote."} {
		got := ""
		for _, piece := range p.Pieces(i) {
			got += piece.Text
		}
		if got != want {
			t.Errorf("%q reads %q, want %q", lines[i], got, want)
		}
	}
}
