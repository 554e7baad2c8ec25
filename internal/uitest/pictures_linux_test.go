package uitest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"firsthand/internal/sample"
)

// TestPictures goes through every screen of the real window and leaves a picture of each, light and dark, for somebody to
// look at. It runs on demand: make pictures.
func TestPictures(t *testing.T) {
	dir := os.Getenv("FIRSTHAND_GALLERY")
	if dir == "" {
		t.Skip("on demand: make pictures")
	}
	for _, look := range []look{
		{name: "light"},
		{name: "dark", env: []string{"GTK_THEME=Adwaita:dark"}},
		{name: "german", window: `{"language":"de"}`, words: german},
		{name: "narrow", width: 400},
		{name: "narrow dark", width: 400, env: []string{"GTK_THEME=Adwaita:dark"}},
		{name: "zoomed", env: []string{"GDK_SCALE=2"}},
		{name: "zoomed dark", env: []string{"GDK_SCALE=2", "GTK_THEME=Adwaita:dark"}},
	} {
		t.Run(look.name, func(t *testing.T) {
			g := &gallery{look: look, dir: filepath.Join(dir, look.name)}
			g.scene(t, "first", g.first)
			g.scene(t, "night", g.night)
			g.scene(t, "review", g.review)
			g.scene(t, "day", g.day)
			g.scene(t, "stopped", g.stopped)
			g.scene(t, "many", g.many)
			g.scene(t, "full", g.full)
		})
	}
}

// A look is what a window looks like: colours, language, size.
type look struct {
	name   string
	env    []string
	width  int               // of the window; 0 is the whole screen
	window string            // what the window remembers of its look
	words  map[string]string // what is looked for, by its English words
}

// german is what the scenes look for.
var german = map[string]string{
	"All": "Alle", "Group": "Gruppe", "New line": "Neue Zeile", "Review": "Durchsicht", "Settings": "Einstellungen",
	"Save PDF": "PDF speichern", "Write first, do this later": "Erst schreiben, das hier später", "Try again": "Noch einmal",
}

// A gallery takes pictures of one look.
type gallery struct {
	*person
	look look
	dir  string
}

// scene begins with an empty home, and is left out where FIRSTHAND_SCENE names another.
func (g *gallery) scene(t *testing.T, name string, act func()) {
	if only := os.Getenv("FIRSTHAND_SCENE"); only != "" && only != name {
		return
	}
	t.Run(name, func(t *testing.T) {
		g.person = sitDown(t)
		g.more = g.look.env
		// A caret that blinks would be another picture each time.
		settings := filepath.Join(g.home, ".config", "gtk-3.0")
		if err := os.MkdirAll(settings, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(settings, "settings.ini"), []byte("[Settings]\ngtk-cursor-blink=0\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if g.look.window != "" {
			file := filepath.Join(g.home, ".config", "firsthand", "window.json")
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(g.look.window), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		act()
	})
}

// start opens the window in its size.
func (g *gallery) start(prefix ...string) {
	g.t.Helper()
	g.open(prefix...)
	width, height := "1280", "900"
	if g.look.width > 0 {
		width = fmt.Sprint(g.look.width)
	}
	window := []string{"search", "--sync", "--onlyvisible", "--name", "^Firsthand$"}
	g.xdotool(append(window, "windowsize", "--sync", width, height, "windowfocus", "--sync")...)
	g.until("the window is in its place", func() bool {
		g.xdotool(append(window, "windowmove", "0", "0")...)
		out, err := exec.Command("xdotool", append(window, "getwindowgeometry")...).Output()
		return err == nil && strings.Contains(string(out), "Position: 0,0") && strings.Contains(string(out), "Geometry: "+width+"x")
	})
}

// shot takes a picture as soon as nothing moves.
func (g *gallery) shot(name string) {
	g.t.Helper()
	if err := os.MkdirAll(g.dir, 0o755); err != nil {
		g.t.Fatal(err)
	}
	take := func() []byte {
		crop := "1280x900+0+0"
		if g.look.width > 0 {
			crop = fmt.Sprintf("%dx900+0+0", g.look.width)
		}
		b, err := exec.Command("import", "-window", "root", "-crop", crop, "+repage", "-define", "png:exclude-chunk=time,date", "png:-").Output()
		if err != nil {
			g.t.Fatal(err)
		}
		return b
	}
	var last []byte
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(250 * time.Millisecond) {
		now := take()
		if bytes.Equal(now, last) {
			break
		}
		last = now
	}
	file := filepath.Join(g.dir, name+".png")
	if err := os.WriteFile(file, last, 0o644); err != nil {
		g.t.Fatal(err)
	}
	g.t.Log(file)
}

// word is what the look calls something.
func (g *gallery) word(s string) string {
	if w, ok := g.look.words[s]; ok {
		return w
	}
	return s
}

func (g *gallery) button(name string) Node {
	g.t.Helper()
	return g.sees(Button, "^"+regexp.QuoteMeta(g.word(name)))
}

func (g *gallery) heading(name string) {
	g.t.Helper()
	g.sees(Heading, "^"+regexp.QuoteMeta(g.word(name))+"$")
}

// first is the first run: passphrase, recovery key, an empty journal; then locked.
func (g *gallery) first() {
	g.start()
	g.into(Entry, "^Passphrase$")
	g.shot("01-first-run")
	g.xdotool("type", "--delay", "4", phrase)
	g.shot("02-passphrase")
	g.key("Return")
	g.sees(ListItem, "^"+g.word("Group")+" 1: ")
	g.shot("03-recovery-key")
}

// night is a journal with the sample nights: empty, full, a line edited, palette, help, settings, locked.
func (g *gallery) night() {
	secret := filepath.Join(g.t.TempDir(), "passphrase")
	if err := os.WriteFile(secret, []byte(phrase+"\n"), 0o600); err != nil {
		g.t.Fatal(err)
	}
	g.run("init", "--passphrase-file", secret)
	g.start()
	g.into(Password, "^Passphrase$")
	g.shot("04-unlock")
	g.xdotool("type", "--delay", "4", "not this one")
	g.key("Return")
	g.sees(Password, "^Passphrase$")
	g.shot("05-unlock-wrong")
	g.key("ctrl+n")
	g.writer()
	g.keeps("pager again, lag on all partitions")
	g.shot("06-locked-writing")
	g.kill()

	g.samples(secret)
	g.start()
	g.into(Password, "^Passphrase$")
	g.xdotool("type", "--delay", "4", phrase)
	g.key("Return")
	g.writer()
	g.keeps("paged, checkout errors at 40%")
	g.shot("07-journal")
	g.xdotool("type", "--delay", "4", "03:42 restarted the second repl")
	g.shot("08-journal-typing")
	g.key("ctrl+a")
	g.key("BackSpace")
	g.key("alt+Up")
	g.shot("09-line")
	g.key("Return")
	g.shot("10-line-editing")
	g.key("Escape")
	g.key("ctrl+k")
	g.shot("11-palette")
	g.key("Escape")
	g.key("F1")
	g.shot("12-help")
	g.key("Escape")
	g.key("ctrl+comma")
	g.heading("Settings")
	g.shot("13-settings")
	g.key("ctrl+n")
	g.writer()
	g.key("ctrl+Return")
	g.shot("14-enough")
}

// samples brings the sample nights in.
func (g *gallery) samples(secret string) {
	g.t.Helper()
	for _, a := range sample.Night() {
		file := filepath.Join(g.t.TempDir(), a.Name)
		if err := os.WriteFile(file, []byte(a.Plain()), 0o600); err != nil {
			g.t.Fatal(err)
		}
		args := []string{"import", file}
		if secret != "" {
			args = append([]string{"--passphrase-file", secret}, args...)
		}
		g.run(args...)
	}
}

// writer waits for the writing field.
func (g *gallery) writer() {
	g.t.Helper()
	g.into(Entry, "^"+g.word("New line")+"$")
}

func (g *gallery) keeps(line string) {
	g.t.Helper()
	g.xdotool("type", "--delay", "4", line)
	g.key("Return")
	g.sees(ListItem, kept(line))
}

// sampleNight goes to a sample night by the palette, with a picture of the way whose name begins with a number.
func (g *gallery) sampleNight(number string) {
	g.t.Helper()
	g.start()
	g.writer()
	g.key("ctrl+k")
	g.xdotool("type", "--delay", "4", "meters")
	g.shot(number + "-palette-account")
	g.key("Return")
	g.sees(ListItem, "brushing my teeth")
}

// review is a sample night from nothing ticked to the saved document.
func (g *gallery) review() {
	g.run("note", "paged, nothing seems to be on fire")
	g.samples("")
	g.sampleNight("20")
	g.shot("20-journal-night")
	g.key("ctrl+3")
	g.heading("Review")
	g.sees(CheckBox, ".")
	g.shot("21-review-nothing")
	g.press(g.button("All"))
	g.wait("findings", Named(ListItem, findingName.MatchString))
	g.shot("22-review-open")
	g.toFindings()
	for _, ask := range []struct{ key, name string }{{"a", "23-review-label"}, {"y", "24-review-keep"}, {"j", ""}, {"s", "25-review-same"}, {"c", "26-review-class"}, {"m", "27-review-mark"}} {
		g.key(ask.key)
		if ask.name == "" {
			continue // on to the next finding
		}
		g.shot(ask.name)
		g.key("Escape")
	}
	for left := g.undecided(); left > 0; left = g.undecided() {
		g.key("Return")
		g.until("one is decided", func() bool { return g.undecided() < left })
	}
	g.shot("28-review-decided")
	g.key("ctrl+4")
	page := g.sees(Landmark, `1 (of|von) \d+$`)
	g.until("the page is drawn", func() bool { return !page.Is(Busy) })
	g.shot("29-preview-pdf")
	g.press(g.button("Save PDF"))
	g.savesTo(filepath.Join(g.home, "incident.pdf"))
	g.shot("30-preview-saved")
	g.press(g.sees(Radio, "^Markdown$"))
	g.shot("31-preview-markdown")
}

// day is the sample nights read again: a line and what is asked about it, recall, the last page, what has left, the sheet,
// what years add up to, a case file, two accounts side by side.
func (g *gallery) day() {
	out := g.t.TempDir()
	g.run("demo", "--keep", g.journal, "--to", out)
	g.sampleNight("60")
	g.key("alt+Up")
	g.key("ctrl+j")
	g.shot("61-panel")
	g.key("ctrl+2")
	g.heading("Timeline")
	g.shot("62-timeline")
	g.key("ctrl+1")
	g.writer()
	g.key("ctrl+Return")
	g.press(g.button("Back to the journal"))
	g.writer()
	g.key("ctrl+shift+e")
	g.shot("63-closing")
	g.key("ctrl+shift+g")
	g.press(g.button("Go on"))
	g.writer()
	g.shot("64-recall")
	g.key("ctrl+shift+l")
	g.heading("Releases")
	g.shot("65-releases")
	g.key("ctrl+3")
	g.heading("Review")
	g.press(g.button("All"))
	g.wait("findings", Named(ListItem, findingName.MatchString))
	g.shot("66-review")
	g.key("ctrl+shift+h")
	g.heading("Meeting sheet")
	g.sees(CheckBox, ".")
	var turns []Node
	g.bus.root().Find(func(n Node) bool {
		if n.Role() == CheckBox {
			turns = append(turns, n)
		}
		return len(turns) == 3
	})
	for _, turn := range turns {
		g.press(turn)
	}
	g.shot("67-sheet")
	g.key("ctrl+5")
	g.heading("Learning")
	g.shot("68-learning")
	g.key("Tab")
	for _, name := range []string{"69-learned", "70-recurs", "71-recurs-below"} {
		for range 2 {
			g.key("Page_Down")
		}
		g.shot(name)
	}
	g.press(g.button("Case file…"))
	g.heading("Case file")
	g.shot("72-case-file")
	g.key("ctrl+6")
	g.heading("Lanes")
	for _, name := range []string{"quiet-meters", "polite-drain"} {
		g.key("ctrl+o")
		g.opens(filepath.Join(out, name, "account.md"))
		g.shot("73-lanes-" + name)
	}
}

// toFindings brings the keyboard into the list of findings.
func (g *gallery) toFindings() {
	g.t.Helper()
	for _, at := g.findings(); at < 0; _, at = g.findings() {
		before := g.focused()
		g.key("F6")
		g.until("F6 moves the keyboard", func() bool { return g.focused() != before })
	}
}

// stopped is what stands in place of a document that cannot be made: no font of it has the letters.
func (g *gallery) stopped() {
	g.start()
	g.press(g.button("Write first, do this later"))
	g.writer()
	g.keeps("the pager said \u0e00\u13a0\u1200 and nothing else")
	g.key("ctrl+3")
	box := g.sees(CheckBox, "pager")
	g.until("the keyboard is there", func() bool { return box.Is(Focused) })
	g.key("space")
	g.until("it is chosen", g.canPreview)
	g.key("ctrl+4")
	g.sees(Radio, "^Markdown$")
	g.shot("40-undrawable")
}

// many is a review of four hundred findings, a hundred of them undecided.
func (g *gallery) many() {
	var text strings.Builder
	text.WriteString("# Four hundred\n\n")
	for i := range 100 {
		fmt.Fprintf(&text, "%02d:%02d restarted pay%c-db-%d with Kestrel%c%c near 10.1.%d.%d, ticket ABC-%d\n\n", i/60, i%60, 'a'+i%26, i, 'a'+i%26, 'a'+i/26, i, i, 1000+i)
	}
	file := filepath.Join(g.t.TempDir(), "many.md")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		g.t.Fatal(err)
	}
	g.run("note", "paged")
	g.run("import", file)
	g.start()
	g.writer()
	g.key("ctrl+k")
	g.xdotool("type", "--delay", "4", "four hundred")
	g.shot("44-palette-many")
	g.key("Return")
	g.heading("Four hundred")
	g.key("ctrl+3")
	g.heading("Review")
	all := g.button("All")
	g.until("all can be chosen", func() bool { return all.Is(Sensitive) })
	g.press(all)
	g.reads("^100 ")
	g.shot("45-many")
	g.toFindings()
	for n := 99; n > 94; n-- {
		g.key("Return")
		g.reads(fmt.Sprintf("^%d ", n))
	}
	g.shot("46-many-decided")
}

// full is a disk that fills up while somebody types.
func (g *gallery) full() {
	if err := os.MkdirAll(g.journal, 0o700); err != nil {
		g.t.Fatal(err)
	}
	small := fmt.Sprintf("mount -t tmpfs -o size=1500k none '%s' && exec \"$@\"", g.journal)
	if out, err := exec.Command("unshare", "-rm", "sh", "-c", small, "sh", "true").CombinedOutput(); err != nil {
		g.t.Skipf("no small disk to be had here: %v %s", err, out)
	}
	g.start("unshare", "-rm", "sh", "-c", small, "sh")
	g.press(g.button("Write first, do this later"))
	g.writer()
	g.keeps("errors climb")
	inside := filepath.Join("/proc", fmt.Sprint(g.cmd.Process.Pid), "root", g.journal, "filler")
	if err := os.WriteFile(inside, bytes.Repeat([]byte("x"), 2<<20), 0o600); err == nil || !strings.Contains(err.Error(), "no space") {
		g.t.Fatalf("the disk is not full: %v", err)
	}
	g.xdotool("type", "--delay", "4", "restarted the second replica, nothing moved")
	g.shot("50-not-kept-yet")
	g.key("Return")
	g.sees(Button, "^"+g.word("Try again"))
	g.shot("51-not-kept")
}
