//go:build js && wasm && suanqing_panic

package core

import (
	"os"
	"strings"
)

// beforeCheck fails in the ways a core can fail, chosen by the name of a file of
// its kind. Only browser tests build this.
func beforeCheck(name, kind string) {
	switch strings.TrimSuffix(name, kind) {
	case "panic":
		panic("on purpose")
	case "exit":
		os.Exit(3)
	case "overflow":
		println(overflow(1))
	case "hang":
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
