package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"firsthand/internal/journal"
)

func TestFailureCrossesAsCodeAndSentence(t *testing.T) {
	for _, c := range []struct {
		err  error
		code string
	}{
		{journal.ErrWrongKey, "passphrase"},
		{fmt.Errorf("unlock: %w", journal.ErrWrongKey), "passphrase"},
		{fmt.Errorf("keep line: %w", journal.ErrStale), "stale"},
		{fmt.Errorf("write: %w", syscall.ENOSPC), "full"},
		{errors.New("whatever"), "internal"},
	} {
		text, ok := Format(failureOf(c.err)).(string)
		if !ok {
			t.Fatalf("%v: not a string: Wails would make an object of it", c.err)
		}
		var got map[string]string
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		if got["code"] != c.code || !strings.HasSuffix(got["message"], ".") {
			t.Errorf("%v crosses as %v", c.err, got)
		}
	}
}

func TestFailureNeverHoldsTheText(t *testing.T) {
	const canary = "zq-canary-7781"
	_, err := guarded(context.Background(), func(context.Context) (int, error) { return 0, errors.New("bad line: " + canary) })
	if s := fmt.Sprint(Format(err), err); strings.Contains(s, canary) {
		t.Errorf("an error carries the text across: %s", s)
	}
	_, err = guarded(context.Background(), func(context.Context) (int, error) { panic(canary) })
	if err == nil {
		t.Fatal("a panic came back as success")
	}
	if s := fmt.Sprint(Format(err), err); strings.Contains(s, canary) {
		t.Errorf("a panic carries the text across: %s", s)
	}
}
