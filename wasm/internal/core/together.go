//go:build js && wasm

package core

import (
	"syscall/js"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/report"
	"suanqing/wasm/internal/bridge"
)

// gathered are books that are to be judged together, in the order in which they came.
type gathered struct {
	members []*validate.Result
	kinds   []read.Kind
	before  *validate.Result // the department's book of the year before; nil for none
}

// Together is what a core offers for books that go together: member of each, then
// together, or again with another department.
func Together() map[string]func(*Running, []js.Value) any {
	g := &gathered{}
	return map[string]func(*Running, []js.Value) any{"member": g.member, "together": g.together}
}

// member(name, Uint8Array, onProgress, folder, plain, texts, why, isBefore) takes a book in, as
// check reads it; texts are null or as checkWith has them, folder null. why is "" or a sentence: then
// the book is not read, and is told as one that cannot be. The book of the year before
// comes first. It gives the book's own report as JSON.
func (g *gathered) member(c *Running, args []js.Value) any {
	name, data, why, isBefore := args[0].String(), bridge.Bytes(args[1]), args[6].String(), args[7].Bool()
	plain, texts := c.plain(data, args), textsOf(args[5])
	open := func(data []byte, texts []read.Part) (*document.Document, error) {
		if plain != nil {
			data = plain
		}
		return c.Readers.OpenWith(data, texts)
	}
	by := c.Judge.After(g.before)
	if isBefore {
		by = validate.Judge{}
	}
	said := c.judge(name, data, args[2:4], func(p validate.Progress) *validate.Result {
		if why != "" {
			return validate.Refused(name, data, &report.Failure{Code: "stopped", Message: why})
		}
		return by.MemberWith(read.Part{Name: name, Data: data}, texts, open, p)
	})
	c.kept += len(data)
	if isBefore {
		g.before = c.last
	} else {
		g.members, g.kinds = append(g.members, c.last), append(g.kinds, c.kind)
	}
	return said
}

// together(onProgress) gives the one report of the books as JSON, the bytes that the
// native command prints for them: of the first of the books, the department's, with its
// units, or of the only one with the year before. That book is then the last checked.
func (g *gathered) together(c *Running, args []js.Value) any {
	whole := *g.members[0]
	c.kind = g.kinds[0]
	return c.judge(whole.Report.File, nil, args[:1], func(validate.Progress) *validate.Result {
		if len(g.members) == 1 {
			if g.before != nil {
				whole.Report = validate.Follow(&whole, g.before)
			}
			return &whole
		}
		if r := validate.Rollup(g.members, validate.Together{Firm: true, Previous: g.before}); r != nil {
			whole.Report = r
		}
		return &whole
	})
}
