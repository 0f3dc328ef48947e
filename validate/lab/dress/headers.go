package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// headers are those of F06, which every province words in its own way. Each is a layout
// and what it prints in the place of what, as old, new.
var headers = func() []Dress {
	lanes := fixture.Layout{}
	two := fixture.Layout{Economic: fixture.TwoLanes}
	list := fixture.Layout{Economic: fixture.OneList}
	three := fixture.Layout{Economic: fixture.ThreeFigures}
	split := fixture.Layout{EconomicCodes: fixture.SplitEconomic, Economic: fixture.TwoLanes}
	var out []Dress
	for _, h := range []struct {
		layout fixture.Layout
		oldNew []string
	}{
		{lanes, []string{"科目编码", "经济分类科目编码", "科目名称", "经济分类科目名称", "金额", "决算数"}},
		{lanes, []string{"科目编码", "支出经济分类科目编码", "金额", "决算金额"}},
		{lanes, []string{"科目编码", "经济分类\n科目编码"}},
		{lanes, []string{"科目编码", "经济科目编码", "科目名称", "经济科目名称"}},
		{lanes, []string{"科目编码", "部门预算支出经济分类科目编码", "科目名称", "部门预算支出经济分类科目名称", "金额", "支出金额"}},
		{lanes, []string{"科目编码", "科目代码", "金额", "2023年决算数"}},
		{lanes, []string{"科目编码", "编码", "科目名称", "名称", "金额", "本年支出"}},
		{lanes, []string{"科目编码", "经济分类编码", "科目名称", "项目", "金额", "基本支出"}},
		{lanes, []string{"科目编码", "代码", "科目名称", "项目名称", "金额", "本年决算数"}},
		{lanes, []string{"科目编码", "科目编码（类款）", "科目名称", "科目（类/款）"}},
		{lanes, []string{"金额", "金额（万元）"}},
		{lanes, []string{"金额", "金  额", "科目编码", "科目\n编码"}},
		{lanes, []string{"金额", "2023年度决算数"}},
		{lanes, []string{"金额", "一般公共预算财政拨款基本支出"}},
		{lanes, []string{"金额", "决算数（万元）"}},
		{lanes, []string{"人员经费", "人员支出", "公用经费", "公用支出"}},
		{lanes, []string{"公用经费", "日常公用经费"}},
		{lanes, []string{"人员经费", "一、人员经费", "公用经费", "二、公用经费"}},
		{lanes, []string{"人员经费", "人员经费支出", "公用经费", "公用经费支出"}},
		{lanes, []string{"人员经费", "人 员 经 费", "公用经费", "公 用 经 费"}},
		{lanes, []string{"人员经费合计", "人员经费小计", "公用经费合计", "公用经费小计"}},
		{lanes, []string{"人员经费合计", "人员支出合计", "公用经费合计", "公用支出合计", "人员经费", "人员支出", "公用经费", "公用支出"}},
		{lanes, []string{"人员经费合计", "人员经费合  计", "公用经费合计", "日常公用经费合计", "公用经费", "日常公用经费"}},
		{lanes, []string{"人员经费合计", "合计（人员经费）", "公用经费合计", "合计（公用经费）"}},
		{two, []string{"科目编码", "经济分类科目编码", "金额", "决算数"}},
		{two, []string{"金额", "支出决算数", "科目名称", "经济分类科目"}},
		{split, []string{"类", "类", "款", "款", "科目名称", "经济分类科目名称", "金额", "决算数"}},
		{split, []string{"科目名称", "支出经济分类科目名称", "金额", "支出数"}},
		{list, []string{"科目编码", "支出经济分类科目编码", "科目名称", "支出经济分类科目名称", "金额", "基本支出"}},
		{list, []string{"科目编码", "经济分类科目编码", "科目名称", "科目名称（类、款）", "金额", "2023年度基本支出决算数"}},
		{list, []string{"科目编码", "部门预算支出经济科目编码", "金额", "财政拨款基本支出"}},
		{list, []string{"金额", "本年支出合计"}},
		{three, []string{"合计", "小计", "科目编码", "经济分类科目编码"}},
		{three, []string{"合计", "基本支出合计"}},
		{three, []string{"人员经费", "其中：人员经费", "公用经费", "公用经费"}},
		{three, []string{"人员经费", "人员支出", "公用经费", "日常公用支出"}},
		{three, []string{"科目编码", "支出经济分类科目编码", "科目名称", "支出经济分类科目名称", "公用经费", "日常公用经费"}},
		{three, []string{"科目名称", "部门预算支出经济分类科目", "合计", "一般公共预算财政拨款基本支出合计"}},
	} {
		l := h.layout
		d := Dress{Name: "F06: " + strings.ReplaceAll(strings.Join(h.oldNew, " "), "\n", ""), Kind: Header, Allow: ANotice, Plain: l, Form: fixture.F06,
			Wear: func(w *Workbook) { w.reheaded(h.oldNew) }}
		if l.Economic == fixture.ThreeFigures {
			d.Form = "" // its third total is no figure of the fixture's
		}
		out = append(out, d)
	}
	group := func(name string, l fixture.Layout, label string) {
		out = append(out, Dress{Name: "F06: " + name, Kind: Header, Allow: ANotice, Plain: l, Wear: func(w *Workbook) { w.grouped(label) }})
	}
	group("all under 一般公共预算财政拨款基本支出", three, "一般公共预算财政拨款基本支出")
	group("all under 2023年度决算数", three, "2023年度决算数")
	group("all under 基本支出", list, "基本支出")
	group("all under 本年基本支出", three, "本年基本支出")
	return out
}()

// reheaded prints other texts on F06 in the place of those above its figures, or below them.
func (w *Workbook) reheaded(oldNew []string) {
	s := w.Sheet(fixture.F06)
	for _, at := range s.places() {
		for i := 0; i < len(oldNew); i += 2 {
			if at.Row > 2 && s.Cells[at].Text == oldNew[i] {
				s.Cells[at].SetText(oldNew[i+1])
				break
			}
		}
	}
}

// grouped puts one more row into the header of F06, with a label over all its figure columns.
func (w *Workbook) grouped(label string) {
	s := w.Sheet(fixture.F06)
	head := s.head()
	first, last := s.bodyWidth(), 0
	for at, c := range s.Cells {
		if at.Row == head && c.Text != "" && !strings.HasPrefix(c.Text, "科目") {
			first, last = min(first, at.Col), max(last, at.Col)
		}
	}
	s.remap(func(at At) *At {
		if at.Row > head || at.Row == head && at.Col >= first {
			return &At{at.Row + 1, at.Col}
		}
		return &at
	})
	s.Cells[At{head, first}] = &Cell{Text: label}
	for col := range first {
		s.Merges = append(s.Merges, Rect{At{head, col}, At{head + 1, col}})
	}
	if last > first {
		s.Merges = append(s.Merges, Rect{At{head, first}, At{head, last}})
	}
}
