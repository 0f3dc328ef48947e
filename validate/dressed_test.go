package validate_test

import (
	"encoding/json"
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

// TestDressed: however right figures are written, they are read, and judged as the
// plain book's are.
func TestDressed(t *testing.T) {
	t.Parallel()
	for _, d := range dress.All() {
		t.Run(string(d.Kind)+"/"+d.Name, func(t *testing.T) {
			t.Parallel()
			b := d.Book()
			sameAsPlain(t, d, b)
			sameSuspect(t, d, b)
		})
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
			_, more := unlike(checkPlain(d, b).Report.Findings, r.Report.Findings)
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
	plain, dressed := checkPlain(d, b), checkDressed(d.On(b))
	require.Nil(t, plain.Report.Error)
	if !assert.Nil(t, dressed.Report.Error, "refused") {
		return dressed.Report
	}
	assert.Equal(t, plain.Report.Verdict, dressed.Report.Verdict)
	missing, more := unlike(plain.Report.Findings, dressed.Report.Findings)
	assert.Empty(t, brief(missing), "not found in the dressed book")
	assert.Empty(t, tooMuch(d, more), "said of the dressed book only")
	assert.Empty(t, figuresApart(t, plain, dressed), "figures")
	return dressed.Report
}

// sameSuspect: a wrong figure in the dressed book is named as in the plain one.
func sameSuspect(t *testing.T, d dress.Dress, b *fixture.Book) {
	t.Helper()
	wrong, slot := dress.Wrong(b, d.Form)
	plain := checkPlain(d, wrong).Report
	require.NotEmpty(t, plain.Suspects, "%v is not suspected in the plain book", slot)
	require.Equal(t, slot, suspected(plain), "the plain book's suspect")
	if dressed := sameAsPlain(t, d, wrong); dressed.Error == nil {
		assert.Equal(t, slot, suspected(dressed), "the suspect")
	}
}

var plains sync.Map // results of plain books, by book and layout

// checkPlain checks a book without the dress, each once.
func checkPlain(d dress.Dress, b *fixture.Book) *validate.Result {
	once, _ := plains.LoadOrStore(fmt.Sprintf("%p %+v", b, d.Plain),
		sync.OnceValue(func() *validate.Result { return checkDressed(d.Undressed(b)) }))
	return once.(func() *validate.Result)()
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

// figuresApart lists the figures that two results read differently; a blank is a zero.
func figuresApart(t *testing.T, plain, dressed *validate.Result) []string {
	t.Helper()
	want, have := valuesOf(t, plain), valuesOf(t, dressed)
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
