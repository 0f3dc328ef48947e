//go:build js && wasm

package core

import (
	"syscall/js"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/wasm/internal/bridge"
)

// CheckPages makes checkPages(name, Uint8Array, onProgress, folder, words): check of a PDF whose
// pages PDFium, which is not ours, hands over as words, a Uint8Array that of makes a
// document of. It is given what reads them: this package, which every core has, knows of no
// reader.
func CheckPages(of func(words []byte) (*document.Document, error)) func(*Running, []js.Value) any {
	return func(c *Running, args []js.Value) any {
		name, data, words := args[0].String(), bridge.Bytes(args[1]), bridge.Bytes(args[4])
		c.kind, c.paged = read.PDF, true
		open := func([]byte) (*document.Document, error) { return of(words) }
		return c.judge(name, data, args[2:], func(p validate.Progress) *validate.Result { return c.Judge.Book(name, data, open, p) })
	}
}
