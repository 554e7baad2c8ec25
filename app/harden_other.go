//go:build !linux && !darwin

package app

func hardenProcess() {}
