package judge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
)

// balances is a book of nothing but F01, with what is carried in and out.
func balances(unit, opening, closing string) *document.Document {
	s := &document.Sheet{Name: "总表"}
	for i, texts := range [][]string{{"收入支出决算总表"}, {"部门：某局", "", "", "金额单位：" + unit}, {"项目", "金额", "项目", "金额"},
		{"年初结转和结余", opening, "年末结转和结余", closing}} {
		row := document.Row{Index: i}
		for col, text := range texts {
			c := document.Cell{Row: i, Col: col, Kind: document.Text, Stored: text, Format: &document.Format{General: true}}
			if i == 3 && col%2 == 1 {
				c.Kind = document.Number
			}
			if text != "" {
				row.Cells = append(row.Cells, c)
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return &document.Document{Sheets: []*document.Sheet{s}}
}

// TestCase: an equation may name a book by its role.
func TestCase(t *testing.T) {
	e := equation.MustParse("F01[年初结转和结余, 金额] = 上年.F01[年末结转和结余, 金额]")
	for name, c := range map[string]struct {
		before *document.Document
		want   judge.Result
	}{
		"equal":            {balances("万元", "1.00", "12.34"), judge.Holds},
		"unequal":          {balances("万元", "12.34", "11.34"), judge.Broken},
		"in another unit":  {balances("元", "1.00", "123400.00"), judge.Holds},
		"rounded":          {balances("元", "1.00", "123421.56"), judge.Tail},
		"without its unit": {balances("", "1.00", "12.34"), judge.Holds},
	} {
		books := bind.NewCase(bind.Find(balances("万元", "12.34", "56.78"), nil))
		books.Add(form.YearBefore, c.before)
		instances, skips := judge.NewCase(books).Run(e, nil, nil)
		require.Empty(t, skips, name)
		require.Len(t, instances, 1, name)
		assert.Equal(t, c.want, instances[0].Result, name)
		for i, operand := range []judge.Operand{instances[0].Left[0], instances[0].Right[0]} {
			assert.Equal(t, i, operand.Figure.Table.Book, name)
			assert.Equal(t, bind.Place{Document: i, Row: 3, Col: []int{1, 3}[i]}, operand.Figure.At, name)
			book, sheet := books.Sheet(operand.Figure.At)
			assert.Same(t, books.Books[i], book, name)
			assert.Same(t, books.Books[i].Document.Sheets[0], sheet, name)
		}
	}
}

// TestCaseWithoutTheRole: what no book of the case can answer is not judged, and is no
// fault of the book.
func TestCaseWithoutTheRole(t *testing.T) {
	e := equation.MustParse("F01[年初结转和结余, 金额] = 上年.F01[年末结转和结余, 金额]")
	own := bind.Find(balances("万元", "12.34", "56.78"), nil)
	instances, skips := judge.New(own).Run(e, nil, nil)
	assert.Empty(t, instances)
	assert.Equal(t, []judge.Skip{{Reason: "没有上年的报表"}}, skips)

	books := bind.NewCase(own)
	books.Add(form.YearBefore, &document.Document{}) // it has not the form
	instances, skips = judge.NewCase(books).Run(e, nil, nil)
	assert.Empty(t, instances)
	require.Len(t, skips, 1)
	assert.True(t, skips[0].Unchecked)
}
