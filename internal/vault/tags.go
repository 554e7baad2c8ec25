//go:build !sqlite_fts5 || !sqlite_omit_load_extension

package vault

// Without these tags SQLite lacks the search module, or could load code from a file into the program that holds the keys.
var _ = build_with_tags_sqlite_fts5_and_sqlite_omit_load_extension
