package home

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// now is the clock in the machine's zone under its own name: Go calls that zone "Local", which another machine, or this
// one after a journey, would read as something else.
func now() time.Time { return time.Now().In(zone()) }

// zone is the machine's zone by its IANA name, or, where nobody says the name, by its distance from UTC.
func zone() *time.Location {
	if name, ok := os.LookupEnv("TZ"); ok {
		return named(strings.TrimPrefix(name, ":"), time.Local)
	}
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(filepath.ToSlash(target), "zoneinfo/"); ok {
			return named(name, fixed(time.Now()))
		}
	}
	if b, err := os.ReadFile("/etc/timezone"); err == nil {
		return named(strings.TrimSpace(string(b)), fixed(time.Now()))
	}
	return fixed(time.Now())
}

// named is the zone of that name; "" is UTC, as for the variable TZ.
func named(name string, otherwise *time.Location) *time.Location {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "posix/"), "right/")
	if name == "" {
		return time.UTC
	}
	if l, err := time.LoadLocation(name); err == nil && l != time.Local {
		return l
	}
	if otherwise == time.Local {
		return fixed(time.Now())
	}
	return otherwise
}

// fixed is the zone that is as far from UTC as t is. Whole hours have a name in the zone data, with the sign that POSIX
// gave them.
func fixed(t time.Time) *time.Location {
	_, offset := t.Zone()
	if offset == 0 {
		return time.UTC
	}
	if offset%3600 == 0 {
		if l, err := time.LoadLocation(fmt.Sprintf("Etc/GMT%+d", -offset/3600)); err == nil {
			return l
		}
	}
	return time.FixedZone(t.Format("UTC-07:00"), offset)
}
