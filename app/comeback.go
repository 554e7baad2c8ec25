package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"firsthand/internal/webview"
)

// A comeback is what a process tells the one that takes its place, in the environment: ids and places, never a word.
type comeback struct {
	Spot  Spot
	Quiet bool
	Place webview.Place
	Held  int // an open file to be closed once nothing of the process before is left; 0 for none
}

// comebackEnv is the variable that holds it.
const comebackEnv = "FIRSTHAND_COMEBACK"

// errNoRestart means that no fresh process could take the place of this one.
var errNoRestart = errors.New("process cannot be replaced")

// replace starts the program anew with the same arguments, in the place of this process. It returns only an error.
func replace(c comeback) error {
	b, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("%w: %w", errNoRestart, err)
	}
	env := make([]string, 0, len(os.Environ())+1)
	for _, is := range os.Environ() {
		if !strings.HasPrefix(is, comebackEnv+"=") {
			env = append(env, is)
		}
	}
	return fmt.Errorf("%w: %w", errNoRestart, execute(append(env, comebackEnv+"="+string(b)), c.Held))
}

// comesBack is what the process before has left; ok is false where this one is the first. What is left of that process,
// the web view's own ones, is ended.
func comesBack() (c comeback, ok bool) {
	text, ok := os.LookupEnv(comebackEnv)
	if !ok {
		return comeback{}, false
	}
	_ = os.Unsetenv(comebackEnv) // not for the processes that this one will start
	endChildren()
	if json.Unmarshal([]byte(text), &c) != nil {
		return comeback{}, false
	}
	if c.Held > 2 {
		_ = os.NewFile(uintptr(c.Held), "held").Close()
	}
	return c, true
}
