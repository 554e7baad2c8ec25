package uitest

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// A Role is what an accessible thing is (AtspiRole).
type Role uint32

// The roles the tests ask for.
const (
	CheckBox Role = 7
	List     Role = 31
	ListItem Role = 32
	Password Role = 40
	Button   Role = 43
	Radio    Role = 44
	Slider   Role = 51
	Toggle   Role = 62
	Entry    Role = 79
	Heading  Role = 83
	Landmark Role = 110

	// Of GTK's own dialogs.
	FileChooser Role = 19
	TextField   Role = 61
)

// A State is something a thing can be (AtspiStateType).
type State uint

// The states the tests ask for.
const (
	Busy      State = 3 // not yet as it will be
	Checked   State = 4
	Focused   State = 12
	Sensitive State = 24 // not disabled
)

// A Bus is the accessibility bus of the session.
type Bus struct{ conn *dbus.Conn }

// A Node is one accessible thing: a window, a field, a line.
type Node struct {
	bus *Bus
	ref reference
}

// reference is how AT-SPI names a thing: the bus name of its program and an object path.
type reference struct {
	Name string
	Path dbus.ObjectPath
}

// Dial connects to the accessibility bus of the session bus. Close it after use.
func Dial() (*Bus, error) {
	session, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, fmt.Errorf("session bus: %w", err)
	}
	defer session.Close()
	var address string
	if err := session.Object("org.a11y.Bus", "/org/a11y/bus").Call("org.a11y.Bus.GetAddress", 0).Store(&address); err != nil {
		return nil, fmt.Errorf("accessibility bus: %w", err)
	}
	conn, err := dbus.Connect(address)
	if err != nil {
		return nil, fmt.Errorf("accessibility bus: %w", err)
	}
	return &Bus{conn}, nil
}

// Close leaves the bus.
func (b *Bus) Close() { _ = b.conn.Close() }

// root is the desktop: its children are the programs.
func (b *Bus) root() Node {
	return Node{b, reference{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"}}
}

const accessible = "org.a11y.atspi.Accessible"

// call asks the thing, for 3 s at most, and stores the answer in out unless it is nil.
func (n Node) call(method string, out any, in ...any) error {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	call := n.bus.conn.Object(n.ref.Name, n.ref.Path).CallWithContext(ctx, method, 0, in...)
	if call.Err != nil || out == nil {
		return call.Err
	}
	return call.Store(out)
}

func (n Node) property(name string) any {
	var v dbus.Variant
	_ = n.call("org.freedesktop.DBus.Properties.Get", &v, accessible, name)
	return v.Value()
}

// children asks by index: GTK's socket, into which the page's tree is plugged, answers GetChildren with nothing.
func (n Node) children() (out []Node) {
	count, _ := n.property("ChildCount").(int32)
	for i := range count {
		var r reference
		if n.call(accessible+".GetChildAtIndex", &r, i) == nil && r.Path != "/org/a11y/atspi/null" {
			out = append(out, Node{n.bus, r})
		}
	}
	return out
}

// Role is what the thing is. It is asked by number: not every program has names for its roles.
func (n Node) Role() (r Role) {
	_ = n.call(accessible+".GetRole", (*uint32)(&r))
	return r
}

// Name is what a screen reader calls the thing.
func (n Node) Name() string {
	s, _ := n.property("Name").(string)
	return s
}

// Text is what stands in a field.
func (n Node) Text() (s string) {
	_ = n.call("org.a11y.atspi.Text.GetText", &s, int32(0), int32(-1))
	return s
}

// Is reports whether the thing is in that state.
func (n Node) Is(s State) bool {
	var bits []uint32
	if n.call(accessible+".GetState", &bits) != nil || int(s/32) >= len(bits) {
		return false
	}
	return bits[s/32]>>(s%32)&1 == 1
}

// Write puts text into a field in the place of what stands there, as an input method would.
func (n Node) Write(s string) error {
	var ok bool
	return n.call("org.a11y.atspi.EditableText.SetTextContents", &ok, s)
}

// Focus puts the keyboard into the thing.
func (n Node) Focus() error {
	var ok bool
	return n.call("org.a11y.atspi.Component.GrabFocus", &ok)
}

// Press does what a click on the thing does.
func (n Node) Press() error {
	var ok bool
	return n.call("org.a11y.atspi.Action.DoAction", &ok, int32(0))
}

// Find looks for the first thing in this one, or itself, that matches.
func (n Node) Find(match func(Node) bool) (Node, bool) {
	if match(n) {
		return n, true
	}
	for _, child := range n.children() {
		if found, ok := child.Find(match); ok {
			return found, true
		}
	}
	return Node{}, false
}

// Words is all text in the thing and below it, as a screen reader comes by it.
func (n Node) Words() string {
	var s strings.Builder
	n.Find(func(n Node) bool {
		if len(n.children()) == 0 {
			s.WriteString(n.Text())
			s.WriteByte('\n')
		}
		return false
	})
	return s.String()
}

// Wait looks for the first thing on the desktop that matches, again and again until the time is over.
func (b *Bus) Wait(match func(Node) bool, within time.Duration) (Node, error) {
	for end := time.Now().Add(within); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if n, ok := b.root().Find(match); ok {
			return n, nil
		}
	}
	return Node{}, fmt.Errorf("not there after %v; on screen:\n%s", within, b.Screen())
}

// Named matches things of this role by their name.
func Named(role Role, name func(string) bool) func(Node) bool {
	return func(n Node) bool { return n.Role() == role && name(n.Name()) }
}

// Reading matches things by the text in them.
func Reading(text func(string) bool) func(Node) bool {
	return func(n Node) bool { return text(n.Text()) }
}

// Screen lists everything that has a name, for the message of a test that failed.
func (b *Bus) Screen() string {
	var s strings.Builder
	b.root().Find(func(n Node) bool {
		if name := n.Name(); name != "" {
			fmt.Fprintf(&s, "  %3d %q\n", n.Role(), name)
		}
		return false
	})
	return s.String()
}
