package vault

import "time"

// calibrated is a KDF that takes 0.5 to 1 s on this machine, and never less than the floor.
// It grows memory first, which costs an attacker more than time, up to 256 MiB: a laptop has that to spare.
func calibrated() KDF {
	const (
		wanted    = 700 * time.Millisecond
		maxMemory = 256 << 10
		maxPasses = 24
	)
	k := FloorKDF
	salt := make([]byte, keySize)
	// Measured cold, as an unlock is: no first round to warm up.
	start := time.Now()
	clear(k.stretch([]byte("how long does it take here"), salt))
	took := max(time.Since(start), time.Millisecond)
	for took*2 <= wanted && k.MemoryKiB*2 <= maxMemory {
		k.MemoryKiB *= 2
		took *= 2
	}
	pass := took / time.Duration(k.Time)
	for took+pass <= wanted && k.Time < maxPasses {
		k.Time++
		took += pass
	}
	return k
}
