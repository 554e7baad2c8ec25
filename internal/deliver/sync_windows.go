package deliver

// syncDir does nothing: Windows has no handle of a folder that could be flushed; NTFS journals the name.
func syncDir(string) error { return nil }
