//go:build js && wasm

// Command formats is the core that checks files in every format but .xlsx; the page
// fetches it when the first such file arrives.
package main

import (
	"suanqing/validate/read/formats"
	"suanqing/validate/rewrite"
	"suanqing/wasm/internal/core"
)

func main() { core.Run(".xls", formats.Readers, rewrite.XLSX) }
