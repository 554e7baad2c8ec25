package redact

import (
	"strings"
	"testing"
)

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

func TestLabels_span_of_time(t *testing.T) {
	for text, want := range map[string]int{"by VPN T-01:05-T+00:15 from": 2, "T-01:05-x": 0, "at T-01:05.": 1} {
		if got := len(labelSpans(text)); got != want {
			t.Errorf("%q holds %d labels, want %d", text, got, want)
		}
	}
}

func TestNamed_login_within_the_name(t *testing.T) {
	s := Examine([]Source{{Text: "mail from Nekane Olabarrieta <nekane.olabarrieta@urga.example>"}, {Text: "```\nnekane.o@mari:~$ ls\n```"}}, nil)
	p := s.Plan(Choice{Profile: Named, Sources: []int{0, 1}})
	c, err := p.Apply(1)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.String(); !strings.Contains(got, "nekane-olabarrieta@") {
		t.Errorf("the login became %q", got)
	}
}
