package annotate

import (
	"fmt"
	"path"
	"strings"

	"suanqing/validate/document"
)

// parts is a package seen as a workbook.
type parts struct {
	*pack
	main   string            // the workbook part
	space  string            // its namespace; Strict has its own
	rels   *relations        // its relationships
	sheets map[string]string // parts of worksheets by name
	types  *contentTypes
}

func openParts(p *pack) (*parts, *document.Refusal) {
	top, refusal := openRelations(p, "")
	if refusal != nil {
		return nil, refusal
	}
	main, ok := top.find("officeDocument")
	if !ok {
		return nil, corrupt("工作簿目录")
	}
	b := &parts{pack: p, main: main, sheets: map[string]string{}}
	if b.rels, refusal = openRelations(p, main); refusal != nil {
		return nil, refusal
	}
	if b.types, refusal = openTypes(p, main); refusal != nil {
		return nil, refusal
	}
	text, refusal := p.text(main)
	if refusal != nil {
		return nil, refusal
	}
	root := &part{}
	err := scan(text, func(t tag) {
		if t.depth == 0 && !t.end {
			root.root(t)
		}
		if t.end || t.name != "sheet" || t.depth != 2 {
			return
		}
		for _, a := range t.attrs {
			if a.Name.Local == "id" {
				if target, ok := b.rels.target(a.Value, "worksheet"); ok {
					b.sheets[t.attr("name")] = target
				}
			}
		}
	})
	if err != nil {
		return nil, corrupt("工作簿目录")
	}
	b.space = root.space
	return b, nil
}

// taken tells whether a part has a name already. Some files give types to parts they
// do not have: a second one for the same name would make Excel repair the file.
func (b *parts) taken(name string) bool { return b.has(name) || b.types.named[key(name)] }

// free is the first of pattern's names, numbered from 1, that is not taken.
func (b *parts) free(pattern string) string {
	for i := 1; ; i++ {
		if name := fmt.Sprintf(pattern, i); !b.taken(name) {
			return name
		}
	}
}

// relations are the relationships of one part, "" being the package.
type relations struct {
	pack *pack
	dir  string // of the part
	name string // of the member
	base string // what types begin with; Strict has its own
	list []relation
}

type relation struct{ id, kind, target string }

const noRelations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

func openRelations(p *pack, of string) (*relations, *document.Refusal) {
	dir, base := path.Split(of)
	r := &relations{pack: p, dir: dir, name: dir + "_rels/" + base + ".rels", base: relSpace}
	if !p.has(r.name) {
		return r, nil
	}
	text, refusal := p.text(r.name)
	if refusal != nil {
		return nil, refusal
	}
	err := scan(text, func(t tag) {
		if t.end || t.name != "Relationship" {
			return
		}
		kind := path.Base(t.attr("Type"))
		// External ones keep their ids from being given twice.
		target := ""
		if t.attr("TargetMode") != "External" {
			target = resolve(dir, t.attr("Target"))
			if base, ok := strings.CutSuffix(t.attr("Type"), "/"+kind); ok && strings.HasSuffix(base, "/relationships") && strings.Contains(base, "fficeDocument") {
				r.base = base
			}
		}
		r.list = append(r.list, relation{t.attr("Id"), kind, target})
	})
	if err != nil {
		return nil, corrupt("关系部件")
	}
	return r, nil
}

func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// find is the part of a kind that is related, if one is.
func (r *relations) find(kind string) (string, bool) {
	for _, rel := range r.list {
		if rel.kind == kind && rel.target != "" {
			return rel.target, true
		}
	}
	return "", false
}

func (r *relations) target(id, kind string) (string, bool) {
	for _, rel := range r.list {
		if rel.id == id && rel.kind == kind {
			return rel.target, rel.target != ""
		}
	}
	return "", false
}

// add relates a part and gives the relationship's id.
func (r *relations) add(kind, target string) (string, *document.Refusal) {
	text := noRelations
	if r.pack.has(r.name) {
		var refusal *document.Refusal
		if text, refusal = r.pack.text(r.name); refusal != nil {
			return "", refusal
		}
	}
	id := unused("rIdSq", func(id string) bool {
		for _, rel := range r.list {
			if strings.EqualFold(rel.id, id) {
				return true
			}
		}
		return false
	})
	r.list = append(r.list, relation{id, kind, target})
	markup := `<Relationship Id="` + id + `" Type="` + r.base + "/" + kind + `" Target="` + escape(relative(r.dir, target)) + `"/>`
	text, err := appended(text, markup)
	if err != nil {
		return "", corrupt("关系部件")
	}
	r.pack.set(r.name, text)
	return id, nil
}

// relative is how a part in dir calls another one.
func relative(dir, target string) string {
	up := ""
	for dir != "" && !strings.HasPrefix(target, dir) {
		dir, _ = path.Split(strings.TrimSuffix(dir, "/"))
		up += "../"
	}
	return up + strings.TrimPrefix(target, dir)
}

// appended is a part with more elements, without prefixes, at the end of its root.
func appended(text string, elements ...string) (string, error) {
	return appendedBy(text, func(p *part) string {
		for i, e := range elements {
			elements[i] = p.element(e)
		}
		return strings.Join(elements, "")
	})
}

// appendedMarkup is a part with markup, as it stands, at the end of its root.
func appendedMarkup(text, markup string) (string, error) {
	return appendedBy(text, func(*part) string { return markup })
}

func appendedBy(text string, markup func(p *part) string) (string, error) {
	p := &part{text: text}
	var start tag
	err := scan(text, func(t tag) {
		switch {
		case t.depth == 0 && !t.end:
			start = t
			p.root(t)
		case t.depth == 0:
			p.appendTo(start, t, markup(p))
		}
	})
	return p.String(), err
}

const typesName = "[Content_Types].xml"

// contentTypes says of what type parts are.
type contentTypes struct {
	named  map[string]bool // parts that have a type of their own, by key
	vml    bool            // the extension has its type
	macros bool            // the workbook may hold macros
	added  []string
}

func openTypes(p *pack, main string) (*contentTypes, *document.Refusal) {
	text, refusal := p.text(typesName)
	if refusal != nil {
		return nil, refusal
	}
	c := &contentTypes{named: map[string]bool{}}
	kind := ""
	err := scan(text, func(t tag) {
		c.vml = c.vml || !t.end && t.name == "Default" && strings.EqualFold(t.attr("Extension"), "vml")
		if t.name != "Override" || t.end {
			return
		}
		c.named[key(t.attr("PartName"))] = true
		if key(t.attr("PartName")) == key(main) {
			kind = t.attr("ContentType")
		}
	})
	switch {
	case err != nil:
		return nil, corrupt("内容类型")
	case strings.Contains(kind, "template"):
		return nil, isTemplate(kind)
	}
	c.macros = strings.Contains(kind, "macroEnabled")
	return c, nil
}

// isTemplate says that a template would have to be saved first.
func isTemplate(kind string) *document.Refusal {
	if strings.Contains(kind, "wordprocessingml") || strings.Contains(kind, "ms-word") {
		return &document.Refusal{Code: "template", Message: "批注副本只能做成 .docx，这个文件是模板（.dotx）。", Hint: "请在 WPS 或 Word 中另存为 .docx，再做批注副本。"}
	}
	return notXlsx("template", "这个文件是模板（.xltx）")
}

// addOverride says of what type a new part is, by its whole name.
func (c *contentTypes) addOverride(name, kind string) {
	if !c.named[key(name)] {
		c.added = append(c.added, `<Override PartName="/`+escape(name)+`" ContentType="`+kind+`"/>`)
	}
}

// add says of what type a new part is: sheet, comments, styles or vml.
func (c *contentTypes) add(name, kind string) {
	if kind != "vml" {
		if c.named[key(name)] { // a style sheet that had all but its text
			return
		}
		c.added = append(c.added, `<Override PartName="/`+escape(name)+
			`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.`+kind+`+xml"/>`)
	} else if !c.vml {
		c.vml = true
		c.added = append(c.added, `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	}
}

func (c *contentTypes) write(p *pack) *document.Refusal {
	text, refusal := p.text(typesName)
	if refusal != nil {
		return refusal
	}
	text, err := appended(text, c.added...)
	if err != nil {
		return corrupt("内容类型")
	}
	p.set(typesName, text)
	return nil
}
