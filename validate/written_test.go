package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// writings rewrite the key cells of a row whose code stands in a cell of its own.
var writings = map[string]func(code string) (own, front string){
	"padded to seven":  func(code string) (string, string) { return zeros(code, 7), "" },
	"padded to five":   func(code string) (string, string) { return zeros(code, 5), "" },
	"beside":           func(code string) (string, string) { return code, "[" + code + "]" },
	"padded beside":    func(code string) (string, string) { return zeros(code, 7), "[" + code + "]" },
	"bracketed":        func(code string) (string, string) { return "", "【" + code + "】" },
	"padded, in front": func(code string) (string, string) { return "", zeros(code, 7) + "-" },
	"dashed":           func(code string) (string, string) { return "", code + "—" },
	"dotted":           func(code string) (string, string) { return code[:3] + "." + code[3:], "" },
	"float":            func(code string) (string, string) { return code + ".00", "" },
}

func zeros(code string, to int) string { return code + strings.Repeat("0", max(0, to-len(code))) }

// mistake is a figure or a code that is wrong on one form.
type mistake struct{ form, row, column, value, code string }

// writtenReport is the report of a book whose codes are written in one way; "" for as they are.
func writtenReport(t *testing.T, w *fixture.Workbook, way string, m mistake) *report.Report {
	t.Helper()
	open := func(data []byte) (*document.Document, error) {
		wb, err := xlsx.Open(data)
		if err != nil {
			return nil, err
		}
		bind.Find(wb, nil).Each(func(table *bind.Table) {
			for _, r := range table.Rows {
				here := string(table.Form.ID) == m.form && r.Key == m.row
				if here && m.column != "" {
					wb.Sheets[r.At.Sheet].At(r.Figure(m.column).At.Row, r.Figure(m.column).At.Col).Stored = m.value
				}
				if form.IsCode(r.Key) {
					code := r.Key
					if here && m.code != "" {
						code = m.code
					}
					if way == "one beside" && here {
						name := wb.Sheets[r.NameAt.Sheet].At(r.NameAt.Row, r.NameAt.Col)
						name.Stored = "[" + code + "]" + form.StripOrdinal(form.Normalize(name.Stored))
						continue
					}
					rewrite(wb, table, r, way, code)
				}
			}
		})
		return wb, nil
	}
	r := validate.CheckBook("written.xlsx", w.Bytes, open, nil).Report
	require.Nil(t, r.Error)
	return r
}

// rewrite writes a row's code in a way.
func rewrite(wb *document.Document, t *bind.Table, r *bind.Row, way, code string) {
	own, front := code, ""
	if how := writings[way]; how != nil && len(code) > 0 {
		own, front = how(code)
	}
	name := wb.Sheets[r.NameAt.Sheet].At(r.NameAt.Row, r.NameAt.Col)
	if !t.Form.Coded() {
		if front != "" { // the classes of F01 and F04 by name
			name.Stored = front + form.StripOrdinal(form.Normalize(name.Stored))
		}
		return
	}
	cell := wb.Sheets[r.At.Sheet].At(r.At.Row, r.At.Col)
	cell.Stored, cell.Kind, cell.Format = own, document.Text, document.NewFormat("@", false)
	name.Stored = front + name.Stored
}

// wording is the verdict, the findings and the suspects of a report; not that codes are
// written with zeros, nor where a name has its code with it.
func wording(r *report.Report, cells bool) (out []string) {
	out = append(out, string(r.Verdict))
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule != "code.padded" {
			out = append(out, fmt.Sprint(f.Severity, " ", f.Rule, " ", f.Message, f.Equation))
		}
	}
	for i := range r.Suspects {
		s := &r.Suspects[i]
		line := fmt.Sprint(s.Shape, " ", s.Sheet, " ", s.Row, " ", s.Value, "→", s.Suggest, " ", s.Likely)
		if cells {
			line += s.Cell
		}
		out = append(out, line)
	}
	return out
}

// TestWrittenCodesChangeNothing: a right book is right, and of a wrong figure the same is
// said, however the codes are written.
func TestWrittenCodesChangeNothing(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"lanshan-2023", "clean-wan"} {
		w, err := fixture.Load(base)
		require.NoError(t, err)
		mistakes := []mistake{{}, {fixture.F03, "20103", "基本支出", "9999.99", ""}, {fixture.F05, "2080505", "小计", "1", ""},
			{fixture.F02, "208", "财政拨款收入", "8.88", ""}, {fixture.F06, "302", "金额", "7.77", ""}}
		for _, m := range mistakes {
			want := writtenReport(t, w, "", m)
			for way := range writings {
				got := writtenReport(t, w, way, m)
				assert.Equal(t, wording(want, true), wording(got, true), "%s, %s, %v", base, way, m)
				noticed := slices.ContainsFunc(got.Findings, func(f report.Finding) bool { return f.Rule == "code.padded" })
				assert.Equal(t, strings.Contains(way, "padded"), noticed, "%s, %s", base, way)
			}
		}
	}
}

// TestWrittenCodesTypedWrong: a code typed wrong is named however the codes are written.
func TestWrittenCodesTypedWrong(t *testing.T) {
	t.Parallel()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	for _, m := range []mistake{
		{fixture.F03, "2010301", "", "", "2010308"}, {fixture.F03, "2010302", "", "", "2010300"},
		{fixture.F05, "2080505", "", "", "2080905"}, {fixture.F02, "2210201", "", "", "2220201"},
		{fixture.F03, "20103", "", "", "20108"}, {fixture.F05, "208", "", "", "206"}, {fixture.F06, "30201", "", "", "30291"},
	} {
		want := writtenReport(t, w, "", m)
		require.NotEmpty(t, want.Suspects, m)
		require.Equal(t, report.Code, want.Suspects[0].Shape, m)
		for way := range writings {
			got := writtenReport(t, w, way, m)
			assert.Equal(t, wording(want, false), wording(got, false), "%s, %v", way, m)
		}
	}
}

// TestWrittenCodesAreTold: what is said of codes that are written oddly, once each.
func TestWrittenCodesAreTold(t *testing.T) {
	t.Parallel()
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	plain := wording(writtenReport(t, w, "", mistake{}), true)
	for _, c := range []struct {
		way  string
		m    mistake
		want string
	}{
		{"padded to seven", mistake{}, "notice code.padded 收入决算表、支出决算表、一般公共预算支出表、基本支出明细表的科目编码后面补了零（如 2010000），已按去掉补零的编码（201）核对。"},
		{"", mistake{fixture.F03, "208", "", "", "2080000"}, "warning code.padded 支出决算表的科目编码 2080000 后面多了零，表上其他的没有；已按 208 社会保障和就业支出 核对。"},
		{"one beside", mistake{fixture.F03, "20805", "", "", "20806"}, "warning code.beside 支出决算表的科目“行政事业单位养老支出”，编码栏是 20805，名称处写的是 20806；已按编码栏核对。"},
		{"one beside", mistake{fixture.F01, "208", "", "", "210"}, "warning code.beside 收支总表“社会保障和就业支出”写的编码是 210，标准编码是 208；已按名称核对。"},
	} {
		r := writtenReport(t, w, c.way, c.m)
		assert.Equal(t, report.Tails, r.Verdict, c.want)
		var said []string
		for _, f := range r.Findings {
			if strings.HasPrefix(f.Rule, "code.") {
				said = append(said, fmt.Sprint(f.Severity, " ", f.Rule, " ", f.Message))
			}
		}
		assert.Equal(t, []string{c.want}, said)
		assert.Len(t, r.Findings, len(plain), c.want) // the verdict is among the words
	}
}
