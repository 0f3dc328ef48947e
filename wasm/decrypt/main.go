//go:build js && wasm

// Command decrypt opens a file that has a password; the page fetches it when the
// first such file arrives. What is in the file then goes to the core.
package main

import (
	"errors"
	"syscall/js"

	"suanqing/validate/document"
	"suanqing/validate/read/decrypt"
	"suanqing/wasm/internal/bridge"
)

func main() { bridge.Offer(map[string]func([]js.Value) any{"decrypt": open}) }

// open is decrypt(Uint8Array, password): a Uint8Array, the plain .xlsx; or an object,
// the refusal as it stands in a report's error.
func open(args []js.Value) any {
	plain, err := decrypt.Open(bridge.Bytes(args[0]), args[1].String())
	var refusal *document.Refusal
	switch {
	case errors.As(err, &refusal):
		return bridge.Refusal(refusal)
	case err != nil:
		return nil // the worker ends: a failure of ours
	}
	return bridge.Array(plain)
}
