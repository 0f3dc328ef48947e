//go:build js && wasm

// Command hello is the least that a Go program for a page does: it says that it is there.
package main

import (
	"fmt"
	"syscall/js"
)

func main() {
	fmt.Println("hello, world")
	js.Global().Get("document").Get("documentElement").Get("dataset").Set("engine", "ready")
	select {}
}
