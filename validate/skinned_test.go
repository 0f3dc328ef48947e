package validate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/form"
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
				if !assert.Empty(t, unlike(b.right.report, have), "%s, right", b.name) {
					continue
				}
				doc, err := files.Open(data, "")
				require.NoError(t, err)
				assert.Empty(t, unboundValues(doc, b.placements), "%s, figures", b.name)
				assert.Empty(t, unlike(b.wrong.report, opened("book."+s.Ext, s.Make(b.wrong.book))), "%s, wrong", b.name)
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
			assert.Empty(t, unlike(c.report, opened("book."+s.Ext, s.Make(c.book))), s.Name)
		}
	}
}

// unlike lists how a report departs from that of the plain workbook: addresses and
// sheets may, and there may be one more warning a rule, or a notice a form.
func unlike(want, have *report.Report) []string {
	if have.Error != nil {
		return []string{"refused: " + have.Error.Code + ": " + have.Error.Message}
	}
	var out []string
	same := func(what, want, have any) {
		if want != have {
			out = append(out, fmt.Sprintf("%v: %v, not %v", what, have, want))
		}
	}
	same("verdict", want.Verdict, have.Verdict)
	same("department", want.Department, have.Department)
	same("year", want.Year, have.Year)
	same("unit", want.Unit, have.Unit)
	for i := range want.Forms {
		same(want.Forms[i].Form, fmt.Sprint(want.Forms[i].Status, want.Forms[i].Figures), fmt.Sprint(have.Forms[i].Status, have.Forms[i].Figures))
	}
	for _, f := range beyond(want, have) {
		out = append(out, "not found: "+placed(f))
	}
	most := map[report.Severity]int{report.Warning: 1, report.Notice: len(fixture.FormIDs)}
	more := map[string]int{}
	for _, f := range beyond(have, want) {
		if more[f.Rule]++; more[f.Rule] > most[f.Severity] {
			out = append(out, "more: "+placed(f))
		}
	}
	same("first suspect", namedFirst(want), namedFirst(have))
	slices.Sort(out)
	return out[:min(len(out), 12)]
}

// beyond lists the findings of a report that another does not have.
func beyond(r, other *report.Report) []*report.Finding {
	theirs := map[string]int{}
	for i := range other.Findings {
		theirs[placed(&other.Findings[i])]++
	}
	var out []*report.Finding
	for i := range r.Findings {
		key := placed(&r.Findings[i])
		if theirs[key] == 0 {
			out = append(out, &r.Findings[i])
		}
		theirs[key] = max(0, theirs[key]-1)
	}
	return out
}

// placed is a finding by its rule, its weight and where it stands on the forms.
func placed(f *report.Finding) string {
	var cells []string
	for _, c := range f.Cells {
		if c.Form != "" && (c.Value != "" || c.Side == "") {
			cells = append(cells, fmt.Sprintf("%s[%s,%s]%s%s=%s", c.Form, c.Row, c.Column, c.Side, c.Sign, c.Value))
		}
	}
	slices.Sort(cells)
	return fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Difference, " ", strings.Join(cells, " "))
}

func namedFirst(r *report.Report) string {
	if len(r.Suspects) == 0 {
		return "none"
	}
	s := r.Suspects[0]
	return fmt.Sprintf("%s[%s,%s] %s, %s: %s likely %t", s.Form, s.Row, s.Column, s.Value, s.Suggest, s.Kind, s.Likely)
}

// unboundValues lists the figures that are not bound to their form, row and column
// with their value, and those found where none should be.
func unboundValues(doc *document.Document, placements []fixture.Placement) []string {
	b := bind.Find(doc, nil)
	var wrong []string
	for _, p := range placements {
		want := decimal.Zero
		if p.Value != "" {
			want = decimal.RequireFromString(p.Value)
		}
		got, found := boundValue(b, p.Slot)
		switch {
		case !found && p.Value != "":
			wrong = append(wrong, fmt.Sprintf("%v at %s not bound", p.Slot, p.Cell))
		case found && !got.Equal(want):
			wrong = append(wrong, fmt.Sprintf("%v = %s, want %s", p.Slot, got, want))
		}
	}
	b.Each(func(table *bind.Table) {
		for _, u := range table.Unbound {
			wrong = append(wrong, fmt.Sprintf("%s: %s unbound: %s", table.Form.ID, u.Shown, u.Reason))
		}
	})
	return wrong[:min(len(wrong), 12)]
}

// boundValue is the figure bound to a slot, in the unit its form prints.
func boundValue(b *bind.Book, s fixture.Slot) (decimal.Decimal, bool) {
	table := b.Tables[form.ID(s.Form)]
	if table == nil {
		return decimal.Zero, false
	}
	r := table.Row(s.Row)
	if r == nil {
		return decimal.Zero, false
	}
	f := r.Figure(s.Column)
	if f == nil {
		return decimal.Zero, false
	}
	inUnit := f.Value
	if table.Unit.Known() {
		inUnit, _ = b.Unit.In(table.Unit, inUnit)
	}
	return decimal.RequireFromString(amount.Plain(inUnit)), true
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
		data, err := os.ReadFile(filepath.Join(fixture.Testdata(), "skin", name+".ods"))
		require.NoError(t, err)
		assert.Empty(t, unlike(c.report, opened(name+".ods", data)), name)
		doc, err := files.Open(data, "")
		if assert.NoError(t, err) {
			assert.Empty(t, unboundValues(doc, w.Placements), name)
			assert.Len(t, doc.Sheets, len(c.book.Sheets))
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
		if s.OneSheet || s.Name == "xml2003-cdata" {
			continue // holds no F03; cannot hold ]]>
		}
		doc, err := files.Open(s.Make(b), "")
		if assert.NoError(t, err, s.Name) {
			assert.True(t, holds(doc, text), s.Name)
		}
	}
}

// holds says that a cell of a document is a text, blanks around it apart.
func holds(doc *document.Document, text string) bool {
	for _, sheet := range doc.Sheets {
		for _, row := range sheet.Rows {
			for _, c := range row.Cells {
				if c.Kind == document.Text && strings.TrimSpace(strings.ReplaceAll(c.Stored, "\u00a0", " ")) == text {
					return true
				}
			}
		}
	}
	return false
}
