package app

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// What a window is on the session bus. Wails has a lock of its own for that, but it gives up its name for good where a
// process that was replaced a moment ago still seems to have it, and it ends a second start with an error.
const (
	windowPath = dbus.ObjectPath("/firsthand/Window")
	windowFace = "firsthand.Window"
)

func busName(dir string) string { return "firsthand.window_" + instance(dir) }

// answerWithin is how long the window that is open may take to answer.
const answerWithin = 3 * time.Second

// handOver tells the window that is open on the journal to come forward. heard is whether it has heard; reachable is
// false where there is no session bus, over which alone it could.
func handOver(dir string) (heard, reachable bool) {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return false, false
	}
	defer conn.Close()
	ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
	defer cancel()
	return conn.Object(busName(dir), windowPath).CallWithContext(ctx, windowFace+".Raise", dbus.FlagNoAutoStart).Err == nil, true
}

// second is what the window hears on the bus.
type second func()

// Raise is called by a second start.
func (s second) Raise() *dbus.Error {
	s()
	return nil
}

// listen calls again whenever the program is started another time for this journal, for as long as the process lives.
// Without a session bus it does nothing.
func listen(dir string, again func()) {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return
	}
	if conn.Export(second(again), windowPath, windowFace) != nil {
		_ = conn.Close()
		return
	}
	// Queued, not refused, where the bus has not yet noticed that this process was replaced.
	if _, err := conn.RequestName(busName(dir), 0); err != nil {
		_ = conn.Close()
	}
}

// byWails says that second starts are handed over by Wails.
const byWails = false
