//go:build js && wasm

// Command wasm is the core that every visitor of the page gets: it checks .xlsx.
package main

import (
	"suanqing/validate/read"
	"suanqing/validate/read/xlsx"
	"suanqing/wasm/internal/core"
)

func main() { core.Run(".xlsx", read.Readers{read.XLSX: xlsx.Open}, nil) }
