package app

import (
	"context"
	"syscall"

	"github.com/godbus/dbus/v5"
)

// logind says on the system bus when the computer is about to sleep, and waits for those who asked it to.
const (
	logind     = "org.freedesktop.login1"
	logindPath = dbus.ObjectPath("/org/freedesktop/login1")
	logindFace = "org.freedesktop.login1.Manager"
)

// beforeSleep calls asleep whenever the computer is about to sleep, which then waits until asleep returns, or until the
// file held is closed if that is later. It returns at once. Where there is no system bus or no logind it does nothing.
func beforeSleep(ctx context.Context, asleep func(held int)) {
	go func() {
		conn, err := dbus.ConnectSystemBus(dbus.WithContext(ctx))
		if err != nil {
			return
		}
		defer conn.Close()
		heard := make(chan *dbus.Signal, 8)
		conn.Signal(heard)
		if conn.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(logindPath), dbus.WithMatchInterface(logindFace),
			dbus.WithMatchMember("PrepareForSleep")) != nil {
			return
		}
		held := stayAwake(ctx, conn)
		for signal := range heard {
			sleeps, ok := false, false
			if signal.Name == logindFace+".PrepareForSleep" && len(signal.Body) == 1 {
				sleeps, ok = signal.Body[0].(bool)
			}
			switch {
			case !ok:
			case sleeps:
				asleep(held)
				letSleep(held)
				held = 0
			case held == 0: // awake again
				held = stayAwake(ctx, conn)
			}
		}
	}()
}

// stayAwake asks logind to wait before the next sleep until the file is closed; 0 where it does not.
func stayAwake(ctx context.Context, conn *dbus.Conn) (held int) {
	var file dbus.UnixFD
	err := conn.Object(logind, logindPath).CallWithContext(ctx, logindFace+".Inhibit", dbus.FlagNoAutoStart,
		"sleep", "Firsthand", "The journal is locked first", "delay").Store(&file)
	if err != nil {
		return 0
	}
	return int(file)
}

func letSleep(held int) {
	if held > 0 {
		_ = syscall.Close(held)
	}
}
