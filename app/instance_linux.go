package app

import (
	"context"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// handOverWithin is how long the first window may take to answer.
const handOverWithin = 3 * time.Second

// handOver tells the window that is open on the journal to come forward, by the message with which Wails' lock for
// single instances does it. It reports whether that window has heard. Wails itself would do so only after the window is
// built, and end the program with an error.
func handOver(dir string) bool {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return false
	}
	defer conn.Close()
	ctx, cancel := context.WithTimeout(context.Background(), handOverWithin)
	defer cancel()
	id := "wails_app_" + strings.ReplaceAll(instance(dir), "-", "_")
	name := "org." + id + ".SingleInstance"
	first := conn.Object(name, dbus.ObjectPath("/org/"+id+"/SingleInstance"))
	return first.CallWithContext(ctx, name+".SendMessage", dbus.FlagNoAutoStart, "{}").Err == nil
}

// wailsHandsOver says that a second window may be built, because Wails' lock then ends it before it is seen.
const wailsHandsOver = false // without a session bus it would not
