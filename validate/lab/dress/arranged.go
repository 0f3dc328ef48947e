package dress

import (
	"fmt"
	"slices"

	"suanqing/validate/lab/fixture"
)

// arranged are sets whose forms stand side by side, one under another or on hidden
// rows and columns, and forms without money that have no table.
var arranged = func() []Dress {
	var out []Dress
	add := func(name string, l fixture.Layout, allow Allow, wear func(w *Workbook)) {
		out = append(out, Dress{Name: "arranged: " + name, Kind: Arranged, Allow: allow, Layout: &l, Wear: wear})
	}
	plain := fixture.Layout{}
	for _, pair := range [][2]string{{"F01", "F04"}, {"F02", "F03"}, {"F05", "F06"}, {"F07", "F08"}, {"F08", "F09"}} {
		add(pair[0]+" and "+pair[1]+" side by side", plain, ANotice, func(w *Workbook) { w.abreast(1, pair[:]...) })
		add(pair[0]+" above "+pair[1], plain, ANotice, func(w *Workbook) { w.stacked(2, pair[:]...) })
	}
	add("F07, F08 and F09 side by side", plain, ANotice, func(w *Workbook) { w.abreast(2, "F07", "F08", "F09") })
	add("all one under another without a blank row", plain, ANotice, func(w *Workbook) { w.stacked(0, fixture.FormIDs...) })
	add("backwards", fixture.Layout{SheetNames: fixture.PlainNames}, Nothing, func(w *Workbook) { slices.Reverse(w.Sheets) })
	add("sheets called after dates", plain, Nothing, func(w *Workbook) {
		for i, s := range w.Sheets {
			s.Name = fmt.Sprintf("2024.8.%d", i+1)
		}
	})
	add("titles in the second column", plain, ANotice, func(w *Workbook) {
		for _, s := range w.Sheets {
			s.Cells[At{0, 1}], s.Cells[At{0, 0}] = s.Cells[At{0, 0}], &Cell{}
			s.Merges = slices.DeleteFunc(s.Merges, func(m Rect) bool { return m.From == At{0, 0} })
		}
	})
	add("titles in no cell, sheets called after them", fixture.Layout{SheetNames: fixture.TitleNames}, ANotice, func(w *Workbook) {
		for _, s := range w.Sheets {
			s.Cells[At{0, 0}] = &Cell{}
		}
	})
	empty := func(name string, wear func(w *Workbook)) {
		out = append(out, Dress{Name: "arranged: " + name, Kind: Arranged, Allow: ANotice,
			Options: fixture.Options{NoFund: true, NoState: true}, Wear: wear})
	}
	sentences := map[string]string{"F07": "本部门2023年度没有政府性基金预算财政拨款收支，故本表为空。", "F08": "本部门2023年度没有国有资本经营预算财政拨款收支，故本表为空。"}
	none := map[string]string{"F07": "政府性基金预算财政拨款收入支出决算表", "F08": "国有资本经营预算财政拨款支出决算表"}
	for _, form := range sorted(none) {
		title := none[form]
		empty(form+" as a title and a sentence", func(w *Workbook) {
			g := w.redraw(form)
			g.add(title)
			g.add(sentences[form])
		})
		empty(form+" as a title, 无", func(w *Workbook) {
			g := w.redraw(form)
			g.heading(title, 7, 6)
			g.add("无")
		})
		out = append(out, Dress{Name: "arranged: " + form + " as a sentence that names it", Kind: Arranged, Partly: true,
			Options: fixture.Options{NoFund: true, NoState: true}, Wear: func(w *Workbook) {
				w.redraw(form).add("本部门无《" + title + "》相关数据，此表为空表。")
			}})
		empty(form+" with its table and 无 in it", func(w *Workbook) {
			first, _ := w.Sheet(form).body()
			w.Sheet(form).Cells[At{first + 1, 1}] = &Cell{Text: "无"}
		})
		empty(form+" full of 0.00", func(w *Workbook) {
			w.Each(form, func(_ *Sheet, _ At, c *Cell) {
				if c.Figure() {
					c.Number, c.Format = "0", "0.00"
				}
			})
		})
		empty(form+" without 合计, its statement in the table", func(w *Workbook) {
			s := w.Sheet(form)
			first, _ := s.body()
			s.Cells[At{first, 0}] = &Cell{Text: "说明：" + sentences[form]}
			s.Merges = append(slices.DeleteFunc(s.Merges, func(m Rect) bool { return m.From.Row == first }), Rect{At{first, 0}, At{first, 4}})
			for at, c := range s.Cells {
				if c.Figure() {
					c.Slot = fixture.Slot{}
				} else if at.Row > first {
					delete(s.Cells, at)
				}
			}
		})
	}
	add("notes with figures under every form", plain, ANotice, func(w *Workbook) {
		for i, s := range w.Sheets {
			if s.Form != "" {
				s.below(fmt.Sprintf("注：1.本年度较上年增加%d.50万元，增长3.2%%；其中合计 %d.25 万元。", 12+i, 3+i))
				s.below("2.本表“合计”=“基本支出”+“项目支出”。　3.2023 年末车辆 4 辆。")
				s.below("填表人：张三　　联系电话：010-12345678　　填表日期：2024-08-30")
			}
		}
	})
	add("hidden columns of last year", plain, AWarning, func(w *Workbook) {
		s := w.Sheet(fixture.F05)
		width, head := s.bodyWidth(), s.head()
		first, last := s.body()
		s.Cells[At{head, width}] = &Cell{Text: "上年决算数"}
		s.Merges = append(s.Merges, Rect{At{head, width}, At{first - 2, width}})
		for row := first; row <= last; row++ {
			s.Cells[At{row, width}] = amount("12.34")
		}
		s.Before = fmt.Sprintf(`<cols><col min="%d" max="%d" width="9" hidden="1" customWidth="1"/></cols>`, width+1, width+1)
	})
	out = append(out, Dress{Name: "arranged: hidden rows of an old draft in F03", Kind: Arranged, Allow: AWarning, Wear: func(w *Workbook) {
		s := w.Sheet(fixture.F03)
		_, last := s.body()
		s.remap(func(at At) *At {
			if at.Row > last {
				return &At{at.Row + 3, at.Col}
			}
			return &at
		})
		s.HiddenRows = map[int]bool{}
		for i := range 3 {
			s.copyRows(last-i, last-i+1, 1+2*i, 0, func(_ At, c *Cell) {
				if c.Figure() && c.Number != "" {
					times(900)(c)
				}
				c.Slot, c.Value = fixture.Slot{}, ""
			})
			s.HiddenRows[last+1+i] = true
		}
	}})
	add("rows of signatures between title and table", plain, ANotice, func(w *Workbook) {
		for _, s := range w.Sheets {
			if s.Form == "" {
				continue
			}
			head := s.head()
			s.remap(func(at At) *At {
				if at.Row >= head {
					return &At{at.Row + 1, at.Col}
				}
				return &at
			})
			s.Cells[At{head, 0}] = &Cell{Text: "单位负责人：李四      财务负责人：王五      编制日期：2024年8月30日"}
		}
	})
	return out
}()

// abreast puts the sheets of forms beside each other on the first's.
func (w *Workbook) abreast(gap int, forms ...string) {
	to := w.Sheet(forms[0])
	for _, form := range forms[1:] {
		s := w.Sheet(form)
		_, width := to.Size()
		for at, c := range s.Cells {
			to.Cells[At{at.Row, at.Col + width + gap}] = c
		}
		for _, m := range s.Merges {
			to.Merges = append(to.Merges, Rect{At{m.From.Row, m.From.Col + width + gap}, At{m.To.Row, m.To.Col + width + gap}})
		}
		w.drop(s)
	}
}

// stacked puts them one under another on the first's.
func (w *Workbook) stacked(gap int, forms ...string) {
	to := w.Sheet(forms[0])
	for _, form := range forms[1:] {
		s := w.Sheet(form)
		end, _ := to.Size()
		rows, _ := s.Size()
		s.part(to, 0, rows, end+gap)
		w.drop(s)
	}
}

func (w *Workbook) drop(s *Sheet) {
	w.Sheets = slices.DeleteFunc(w.Sheets, func(o *Sheet) bool { return o == s })
}
