package bind

import (
	"strconv"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// Every cap of this package. They are far above any honest report.
const (
	mostRows   = 10_000  // rows of one form; the largest real one has some hundreds
	mostTables = 200     // forms of a book that are read; further ones are counted
	mostTitles = 10_000  // of one sheet
	mostKept   = 500     // cells of one kind that a form keeps; further ones are counted
	mostLanes  = 16      // of a form; real ones have three
	mostKeys   = 16      // key columns of a lane; real ones have four
	mostAbove  = 20      // rows above a title that may say unit, department and year
	mostBeside = 64      // cells of such a row
	mostUnits  = 8       // places in a text where a unit is looked for
	mostSteps  = 1 << 24 // spent on cells under merges in a book; real ones take some thousands

	longText   = 400 // bytes beyond which a text is no header, label or figure
	sharedText = 48  // bytes beyond which a text that many cells share is read once
)

const hintTrim = "请在 WPS 或 Excel 中只保留决算表并“另存为”.xlsx，再拖入。"

// refuse gives up the book, for what one of its sheets holds.
func (b *Book) refuse(sheet *document.Sheet, what, hint string) {
	b.Tables, b.Repeated = map[form.ID]*Table{}, nil
	b.Refusal = &document.Refusal{Code: "too-complex", Message: "“" + form.Clip(sheet.Name) + "”工作表" + what, Hint: hint}
}

func (b *Book) refuseRows(g *grid, f *form.Form) {
	b.refuse(g.sheet, "的"+f.Short+"超过 "+strconv.Itoa(mostRows)+" 行，不像决算公开表。",
		"请在 WPS 或 Excel 中删去表里多余的行，“另存为”.xlsx 后再拖入。")
}

func (b *Book) refuseTitles(g *grid) {
	b.refuse(g.sheet, "写着 "+strconv.Itoa(mostTitles)+" 多个表名，不像决算公开表。", hintTrim)
}

func (b *Book) refuseMerges(g *grid) {
	b.refuse(g.sheet, "的合并单元格互相重叠得太多，不像决算公开表。", hintTrim)
}

// keep keeps one more cell of a kind, or counts it where there are many.
func keep(kept *[]Unbound, more *int, u func() Unbound) {
	if len(*kept) >= mostKept {
		*more++
		return
	}
	*kept = append(*kept, u())
}
