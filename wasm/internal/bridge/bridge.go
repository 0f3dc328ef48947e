//go:build js && wasm

// Package bridge is how the page's worker calls a program of ours. It knows nothing
// of checking, so that a component has only what it needs.
package bridge

import (
	"syscall/js"

	"suanqing/validate/document"
)

// Offer sets the global object suanqing with these functions for the worker. It
// never returns.
func Offer(functions map[string]func(args []js.Value) any) {
	object := map[string]any{}
	for name, f := range functions {
		object[name] = js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) })
	}
	js.Global().Set("suanqing", object)
	select {} // the page ends the worker, never the program
}

// Bytes copies a Uint8Array.
func Bytes(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// Array is a Uint8Array of these bytes.
func Array(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

// Refusal is the object that a report has as its error.
func Refusal(r *document.Refusal) map[string]any {
	return map[string]any{"code": r.Code, "message": r.Message, "hint": r.Hint}
}
