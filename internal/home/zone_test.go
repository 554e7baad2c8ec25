package home

import (
	"testing"
	"time"
)

func TestZone(t *testing.T) {
	for tz, want := range map[string]string{
		"Europe/Berlin": "Europe/Berlin", ":Asia/Kolkata": "Asia/Kolkata", "": "UTC", "UTC": "UTC",
	} {
		t.Setenv("TZ", tz)
		if got := zone().String(); got != want {
			t.Errorf("TZ=%q: %q, want %q", tz, got, want)
		}
	}
	t.Setenv("TZ", "nowhere/at/all")
	if got := zone(); got == nil || got.String() == "Local" {
		t.Errorf("an unknown TZ gives %v", got)
	}
}

func TestFixed(t *testing.T) {
	for _, c := range []struct {
		hours float64
		want  string
	}{{0, "UTC"}, {3, "Etc/GMT-3"}, {-5, "Etc/GMT+5"}, {5.5, "UTC+05:30"}} {
		at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("x", int(c.hours*3600)))
		l := fixed(at)
		_, offset := at.In(l).Zone()
		if l.String() != c.want || offset != int(c.hours*3600) {
			t.Errorf("%v hours: %q at %d s, want %q", c.hours, l, offset, c.want)
		}
	}
}
