package redact

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// together calls do(0) … do(n-1), as many at a time as the machine can, and returns when all have returned. Each call
// writes what it found to a place of its own, so that the result does not depend on which came first.
func together(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
