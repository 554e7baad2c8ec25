package vault

import (
	"math"
	"testing"
	"time"
)

func TestCalibrated(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	k := calibrated()
	if k.MemoryKiB < FloorKDF.MemoryKiB || k.Time < FloorKDF.Time || k.Threads != FloorKDF.Threads || k.check() != nil {
		t.Errorf("%+v is below the floor, or above what is read", k)
	}
	t.Logf("%+v takes %v", k, unlockTime(k))
}

// TestCalibrate calibrates on machines that are made up: what comes out must take 0.5 to 1 s when such a machine has
// nothing else to do, or be the floor where that is slower, or the most where that is faster.
func TestCalibrate(t *testing.T) {
	most := KDF{MemoryKiB: maxCalibratedMemory, Time: maxCalibratedPasses, Threads: FloorKDF.Threads}
	for _, c := range []struct {
		name  string
		floor time.Duration // what the floor takes
		curve float64       // twice the memory takes 2 to the curve as long
		busy  []float64     // what else it does makes each measurement so many times longer, in turn and over again
	}{
		{"a laptop", 120 * time.Millisecond, 1, []float64{1}},
		{"a fast machine", 15 * time.Millisecond, 1, []float64{1}},
		{"one that is too fast", time.Millisecond, 1, []float64{1}},
		{"a slow machine", 450 * time.Millisecond, 1, []float64{1}},
		{"one slower than the floor allows", 3 * time.Second, 1, []float64{1}},
		{"one whose memory is slow", 120 * time.Millisecond, 1.5, []float64{1}},
		{"one whose memory is fast", 120 * time.Millisecond, 0.7, []float64{1}},
		{"a busy machine", 120 * time.Millisecond, 1, []float64{3, 1.1, 5, 2, 1}},
		{"one that was busy at first", 120 * time.Millisecond, 1, []float64{4, 4, 4, 1, 1, 1, 1, 1, 1}},
		{"a busy machine whose memory is slow", 120 * time.Millisecond, 1.3, []float64{2.5, 1, 4, 1.2}},
	} {
		took := func(k KDF) time.Duration {
			memory := math.Pow(float64(k.MemoryKiB)/float64(FloorKDF.MemoryKiB), c.curve)
			return time.Duration(float64(c.floor) * memory * float64(k.Time) / float64(FloorKDF.Time))
		}
		measured := 0
		k := calibrate(func(k KDF) time.Duration {
			busy := c.busy[measured%len(c.busy)]
			measured++
			return time.Duration(float64(took(k)) * busy)
		})
		if in := took(k); k != FloorKDF && k != most && (in < shortest || in > longest) {
			t.Errorf("%s: %+v takes %v", c.name, k, in)
		}
		if k == FloorKDF && took(k) < shortest || k == most && took(k) > longest || k.check() != nil {
			t.Errorf("%s: %+v takes %v", c.name, k, took(k))
		}
		if measured > 9 {
			t.Errorf("%s: measured %d times", c.name, measured)
		}
	}
}
