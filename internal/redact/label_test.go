package redact

import "testing"

func TestLabelSpans(t *testing.T) {
	for text, want := range map[string]bool{
		"Engineer A": true, "Engineer AB": true, "Engineer a": false, "engineer-a": true, "Engineer Anna": false,
		"Customer contact B": true, "customer-contact-b": true, "Customer 1": true, "customer-1": true, "host 12": true,
		"host 123": false, "host-1": true, "IP 1": true, "ip-1": true, "T+00:09": true, "T-24:51": true, "T+00:091": false,
		"[withheld: date]": true, "[secret removed]": true, "[withheld:\ndate\\]": true, "[image]": true, "the author": true,
		"the authority": false, "The company": true, "ticket 1": true, "ticket 12345": false, "[host-1]": true,
		"engineer-a@host-1": true, "Engineer\nA": true, "Team B": true, "Teamb": false, "": false, "T": false,
	} {
		if got := isOwnLabel(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestMagnitude(t *testing.T) {
	for in, want := range map[string]string{
		"4,217,933 failed payments": "about 4 million failed payments",
		"exactly 18,400 drivers":    "about 20 thousand drivers",
		"about 65000 open":          "about 70 thousand open",
		"in 2024 on port 8443":      "in 2024 on port 8443",
		"999 of 1.2.3.4, v12345":    "999 of 1.2.3.4, v12345",
		"`count 1000000`":           "`count 1000000`",
		"3,300 to 0":                "about 3 thousand to 0",
		"HTTP 5000 and -1234":       "HTTP 5000 and -1234",
		"999,999 rows":              "about 1 million rows",
	} {
		if got := roundFigures(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
