package redact

import "testing"

func TestRoundFigures(t *testing.T) {
	for in, want := range map[string]string{
		"4,217,933 failed payments":                  "about 4 million failed payments",
		"flushed 18,220 keys":                        "flushed about 20 thousand keys",
		"then the 6,109: replay":                     "then the about 6 thousand: replay",
		"from 31,004 to 18,220":                      "from about 30 thousand to about 20 thousand",
		"4,112 of 4,480 rows":                        "about 4.1 thousand of about 4.5 thousand rows",
		"exactly 65000 open":                         "about 70 thousand open",
		"roughly 88k in the queue":                   "roughly 90 thousand in the queue",
		"with 40k viewers":                           "with 40k viewers",
		"lag 1.2M on the topic":                      "lag about 1 million on the topic",
		"₦4.2m went out":                             "about 4 million [withheld: currency] went out",
		"refunded $4,217.50, then €38":               "refunded about 4 thousand [withheld: currency], then about 40 [withheld: currency]",
		"cost us 12.500 EUR that night":              "cost us about 10 thousand [withheld: currency] that night",
		"1 900 examens":                              "about 2 thousand examens",
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
		"3,300 to 0":                                 "about 3 thousand to 0",
		"HTTP 5000 and -1234":                        "HTTP 5000 and -1234",
		"999,999 rows":                               "about 1 million rows",
	} {
		if got := roundFigures(in); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", in, got, want)
		}
		if got := roundFigures(want); got != want {
			t.Errorf("rounded twice: %q becomes %q", want, got)
		}
	}
}
