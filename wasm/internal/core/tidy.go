//go:build js && wasm

package core

import "runtime"

// untidy is of how many bytes of files the leavings may lie about before they are
// collected: some seventy times as many.
const untidy = 192 << 10

// tidy collects what the checks before have left, once it is much, before a file of
// some size is checked. Between two checks hardly anything is in use, so that this costs
// next to nothing, where a collection in the midst of a check goes through a whole book;
// and the memory that the next check needs is there, which in WebAssembly only ever
// grows. Of books that are kept, as those judged together are, it waits for as much
// again.
func (c *Running) tidy(size int) {
	if c.litter > untidy+c.kept {
		runtime.GC()
		c.litter = 0
	}
	c.litter += size
}
