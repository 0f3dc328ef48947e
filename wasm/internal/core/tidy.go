//go:build js && wasm

package core

import "runtime"

// untidy is how many bytes may lie about before they are collected between two checks.
const untidy = 12 << 20

// tidy collects what the checks before have left, once it is much. Between two checks
// hardly anything is in use, so that this costs next to nothing, where a collection
// in the midst of a check goes through a whole book; and the memory that the next check
// needs is there, which in WebAssembly only ever grows. Of books that are kept, as those
// judged together are, it waits for as much again as they take.
func (c *Running) tidy() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc < max(untidy, 2*c.kept) {
		return
	}
	runtime.GC()
	runtime.ReadMemStats(&m)
	c.kept = m.HeapAlloc
}
