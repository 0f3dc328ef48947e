package bind_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
)

// inCell binds F03 of a unit with a cell as the figure of its total.
func inCell(t *testing.T, unit string, cell document.Cell, more ...string) *bind.Figure {
	t.Helper()
	s := sheetOf("3", append([]string{"支出决算表", "单位：" + unit, "科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计||1.11|1.11|2"}, more...)...)
	cell.Row, cell.Col = 3, 3
	if cell.Format == nil {
		cell.Format = document.NewFormat("", false)
	}
	s.Rows[3].Cells[2] = cell // the second cell is not written
	b := find(s)
	return table(t, b, "F03").Row("合计").Figure("基本支出")
}

// TestNumberFormats: a number is a number whatever its format writes around it; how
// many places it shows, and over what it is shown, is the format's.
func TestNumberFormats(t *testing.T) {
	const money, nothing, blank = bind.Money, bind.Nothing, bind.Blank
	for _, c := range []struct {
		code, stored, unit string
		state              bind.State
		value              string
		places             int32
		said               string
		odd, other         bool
	}{
		{`#,##0.00"万元"`, "1677.91", "万元", money, "1677.91", 2, "万元", false, false},
		{`#,##0.00"元"`, "1677.91", "万元", money, "1677.91", 2, "元", false, true},
		{`#,##0.00"元"`, "1677.91", "元", money, "1677.91", 2, "元", false, false},
		{`#,##0.000"(千元)"`, "1677.91", "千元", money, "1677.91", 3, "千元", false, false},
		{`#,##0.00\万\元`, "1677.91", "万元", money, "1677.91", 2, "万元", false, false},
		{`"人民币"#,##0.00`, "1677.91", "万元", money, "1677.91", 2, "", false, false},
		{`"Rs." #,##0.00`, "1677.91", "万元", money, "1677.91", 2, "", false, false},
		{`"约"0`, "1677.91", "万元", money, "1678", 0, "", false, false},
		{`0.000"人"`, "1677.91", "万元", money, "1677.91", 3, "", false, false},
		{`[Red]#,##0.00`, "-1677.91", "万元", money, "-1677.91", 2, "", false, false},
		{`#,##0.00;[Red]#,##0.00`, "-25", "万元", money, "-25", 2, "", false, false},
		{`#,##0.00_);(#,##0.00)`, "-25", "万元", money, "-25", 2, "", false, false},
		{`[$¥-804]#,##0.00`, "25", "万元", money, "25", 2, "", false, false},
		{`[DBNum1][$-804]0.00`, "25", "万元", money, "25", 2, "", false, false},
		{`[>=10000]#,##0.0"万元";0.00"万元"`, "25", "万元", money, "25", 2, "万元", false, false},
		{`_ "¥"* #,##0.00_ `, "25.5", "万元", money, "25.5", 2, "", false, false},
		{`0.00;-0.00;"无"`, "0", "万元", nothing, "0", 0, "", false, false},
		{`0.00;-0.00;"没有"`, "0", "万元", nothing, "0", 0, "", false, false},
		{`_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ `, "0", "万元", nothing, "0", 0, "", false, false},
		{`0.00;-0.00;`, "0", "万元", blank, "0", 0, "", false, false},
		{`0.00"万元"`, "0", "万元", money, "0", 2, "万元", false, false},
		{`.00`, "0.5", "万元", money, "0.5", 2, "", false, false},
		{`#.##`, "-0.25", "万元", money, "-0.25", 2, "", false, false},
		{`0!.0,`, "12345", "万元", money, "1.2", 1, "", false, false},
		{`0!.0,"万元"`, "12345", "万元", money, "1.2", 1, "万元", false, false},
		{`#,##0.00,`, "1234567.8", "千元", money, "1234.57", 2, "", false, false},
		{`[>=10000]0!.0,"万元";0.00"元"`, "12345", "元", money, "12345", 2, "万元", false, false},
		{`[>=10000]0!.0,"万元";0.00"元"`, "123.4", "元", money, "123.4", 2, "元", false, false},
		{`@`, "1677.91", "万元", money, "1677.91", 2, "", false, false},
		{`General"万元"`, "1677.9", "万元", money, "1677.9", 2, "万元", false, false},
		{`yyyy/m/d`, "1677.91", "万元", money, "1677.91", 2, "", true, false},
		{`h:mm`, "0.5", "万元", money, "0.5", 2, "", true, false},
		{`0.00%`, "1677.91", "万元", money, "1677.91", 2, "", true, false},
		{`0.00E+00`, "1677.91", "万元", money, "1677.91", 2, "", true, false},
		{`;;;`, "1677.91", "万元", money, "1677.91", 2, "", true, false},
		{`"保密"`, "1677.91", "万元", money, "1677.91", 2, "", true, false},
		{`;;;`, "0", "万元", blank, "0", 0, "", false, false},
	} {
		f := inCell(t, c.unit, document.Cell{Kind: document.Number, Stored: c.stored, Format: document.NewFormat(c.code, false)})
		name := fmt.Sprint(c.stored, " through ", c.code, " in ", c.unit)
		require.Equal(t, c.state, f.State, name)
		assert.Equal(t, amount.Plain(of(t, c.value)), amount.Plain(f.Value), name)
		assert.Equal(t, c.odd, f.Odd, name)
		assert.Equal(t, c.other, f.OtherUnit, name)
		if assert.Equal(t, c.said, f.Says().Name, name); c.state == money {
			assert.Equal(t, c.places, f.Places, name)
		}
	}
}

func of(t *testing.T, text string) amount.Amount {
	p, ok := amount.Parse(text)
	require.True(t, ok, text)
	return p.Value
}

// TestLiteralsChangeNothing: what a format writes before and behind its digits, in any
// of its parts, changes neither value nor precision.
func TestLiteralsChangeNothing(t *testing.T) {
	g := rand.New(rand.NewPCG(5, 6))
	plain := []string{"0.00", "#,##0.00", "0", "#,##0.0", "0.0000", "0!.0,", "#,##0.00,", "#,##0.00;-#,##0.00", "0.00;-0.00;0.00", "#,##0.00_ ;[Red]-#,##0.00_ "}
	before := []string{"", `"人民币"`, `"Rs. "`, "[Red]", "[蓝色]", "[$￥-804]", `\约`, "_(", `"附#0.0"`, "* ", `"1"`}
	behind := []string{"", `"万元"`, `"元"`, "元", `\ `, "_)", `" (审定)"`, `"2023年"`, `"#.0"`, `"%"`}
	for range 3_000 {
		base := plain[g.IntN(len(plain))]
		stored := strconv.Itoa(g.IntN(10_000_000))
		stored = stored + "." + strconv.Itoa(100 + g.IntN(100))[1:]
		if g.IntN(3) == 0 {
			stored = "-" + stored
		}
		code := ""
		for i, part := range splitParts(base) {
			if i > 0 {
				code += ";"
			}
			code += before[g.IntN(len(before))] + part + behind[g.IntN(len(behind))]
		}
		read := func(code string) *bind.Figure {
			return inCell(t, "万元", document.Cell{Kind: document.Number, Stored: stored, Format: document.NewFormat(code, false)})
		}
		want, got := read(base), read(code)
		require.Equal(t, bind.Money, got.State, "%s through %s", stored, code)
		require.Equal(t, want.Value, got.Value, "%s through %s", stored, code)
		require.Equal(t, want.Places, got.Places, "%s through %s", stored, code)
		require.Equal(t, want.Half, got.Half, "%s through %s", stored, code)
		require.Equal(t, want.Stored, got.Stored, "%s through %s", stored, code)
	}
}

func splitParts(code string) (parts []string) {
	start := 0
	for i := range code {
		if code[i] == ';' {
			parts, start = append(parts, code[start:i]), i+1
		}
	}
	return append(parts, code[start:])
}

// TestWrittenFigures: texts whose figure is clear are figures, and what is not stays
// words.
func TestWrittenFigures(t *testing.T) {
	for text, want := range map[string]string{"'1,677.91": "1677.91", "1,677.91元": "1677.91", "￥1677.91": "1677.91", "（25.00）": "-25", "25.00-": "-25", "１６７７．９１": "1677.91",
		"1 677.91": "1677.91", "1677.91 万元": "1677.91"} {
		f := inCell(t, "万元", document.Cell{Kind: document.Text, Stored: text})
		require.Equal(t, bind.Money, f.State, text)
		assert.Equal(t, of(t, want), f.Value, text)
		assert.True(t, f.Text, text)
		assert.Equal(t, text == "1,677.91元", f.OtherUnit, text)
	}
	for _, text := range []string{"零", "〇", "—", "——", "/", "无", "'—", "零元"} {
		assert.Equal(t, bind.Nothing, inCell(t, "万元", document.Cell{Kind: document.Text, Stored: text}).State, text)
	}
	for _, text := range []string{" ", "'", "　"} {
		assert.Equal(t, bind.Blank, inCell(t, "万元", document.Cell{Kind: document.Text, Stored: text}).State, text)
	}
	for _, text := range []string{"1.677,91", "1,67.91", "约100", "100左右", "100.5.2", "100美元", "12%", "1 23", "待核实"} {
		assert.Equal(t, bind.Words, inCell(t, "万元", document.Cell{Kind: document.Text, Stored: text}).State, text)
	}
}

// TestComputedFigures: a formula without its value shows what it comes to.
func TestComputedFigures(t *testing.T) {
	for text, want := range map[string]string{"IF(C4>0,ROUND(C4/3,2),0)": "0.37", "IFERROR(C4/0,5)": "5", "SUMIF(E4:G4,\">1.5\")": "2"} {
		f := inCell(t, "万元", document.Cell{Formula: text})
		require.Equal(t, bind.Money, f.State, text)
		assert.Equal(t, of(t, want), f.Value, text)
		assert.True(t, f.Uncached, text)
	}
	assert.Equal(t, bind.Blank, inCell(t, "万元", document.Cell{Formula: `IF(C4>9,C4,"")`}).State)
	assert.Equal(t, bind.Nothing, inCell(t, "万元", document.Cell{Formula: `IF(C4>9,C4,"—")`}).State)
	assert.Equal(t, bind.Uncomputed, inCell(t, "万元", document.Cell{Formula: "VLOOKUP(C4,A1:B3,2,0)"}).State)
}
