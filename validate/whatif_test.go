package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// TestWhatIf: supposing the repair gives the very report of the book before it
// was broken, and leaves the one at hand alone.
func TestWhatIf(t *testing.T) {
	clean, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	want := validate.Check("a.xlsx", clean.Bytes, nil).Report
	for _, edits := range [][]string{
		{"F03[2010302, 项目支出] = 2560.05"},
		{"F01[210, 金额] ="},
		{"F03[2010302, 项目支出] = 139.29", "F03[2010399, 项目支出] = 256.05"},
		{"F01[210, 金额] =", "F01[211, 金额] = 45.86"},
	} {
		data, err := clean.Edit(edits...)
		require.NoError(t, err)
		r := validate.Check("a.xlsx", data, nil)
		before := *r.Report
		require.Len(t, r.Report.Suspects, 1, edits)
		after, err := r.WhatIf(0)
		require.NoError(t, err, edits)
		assert.Equal(t, before, *r.Report, "the report at hand stays")
		assert.Equal(t, report.Tails, after.Verdict, edits)
		assert.Equal(t, want.Rules, after.Rules, edits)
		assert.Empty(t, after.Suspects)
		require.Len(t, after.Findings, len(want.Findings), edits)
		for i := range want.Findings {
			assert.Equal(t, want.Findings[i], after.Findings[i], edits)
		}
	}
}

func TestWhatIfRefuses(t *testing.T) {
	clean, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	r := validate.Check("a.xlsx", clean.Bytes, nil)
	_, err = r.WhatIf(0)
	assert.Error(t, err, "no suspect")
	_, err = validate.Check("a.xlsx", nil, nil).WhatIf(0)
	assert.Error(t, err, "no book")
}
