package xlsx

import (
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

	// What is left of a block, for the next sheet.
	spare []document.Cell
	rows  []document.Row
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
	rels, refusal := r.pack.Relations(main)
	if refusal != nil {
		return refusal
	}
	sheets, tables := map[string]xmlpack.Relation{}, map[string]bool{}
	for _, rel := range rels {
		if tables[rel.Kind] {
			return refuse.Corrupt("工作簿目录已损坏（指向了不止一份文字表或样式表）。")
		}
		switch tables[rel.Kind] = rel.Kind == "sharedStrings" || rel.Kind == "styles"; rel.Kind {
		case "sharedStrings":
			refusal = r.sharedStrings(rel.Target)
		case "styles":
			refusal = r.styleSheet(rel.Target)
		default:
			sheets[rel.ID] = rel
		}
		if refusal != nil {
			return refusal
		}
	}
	r.general = document.NewFormat("General", r.date04)
	for _, e := range entries {
		rel, ok := sheets[e.id]
		if ok && rel.Kind != "worksheet" {
			continue // a chart, a dialog or a macro sheet has no cells to judge
		}
		if !ok {
			return refuse.Corrupt("工作表“%s”在文件中缺失。", e.name)
		}
		sheet := &document.Sheet{Name: e.name, Hidden: e.hidden}
		if refusal := r.sheet(sheet, rel.Target); refusal != nil {
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
