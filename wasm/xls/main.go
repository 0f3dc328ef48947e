//go:build js && wasm

// Command xls is the core that checks .xls and .et; the page fetches it when the
// first such file arrives.
package main

import (
	"suanqing/validate/read"
	"suanqing/validate/read/xls"
	"suanqing/wasm/internal/core"
)

func main() { core.Run(".xls", read.Readers{read.XLS: xls.Open}) }
