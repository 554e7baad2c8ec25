// Package journal is what one person has written, and what they can do with it: the domain of Firsthand and its use cases.
//
// It does no I/O. A Store keeps the records (package vault does), renderers make the documents,
// and the rim (packages app and cli) turns errors into words.
package journal
