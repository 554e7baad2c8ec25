//go:build !linux

package app

func handOver(string) bool { return false }

// wailsHandsOver says that a second window may be built, because Wails' lock then ends it before it is seen.
const wailsHandsOver = true
