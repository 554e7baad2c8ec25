package cli

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// TestMain makes this test binary the program: the scripts run it as "firsthand".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"firsthand": func() { os.Exit(program().Main(context.Background(), os.Args[1:])) },
	})
}

// program is the real program but for the cost of its passphrase, which would make every script wait a second a line.
func program() *Program {
	return &Program{
		Version: "test",
		Renderers: map[journal.Format]report.Renderer{
			journal.PDF: pdf.Renderer{}, journal.Markdown: markdown.Renderer{}, journal.JSON: json.Renderer{},
		},
		Home: home.Options{CheapPassphrase: true, Now: scripted},
	}
}

// scripted is the present, or what a script says it is.
func scripted() time.Time {
	if at, err := time.Parse(time.RFC3339, os.Getenv("NOW")); err == nil {
		return at.Local()
	}
	return time.Now()
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			h := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", h)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(h, ".config"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(h, ".local", "share"))
			e.Setenv("TZ", "Europe/Berlin")
			return os.MkdirAll(h, 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":     exits,
			"readid":    readID,
			"placed":    placed,
			"firstword": firstWord,
		},
	})
}

// exits runs a program and wants that exit code: exits CODE PROGRAM ARGS...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if err != nil {
		var exit *exec.ExitError
		if !asExit(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	if got != 0 {
		said := ts.ReadFile("stderr")
		if lines := strings.Count(strings.TrimSpace(said), "\n"); !strings.HasPrefix(said, "firsthand: ") || lines > 0 {
			ts.Fatalf("wants one sentence for a person on standard error, got %d lines", lines+1)
		}
	}
}

func asExit(err error, target **exec.ExitError) bool {
	e, ok := err.(*exec.ExitError)
	if ok {
		*target = e
	}
	return ok
}

// readID puts the id in a file into a variable: readid NAME FILE
func readID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: readid NAME FILE")
	}
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile(args[1])))
	ts.Check(notEmpty(ts.Getenv(args[0])))
}

// firstWord puts the word that a file begins with into a variable: firstword NAME FILE
func firstWord(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: firstword NAME FILE")
	}
	word, _, _ := strings.Cut(ts.ReadFile(args[1]), " ")
	ts.Setenv(args[0], word)
	ts.Check(notEmpty(word))
}

// placed puts the id in brackets, which "treat" says of what was parted, into a variable: placed NAME FILE
func placed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: placed NAME FILE")
	}
	_, rest, _ := strings.Cut(ts.ReadFile(args[1]), "(")
	id, _, _ := strings.Cut(rest, ")")
	ts.Setenv(args[0], id)
	ts.Check(notEmpty(id))
}

func notEmpty(s string) error {
	if s == "" {
		return fmt.Errorf("no id")
	}
	return nil
}
