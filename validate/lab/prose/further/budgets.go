package further

import (
	"bytes"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// withBudgets gives the workbook with a column 年初预算数 on F05, behind the others or in front
// of them, as several provinces' forms have it.
func withBudgets(c *prose.Case, book []byte, before bool) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(book))
	must(err)
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		must(err)
		if len(rows) == 0 || !strings.Contains(strings.Join(rows[0], "")+strings.Join(rows[min(1, len(rows)-1)], ""), "一般公共预算财政拨款支出决算表") {
			continue
		}
		budgetColumn(c, f, sheet, rows, before)
	}
	out, err := f.WriteToBuffer()
	must(err)
	return out.Bytes()
}

func budgetColumn(c *prose.Case, f *excelize.File, sheet string, rows [][]string, before bool) {
	head, column := -1, 0
	for i, r := range rows {
		for j, v := range r {
			if head < 0 && strings.ReplaceAll(v, " ", "") == "小计" {
				head, column = i, j
			}
		}
	}
	if head < 0 {
		panic("further: no 小计 on " + sheet)
	}
	top := head
	for top > 0 && !strings.HasPrefix(rows[top][0], "项") && !strings.HasPrefix(rows[top][0], "科目编码") && !strings.HasPrefix(rows[top][0], "功能") {
		top--
	}
	at := column + 1 // from 1
	if before {
		name, _ := excelize.ColumnNumberToName(at)
		must(f.InsertCols(sheet, name, 1))
	} else {
		at = column + 4
	}
	put := func(row int, v any) {
		cell, _ := excelize.CoordinatesToCellName(at, row+1)
		must(f.SetCellValue(sheet, cell, v))
	}
	put(top, "年初预算数")
	first, _ := excelize.CoordinatesToCellName(at, top+1)
	last, _ := excelize.CoordinatesToCellName(at, head+1)
	if top != head {
		must(f.MergeCell(sheet, first, last))
	}
	for i, r := range rows[head+1:] {
		if len(r) == 0 {
			continue
		}
		key := strings.ReplaceAll(strings.Join(r[:min(len(r), column)], ""), " ", "")
		code := strings.TrimRight(strings.TrimLeftFunc(key, func(c rune) bool { return c < '0' || c > '9' }), "")
		n := 0
		for n < len(code) && code[n] >= '0' && code[n] <= '9' {
			n++
		}
		code = code[:n]
		sum := decimal.Zero
		switch {
		case strings.HasPrefix(key, "栏次"):
			put(head+1+i, "4")
			continue
		case strings.HasPrefix(key, "合计"):
			code = ""
		case code == "":
			continue
		}
		for _, item := range c.Items(fixture.F05) {
			if strings.HasPrefix(item, code) {
				sum = sum.Add(c.Budgets[item])
			}
		}
		v, _ := sum.Shift(-shift[c.Book.Unit]).Round(2).Float64() // a worksheet holds binary numbers
		put(head+1+i, v)
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
