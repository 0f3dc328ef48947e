package prose

import (
	"fmt"
	"strings"
)

// What a template or last year's text leaves behind; a sign or unit forgotten; another
// year, another department.
var leftovers = []fault{
	{"template residue", "both directions are left", 5, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Change || k.Measure == Growth })
		if !ok {
			return false
		}
		before := strings.TrimRight(m.base.Blocks[k.Block].Text[:k.Start], " ")
		for _, w := range turnWords {
			if strings.HasSuffix(before, w.from) {
				at := len(before) - len(w.from)
				both := []string{w.from + "（" + w.to + "）", w.to + "（" + w.from + "）", w.from + "/" + w.to, w.from + "(" + w.to + ")"}[m.IntN(4)]
				return m.swap(k.Block, at, w.from, both, Warning)
			}
		}
		return false
	}},
	{"template residue", "大（小）于 is left", 3, func(m *maker) bool {
		block, w, ok := m.aBlock("大于", "小于")
		to := []string{"大（小）于", "大小于", "大于（小于）"}[m.IntN(3)]
		return ok && m.swap(block, 0, w, to, Warning)
	}},
	{"template residue", "two words of change stand together", 2, func(m *maker) bool {
		block, _, ok := m.aBlock("增加 ", "增加1", "增加2", "增加3")
		return ok && m.swap(block, 0, "增加", "减增加", Warning)
	}},
	{"template residue", "XX is left in a reason", 3, func(m *maker) bool {
		block, w, ok := m.aBlock("主要是", "主要原因是", "主要原因：")
		if !ok {
			return false
		}
		text := m.base.Blocks[block].Text
		start := strings.Index(text, w) + len(w)
		end := strings.Index(text[start:], "。")
		if end <= 0 {
			return false
		}
		xx := []string{"XX", "××", "XXX"}[m.IntN(3)]
		return m.swap(block, start, text[start:start+end], xx, Warning)
	}},
	{"template residue", "a reason is missing", 3, func(m *maker) bool {
		block, w, ok := m.aBlock("主要原因是", "主要原因：")
		if !ok {
			return false
		}
		text := m.base.Blocks[block].Text
		start := strings.Index(text, w)
		end := strings.Index(text[start:], "。")
		return end > 0 && m.swap(block, start, text[start:start+end], w, Warning)
	}},
	{"template residue", "a mark stands twice", 3, func(m *maker) bool {
		block, w, ok := m.aBlock("，", "。", "；")
		return ok && m.swap(block, 0, w, w+w, Warning, Notice)
	}},
	{"template residue", "an amount is XX", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Change })
		if !ok {
			return false
		}
		m.text = m.text.Replace(k.Block, k.Start, k.End, "XX")
		m.want.Severities = []Severity{Warning}
		m.place(k.Block, k.Start, "XX")
		return true
	}},
	{"percent missing", "a share has no number", 2, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Share })
		if !ok {
			return false
		}
		m.text = m.text.Replace(k.Block, k.Start, k.End, "")
		m.want.Severities = []Severity{Warning}
		m.place(k.Block, k.Start, "%")
		return true
	}},
	{"sign missing", "a percent sign is forgotten", 6, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Unit == "%" })
		if !ok {
			return false
		}
		m.text = m.text.Replace(k.Block, k.End, k.End+1, "")
		m.want.Severities = []Severity{Warning}
		m.place(k.Block, k.Start, k.Words)
		return true
	}},
	{"unit missing", "a unit is forgotten", 6, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Unit == "万元" && !k.Value.IsZero() })
		if !ok {
			return false
		}
		text := m.base.Blocks[k.Block].Text
		i := strings.Index(text[k.End:], k.Unit) + k.End
		m.text = m.text.Replace(k.Block, k.End, i+len(k.Unit), "")
		m.want.Severities = []Severity{Warning}
		m.place(k.Block, k.Start, k.Words)
		return true
	}},
	{"unit wrong", "an amount in 万元 is called 元", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return isFinal(k) && k.Unit == "万元" && !k.Value.IsZero() })
		if !ok {
			return false
		}
		text := m.base.Blocks[k.Block].Text
		i := strings.Index(text[k.End:], k.Unit) + k.End
		m.text = m.text.Replace(k.Block, i, i+len(k.Unit), "元")
		m.want.Severities = []Severity{Error, Warning}
		m.place(k.Block, k.Start, k.Words)
		return true
	}},
	{"another year", "a heading has last year's", 3, func(m *maker) bool {
		for i, b := range m.base.Blocks {
			if b.Kind == Heading && b.Level == 1 && strings.Contains(b.Text, fmt.Sprint(m.year())) {
				return m.swap(i, 0, fmt.Sprint(m.year()), fmt.Sprint(m.year()-1), Warning)
			}
		}
		return false
	}},
	{"another year", "a statement of the year has last year's", 4, func(m *maker) bool {
		y := fmt.Sprint(m.year())
		block, w, ok := m.aBlock(y+" 年度收", y+"年度收", y+" 年度财政", y+"年财政", y+" 年度一般", y+"年一般", y+"年度一般")
		return ok && m.swap(block, 0, w, strings.Replace(w, y, fmt.Sprint(m.year()-1), 1), Warning, Error)
	}},
	{"another year", "the year compared with is the year before", 4, func(m *maker) bool {
		y := fmt.Sprint(m.year() - 1)
		block, w, ok := m.aBlock("与"+y, "比"+y)
		return ok && m.swap(block, 0, w, strings.Replace(w, y, fmt.Sprint(m.year()-2), 1), Warning)
	}},
	{"another year", "the day of the stock is last year's", 2, func(m *maker) bool {
		y := fmt.Sprint(m.year())
		block, w, ok := m.aBlock("截至 "+y, "截至"+y)
		return ok && m.swap(block, 0, w, strings.Replace(w, y, fmt.Sprint(m.year()-1), 1), Warning)
	}},
	{"another department", "another department's name is left", 5, func(m *maker) bool {
		d := m.base.Case.Book.Department
		block, _, ok := m.aBlock(d+fmt.Sprint(m.year()), d+"共有")
		return ok && m.swap(block, 0, d, []string{"示例市第三区教育体育局", "临河县卫生健康局", "示例市第九区民政局"}[m.IntN(3)], Warning)
	}},
	{"contents", "a section has another name in the contents", 2, func(m *maker) bool {
		if m.base.Blocks[0].Text != "目 录" {
			return false
		}
		i := m.base.BlockWith(0, "、财政拨款收入支出决算总体情况说明")
		if i < 0 || !m.swap(i, 0, "财政拨款收入支出决算总体情况说明", "财政拨款收支总体说明", Warning) {
			return false
		}
		m.place(m.base.BlockWith(i+1, "、财政拨款收入支出决算总体情况说明"), 0, "")
		return true
	}},
}

func (m *maker) year() int { return m.base.Case.Book.Year }
