// An empty Wails app, for the benchmark to compare with: one line on a page, which says when it is painted.
package main

import (
	"embed"
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
)

//go:embed index.html
var page embed.FS

// Window is what the page may call.
type Window struct{}

// Painted says that the first content is on screen, in milliseconds since the page began.
func (Window) Painted(milliseconds float64) { fmt.Fprintf(os.Stderr, "painted %.0fms\n", milliseconds) }

func main() {
	err := wails.Run(&options.App{
		Title: "Empty", Width: 1080, Height: 760,
		AssetServer: &assetserver.Options{Assets: page},
		Bind:        []any{&Window{}},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
