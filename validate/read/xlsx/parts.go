package xlsx

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

// Open reads a workbook from its bytes. The error is a *Refusal.
func Open(data []byte) (*document.Document, error) {
	book, refusal := open(data)
	if refusal != nil {
		return nil, refusal
	}
	return book, nil
}

func open(data []byte) (*document.Document, *document.Refusal) {
	p, refusal := xmlpack.Open(data)
	if refusal != nil {
		return nil, refusal
	}
	main, refusal := mainPart(p)
	if refusal != nil {
		return nil, refusal
	}
	r := &reader{pack: p}
	if refusal := r.workbook(main); refusal != nil {
		return nil, refusal
	}
	return &r.book, nil
}

// reader carries what the parts of one book share while it is read.
type reader struct {
	pack    *xmlpack.Pack
	book    document.Document
	strings []string           // shared strings
	styles  []*document.Format // by cell style
	general *document.Format
	date04  bool // day 0 is 1904-01-01

	// What all sheets have, against the caps.
	cells    int // with content
	merges   int
	spans    int // of columns
	empties  int // rows kept without cells
	expanded int // bytes of shared formulas

	spare []document.Cell // what is left of a block of cells, for the next sheet
}

// relation is one relationship of a part; kind is the last word of its type,
// which Transitional and Strict share.
type relation struct{ id, kind, target string }

// relations reads the relationships of a part, "" being the package.
func relations(p *xmlpack.Pack, part string) ([]relation, *document.Refusal) {
	dir, base := "", part
	if i := strings.LastIndexByte(part, '/'); i >= 0 {
		dir, base = part[:i+1], part[i+1:]
	}
	name := dir + "_rels/" + base + ".rels"
	if !p.Has(name) {
		return nil, nil
	}
	x, refusal := p.Scan(name, "关系部件")
	if refusal != nil {
		return nil, refusal
	}
	var list []relation
	for x.Root("Relationships") {
		for d := x.Depth(); x.Child(d); {
			if x.Name != "Relationship" || x.Attr("TargetMode") == "External" {
				continue
			}
			if len(list) == xmlpack.MaxMembers {
				return nil, refuse.TooComplex("关系部件超过 %d 条。", xmlpack.MaxMembers)
			}
			kind, target := x.Attr("Type"), x.Attr("Target")
			if len(target) > maxTarget {
				return nil, refuse.Corrupt("关系部件已损坏（路径过长）。")
			}
			kind = kind[strings.LastIndexByte(kind, '/')+1:]
			list = append(list, relation{x.Attr("Id"), kind, resolve(dir, target)})
		}
	}
	return list, x.Err
}

// resolve is a relationship target as a member name, from the folder of its source.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		dir = ""
	}
	var path []string
	for _, step := range strings.Split(dir+target, "/") {
		switch step {
		case "", ".":
		case "..":
			path = path[:max(0, len(path)-1)]
		default:
			path = append(path, step)
		}
	}
	return strings.Join(path, "/")
}

// sheetEntry is a <sheet> of the workbook part.
type sheetEntry struct {
	name, id string
	hidden   bool
}

// workbook reads the main part and, through its relationships, all others.
func (r *reader) workbook(main string) *document.Refusal {
	entries, refusal := r.entries(main)
	if refusal != nil {
		return refusal
	}
	rels, refusal := relations(r.pack, main)
	if refusal != nil {
		return refusal
	}
	sheets, tables := map[string]relation{}, map[string]bool{}
	for _, rel := range rels {
		if tables[rel.kind] {
			return refuse.Corrupt("工作簿目录已损坏（指向了不止一份文字表或样式表）。")
		}
		switch tables[rel.kind] = rel.kind == "sharedStrings" || rel.kind == "styles"; rel.kind {
		case "sharedStrings":
			refusal = r.sharedStrings(rel.target)
		case "styles":
			refusal = r.styleSheet(rel.target)
		default:
			sheets[rel.id] = rel
		}
		if refusal != nil {
			return refusal
		}
	}
	r.general = document.NewFormat("General", r.date04)
	for _, e := range entries {
		rel, ok := sheets[e.id]
		if ok && rel.kind != "worksheet" {
			continue // a chart, a dialog or a macro sheet has no cells to judge
		}
		if !ok {
			return refuse.Corrupt("工作表“%s”在文件中缺失。", e.name)
		}
		sheet := &document.Sheet{Name: e.name, Hidden: e.hidden}
		if refusal := r.sheet(sheet, rel.target); refusal != nil {
			return refusal
		}
		r.book.Sheets = append(r.book.Sheets, sheet)
	}
	if len(r.book.Sheets) == 0 {
		return refuse.As("not-a-workbook", "工作簿里没有工作表。", refuse.Pick)
	}
	return nil
}

func (r *reader) entries(main string) ([]sheetEntry, *document.Refusal) {
	x, refusal := r.pack.Scan(main, "工作簿目录")
	if refusal != nil {
		return nil, refusal
	}
	var list []sheetEntry
	for x.Child(0) {
		if x.Name != "workbook" {
			return nil, refuse.As("not-a-workbook", "这不是电子表格文件。", refuse.Pick)
		}
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "workbookPr":
				r.date04 = x.Flag("date1904")
			case "sheets":
				for d := x.Depth(); x.Child(d); {
					if len(list) == maxSheets {
						return nil, refuse.TooComplex("工作簿的工作表超过 %d 张。", maxSheets)
					}
					if len(x.Attr("name")) > maxName {
						return nil, refuse.TooComplex("工作簿中有过长的工作表名称。")
					}
					state := x.Attr("state")
					hidden := state == "hidden" || state == "veryHidden"
					list = append(list, sheetEntry{x.Attr("name"), x.RelID(), hidden})
				}
			}
		}
	}
	return list, x.Err
}
