package validate_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/dress"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

var everyBook = flag.Bool("every-book", false, "try every dress on the real books too, not only the first of each kind")

// TestDressed: however right figures are written, they are read, and judged as the
// plain book's are.
func TestDressed(t *testing.T) {
	t.Parallel()
	real, err := fixture.LoadBook("lanshan-2023")
	require.NoError(t, err)
	kinds := map[dress.Kind]int{}
	for _, d := range dress.All() {
		kinds[d.Kind]++
		if testing.Short() && kinds[d.Kind] > 6 {
			continue
		}
		try := func(name string, b *fixture.Book) {
			t.Run(fmt.Sprint(d.Kind, "/", d.Name, name), func(t *testing.T) {
				t.Parallel()
				if d.Partly {
					nothingWrong(t, d, b)
					return
				}
				sameAsPlain(t, d, b)
				for _, form := range plantedOn(d) {
					sameSuspect(t, d, b, form)
				}
			})
		}
		try("", d.Book())
		if (*everyBook || kinds[d.Kind] == 1) && d.Options == (fixture.Options{}) && !d.Exact && d.Print == nil {
			try(" on lanshan-2023", real)
		}
	}
}

// TestTraps: what is near to a dress and not clear is said, and never silently a figure.
func TestTraps(t *testing.T) {
	t.Parallel()
	for _, trap := range dress.Traps() {
		t.Run(trap.Name, func(t *testing.T) {
			t.Parallel()
			d := trap.Dress()
			b := d.Book()
			r := checkDressed(d.On(b))
			if r.Report.Error != nil {
				return // refused: said as well
			}
			_, more := unlike(checkPlain(t, d, b).Findings, r.Report.Findings)
			assert.True(t, slices.ContainsFunc(more, func(f report.Finding) bool {
				return f.Severity == report.Error || f.Severity == report.Warning && !trap.Error
			}), "nothing is said but %v", brief(more))
			if trap.Error {
				assert.Equal(t, report.Fail, r.Report.Verdict)
			}
			if trap.At != (fixture.Slot{}) {
				assert.NotContains(t, []report.Verdict{report.Pass, report.Tails}, r.Report.Verdict)
				assert.True(t, slices.ContainsFunc(more, func(f report.Finding) bool { return isAbout(f, trap.At) }), "%v is not named", trap.At)
				_, err := decimal.NewFromString(valuesOf(t, r)[trap.At])
				assert.Error(t, err, "%v is read as %s", trap.At, valuesOf(t, r)[trap.At])
			}
		})
	}
}

// isAbout says that a finding is about a cell as such, not about a sum it stands in.
func isAbout(f report.Finding, slot fixture.Slot) bool {
	return f.Left == "" && slices.ContainsFunc(f.Cells, func(c report.Cell) bool {
		return slot == fixture.Slot{Form: c.Form, Row: c.Row, Column: c.Column}
	})
}

// sameAsPlain: verdict, findings and figures are the plain book's, and what is said
// besides is little.
func sameAsPlain(t *testing.T, d dress.Dress, b *fixture.Book) *report.Report {
	t.Helper()
	plain, dressed := checkPlain(t, d, b), checkDressed(d.On(b))
	require.Nil(t, plain.Error)
	if b == d.Book() {
		assert.Contains(t, []report.Verdict{report.Pass, report.Tails}, plain.Verdict, "the plain book is right")
	}
	if !assert.Nil(t, dressed.Report.Error, "refused") {
		return dressed.Report
	}
	assert.Equal(t, plain.Verdict, dressed.Report.Verdict)
	missing, more := unlike(plain.Findings, dressed.Report.Findings)
	assert.Empty(t, brief(missing), "not found in the dressed book")
	assert.Empty(t, tooMuch(d, more), "said of the dressed book only")
	values := valuesOf(t, dressed)
	for _, slot := range d.Also {
		if plain.values[slot] == "" {
			delete(values, slot)
		}
	}
	assert.Empty(t, figuresApart(plain.values, values), "figures")
	return dressed.Report
}

// nothingWrong: of a right book that is read in part nothing is called wrong and no
// figure is read as another.
func nothingWrong(t *testing.T, d dress.Dress, b *fixture.Book) {
	t.Helper()
	r := checkDressed(d.On(b))
	require.Nil(t, r.Report.Error)
	assert.NotEqual(t, report.Fail, r.Report.Verdict)
	for _, f := range r.Report.Findings {
		assert.NotEqual(t, report.Error, f.Severity, "%s: %s", f.Rule, f.Message)
	}
	plain := checkPlain(t, d, b)
	for slot, v := range valuesOf(t, r) {
		if want, known := plain.values[slot]; known && !slices.Contains(d.Also, slot) {
			assert.Equal(t, want, v, slot)
		}
	}
}

// plantedOn lists the forms on which an error is planted, each by itself.
func plantedOn(d dress.Dress) []string {
	if *everyBook && d.Drawn() {
		list := []string{fixture.F01, fixture.F02, fixture.F03, fixture.F04, fixture.F05, fixture.F06, fixture.F09}
		return slices.DeleteFunc(list, func(form string) bool { // the third total there is no figure of the fixture's
			return form == fixture.F06 && d.Plain.Economic == fixture.ThreeFigures
		})
	}
	return []string{d.Form}
}

// sameSuspect: a wrong figure in the dressed book is named as in the plain one.
func sameSuspect(t *testing.T, d dress.Dress, b *fixture.Book, form string) {
	t.Helper()
	wrong, slot := dress.Wrong(b, form)
	plain := checkPlain(t, d, wrong)
	require.NotEmpty(t, plain.Suspects, "%v is not suspected in the plain book", slot)
	require.Equal(t, slot, suspected(plain.Report), "the plain book's suspect")
	if dressed := sameAsPlain(t, d, wrong); dressed.Error == nil {
		assert.Equal(t, slot, suspected(dressed), "the suspect")
	}
}

// judged is what became of a plain book.
type judged struct {
	*report.Report
	values map[fixture.Slot]string
}

var plains sync.Map // what became of plain books, by book and layout

// checkPlain checks a book without the dress, each once.
func checkPlain(t *testing.T, d dress.Dress, b *fixture.Book) judged {
	once, _ := plains.LoadOrStore(fmt.Sprintf("%p %+v", b, d.Plain), sync.OnceValue(func() judged {
		r := checkDressed(d.Undressed(b))
		return judged{r.Report, valuesOf(t, r)}
	}))
	return once.(func() judged)()
}

func checkDressed(w *dress.Workbook) *validate.Result {
	return validate.CheckBook("dressed.xlsx", w.Bytes(), func(data []byte) (*document.Document, error) { return files.Open(data, "") }, nil)
}

func suspected(r *report.Report) fixture.Slot {
	if len(r.Suspects) == 0 {
		return fixture.Slot{}
	}
	s := r.Suspects[0]
	return fixture.Slot{Form: s.Form, Row: s.Row, Column: s.Column}
}

// unlike lists the findings that only one of two reports has, by rule and figures.
func unlike(plain, dressed []report.Finding) (missing, more []report.Finding) {
	count := map[string]int{}
	for i := range plain {
		count[likeness(&plain[i])]++
	}
	for _, f := range dressed {
		if k := likeness(&f); count[k] > 0 {
			count[k]--
		} else {
			more = append(more, f)
		}
	}
	for _, f := range plain {
		if k := likeness(&f); count[k] > 0 {
			count[k]--
			missing = append(missing, f)
		}
	}
	return missing, more
}

// likeness is a finding by its rule and the figures it speaks of, wherever they stand.
// Blanks are left out, for a form may print fewer.
func likeness(f *report.Finding) string {
	var cells []string
	for _, c := range f.Cells {
		if f.Left == "" || c.Value != "" && !zero(c.Value) {
			cells = append(cells, fmt.Sprintf("%s[%s, %s]%s%s", c.Form, c.Row, c.Column, c.Side, c.Sign))
		}
	}
	slices.Sort(cells)
	return fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Difference, " ", cells)
}

func zero(v string) bool {
	d, err := decimal.NewFromString(v)
	return err == nil && d.IsZero()
}

// tooMuch lists what is said of the dressed book beyond what its dress allows.
func tooMuch(d dress.Dress, more []report.Finding) []string {
	var wrong []string
	count, heard := map[report.Severity]int{}, false
	for _, f := range more {
		count[f.Severity]++
		heard = heard || !slices.ContainsFunc(d.Says, func(s string) bool { return !strings.Contains(f.Message, s) })
	}
	if count[report.Error]+count[report.Tail] > 0 || count[report.Warning] > d.Allow.Warnings || count[report.Notice] > d.Allow.Notices {
		wrong = brief(more)
	}
	if len(d.Says) > 0 && !heard {
		wrong = append(wrong, fmt.Sprintf("nothing says %v", d.Says))
	}
	return wrong
}

// brief tells findings, the first of them.
func brief(list []report.Finding) []string {
	var out []string
	for i, f := range list {
		if i == 4 {
			return append(out, fmt.Sprintf("and %d more", len(list)-i))
		}
		out = append(out, fmt.Sprintf("%s %s: %.120s", f.Severity, f.Rule, f.Message))
	}
	return out
}

// figuresApart lists the figures that two books do not share; a blank is a zero.
func figuresApart(want, have map[fixture.Slot]string) []string {
	var wrong []string
	for slot, v := range want {
		if have[slot] != v {
			wrong = append(wrong, fmt.Sprintf("%v is %q, not %q", slot, have[slot], v))
		}
	}
	for slot, v := range have {
		if _, known := want[slot]; !known {
			wrong = append(wrong, fmt.Sprintf("%v is %q, not blank", slot, v))
		}
	}
	if len(wrong) > 4 {
		slices.Sort(wrong)
		wrong = append(wrong[:4], fmt.Sprintf("and %d more", len(wrong)-4))
	}
	return wrong
}

func valuesOf(t *testing.T, r *validate.Result) map[fixture.Slot]string {
	t.Helper()
	data, err := r.Figures()
	require.NoError(t, err)
	var list []struct{ Form, Row, Column, Value string }
	require.NoError(t, json.Unmarshal(data, &list))
	out := map[fixture.Slot]string{}
	for _, f := range list {
		v := f.Value
		if d, err := decimal.NewFromString(v); err == nil {
			v = d.String()
		}
		if v != "" && v != "0" {
			out[fixture.Slot{Form: f.Form, Row: f.Row, Column: f.Column}] = v
		}
	}
	return out
}
