//go:build js && wasm

// Command wasm is the bridge between the page's worker and the core: it hands
// over bytes and gets back JSON. Nothing is decided here.
package main

import (
	"runtime/debug"
	"syscall/js"
	"time"

	"suanqing/validate"
	"suanqing/validate/report"
)

// quiet is how long a check says nothing of its progress: most end within it.
const quiet = 100 * time.Millisecond

// last is the result whose sheets the page may ask for.
var last *validate.Result

func main() {
	// A check is short and the worker has the machine's memory: collecting less
	// often saves a tenth of its time.
	debug.SetGCPercent(400)
	js.Global().Set("suanqing", js.ValueOf(map[string]any{
		"check":  js.FuncOf(check),
		"sheets": js.FuncOf(sheets),
		"sheet":  js.FuncOf(sheet),
	}))
	select {} // the page ends the worker, never the program
}

// check(name, Uint8Array, onProgress) gives the report as JSON, the exact bytes
// that the native command prints for the same file.
func check(_ js.Value, args []js.Value) any {
	name := args[0].String()
	data := make([]byte, args[1].Length())
	js.CopyBytesToGo(data, args[1])
	last = judge(name, data, args[2])
	out, err := last.Report.JSON()
	if err != nil {
		out, _ = broken(name, data).Report.JSON()
	}
	return string(out)
}

// judge runs the core; a panic there becomes a report like any other.
func judge(name string, data []byte, onProgress js.Value) (result *validate.Result) {
	defer func() {
		if recover() != nil {
			result = broken(name, data)
		}
	}()
	beforeCheck(name)
	said := time.Now()
	progress := func(stage string, done, total int) {
		if onProgress.Type() == js.TypeFunction && time.Since(said) > quiet {
			onProgress.Invoke(stage, done, total)
			said = time.Now()
		}
	}
	return validate.Check(name, data, progress)
}

func broken(name string, data []byte) *validate.Result {
	return validate.Refused(name, data, &report.Failure{
		Code:    "internal",
		Message: "检查程序自己出错了，这个文件没有检查完。",
		Hint:    "不是您的操作问题；请在 WPS 或 Excel 中另存为新的 .xlsx 后再试，仍不行请反馈。",
	})
}

// sheets() lists the sheets of the last checked file as JSON.
func sheets(js.Value, []js.Value) any {
	return answer(func() ([]byte, error) { return last.Sheets() })
}

// sheet(i) gives one sheet of the last checked file as JSON, for drawing.
func sheet(_ js.Value, args []js.Value) any {
	return answer(func() ([]byte, error) { return last.Sheet(args[0].Int()) })
}

// answer is the text, or null for whatever cannot be drawn.
func answer(get func() ([]byte, error)) (text any) {
	defer func() {
		if recover() != nil {
			text = nil
		}
	}()
	out, err := get()
	if err != nil {
		return nil
	}
	return string(out)
}
