package dress

import (
	"fmt"
	"slices"

	"suanqing/validate/lab/fixture"
)

// sets are of eight forms: none of 国有资本经营预算. The plain book has the form, empty,
// with its statement; F04's column of it is blank or not there. That a form is not
// there is a notice.
var sets = func() []Dress {
	var out []Dress
	sentence := "本部门%d年度没有国有资本经营预算财政拨款收入，也没有使用国有资本经营预算安排的支出，故未公开《国有资本经营预算财政拨款支出决算表》。"
	add := func(name string, year int, l fixture.Layout, wear func(w *Workbook, year int)) {
		d := Dress{Name: fmt.Sprintf("eight of %d: %s", year, name), Kind: Eight, Allow: ANotice, Layout: &l,
			Options: fixture.Options{NoState: true, Year: year}, Rename: func(b *fixture.Book) { delete(b.Forms, fixture.F08) }}
		d.Plain.TitleYear, l.TitleYear = true, true
		if year < 2020 {
			d.Plain.OldNames, l.OldNames = true, true
		}
		if wear != nil {
			d.Wear = func(w *Workbook) { wear(w, year) }
		}
		out = append(out, d)
	}
	foot := func(form, text string) func(w *Workbook, year int) {
		return func(w *Workbook, year int) { w.Sheet(form).below(filled(text, year)) }
	}
	for _, year := range []int{2018, 2021, 2024} {
		add("nothing said", year, fixture.Layout{}, nil)
		add("nothing said, no column for it", year, fixture.Layout{Before2020: true}, nil)
		add("said below F07", year, fixture.Layout{}, foot(fixture.F07, sentence))
		add("said below F04", year, fixture.Layout{}, foot(fixture.F04, "注："+sentence))
		add("said below F04, no column for it", year, fixture.Layout{Before2020: true}, foot(fixture.F04, "注："+sentence))
		add("said below F09, short", year, fixture.Layout{}, foot(fixture.F09, "本部门无国有资本经营预算财政拨款收支，无表八。"))
		add("said on a sheet of its own", year, fixture.Layout{}, func(w *Workbook, year int) {
			s := &Sheet{Name: "说明", Cells: map[At]*Cell{{0, 0}: {Text: "说明"}, {1, 0}: {Text: filled(sentence, year)}}}
			w.Sheets = append(w.Sheets, s)
		})
		add("a sheet with the statement only", year, fixture.Layout{}, func(w *Workbook, year int) {
			s := &Sheet{Name: "08国有资本经营预算", Cells: map[At]*Cell{{2, 0}: {Text: "本部门没有国有资本经营预算收入，也没有使用国有资本经营预算安排的支出，故本表无数据。"}}}
			w.Sheets = slices.Insert(w.Sheets, len(w.Sheets)-1, s)
		})
		add("cover and contents of eight", year, fixture.Layout{Cover: true, Contents: true, CoverLists: true}, nil)
		add("zeros in F04's column", year, fixture.Layout{}, func(w *Workbook, _ int) {
			w.Each("F04", func(_ *Sheet, _ At, c *Cell) {
				if c.Figure() && c.Slot.Column == "国有资本经营预算" {
					c.Number, c.Format = "0", "0.00"
				}
			})
		})
		add("dashes in F04's column", year, fixture.Layout{}, func(w *Workbook, _ int) {
			w.Each("F04", func(_ *Sheet, _ At, c *Cell) {
				if c.Figure() && c.Slot.Column == "国有资本经营预算" {
					c.SetText("—")
				}
			})
		})
		add("三公 as the seventh", year, fixture.Layout{Order: []string{fixture.F01, fixture.F02, fixture.F03, fixture.F04, fixture.F05, fixture.F06, fixture.F09, fixture.F07}}, nil)
	}
	return out
}()

// filled fills a year into a sentence that has room for one.
func filled(sentence string, year int) string {
	if !slices.Contains([]rune(sentence), '%') {
		return sentence
	}
	return fmt.Sprintf(sentence, year)
}

// below writes a line under all that stands on the sheet.
func (s *Sheet) below(text string) {
	rows, _ := s.Size()
	s.Cells[At{rows, 0}] = &Cell{Text: text}
}
