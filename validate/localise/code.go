package localise

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// mostJudged is how many equations are judged anew for codes: ten trials or more on a real
// book, one on the largest.
const mostJudged = 30_000

// mistypes tells the rows whose code was typed wrong: with the code that other forms
// have for the name, equations come out that did not, and none ceases to. Where no
// equation knows of the code (收入决算表 has no other form to agree with) the same
// figure under the other code speaks for it. What they explain is added to explained.
// left says that there are too many to try each.
func mistypes(b *bind.Book, out *rule.Outcome, explained map[rule.Instance]bool) (suspects []report.Suspect, left bool) {
	found := out.Mistyped(b)
	if len(found) == 0 {
		return nil, false
	}
	before := out.Broken()
	trials := max(1, mostJudged/max(1, len(out.Equations)))
	for i := range found {
		m := &found[i]
		if trials -= len(m.Codes); trials < 0 {
			return suspects, true
		}
		var fits []string
		var mended []rule.Instance
		for _, code := range m.Codes {
			if list, broke := recoded(b, m, code, before); !broke && len(list) >= len(mended) {
				if len(list) > len(mended) {
					fits = nil
				}
				fits, mended = append(fits, code), list
			}
		}
		if len(fits) == 0 {
			continue
		}
		s := mistyped(b, m, fits)
		s.Likely = len(fits) == 1 && (len(mended) > 1 || len(mended) == 0 && m.Same || m.On == nil)
		for k := range out.Equations {
			e := &out.Equations[k]
			for _, in := range mended {
				if e.Finding >= 0 && e.Rule.ID == in.Rule && e.Row == in.Row && e.Column == in.Column {
					s.Explains = appendNew(s.Explains, e.Finding)
				}
			}
		}
		for k := range out.Findings { // what is said of the code itself
			if f := &out.Findings[k]; strings.HasPrefix(f.Rule, "code.") && f.Cells[0].Sheet == s.Sheet && f.Cells[0].Cell == s.Cell {
				s.Explains = appendNew(s.Explains, k)
			}
		}
		slices.Sort(s.Explains)
		for _, in := range mended {
			explained[in] = true
		}
		suspects = append(suspects, s)
	}
	return suspects, false
}

// recoded lists what comes out once a row stands under another code, and says whether
// something ceases to.
func recoded(b *bind.Book, m *rule.Mistype, code string, before map[rule.Instance]bool) (mended []rule.Instance, broke bool) {
	defer m.Table.Recode(m.Row, code)()
	after := rule.Broken(b)
	for in := range after {
		broke = broke || !before[in]
	}
	for in := range before {
		if !after[in] {
			mended = append(mended, in)
		}
	}
	return mended, broke
}

func appendNew(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}

// mistyped puts a wrong code into words.
func mistyped(b *bind.Book, m *rule.Mistype, fits []string) report.Suspect {
	sheet := b.SheetAt(m.Row.At).Name
	change := func(code string) report.Change {
		return report.Change{Sheet: sheet, Cell: document.Address(m.Row.At.Row, m.Row.At.Col), Form: string(m.Table.Form.ID), Row: m.Row.Key,
			Label: m.Row.Key + " " + m.Row.Name, Value: m.Row.Key, Suggest: code}
	}
	s := report.Suspect{Change: change(fits[0]), Shape: report.Code, Kind: string(CodeMistyped), Changes: []report.Change{}, Explains: []int{}, Alternatives: []report.Alternative{}}
	where := "政府收支分类科目里"
	if m.On != nil {
		where = m.On.Form.Short + "上"
	}
	s.Why = "“" + m.Row.Name + "”在" + where + "的编码是 " + fits[0] + "，这里写的是 " + m.Row.Key + "：编码打错了"
	for _, code := range fits[1:] {
		s.Alternatives = append(s.Alternatives, report.Alternative{Change: change(code), Kind: s.Kind, Why: "也可能是 " + code})
	}
	return s
}
