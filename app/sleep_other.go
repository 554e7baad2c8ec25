//go:build !linux

package app

import "context"

// beforeSleep knows of no sleep here: the journal locks when nobody has touched it for long, and when it is told to.
func beforeSleep(context.Context, func(held int)) {}
