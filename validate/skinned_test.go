package validate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
	"suanqing/validate/report"
)

// skinned is a book to be put in other skins, as it is and with one wrong figure.
type skinned struct {
	name       string
	right      coat
	wrong      coat
	placements []fixture.Placement
}

// coat is a plain workbook with its report: what every skin of it must give.
type coat struct {
	book   *skin.Book
	report *report.Report
}

// coatOf reads a plain workbook.
func coatOf(xlsx []byte) (coat, error) {
	b, err := skin.Read(xlsx)
	return coat{b, validate.Check("plain.xlsx", xlsx, nil).Report}, err
}

// slips are the figures planted in the committed books.
var slips = map[string]string{
	"lanshan-2023":       "F03[2010302, 项目支出] = 2560.05",
	"putuo-finance-2024": "F05[合计, 小计] = 9999.99",
}

// subjects are the books that go into every skin: two real ones, and some layouts of
// generated ones, without what only a workbook can hold.
var subjects = sync.OnceValues(func() ([]skinned, error) {
	var out []skinned
	add := func(name string, w *fixture.Workbook, slip string) error {
		s := skinned{name: name, placements: w.Placements}
		var err error
		if s.right, err = coatOf(w.Bytes); err != nil {
			return err
		}
		wrong, err := w.Edit(slip)
		if err != nil {
			return err
		}
		s.wrong, err = coatOf(wrong)
		out = append(out, s)
		return err
	}
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		w, err := fixture.Load(name)
		if err != nil {
			return nil, err
		}
		if err := add(name, w, slips[name]); err != nil {
			return nil, err
		}
	}
	for name, l := range map[string]fixture.Layout{
		"one-sheet": {OneSheet: true, TitleYear: true, Unit: "元", Codes: fixture.MergedCode, WrapLabels: true, Indent: "  ", Zero: "0.00", Parentheses: true},
		"spread":    {Codes: fixture.SplitCode, TotalSpread: true, Public: fixture.Pairs, LabelSpace: "　　", Lines: fixture.StackedLines, CellIndent: true, Unit: "万元"},
		"numbers":   {Codes: fixture.NumberCode, Continued: fixture.WholeHeading, Cover: true, Contents: true, Economic: fixture.OneList, Format: "0.00", LongNotes: true},
	} {
		w, err := fixture.Render(booksFor(true)[1], l)
		if err != nil {
			return nil, err
		}
		if err := add(name, w, wrongTotal(w)); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b skinned) int { return strings.Compare(a.name, b.name) })
	return out, nil
})

// wrongTotal is a slip in the total of F03: a digit in front.
func wrongTotal(w *fixture.Workbook) string {
	p, _ := w.At("F03", fixture.Total, "基本支出")
	return "F03[合计, 基本支出] = 9" + p.Value
}

// opened checks a file as the command does.
func opened(name string, data []byte) *report.Report {
	return validate.CheckBook(name, data, func(data []byte) (*document.Document, error) { return files.Open(data, "") }, nil).Report
}

// TestSkins: a book in another skin has the verdict and the findings of the plain
// workbook, its figures all bound, and one wrong figure is found and named in it.
func TestSkins(t *testing.T) {
	books, err := subjects()
	require.NoError(t, err)
	for _, s := range skin.All() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			for _, b := range books {
				if s.OneSheet && len(b.right.book.Sheets) > 1 {
					continue
				}
				data := s.Make(b.right.book)
				have := opened("book."+s.Ext, data)
				if !assert.Empty(t, unlikePlain(b.right.report, have), "%s, right", b.name) {
					continue
				}
				doc, err := files.Open(data, "")
				require.NoError(t, err)
				assert.Empty(t, unboundValues(doc, b.placements), "%s, figures", b.name)
				assert.Empty(t, unlikePlain(b.wrong.report, opened("book."+s.Ext, s.Make(b.wrong.book))), "%s, wrong", b.name)
			}
		})
	}
}

// TestSkinsHide: what is hidden in a book is hidden in the skins that can hide.
func TestSkinsHide(t *testing.T) {
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{HideRows: true, HideColumns: true, HideBlankColumns: true})
	testSkins(t, w.Bytes, func(s *skin.Skin) bool { return s.Hides })
}

// TestSkinsCompute: formulas, one of them stale, are judged in the skins that have them.
func TestSkinsCompute(t *testing.T) {
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{Formulas: true})
	computes := func(s *skin.Skin) bool { return s.Computes }
	testSkins(t, w.Bytes, computes)
	at, ok := w.At("F03", fixture.Total, "本年支出合计")
	require.True(t, ok)
	right, ok := w.At("F03", fixture.Total, "基本支出")
	require.True(t, ok)
	stale, err := w.Edit(fmt.Sprintf("F03!%s = =SUM(%s:%s) -> 7", at.Cell, right.Cell, right.Cell))
	require.NoError(t, err)
	testSkins(t, stale, computes)
}

// testSkins wants a workbook judged alike in some skins.
func testSkins(t *testing.T, xlsx []byte, which func(*skin.Skin) bool) {
	t.Helper()
	c, err := coatOf(xlsx)
	require.NoError(t, err)
	for _, s := range skin.All() {
		if which(&s) {
			assert.Empty(t, unlikePlain(c.report, opened("book."+s.Ext, s.Make(c.book))), s.Name)
		}
	}
}

// TestOneFormAlone: a form in a file of its own is read as the workbook of that form is.
func TestOneFormAlone(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		for _, id := range []string{"F03", "F04", "F06", "F09"} {
			var others []string
			for _, other := range fixture.FormIDs {
				if other != id {
					others = append(others, other+" delete")
				}
			}
			alone, err := w.Edit(others...)
			require.NoError(t, err)
			testSkins(t, alone, func(s *skin.Skin) bool { return s.OneSheet })
		}
	}
}

// TestSavedByLibreOffice: the books as LibreOffice itself saved them.
func TestSavedByLibreOffice(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		c, err := coatOf(w.Bytes)
		require.NoError(t, err)
		for _, ending := range []string{".ods", ".docx", "-edited.docx"} {
			data, err := os.ReadFile(filepath.Join(fixture.Testdata(), "skin", name+ending))
			require.NoError(t, err)
			assert.Empty(t, unlikePlain(c.report, opened("book"+ending, data)), name+ending)
			doc, err := files.Open(data, "")
			if assert.NoError(t, err) {
				assert.Empty(t, unboundValues(doc, w.Placements), name+ending)
				assert.GreaterOrEqual(t, len(doc.Sheets), len(c.book.Sheets))
			}
		}
	}
}

// TestSkinsKeepText: a text that is markup in one format or another is that text in
// the document, whichever format it came in.
func TestSkinsKeepText(t *testing.T) {
	const text = `<img src=x onerror="alert(1)">&amp;nbsp; <b>1,2;3</b> ]]> <!-- -->`
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := w.Edit(`F03!B14 = "` + text + `"`)
	require.NoError(t, err)
	b, err := skin.Read(data)
	require.NoError(t, err)
	for _, s := range skin.All() {
		if s.OneSheet || s.Name == "xml2003-cdata" || s.Name == "html-plain-numbers" {
			continue // holds no F03; cannot hold ]]>; takes commas out
		}
		doc, err := files.Open(s.Make(b), "")
		if assert.NoError(t, err, s.Name) {
			assert.True(t, holds(doc, text), s.Name)
		}
	}
}
