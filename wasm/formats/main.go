//go:build js && wasm

// Command formats is the core that checks files in every format but .xlsx; the page
// fetches it when the first such file arrives.
package main

import (
	"suanqing/validate"
	"suanqing/validate/read"
	"suanqing/validate/read/formats"
	"suanqing/validate/rewrite"
	"suanqing/wasm/internal/core"
)

func main() {
	core.Run(core.Core{Ending: ".xls", Readers: formats.Readers, Workbook: rewrite.XLSX,
		CheckSet: func(parts []read.Part, progress validate.Progress) *validate.Result {
			return validate.CheckSet(parts, formats.Readers.OpenSet, progress)
		}})
}
