package cli

import (
	"context"
	"fmt"
	"io"
	"os"
)

// What is read of a file at most, in bytes: one of /dev/zero would never end.
const (
	mostSecret = 64 << 10
	mostInput  = 256 << 20
)

// until runs f, which may wait for ever: for a person, or for a pipe that nobody writes to. When the program is told to
// stop meanwhile, it is context.Canceled, and f is left behind.
func until[T any](p *Program, f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := f()
		done <- result{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-p.stopped:
		var none T
		return none, context.Canceled
	}
}

// file reads a file that the person names, no more than most bytes of it. It may be a pipe, such as <(command).
func (p *Program) file(name string, most int64) ([]byte, error) {
	b, err := until(p, func() ([]byte, error) {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, most+1))
	})
	if err == nil && int64(len(b)) > most {
		return nil, &failure{Failed, fmt.Sprintf("%s is larger than %s, so it was not read. Nothing was changed.", name, bytesInWords(most))}
	}
	return b, err
}

// input reads a named file, or standard input where the name is "-" or missing.
func (p *Program) input(args []string) ([]byte, error) {
	if len(args) > 0 && args[0] != "-" {
		return p.file(args[0], mostInput)
	}
	b, err := p.stdin(mostInput)
	if err == nil && len(b) > mostInput {
		return nil, &failure{Failed, fmt.Sprintf("Standard input holds more than %s, so it was not read. Nothing was changed.", bytesInWords(mostInput))}
	}
	return b, err
}

// stdin reads standard input, and no more than one byte above most.
func (p *Program) stdin(most int64) ([]byte, error) {
	b, err := until(p, func() ([]byte, error) { return io.ReadAll(io.LimitReader(p.Stdin, most+1)) })
	if err != nil {
		return nil, fmt.Errorf("read standard input: %w", err)
	}
	return b, nil
}
