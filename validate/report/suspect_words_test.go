package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/amount"
)

// The amounts of a suspect are written as those of a finding.
func TestShownAsAmountsAre(t *testing.T) {
	for _, plain := range []string{"0", "0.00", "7", "-7.5", "999.99", "1000", "-1000.005", "1234567.80", "-123456", "0.000001"} {
		a, ok := amount.Parse(plain)
		assert.True(t, ok)
		assert.Equal(t, amount.Group(a.Value), shown(plain))
	}
	for plain, want := range map[string]string{"": "空白", "元": "元", "-": "-", "1.2.3": "1.2.3", "12a": "12a"} {
		assert.Equal(t, want, shown(plain))
	}
}

// What the search could not tell is said; of what is no equation it is known.
func TestUnsure(t *testing.T) {
	equation := Finding{Severity: Error, Equation: "1 ≠ 2"}
	r := Report{Findings: []Finding{{Severity: Error}, {Severity: Tail, Equation: "1 ≈ 2"}}}
	assert.Empty(t, r.Unsure())
	r.Findings = append(r.Findings, equation, equation)
	assert.Equal(t, "说不准是哪一格错了：下面的等式逐条列出，请对照账表核对。", r.Unsure())
	text := r
	text.Findings = []Finding{{Severity: Error, Equation: "1 ≠ 2", Cells: []Cell{{Words: "支出 1 万元"}, {Sheet: "a", Cell: "A1"}}}}
	assert.Empty(t, text.Unsure(), "the words are named")
	r.Suspects = []Suspect{{Shape: OneCell, Explains: []int{2}}}
	r.Link()
	assert.Equal(t, "另有 1 处错误说不准是哪一格错了，请对照账表核对。", r.Unsure())
	r.Findings[3].Accepted = &Acceptance{}
	assert.Empty(t, r.Unsure())
}
