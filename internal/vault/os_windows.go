package vault

import "syscall"

var (
	fullNumbers     = []syscall.Errno{syscall.ENOSPC, 39 /* ERROR_HANDLE_DISK_FULL */, 112 /* ERROR_DISK_FULL */, 1295 /* ERROR_DISK_QUOTA_EXCEEDED */}
	diskNumbers     = []syscall.Errno{23 /* ERROR_CRC */, 1117 /* ERROR_IO_DEVICE */, 483 /* ERROR_DEVICE_HARDWARE_ERROR */}
	readOnlyNumbers = []syscall.Errno{syscall.ERROR_ACCESS_DENIED, 19 /* ERROR_WRITE_PROTECT */}
)

// syncFolder does nothing: NTFS keeps its own journal of names, and a folder cannot be flushed.
func syncFolder(string) error { return nil }
