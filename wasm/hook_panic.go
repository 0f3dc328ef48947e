//go:build js && wasm && suanqing_panic

package main

import "os"

// beforeCheck fails in the ways a core can fail, chosen by the file's name.
// Only browser tests build this.
func beforeCheck(name string) {
	switch name {
	case "panic.xlsx":
		panic("on purpose")
	case "exit.xlsx":
		os.Exit(3)
	case "overflow.xlsx":
		println(overflow(1))
	case "hang.xlsx":
		for n := 0; ; n++ {
			if n < 0 {
				return
			}
		}
	}
}

// overflow is a fatal error that no recover catches.
func overflow(n int) int {
	if n == 0 {
		return 0
	}
	return overflow(n+1) + n
}
