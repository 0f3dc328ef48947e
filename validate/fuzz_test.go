package validate_test

import (
	"testing"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/rule"
)

// vocabulary is what cells of a fuzzed sheet hold: every text that means
// something to the binder, and some that almost do.
var vocabulary = func() []string {
	words := []string{"", "合计", "总计", "小计", "类", "款", "项", "栏次", "1", "2", "3", "201", "20101", "2010101", "301", "30212", "01", "99", "2010", "301|01",
		"201 一般公共服务支出", "其中：", "注：", "1,234.56", "-1.00", "—", "０．５", "1e308", "#REF!", "99999999999999999999", "0.0000000000000001", "本表无数据",
		"单位：万元", "金额单位：元", "部门：某局", "2023年度", "财决01表", "（续表）", "支出决算表（续表）", "一、", "（一）", "单位："}
	for _, f := range form.Public().Forms {
		words = append(words, f.Titles...)
		words = append(words, f.Keys.List()...)
		words = append(words, f.Noted.List()...)
		for _, c := range f.Columns {
			words = append(words, c.ID)
		}
		for _, r := range f.Rows {
			words = append(words, r.Labels...)
		}
	}
	return words
}()

// sheetFrom builds a sheet from fuzz: two bytes a cell, a merge now and then.
func sheetFrom(data []byte) *document.Sheet {
	s := &document.Sheet{Name: "Sheet1"}
	row, col := 0, 0
	var cells []document.Cell
	end := func() {
		if len(cells) > 0 {
			s.Rows = append(s.Rows, document.Row{Index: row, Cells: cells, Hidden: len(cells)%7 == 6})
		}
		cells, row, col = nil, row+1, 0
	}
	for ; len(data) >= 2; data = data[2:] {
		word := vocabulary[(int(data[0])<<8|int(data[1]))%len(vocabulary)]
		switch data[0] >> 5 {
		case 0:
			end()
			continue
		case 1:
			s.Merges = append(s.Merges, document.Range{Row0: row, Col0: col, Row1: row + int(data[1]>>6), Col1: col + int(data[1]&7)})
		case 2:
			cells = append(cells, document.Cell{Row: row, Col: col, Kind: document.Number, Stored: "1234.565", Format: &document.Format{Code: "0.00"}})
			col++
			continue
		case 3:
			cells = append(cells, document.Cell{Row: row, Col: col, Formula: "SUM(A1:C9)", Format: &document.Format{}})
			col++
			continue
		}
		cells = append(cells, document.Cell{Row: row, Col: col, Kind: document.Text, Stored: word, Format: &document.Format{}})
		col += 1 + int(data[1]&1)
	}
	end()
	return s
}

// FuzzBind: whatever stands on the sheets, they are bound and judged without a
// panic, and what is said of them names cells that exist.
func FuzzBind(f *testing.F) {
	f.Add([]byte{0x80, 1, 0, 0, 0x90, 7, 0x91, 9, 0, 0, 0x40, 1, 0x40, 2}, []byte{0x20, 0xff, 0x81, 3})
	f.Fuzz(func(t *testing.T, first, second []byte) {
		if len(first)+len(second) > 4000 {
			return
		}
		wb := &document.Document{Sheets: []*document.Sheet{sheetFrom(first), sheetFrom(second)}}
		findings := rule.Run(bind.Find(wb, nil)).Findings
		for _, x := range findings {
			for _, c := range x.Cells {
				if _, _, ok := document.ParseAddress(c.Cell); !ok || c.Sheet == "" {
					t.Fatalf("%s names no cell: %+v", x.Rule, c)
				}
			}
		}
	})
}

// FuzzCheck: any bytes get a report.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		w, err := fixture.Load(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(w.Bytes)
	}
	f.Add([]byte("%PDF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := validate.Check("fuzz.xlsx", data, nil).Report
		if r.Error != nil && r.Error.Code == "internal" {
			t.Fatal(r.Error.Message)
		}
	})
}
