package app

// closeOnExec does nothing here: Go and Cocoa mark their files themselves.
func closeOnExec() {}

// runningFile knows nothing here but the name.
func runningFile() (path string, ok bool) { return "", false }

// endChildren does nothing here: the web view's processes belong to the system, which ends them.
func endChildren() {}
