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
