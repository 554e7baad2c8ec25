// Package webview keeps the desktop's web view from leaving traces of the journal on disk, and settles before the
// window opens what the window cannot settle itself: whether there is a display, and whether it is dark.
//
// On Linux it defines the two functions of WebKitGTK by which Wails gets its web context and its view, so that the
// linker takes these: the session is ephemeral, and cookies, caches, local storage and IndexedDB exist in memory only.
// Elsewhere, and in builds without the production tag, it does nothing.
package webview
