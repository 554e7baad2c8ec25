// Command server puts the real backend before a browser, for tests only: a journal in a folder of its own, on the
// loopback interface. It prints its address, and stops by itself: when its standard input ends, and after -for at the
// latest.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"firsthand/app"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
	"firsthand/internal/uitest/bridge"
)

func main() {
	dist := flag.String("dist", "frontend/dist", "the built frontend")
	folder := flag.String("folder", "", "where journal, keys and saved files go; empty: a new one, removed at the end")
	seed := flag.String("seed", "", "what is there at the beginning: night, lines, day, accounts or years; empty: nothing")
	passphrase := flag.String("passphrase", "", "the passphrase that the journal has; empty: none")
	port := flag.Int("port", 0, "on the loopback interface; 0 is any")
	within := flag.Duration("for", 10*time.Minute, "how long it runs at most")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*dist, *folder, *seed, *passphrase, *port, *within); err != nil {
		log.Fatal(err)
	}
}

func run(dist, folder, seed, passphrase string, port int, within time.Duration) error {
	ctx, stop := context.WithTimeout(context.Background(), within)
	defer stop()
	if folder == "" {
		var err error
		if folder, err = os.MkdirTemp("", "firsthand-test-"); err != nil {
			return err
		}
		defer os.RemoveAll(folder)
	}
	desk, err := furnish(ctx, folder, seed, passphrase)
	if err != nil {
		return err
	}
	defer desk.Close()
	desktop := &bridge.Desktop{Out: filepath.Join(folder, "out")}
	if err := os.MkdirAll(desktop.Out, 0o700); err != nil {
		return err
	}
	a := app.New(app.Options{Desk: desk, Version: "test", Licence: "The licence."}, desktop)
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	server := &http.Server{Handler: bridge.New(a, desktop, os.DirFS(dist)), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	fmt.Println("http://" + listener.Addr().String())
	fmt.Println(folder)
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// furnish makes what the test begins with.
func furnish(ctx context.Context, folder, what, passphrase string) (*home.Desk, error) {
	h, err := home.At(filepath.Join(folder, "journal"), home.Options{Keys: filepath.Join(folder, "config", "keys"), CheapPassphrase: true})
	if err != nil {
		return nil, err
	}
	d := h.Desk(map[journal.Format]report.Renderer{journal.PDF: pdf.Renderer{}, journal.Markdown: markdown.Renderer{}, journal.JSON: json.Renderer{}})
	if what != "" {
		if err := d.Begin(ctx); err != nil {
			return nil, err
		}
		if err := seed(ctx, what, d.Journal().Journal, h.Now()); err != nil {
			return nil, err
		}
	}
	if passphrase != "" {
		recovery, err := d.Secure(ctx, passphrase)
		if err == nil { // for tests that need it
			err = os.WriteFile(filepath.Join(folder, "recovery-key.txt"), []byte(recovery+"\n"), 0o600)
		}
		if err != nil {
			return nil, err
		}
	}
	return d, d.Lock()
}
