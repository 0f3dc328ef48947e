// Command make writes testdata/xls: pairs of one workbook as .xlsx and .xls, both
// saved by LibreOffice, which must be installed; in testdata/xls/biff5 some of them as
// Excel 95 would have, and in testdata/ods and testdata/csv the same in other formats.
// Run it from the repository:
//
//	go run ./validate/read/xls/make
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	source = "testdata"
	target = "testdata/xls"
)

func main() {
	dir, err := os.MkdirTemp("", "xls")
	check(err)
	defer os.RemoveAll(dir)
	var files []string
	for name, fill := range map[string]func(book){
		"formats": formats, "strings": texts, "structure": structure, "formulas": formulas, "days-1904": days,
	} {
		b := book{excelize.NewFile()}
		fill(b)
		files = append(files, filepath.Join(dir, name+".xlsx"))
		check(b.SaveAs(files[len(files)-1]))
	}
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-yuan"} {
		files = append(files, filepath.Join(source, name+".xlsx"))
	}
	convert("xls", target, files...)
	convert("xlsx", target, files...)
	writeOld(dir)
	writeOthers(dir)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// book is a workbook being filled; nothing in it may fail.
type book struct{ *excelize.File }

const first = "Sheet1"

func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	check(err)
	return name
}

func (b book) set(col, row int, v any) { check(b.SetCellValue(first, at(col, row), v)) }

func (b book) style(col, row int, code string) {
	id, err := b.NewStyle(&excelize.Style{CustomNumFmt: &code})
	check(err)
	check(b.SetCellStyle(first, at(col, row), at(col, row), id))
}

func formats(b book) {
	figures := []any{0, 1, -1, 0.5, -0.5, 0.005, 1.005, -0.001, 1280.35, 12345.678, -25, 1e6, 1417349.8700000001, 0.1 + 0.2,
		99.995, 123456789012, 123456789.25, 536870911, 536870912, -536870912, 1e-7, 1.5e22, "基本支出", true, false}
	codes := []string{"General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "@", "0.000", "#,##0.00;-#,##0.00", "#,##0.00_ ;[Red]-#,##0.00 ",
		"#,##0.00;-#,##0.00;", "#,##0.00_);(#,##0.00)", "0.00_ ", `0.00"万元"`, `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `,
		`0!.0,`, "#,##0.00,", "0000", "#", "#.##", "yyyy/m/d", `yyyy"年"m"月"d"日"`, "0.00E+00"}
	for row, code := range codes {
		for col, v := range figures {
			b.set(col+1, row+1, v)
			b.style(col+1, row+1, code)
		}
	}
	for i := range 30 {
		b.set(i+1, len(codes)+2, float64(i)/100) // RK numbers in hundredths
		b.set(i+1, len(codes)+3, i*1_000_003)
	}
}

func texts(b book) {
	ascii, han := "The quick brown fox jumps. ", "一般公共预算财政拨款支出决算表，"
	for i := range 40 {
		b.set(1, i+1, fmt.Sprint("a", i, " ", strings.Repeat(ascii, i)))
		b.set(2, i+1, fmt.Sprint("h", i, " ", strings.Repeat(han, i)))
		b.set(3, i+1, fmt.Sprint(strings.Repeat(ascii, i), "末", i))
	}
	b.set(1, 70, strings.Repeat(ascii, 400))
	b.set(2, 70, strings.Repeat(han, 600))
	b.set(3, 70, strings.Repeat("é", 9_000))
	b.set(4, 70, strings.Repeat("𠀀𣎴", 2_200))
	for i := range 150 {
		runs := []excelize.RichTextRun{{Text: "其中："}, {Text: fmt.Sprint(" 人员经费 ", i), Font: &excelize.Font{Bold: true}}, {Text: " end"}}
		check(b.SetCellRichText(first, at(5, i+1), runs))
	}
	b.set(6, 1, "<&>\"'_x0041_\n换行\t“三公”")
	b.set(6, 2, "   前后空格   ")
}

func structure(b book) {
	check(b.SetSheetName(first, "GK01 收入支出决算总表"))
	s := "GK01 收入支出决算总表"
	check(b.SetCellValue(s, "A1", "收 入 支 出 决 算 总 表"))
	check(b.SetCellValue(s, "IV9", "第 256 列"))
	check(b.SetCellValue(s, "A20", "隐藏行"))
	check(b.SetCellValue(s, "C65536", 65536.5))
	for _, m := range []string{"A1:F1", "A10:C12", "H3:H9"} {
		from, to, _ := strings.Cut(m, ":")
		check(b.MergeCell(s, from, to))
	}
	check(b.SetRowVisible(s, 20, false))
	check(b.SetRowHeight(s, 1, 30))
	check(b.SetRowHeight(s, 15, 42))
	check(b.SetColVisible(s, "D:E", false))
	check(b.SetColWidth(s, "A", "A", 40))
	for _, name := range []string{"附表", "very", "It's"} {
		_, err := b.NewSheet(name)
		check(err)
		check(b.SetCellValue(name, "B2", name))
	}
	check(b.SetSheetVisible("附表", false))
	check(b.SetSheetVisible("very", false, true))
}

func formulas(b book) {
	_, err := b.NewSheet("表 二's")
	check(err)
	check(b.SetCellValue("表 二's", "B2", 12.5))
	for row := range 20 {
		for col := range 4 {
			b.set(col+1, row+1, float64(row*7+col*3)+0.25)
		}
		check(b.SetCellFormula(first, at(5, row+1), fmt.Sprintf("SUM(A%d:D%d)", row+1, row+1)))
	}
	for i, f := range []string{
		"SUM(A1:A20)", "A1+B1-C1", "A1*(B1+C1)/2", "-A1", "+A1-(-B1)", "ROUND(A1/3,2)", "SUM(A1,B1,C1:D2)", "$A$1+A$2+$A3", "'表 二''s'!B2*2",
		"SUM('表 二''s'!A1:C3)", "A1-(B1-C1)", "A1/(B1/C1)", "1.5+A1", "100000*A1", "(A1)", "SUM(A1:A3)-SUM(B1:B3)",
		`IF(A1>0,"有","无")`, `"合计"&A1`, `""`, "1/0", "A1>B1", "NA()", "AVERAGE(A1:A5)", "A1^2", "A1&B1", "SUMIF(A1:A5,\">1\")", "VLOOKUP(1,A1:B2,2,0)",
		"TODAY()*0", "SUM(A:A)", "IF(A1,1)", "-2", "50%", "ABS(-1)", `REPT("长",5000)`,
	} {
		check(b.SetCellFormula(first, at(7, i+1), f))
	}
	kind, area := excelize.STCellFormulaTypeShared, "I1:I12"
	check(b.SetCellFormula(first, "I1", "A1+$B$1-SUM(C1:D$20)", excelize.FormulaOpts{Type: &kind, Ref: &area}))
	array, spill := excelize.STCellFormulaTypeArray, "J1:J3"
	check(b.SetCellFormula(first, "J1", "A1:A3*2", excelize.FormulaOpts{Type: &array, Ref: &spill}))
}

func days(b book) {
	on := true
	check(b.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}))
	b.set(1, 1, 43100)
	b.style(1, 1, "yyyy/m/d")
	b.set(2, 1, time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC))
	b.style(2, 1, `yyyy"年"m"月"d"日"`)
}
