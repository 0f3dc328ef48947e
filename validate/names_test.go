package validate_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// toldOf are the findings of a book by severity and rule, tails aside, in front of what
// is said.
func toldOf(t *testing.T, w *fixture.Workbook, edits ...string) (lines []string, r *report.Report) {
	t.Helper()
	data, err := w.Edit(edits...)
	require.NoError(t, err)
	r = validate.Check("lanshan-2023.xlsx", data, nil).Report
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity != report.Tail {
			lines = append(lines, string(f.Severity)+" "+f.Rule+" "+fmt.Sprint(len(f.Cells))+" "+f.Message)
		}
	}
	return lines, r
}

// nameCells are the cells of column B beside each code of a form.
func nameCells(t *testing.T, w *fixture.Workbook, form string) (sheet string, names, cells map[string]string) {
	f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
	require.NoError(t, err)
	defer f.Close()
	names, cells = map[string]string{}, map[string]string{}
	for _, p := range w.Placements {
		_, row, err := excelize.CellNameToCoordinates(p.Cell)
		require.NoError(t, err)
		code, _ := f.GetCellValue(p.Sheet, fmt.Sprintf("A%d", row))
		if p.Form == form && code == p.Row && strings.Trim(code, "0123456789") == "" {
			sheet, cells[code] = p.Sheet, fmt.Sprintf("B%d", row)
			names[code], _ = f.GetCellValue(p.Sheet, cells[code])
		}
	}
	return sheet, names, cells
}

// TestForeignNameIsTold puts the name of another code beside a code: told once, at its
// cell, with both, and nothing else.
func TestForeignNameIsTold(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(20, 23))
	for _, form := range []string{fixture.F02, fixture.F03, fixture.F05} {
		sheet, names, cells := nameCells(t, w, form)
		require.NotEmpty(t, cells)
		for code, own := range names {
			for _, other := range []string{"卫生健康支出", "行政单位医疗", "政协会议", "行政事业单位养老支出", "农田建设"} {
				if other == own || random.IntN(3) > 0 {
					continue
				}
				lines, r := toldOf(t, w, fmt.Sprintf("%s!%s = %q", form, cells[code], other))
				if assert.Len(t, lines, 1, "%s %s %s", form, code, other) {
					assert.Contains(t, lines[0], "warning code.standard-name 1 ")
					assert.Contains(t, lines[0], code+" 标准名称是“")
					assert.Contains(t, lines[0], "表上写的是“"+other+"”（2")
					assert.Equal(t, []string{sheet, cells[code]}, []string{r.Findings[0].Cells[0].Sheet, r.Findings[0].Cells[0].Cell})
				}
				assert.Empty(t, r.Suspects)
			}
		}
	}
}

// TestNamesOfOtherYears: one notice for all, and nothing else.
func TestNamesOfOtherYears(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	var edits []string
	for _, form := range []string{fixture.F02, fixture.F03, fixture.F05} {
		_, _, cells := nameCells(t, w, form)
		edits = append(edits, fmt.Sprintf("%s!%s = %q", form, cells["20805"], "行政事业单位离退休"), fmt.Sprintf("%s!%s = %q", form, cells["210"], "医疗卫生与计划生育支出"))
	}
	lines, _ := toldOf(t, w, edits...)
	assert.Equal(t, []string{"notice code.other-year 6 2 个科目写的是别的年度的名称：20805 行政事业单位离退休（2019 年及以前的名称，2023 年是“行政事业单位养老支出”）；" +
		"210 医疗卫生与计划生育支出（2018 年及以前的名称，2023 年是“卫生健康支出”）。"}, lines)

	lines, _ = toldOf(t, w, edits[0]) // on one form only
	assert.Len(t, lines, 1)
	assert.Contains(t, lines[0], "notice code.other-year 1 1 个科目")
}

// TestNamesAsClerksPrintThem says nothing of names that are right.
func TestNamesAsClerksPrintThem(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	for name, print := range map[string]func(code, name string) string{
		"code in front": func(code, name string) string { return "[" + code + "]" + name },
		"code and dash": func(code, name string) string { return code + "-" + name },
		"without 支出":    func(code, name string) string { return strings.TrimSuffix(name, "支出") },
		"level behind": func(code, name string) string {
			return name + map[int]string{3: "（类）", 5: "（款）", 7: "（项）"}[len(code)]
		},
		"half-width marks": func(code, name string) string { return strings.NewReplacer("（", "(", "）", ")").Replace(name) },
		"without marks": func(code, name string) string {
			return strings.NewReplacer("（", "", "）", "", "(", "", ")", "").Replace(name)
		},
		"blanks": func(code, name string) string {
			return strings.Repeat("　", len(code)-3) + strings.Join(strings.Split(name, ""), " ")
		},
		"cut off": func(code, name string) string {
			if r := []rune(name); len(r) > 8 {
				return string(r[:7]) + "…"
			}
			return name
		},
		"和 for 及": func(code, name string) string { return strings.ReplaceAll(name, "及", "和") },
		"number in front": func(code, name string) string {
			if len(code) == 3 {
				return "（一）" + name
			}
			return "1." + name
		},
	} {
		for _, forms := range [][]string{{fixture.F02, fixture.F03, fixture.F05, fixture.F06}, {fixture.F05}} {
			var edits []string
			for _, form := range forms {
				_, names, cells := nameCells(t, w, form)
				for code, own := range names {
					if p := print(code, own); p != own {
						edits = append(edits, fmt.Sprintf("%s!%s = \"%s\"", form, cells[code], p))
					}
				}
			}
			lines, _ := toldOf(t, w, edits...)
			for _, line := range lines {
				assert.NotContains(t, line, " code.", name)
			}
		}
	}
}

// TestCodeOfNoYear: told once for all forms, as that, where the name tells no code.
func TestCodeOfNoYear(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	var edits []string
	for _, form := range []string{fixture.F02, fixture.F03, fixture.F05} {
		_, _, cells := nameCells(t, w, form)
		edits = append(edits, fmt.Sprintf("%s!A%s = %q", form, cells["2101101"][1:], "2101121"))
	}
	lines, _ := toldOf(t, w, edits...)
	assert.Equal(t, []string{"warning code.unlisted 3 收入决算表、支出决算表、一般公共预算支出表的科目 2101121 行政单位医疗：21011 之下历年没有这个项；“行政单位医疗”是 2101101。"}, lines)
}

// TestCodeMistypedOnOneFormAlone: what no other form knows is told by the
// classification, where one code alone bears the name.
func TestCodeMistypedOnOneFormAlone(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	var edits []string
	var at string
	for _, form := range []string{fixture.F02, fixture.F03, fixture.F05} {
		_, _, cells := nameCells(t, w, form)
		code := "A" + cells["2101101"][1:]
		if form == fixture.F02 {
			at = code
			edits = append(edits, fmt.Sprintf("%s!%s = %q", form, code, "2101104"))
			continue
		}
		edits = append(edits, fmt.Sprintf("%s!%s = %q", form, code, "2101102"), fmt.Sprintf("%s!%s = %q", form, cells["2101101"], "事业单位医疗"))
	}
	lines, r := toldOf(t, w, edits...)
	assert.Equal(t, []string{"warning code.mistyped 1 收入决算表的科目 2101104 行政单位医疗 编码与名称不符：政府收支分类科目里“行政单位医疗”是 2101101。"}, lines)
	require.Len(t, r.Suspects, 1)
	s := r.Suspects[0]
	assert.Equal(t, []string{string(report.Code), at, "2101104", "2101101"}, []string{string(s.Shape), s.Cell, s.Value, s.Suggest})
	assert.True(t, s.Likely)
	assert.Equal(t, "“行政单位医疗”在政府收支分类科目里的编码是 2101101，这里写的是 2101104：编码打错了", s.Why)
}

// TestNamesSlippedByARow: a column of names that slipped is told once.
func TestNamesSlippedByARow(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	_, names, cells := nameCells(t, w, fixture.F03)
	var edits []string
	codes := slices.Sorted(maps.Keys(names))
	for i, code := range codes[1:] {
		edits = append(edits, fmt.Sprintf("%s!%s = %q", fixture.F03, cells[code], names[codes[i]]))
	}
	lines, _ := toldOf(t, w, edits...)
	assert.Len(t, lines, 1)
	assert.Contains(t, lines[0], "个科目的名称与编码对不上，像是名称整列错了位，例如 20103 标准名称是“政府办公厅(室)及相关机构事务”，表上写的是“一般公共服务支出”（201")
}
