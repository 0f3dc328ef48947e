package validate_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/prose"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// errorsOfText counts what is told as an error.
func errorsOfText(r *report.Report) (n int) {
	for _, f := range ofText(r) {
		if f.Severity == report.Error {
			n++
		}
	}
	return n
}

// TestOneSlipIsToldOnce: a wrong figure is one error, however many sentences it breaks.
func TestOneSlipIsToldOnce(t *testing.T) {
	for k, x := range lab.Texts() {
		if k%3 != 0 {
			continue
		}
		for _, s := range lab.Slips(x, 6, int64(1_000+k)) {
			r := judgeText(t, s.Text)
			if !assert.LessOrEqual(t, errorsOfText(r), 1, s.Name()) {
				for _, f := range ofText(r) {
					t.Log(f.Severity, f.Rule, f.Message)
				}
			}
		}
	}
}

// transposed has the first two digits that differ in each other's place; "" for none.
func transposed(s string) string {
	b := []byte(s)
	for i := 1; i < len(b); i++ {
		if b[i-1] != b[i] && b[i-1] != '.' && b[i] != '.' && b[i] != '0' {
			b[i-1], b[i] = b[i], b[i-1]
			return string(b)
		}
	}
	return ""
}

// TestFormIsTheCulprit: where the text is right and a form is not, its cell is the first
// suspect, and what is told of the text says that the form is likely wrong, once.
func TestFormIsTheCulprit(t *testing.T) {
	x := lab.Texts()[0]
	for _, row := range append(x.Case.Items(fixture.F05), x.Case.Classes(fixture.F05)...) {
		book := x.Case.Book.Clone()
		values := book.Forms[fixture.F05].Row(row).Values
		was := values["小计"]
		if values["小计"] = transposed(was); values["小计"] == "" {
			continue
		}
		wrong := fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers})
		d, err := xlsx.Open(wrong.Bytes)
		require.NoError(t, err)
		text := asDocument(t, x)
		d.Sheets = append(d.Sheets, text.Sheets[len(text.Sheets)-1])
		r := validate.Judge{Written: prose.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
		at, _ := wrong.At(fixture.F05, row, "小计")
		require.NotEmpty(t, r.Suspects, row)
		assert.Equal(t, at.Cell, r.Suspects[0].Cell, row)
		assert.Equal(t, decimal.RequireFromString(was).StringFixed(2), strings.ReplaceAll(r.Suspects[0].Suggest, ",", ""), row)
		assert.LessOrEqual(t, errorsOfText(r), 1, row)
		for _, f := range ofText(r) {
			if f.Severity == report.Error {
				assert.Contains(t, f.Message, "多半是表里的数错了", row)
				assert.NotContains(t, f.Message, "像是抄", row)
			}
		}
	}
}

// TestOtherDigits: a right text that prints its amounts without their last zeros, some
// rounded further, some in 亿元, or beside forms in another unit, raises no error.
func TestOtherDigits(t *testing.T) {
	ways := map[string]func(lab.Text, lab.Mark, decimal.Decimal) lab.Text{
		"zeros dropped": func(x lab.Text, m lab.Mark, v decimal.Decimal) lab.Text { return x.ReplaceMark(m, v.String()) },
		"one decimal": func(x lab.Text, m lab.Mark, v decimal.Decimal) lab.Text {
			if m.Unit != "万元" || v.LessThan(decimal.NewFromInt(2_000)) {
				return x
			}
			return x.ReplaceMark(m, v.StringFixed(1))
		},
		"亿元": func(x lab.Text, m lab.Mark, v decimal.Decimal) lab.Text {
			k := strings.Index(x.Blocks[m.Block].Text[m.End:], "万元")
			if m.Unit != "万元" || v.LessThan(decimal.NewFromInt(100)) || k < 0 || k > 2 {
				return x
			}
			return x.Replace(m.Block, m.Start, m.End+k+len("万元"), v.Shift(-4).StringFixed(4)+"亿元")
		},
	}
	for k, x := range lab.Texts() {
		if k%2 != 0 {
			continue
		}
		for way, write := range ways {
			y := x
			for i := len(x.Marks) - 1; i >= 0; i-- {
				m := x.Marks[i]
				v, err := decimal.NewFromString(strings.ReplaceAll(m.Words, ",", ""))
				if err == nil && (m.Unit == "万元" || m.Unit == "元") && m.Determined != lab.NoFigure && (way == "zeros dropped" || (i+k)%6 == 0) {
					y = write(y, m, v)
				}
			}
			quiet(t, x.Name+" "+way, judgeText(t, y))
		}
	}
}

// TestFormsInAnotherUnit: exact forms in 元 beside a text in 万元, and the reverse.
func TestFormsInAnotherUnit(t *testing.T) {
	for k, x := range lab.Texts() {
		if k%2 != 0 {
			continue
		}
		book := x.Case.Exact
		if x.Case.Book.Unit == "元" {
			book = book.InUnit("万元")
		}
		d, err := xlsx.Open(fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers}).Bytes)
		require.NoError(t, err)
		text := asDocument(t, x)
		d.Sheets = append(d.Sheets, text.Sheets[len(text.Sheets)-1])
		quiet(t, x.Name, validate.Judge{Written: prose.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report)
	}
}

// TestBudgetOfTheFormIsTheCulprit: of a budget that F09 has wrong, nothing is told of the
// text but that the form is likely wrong, where F09 itself does not add up.
func TestBudgetOfTheFormIsTheCulprit(t *testing.T) {
	for k, x := range lab.Texts() {
		if k%5 != 3 {
			continue
		}
		for _, column := range []string{"合计", "因公出国（境）费", "公务接待费"} {
			book := x.Case.Book.Clone()
			values := book.Forms[fixture.F09].Row("预算数").Values
			if values[column] = transposed(values[column]); values[column] == "" {
				continue
			}
			d, err := xlsx.Open(fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers}).Bytes)
			require.NoError(t, err)
			text := asDocument(t, x)
			d.Sheets = append(d.Sheets, text.Sheets[len(text.Sheets)-1])
			r := validate.Judge{Written: prose.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
			for _, f := range ofText(r) {
				if f.Severity == report.Error {
					assert.Contains(t, f.Message, "多半是表里", x.Name+" "+column)
				}
			}
		}
	}
}
