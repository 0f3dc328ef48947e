// Package docx reads a text of Word or WPS, .docx: its paragraphs and tables in their
// order, as they show once every tracked change is accepted. Words in this package are
// those of WordprocessingML, ECMA-376 part 1 clause 17.
//
// A table becomes a sheet, with the lines directly above it, where a form has its title
// and unit, and the notes below it, as both stand in a spreadsheet; tables with nothing
// between them share one. All other paragraphs between two tables are a sheet, each a row
// of one cell. Notes at the foot, and what stands at head and foot of every page, have
// sheets of their own behind all others. Nothing is ever fetched; comments, pictures and
// what is hidden are left out.
package docx

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

// resave is what to do about a text that only its own program puts together.
const resave = "请在 WPS 或 Word 中打开后“另存为”.docx，再拖入。"

// Open reads a text from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	d, refusal := open(data, &reader{})
	if refusal != nil {
		return nil, refusal
	}
	return d, nil
}

func open(data []byte, r *reader) (*document.Document, *document.Refusal) {
	p, refusal := xmlpack.Open(data)
	if refusal != nil {
		return nil, refusal
	}
	main, refusal := mainPart(p)
	if refusal != nil {
		return nil, refusal
	}
	parts, refusal := r.related(p, main)
	if refusal != nil {
		return nil, refusal
	}
	body, refusal := r.part(p, main, "document", "正文")
	if refusal != nil {
		return nil, refusal
	}
	if refusal := r.lay(body); refusal != nil {
		return nil, refusal
	}
	for _, apart := range aparts {
		if refusal := r.layApart(p, apart, parts); refusal != nil {
			return nil, refusal
		}
	}
	d := r.document()
	if len(d.Sheets) == 0 {
		return nil, refuse.As("word", "这份 Word 文档里没有文字，也没有表格（可能是扫描的图片）。", "请用没有扫描过的原稿，在 WPS 或 Word 中“另存为”.docx，再拖入；或者拖入 .xlsx 原表。")
	}
	return d, nil
}

// document is what was laid on sheets.
func (r *reader) document() *document.Document {
	d := r.book.Document()
	for _, s := range d.Sheets {
		s.Written = true
	}
	return d
}

// mainPart finds the part with the text.
func mainPart(p *xmlpack.Pack) (string, *document.Refusal) {
	rels, refusal := p.Relations("")
	if refusal != nil {
		return "", refusal
	}
	for _, rel := range rels {
		if rel.Kind == "officeDocument" {
			return rel.Target, nil
		}
	}
	return "word/document.xml", nil
}

// aparts are the parts whose paragraphs are not of the text itself, by the relation that
// leads to them: the sheet they come on, and their elements.
var aparts = []apart{
	{sheet: "脚注", kinds: map[string]kind{"footnotes": {"footnote", "脚注"}}},
	{sheet: "尾注", kinds: map[string]kind{"endnotes": {"endnote", "尾注"}}},
	{sheet: "页眉和页脚", kinds: map[string]kind{"header": {"", "页眉"}, "footer": {"", "页脚"}}, once: true},
}

type apart struct {
	sheet string
	kinds map[string]kind // by the relation
	once  bool            // the same line again says nothing new
}

type kind struct {
	element string // that each of several is in a part; "" for a part that is one
	label   string
}

// reader is what the parts of one text share.
type reader struct {
	book grid.Book
	styles
	numbering
	source *Source // nil where nobody asks for it

	// What all parts have, against the caps.
	count struct{ blocks, cells, texts int }
}

// related reads the parts that the main one needs, and gives the relations to all.
func (r *reader) related(p *xmlpack.Pack, main string) ([]xmlpack.Relation, *document.Refusal) {
	rels, refusal := p.Relations(main)
	if refusal != nil {
		return nil, refusal
	}
	for kind, read := range map[string]func(x *xmlpack.Scanner){"styles": r.readStyles, "numbering": r.readNumbering} {
		for _, rel := range rels {
			if rel.Kind != kind || !p.Has(rel.Target) {
				continue
			}
			x, refusal := p.Scan(rel.Target, "样式或编号")
			if refusal != nil {
				return nil, refusal
			}
			for x.Child(0) {
				read(x)
			}
			if x.Err != nil {
				return nil, x.Err
			}
			break
		}
	}
	return rels, nil
}

// part reads the paragraphs and tables of the main part.
func (r *reader) part(p *xmlpack.Pack, name, root, label string) ([]block, *document.Refusal) {
	x, refusal := p.Scan(name, label)
	if refusal != nil {
		return nil, refusal
	}
	f := flow{reader: r, x: x}
	r.source.of(name, x)
	for x.Root(root) {
		for d := x.Depth(); x.Child(d); {
			if x.Name == "body" {
				f.read()
			}
		}
	}
	return f.end(), x.Err
}

// layApart writes the paragraphs of parts beside the text on a sheet.
func (r *reader) layApart(p *xmlpack.Pack, a apart, rels []xmlpack.Relation) *document.Refusal {
	var lines []block
	said := map[string]bool{}
	take := func(key, label string, blocks []block) {
		for _, b := range blocks {
			for line := range strings.SplitSeq(b.Shown(), "\n") {
				if line = grid.TrimBlanks(line); line != "" && !(a.once && said[line]) {
					said[line] = true
					lines = append(lines, block{text: line, spot: r.source.apartAt(key, label, line)})
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, rel := range rels {
		kind, is := a.kinds[rel.Kind]
		if !is || seen[rel.Target] || !p.Has(rel.Target) {
			continue
		}
		seen[rel.Target] = true
		x, refusal := p.Scan(rel.Target, a.sheet)
		if refusal != nil {
			return refusal
		}
		for x.Child(0) {
			if kind.element == "" {
				take(rel.ID, kind.label, r.sub(x))
				continue
			}
			for d := x.Depth(); x.Child(d); {
				if x.Name == kind.element && attr(x, "type") == "" { // others are the lines above notes
					key := kind.element + " " + attr(x, "id")
					take(key, kind.label, r.sub(x))
				}
			}
		}
		if x.Err != nil {
			return x.Err
		}
	}
	return r.layText(lines, a.sheet)
}
