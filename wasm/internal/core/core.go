//go:build js && wasm

// Package core stands between the page's worker and the check of files: it hands
// over bytes and gets back JSON. Nothing is decided here.
package core

import (
	"slices"
	"syscall/js"
	"time"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/export"
	"suanqing/validate/read"
	"suanqing/validate/report"
	"suanqing/validate/view"
	"suanqing/wasm/internal/bridge"
)

// Core is a program that checks files of some kinds. What it lacks it does not link.
type Core struct {
	Ending  string // that such files have
	Readers read.Readers
	Judge   validate.Judge                            // without a judge of the written half, where another core has that
	More    map[string]func(*Running, []js.Value) any // what it offers besides, by name
}

// Running is a core at work.
type Running struct {
	Core
	kind  read.Kind        // of the file checked last, or of what was in it under a password
	paged bool             // its pages were handed over: no reader is missing
	last  *validate.Result // whose sheets the page may ask for

	litter int // bytes of the files checked since what they left was collected
	kept   int // bytes of the files that are kept
}

// quiet is how long a check says nothing of its progress: most end within it.
const quiet = 100 * time.Millisecond

// Run offers a core to the worker. It never returns.
func Run(what Core) {
	c := &Running{Core: what}
	offered := map[string]func([]js.Value) any{"check": c.check, "kind": c.kindOf, "component": c.component, "sheets": c.sheets, "sheet": c.sheet,
		"figures": c.figures, "whatIf": c.whatIf, "csv": c.csv}
	for name, f := range c.More {
		offered[name] = func(args []js.Value) any { return f(c, args) }
	}
	bridge.Offer(offered)
}

// check(name, Uint8Array, onProgress, folder, plain) gives the report as JSON, the exact
// bytes that the native command prints for the same file. Folder is where it lies, ""
// for a file by itself. Plain is null, or a Uint8Array that is read in the file's stead:
// what was in it under a password.
func (c *Running) check(args []js.Value) any {
	name, data, open := args[0].String(), bridge.Bytes(args[1]), c.Readers.Open
	plain := c.plain(data, args)
	if plain != nil {
		open = func([]byte) (*document.Document, error) { return c.Readers.Open(plain) }
	}
	return c.judge(name, data, args[2:], func(p validate.Progress) *validate.Result { return c.Judge.Book(name, data, open, p) })
}

// plain is what is read in the stead of the file, nil for itself; its kind is the book's.
func (c *Running) plain(data []byte, args []js.Value) (plain []byte) {
	c.kind, c.paged = read.Sniff(data), false
	if len(args) > 4 && args[4].Type() == js.TypeObject {
		plain = bridge.Bytes(args[4])
		c.kind = read.Sniff(plain)
	}
	return plain
}

// components are what the page has for files that this core does not read.
var components = map[read.Kind]string{
	read.XLS: "formats", read.ODS: "formats", read.FlatODS: "formats", read.CSV: "formats", read.HTML: "formats", read.MHTML: "formats", read.XML2003: "formats", read.Docx: "formats", read.PDF: "formats",
	read.Encrypted: "decrypt",
}

// component() names the component that the last checked file needs, by its bytes or by
// the written half on its sheets: it opens the file, or is a core that reads it. "" when
// there is none.
func (c *Running) component([]js.Value) any {
	switch {
	case c.Readers[c.kind] == nil && !c.paged:
		return components[c.kind]
	case c.Judge.Written == nil && c.last != nil && c.last.Document != nil && bind.HasWritten(c.last.Document):
		return "formats"
	}
	return ""
}

// kindOf() is what the last checked file is by its bytes: "xlsx", "docx" …
func (c *Running) kindOf([]js.Value) any { return string(c.kind) }

// judge runs a check and gives its report as JSON; a panic there becomes a report like
// any other. rest is who hears of its progress, and the folder that the file lies in.
func (c *Running) judge(name string, data []byte, rest []js.Value, check func(validate.Progress) *validate.Result) string {
	said, onProgress := time.Now(), rest[0]
	progress := func(stage string, done, total int) {
		if onProgress.Type() == js.TypeFunction && time.Since(said) > quiet {
			onProgress.Invoke(stage, done, total)
			said = time.Now()
		}
	}
	func() {
		defer func() {
			if recover() != nil {
				c.last = broken(name, data)
			}
		}()
		beforeCheck(name, c.Ending)
		c.last = nil // two books at once would take twice the memory, and none of it is given back
		c.tidy(len(data))
		c.last = check(progress)
	}()
	if len(rest) > 1 && rest[1].Type() == js.TypeString {
		c.last.Report.Folder = rest[1].String()
	}
	out, err := c.last.Report.JSON()
	if err != nil {
		out, _ = broken(name, data).Report.JSON()
	}
	return string(out)
}

func broken(name string, data []byte) *validate.Result {
	return validate.Refused(name, data, &report.Failure{
		Code:    "internal",
		Message: "检查程序自己出错了，这个文件没有检查完。",
		Hint:    "不是您的操作问题；请在 WPS 或 Excel 中另存为新的 .xlsx 后再试，仍不行请反馈。",
	})
}

// sheets() lists the sheets of the last checked file as JSON.
func (c *Running) sheets([]js.Value) any {
	return answer(func() ([]byte, error) { return view.Sheets(c.last.Document), nil })
}

// sheet(i) gives one sheet of the last checked file as JSON, for drawing.
func (c *Running) sheet(args []js.Value) any {
	return answer(func() ([]byte, error) { return view.Draw(c.last.Document, args[0].Int()) })
}

// figures() gives every figure of the last checked file as JSON, by form, row and column.
func (c *Running) figures([]js.Value) any {
	return answer(func() ([]byte, error) { return c.last.Figures() })
}

// whatIf(i) gives as JSON the report that the last checked file would have if the
// cells of its suspect i read what they should, or {"error": "…"}.
func (c *Running) whatIf(args []js.Value) any {
	return answer(func() ([]byte, error) {
		after, err := c.last.WhatIf(args[0].Int())
		if err != nil {
			refusal := js.Global().Get("JSON").Call("stringify", map[string]any{"error": err.Error()})
			return []byte(refusal.String()), nil
		}
		return after.JSON()
	})
}

// csv(reasons) gives the findings of the last checked file as a Uint8Array, without
// reasons the exact bytes that the native command prints; text would lose the mark it
// begins with. A reason is why the finding at its place is accepted, "" where it is not.
func (c *Running) csv(args []js.Value) any {
	if c.last == nil {
		return nil
	}
	return bridge.Array(export.CSV(WithReasons(c.last.Report, args[0])))
}

// WithReasons is a report of which some findings are accepted: reasons as csv has them.
func WithReasons(r *report.Report, reasons js.Value) *report.Report {
	with := *r
	with.Findings = slices.Clone(r.Findings)
	for i := range min(len(with.Findings), reasons.Length()) {
		if reason := reasons.Index(i).String(); reason != "" {
			with.Findings[i].Accepted = &report.Acceptance{Reason: reason}
		}
	}
	return &with
}

// answer is the text, or null for whatever cannot be given.
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
