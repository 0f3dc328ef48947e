//go:build js && wasm

package core

import (
	"syscall/js"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/wasm/internal/bridge"
)

// CheckWith is checkWith(name, Uint8Array, onProgress, folder, plain, texts): check of a book with
// the texts that belong to it, each {name, bytes}.
func CheckWith(c *Running, args []js.Value) any {
	name, data, texts := args[0].String(), bridge.Bytes(args[1]), textsOf(args[5])
	plain := c.plain(data, args)
	open := func(data []byte, texts []read.Part) (*document.Document, error) {
		if plain != nil {
			data = plain
		}
		return c.Readers.OpenWith(data, texts)
	}
	return c.judge(name, data, args[2:], func(p validate.Progress) *validate.Result {
		return c.Judge.With(read.Part{Name: name, Data: data}, texts, open, p)
	})
}

// textsOf are texts as they come from the worker; null for none.
func textsOf(list js.Value) []read.Part {
	if list.Type() != js.TypeObject {
		return nil
	}
	texts := make([]read.Part, list.Length())
	for i := range texts {
		text := list.Index(i)
		texts[i] = read.Part{Name: text.Get("name").String(), Data: bridge.Bytes(text.Get("bytes"))}
	}
	return texts
}

// CheckSet is checkSet(parts, Uint8Array, onProgress, folder): the one report of several files;
// the bytes are those of all of them, end to end, and each of the parts is {name, size}.
func CheckSet(c *Running, args []js.Value) any {
	data := bridge.Bytes(args[1])
	parts := make([]read.Part, args[0].Length())
	for i, rest := 0, data; i < len(parts); i++ {
		part := args[0].Index(i)
		size := part.Get("size").Int()
		parts[i] = read.Part{Name: part.Get("name").String(), Data: rest[:size:size]}
		rest = rest[size:]
	}
	c.kind = read.CSV
	return c.judge(parts[0].Name, data, args[2:], func(p validate.Progress) *validate.Result { return c.Judge.Set(parts, c.Readers.OpenSet, p) })
}

// Workbook is workbook(): what make gives of the last checked file, an .xlsx, as a
// Uint8Array, or null.
func Workbook(make func(*document.Document) ([]byte, error)) func(*Running, []js.Value) any {
	return func(c *Running, _ []js.Value) any {
		if c.last == nil || c.last.Document == nil {
			return nil
		}
		out, err := make(c.last.Document)
		if err != nil {
			return nil
		}
		return bridge.Array(out)
	}
}
