package annotate

import (
	"errors"
	"strconv"
	"strings"

	"suanqing/validate/annotate/update"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/report"
)

// PagedEnding is how the name of the annotated copy of a PDF ends.
const PagedEnding = ".pdf"

// colors of what is highlighted on a page, by level.
var colors = [levels][3]float64{notice: {0.88, 0.88, 0.88}, tail: {0.76, 0.87, 0.98}, warning: {1, 0.88, 0.45}, failing: {1, 0.72, 0.68}, suspect: {1, 0.55, 0.48}}

// Paged is the PDF data, which r reports on, with its findings as highlights where they stand
// on the pages, and a note on the first page that says the verdict and what stands nowhere.
// Every byte of the file stays, what is added stands behind it. The same data and report give
// the same bytes. The error is a *document.Refusal.
func Paged(data []byte, r *report.Report) ([]byte, error) {
	if r.Error != nil {
		return nil, &document.Refusal{Code: r.Error.Code, Message: r.Error.Message, Hint: r.Error.Hint}
	}
	if read.Sniff(data) != read.PDF {
		return nil, &document.Refusal{Code: "pdf", Message: "这种批注副本只能由 PDF 做成。", Hint: "请重新检查这个 PDF，再做批注副本。"}
	}
	out, err := update.Annotate(data, Author, pagedMarks(r))
	switch {
	case errors.Is(err, update.ErrLocked):
		return nil, &document.Refusal{Code: "encrypted", Message: "这个 PDF 设有密码或限制了修改，不能往里加批注。",
			Hint: "请在生成它的程序里重新导出不设密码、不加限制的 PDF，再做批注副本；问题也可以导出为 .csv 清单。"}
	case err != nil:
		return nil, &document.Refusal{Code: "corrupt", Message: "做不成批注副本：这个 PDF 内部的目录不完整，往里加批注可能弄坏它。",
			Hint: "请在阅读器中打开并“另存为”或打印成新的 PDF，重新检查后再做批注副本；问题也可以导出为 .csv 清单。"}
	}
	return out, nil
}

// highlighted is a place on a page with what is said of it.
type highlighted struct {
	spot  report.Spot
	level level
	notes []string
	more  int
}

// pagedMarks are the marks of a report: the note first, then one for each place where a
// finding stands first, in the report's order.
func pagedMarks(r *report.Report) []update.Mark {
	var all []*highlighted
	at := map[string]*highlighted{}
	put := func(s report.Spot, l level, note string) bool {
		if s.Page == 0 || len(s.Box) != 4 {
			return false
		}
		key := spotKey(s)
		h := at[key]
		if h == nil {
			if len(all) == maxComments {
				return false
			}
			h = &highlighted{spot: s}
			at[key], all = h, append(all, h)
		}
		if h.level = max(h.level, l); len(h.notes) < maxNotes {
			h.notes = append(h.notes, note)
		} else {
			h.more++
		}
		return true
	}
	for i := range r.Suspects {
		put(changes(&r.Suspects[i])[0].Spot, suspect, suspectNote(&r.Suspects[i]))
	}
	var apart []string
	for i := range r.Findings {
		f := &r.Findings[i]
		k := firstOnPage(f)
		if k < 0 || !put(f.Cells[k].Spot, levelOf[f.Severity], remarkOn(f, k, "")) {
			apart = append(apart, "【"+f.Severity.Word()+"】"+f.Message)
		}
	}
	marks := []update.Mark{{Page: 1, Text: clip(pagedOpening(r, len(all), apart), maxText), Color: colors[warning]}}
	for _, h := range all {
		if h.more > 0 {
			h.notes = append(h.notes, "另有 "+strconv.Itoa(h.more)+" 条，见网页或问题清单。")
		}
		point := func(i int) float64 { return float64(h.spot.Box[i]) / 100 }
		marks = append(marks, update.Mark{Page: h.spot.Page, Box: update.Box{X0: point(0), Y0: point(1), X1: point(2), Y1: point(3)},
			Text: clip(strings.Join(h.notes, "\n\n"), maxRemark), Color: colors[h.level]})
	}
	return marks
}

// firstOnPage is the first place of a finding that is on a page; -1 for none.
func firstOnPage(f *report.Finding) int {
	for k := range f.Cells {
		if f.Cells[k].Page > 0 {
			return k
		}
	}
	return -1
}

func spotKey(s report.Spot) string {
	key := strconv.Itoa(s.Page)
	for _, p := range s.Box {
		key += " " + strconv.Itoa(int(p))
	}
	return key
}

// pagedOpening is what the note on the first page says.
func pagedOpening(r *report.Report, placed int, apart []string) string {
	said := []string{"算清：" + r.VerdictWord() + "。页上批注 " + strconv.Itoa(placed) + " 处，原来的内容没有改动。PDF 是试读，指出的问题请先对照原页。"}
	if r.Text != nil {
		said = append(said, "文字："+r.Text.Counted()+"。")
	}
	return strings.Join(append(said, listed(apart, "另有 "+strconv.Itoa(len(apart))+" 条不在页上，或标不到页上：")...), "\n")
}
