package annotate

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

func text(c excelize.Comment) string {
	all := c.Text
	for _, r := range c.Paragraph {
		all += r.Text
	}
	return all
}

func comments(t *testing.T, f *excelize.File, sheet string) map[string]excelize.Comment {
	t.Helper()
	list, err := f.GetComments(sheet)
	require.NoError(t, err)
	all := map[string]excelize.Comment{}
	for _, c := range list {
		require.NotContains(t, all, c.Cell, "two comments on one cell")
		all[c.Cell] = c
	}
	return all
}

func fillOf(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	return strings.Join(style.Fill.Color, "")
}

func TestEveryFindingIsCommentedFilledAndListed(t *testing.T) {
	for name, s := range samples(t) {
		f := open(t, s.copy)
		book, err := xlsx.Open(s.data)
		require.NoError(t, err)
		anchor := func(sheet, cell string) string {
			row, col, _ := document.ParseAddress(cell)
			for _, b := range book.Sheets {
				for _, m := range b.Merges {
					if b.Name == sheet && m.Contains(row, col) {
						return document.Address(m.Row0, m.Col0)
					}
				}
			}
			return cell
		}
		colour := map[report.Severity]string{report.Error: "FDDCD8", report.Warning: "FFF0C2", report.Tail: "E2EEF9", report.Notice: "EDEDED"}
		all := map[string]map[string]excelize.Comment{}
		for _, sheet := range f.GetSheetList() {
			all[sheet] = comments(t, f, sheet)
		}
		listed := resultRows(t, f)
		for i, finding := range s.report.Findings {
			if len(finding.Cells) > 0 {
				c := finding.Cells[0]
				comment, ok := all[c.Sheet][anchor(c.Sheet, c.Cell)]
				require.True(t, ok, "%s: finding %d has no comment at %s", name, i, c.Cell)
				assert.Contains(t, text(comment), "第 "+strconv.Itoa(i+1)+" 条", name)
				width, height := size(t, s.copy, c.Sheet, anchor(c.Sheet, c.Cell))
				assert.GreaterOrEqual(t, width, 90, "%s %s", name, c.Cell)
				assert.GreaterOrEqual(t, height, 40, "%s %s", name, c.Cell)
			}
			for j, c := range finding.Cells {
				if j == 0 || finding.Severity == report.Error || finding.Severity == report.Warning {
					assert.Contains(t, colours(colour, finding.Severity), fillOf(t, f, c.Sheet, anchor(c.Sheet, c.Cell)), "%s: %s!%s", name, c.Sheet, c.Cell)
				}
				assert.Contains(t, listed, strconv.Itoa(i+1)+"|"+c.Sheet+"!"+c.Cell, name)
			}
		}
		for _, suspect := range s.report.Suspects {
			assert.Equal(t, "FFB3A7", fillOf(t, f, suspect.Sheet, suspect.Cell), name)
			assert.Contains(t, text(all[suspect.Sheet][suspect.Cell]), suspect.Comment(), name)
		}
	}
}

// size is the width and height that a comment's shape is given, in points.
func size(t *testing.T, data []byte, sheet, cell string) (width, height int) {
	t.Helper()
	p, refusal := openPack(data)
	require.Nil(t, refusal)
	b, refusal := openParts(p)
	require.Nil(t, refusal)
	rels, refusal := openRelations(p, b.sheets[sheet])
	require.Nil(t, refusal)
	drawing, ok := rels.find("vmlDrawing")
	require.True(t, ok, sheet)
	text, refusal := p.text(drawing)
	require.Nil(t, refusal)
	row, col, _ := document.ParseAddress(cell)
	found := 0
	for _, shape := range strings.Split(text, "<v:shape ")[1:] {
		if strings.Contains(shape, "<x:Row>"+strconv.Itoa(row)+"</x:Row>") && strings.Contains(shape, "<x:Column>"+strconv.Itoa(col)+"</x:Column>") {
			found++
			number := func(name string) int {
				m := regexp.MustCompile("[;\"']" + name + ":([0-9]+)").FindStringSubmatch(shape)
				require.NotNil(t, m, shape)
				n, _ := strconv.Atoi(m[1])
				return n
			}
			width, height = number("width"), number("height")
		}
	}
	require.Equal(t, 1, found, "shapes of %s!%s", sheet, cell)
	return width, height
}

// colours are the fills a cell of a finding may have: its own or a graver one.
func colours(of map[report.Severity]string, s report.Severity) []string {
	order := []report.Severity{report.Notice, report.Tail, report.Warning, report.Error}
	list := []string{"FFB3A7"}
	for _, o := range order[slices.Index(order, s):] {
		list = append(list, of[o])
	}
	return list
}

// resultRows are the number and the place of each row of the added sheet, the link
// of which must lead to that place.
func resultRows(t *testing.T, f *excelize.File) (list []string) {
	t.Helper()
	sheets := f.GetSheetList()
	result := sheets[len(sheets)-1]
	require.True(t, strings.HasPrefix(result, report.ResultSheet))
	rows, err := f.GetRows(result)
	require.NoError(t, err)
	for i, row := range rows {
		for col := range row {
			formula, err := f.GetCellFormula(result, document.Address(i, col))
			require.NoError(t, err)
			require.Empty(t, formula, "no text becomes a formula")
		}
		if len(row) < 10 || !strings.Contains(row[9], "!") {
			continue
		}
		at := strings.LastIndex(row[9], "!")
		linked, target, err := f.GetCellHyperLink(result, document.Address(i, 9))
		require.NoError(t, err)
		require.True(t, linked)
		require.Equal(t, "'"+strings.ReplaceAll(row[9][:at], "'", "''")+"'"+row[9][at:], target)
		list = append(list, row[0]+"|"+row[9])
	}
	return list
}

func TestExistingCommentsStayAndOursComeAfter(t *testing.T) {
	data := rich(t)
	r := richReport(t, data)
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	sheet := w.Sheet("F03")
	r.Findings = append(r.Findings, report.Finding{Severity: report.Notice, Message: "看这里", Cells: []report.Cell{{Sheet: sheet, Cell: "C7"}}})
	out, err := Copy(data, r)
	require.NoError(t, err)
	f := open(t, out)
	was, is := comments(t, open(t, data), sheet), comments(t, f, sheet)
	require.Contains(t, was, "C7")
	assert.Equal(t, "复核人", is["C7"].Author)
	assert.Contains(t, text(is["C7"]), "请再看一遍")
	assert.Contains(t, text(is["C7"]), Author+"：\n")
	assert.Contains(t, text(is["C7"]), "看这里")
	_, low := size(t, data, sheet, "C7")
	_, high := size(t, out, sheet, "C7")
	assert.Greater(t, high, low+40, "room for what came to it")
	assert.Equal(t, was["A1"], is["A1"], "one that nothing came to stays as it is")
	odd := comments(t, f, oddName)
	assert.True(t, strings.HasPrefix(text(odd["A2"]), "原来的话"), text(odd["A2"]))
	assert.Contains(t, text(odd["F9"]), "HYPERLINK")
	assert.Equal(t, Author, odd["C4"].Author)
	assert.Equal(t, "tc={A}", odd["A2"].Author)
	assert.Equal(t, report.ResultSheet+"(2)", f.GetSheetList()[len(f.GetSheetList())-1], "a name that was free")
}

// What Excel repairs: elements of a worksheet out of their order, cells and rows
// out of theirs, parts without a type, relationships to nothing.
func TestThePackageIsInOrder(t *testing.T) {
	order := strings.Fields("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter " +
		"sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins " +
		"pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture " +
		"oleObjects controls webPublishItems tableParts extLst")
	for name, s := range samples(t) {
		all := members(t, s.copy)
		for member, text := range all {
			if strings.HasPrefix(member, "xl/worksheets/sheet") {
				last := -1
				row, col := -1, -1
				require.NoError(t, scan(text, func(g tag) {
					switch {
					case g.end:
					case g.depth == 1:
						at := slices.Index(order, g.name)
						require.GreaterOrEqual(t, at, last, "%s %s: %s", name, member, g.name)
						last = at
					case g.depth == 2 && g.name == "row":
						n := attrInt(g, "r", row+2) - 1
						require.Greater(t, n, row, "%s %s", name, member)
						row, col = n, -1
					case g.depth == 3 && g.name == "c":
						at := col + 1
						if r, c, ok := document.ParseAddress(g.attr("r")); ok {
							require.Equal(t, row, r)
							at = c
						}
						require.Greater(t, at, col, "%s %s row %d", name, member, row)
						col = at
					}
				}))
			}
			if strings.HasSuffix(member, ".xml") || strings.HasSuffix(member, ".vml") || strings.HasSuffix(member, ".rels") {
				d := xml.NewDecoder(strings.NewReader(text))
				for {
					if _, err := d.Token(); err != nil {
						require.Equal(t, io.EOF, err, "%s %s", name, member)
						break
					}
				}
			}
		}
		p, refusal := openPack(s.copy)
		require.Nil(t, refusal)
		for member := range all {
			if i := strings.Index(member, "_rels/"); i >= 0 {
				rels, refusal := openRelations(p, member[:i]+strings.TrimSuffix(member[i+len("_rels/"):], ".rels"))
				require.Nil(t, refusal)
				ids := map[string]bool{}
				for _, r := range rels.list {
					require.False(t, ids[r.id], "%s %s: %s twice", name, member, r.id)
					ids[r.id] = true
					require.True(t, r.target == "" || p.has(r.target), "%s %s leads to %s", name, member, r.target)
				}
			}
		}
	}
}

func TestThousandsOfFindings(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	r := validate.Check("a.xlsx", w.Bytes, nil).Report
	for i := range 6_000 {
		r.Findings = append(r.Findings, report.Finding{Severity: report.Error, Message: strings.Repeat("长", 40_000), Cells: []report.Cell{
			{Sheet: w.Sheet("F03"), Cell: document.Address(i/2, 20)}, {Sheet: w.Sheet("F03"), Cell: "C7"}}})
		if i > 20 {
			r.Findings[len(r.Findings)-1].Message = "短"
		}
		if i < 20 {
			r.Findings[len(r.Findings)-1].Cells[0].Cell = "D7"
		}
	}
	out, err := Copy(w.Bytes, r)
	require.NoError(t, err)
	f := open(t, out)
	total := 0
	for _, sheet := range f.GetSheetList() {
		for cell, c := range comments(t, f, sheet) {
			total++
			assert.LessOrEqual(t, len([]rune(text(c))), maxText, cell)
			if cell == "D7" && sheet == w.Sheet("F03") {
				assert.Contains(t, text(c), "另有 ")
			}
		}
	}
	assert.Equal(t, maxComments, total)
	rows, err := f.GetRows(f.GetSheetList()[len(f.GetSheetList())-1])
	require.NoError(t, err)
	assert.Greater(t, len(rows), 12_000, "every finding and cell is in the sheet")
	_, err = xlsx.Open(out)
	require.NoError(t, err)
}

func TestSameInSameOut(t *testing.T) {
	data := rich(t)
	r := richReport(t, data)
	a, err := Copy(data, r)
	require.NoError(t, err)
	b, err := Copy(data, r)
	require.NoError(t, err)
	assert.Equal(t, a, b)
}

func TestRefusals(t *testing.T) {
	old, err := os.ReadFile(filepath.Join(fixture.Testdata(), "xls", "lanshan-2023.xls"))
	require.NoError(t, err)
	data := rich(t)
	types := members(t, data)[typesName]
	for says, c := range map[string]struct {
		data   []byte
		report report.Report
	}{
		"旧格式":       {old, report.Report{}},
		"PDF":       {[]byte("%PDF-1.4"), report.Report{}},
		"没有九张表":     {data, report.Report{Error: &report.Failure{Code: "no-forms", Message: "没有九张表。", Hint: "换一个。"}}},
		"带有宏":       {withMacros(t, data), report.Report{File: "named.xlsx"}},
		"模板（.xltx）": {with(t, data, typesName, strings.Replace(types, "sheet.main", "template.main", 1)), report.Report{}},
	} {
		out, err := Copy(c.data, &c.report)
		assert.ErrorContains(t, err, says)
		assert.Nil(t, out)
	}
}

// with is a workbook with other texts in some members, "" taking one away.
func with(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	put := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		put[pairs[i]] = pairs[i+1]
	}
	all := members(t, data)
	for name, text := range put {
		all[name] = text
	}
	return zipped(t, all)
}

func zipped(t *testing.T, all map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if all[name] != "" {
			require.NoError(t, store(w, &zip.FileHeader{Name: name, Method: zip.Deflate}, all[name]))
		}
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}
