//go:build js && wasm

package core

import (
	"syscall/js"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/pdf"
	"suanqing/validate/read/pdf/handed"
	"suanqing/wasm/internal/bridge"
)

// CheckPages is checkPages(name, Uint8Array, onProgress, words): check of a PDF whose pages
// PDFium, which is not ours, hands over: words is a Uint8Array as package handed reads it.
func CheckPages(c *Running, args []js.Value) any {
	name, data, words := args[0].String(), bridge.Bytes(args[1]), bridge.Bytes(args[3])
	c.kind, c.paged = read.PDF, true
	open := func([]byte) (*document.Document, error) {
		pages, refusal := handed.Pages(words)
		if refusal != nil {
			return nil, refusal
		}
		words = nil
		d, refusal := pdf.Document(pages)
		if refusal != nil {
			return nil, refusal
		}
		return d, nil
	}
	return c.judge(name, data, args[2], func(p validate.Progress) *validate.Result { return c.Judge.Book(name, data, open, p) })
}
