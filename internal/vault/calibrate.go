package vault

import "time"

// What an unlock may take on the machine that the passphrase is set on.
const (
	shortest = 500 * time.Millisecond
	wanted   = 700 * time.Millisecond
	longest  = time.Second

	// Memory costs an attacker more than time, and a laptop has that much to spare.
	maxCalibratedMemory = 256 << 10
	maxCalibratedPasses = 24
)

// calibrated is a KDF that takes 0.5 to 1 s on this machine, and never less than the floor.
func calibrated() KDF { return calibrate(unlockTime) }

// unlockTime measures a KDF cold, as an unlock is: its memory comes fresh from the system every time.
func unlockTime(k KDF) time.Duration {
	start := time.Now()
	clear(k.stretch([]byte("how long does it take here"), make([]byte, keySize)))
	return time.Since(start)
}

// calibrate grows the floor to what takes the wanted time: memory first, then passes. What else the machine is busy with
// only ever adds to a measured time, so the shortest of several counts; and what was estimated is measured in its turn,
// because a larger memory is not always as much slower as it is larger.
func calibrate(measure func(KDF) time.Duration) KDF {
	best := func(k KDF, times int) time.Duration {
		took := measure(k)
		for range times - 1 {
			took = min(took, measure(k))
		}
		return max(took, time.Millisecond)
	}
	k := FloorKDF
	took := best(k, 3)
	for took*2 <= wanted && k.MemoryKiB*2 <= maxCalibratedMemory {
		k.MemoryKiB *= 2
		took *= 2
	}
	k.Time = passes(k.Time, took)
	for range 3 {
		took = best(k, 2)
		next := k
		switch {
		case took < shortest || took > longest && k.Time > FloorKDF.Time:
			next.Time = passes(k.Time, took)
		case took > longest && k.MemoryKiB > FloorKDF.MemoryKiB:
			next.MemoryKiB /= 2
		}
		if next == k {
			break
		}
		k = next
	}
	return k
}

// passes is how many passes take the wanted time, where so many took that long.
func passes(n uint32, took time.Duration) uint32 {
	fit := int64(n) * int64(wanted) / int64(took)
	return uint32(min(max(fit, int64(FloorKDF.Time)), maxCalibratedPasses))
}
