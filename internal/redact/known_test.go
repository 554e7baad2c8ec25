package redact

import (
	"reflect"
	"testing"
)

func TestParseNames(t *testing.T) {
	got, err := ParseNames("# mine\n\nPriya Patel, pp\ncustomer: Initech , Initech GmbH,\nauthor: Ola Nordmann, ola\r\nhost: blackbox")
	if err != nil {
		t.Fatal(err)
	}
	want := []Known{
		{Kind: Person, Forms: []string{"Priya Patel", "pp"}},
		{Kind: Org, Forms: []string{"Initech", "Initech GmbH"}},
		{Kind: Person, Forms: []string{"Ola Nordmann", "ola"}, Author: true},
		{Kind: Host, Forms: []string{"blackbox"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	again, err := ParseNames(FormatNames(got))
	if err != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("what FormatNames writes is read as %+v, %v", again, err)
	}
}

func TestParseNamesRefuses(t *testing.T) {
	for _, list := range []string{"colour: red", "person:", "person: , ,"} {
		if _, err := ParseNames("Ann\n" + list); err == nil || err.Error()[:6] != "line 2" {
			t.Errorf("%q: error %v, want one that names line 2", list, err)
		}
	}
}
