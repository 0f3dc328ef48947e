package validate_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

func figures(t *testing.T, r *validate.Result) []report.Cell {
	t.Helper()
	text, err := r.Figures()
	require.NoError(t, err)
	var cells []report.Cell
	require.NoError(t, json.Unmarshal(text, &cells))
	return cells
}

// TestFiguresShowEveryChange: of two versions of a book exactly the cells that were
// edited differ, wherever they stand, and every figure the report counts is there.
func TestFiguresShowEveryChange(t *testing.T) {
	t.Parallel()
	clean, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	result := validate.Check("a.xlsx", clean.Bytes, nil)
	before := figures(t, result)
	counted, filled := 0, []int{}
	for _, f := range result.Report.Forms {
		counted += f.Figures
	}
	for i, c := range before {
		if c.Value != "" {
			filled = append(filled, i)
		}
	}
	assert.Len(t, filled, counted)

	pick := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		i := filled[pick.IntN(len(filled))]
		at := before[i]
		data, err := clean.Edit(at.Form + "[" + at.Row + ", " + at.Column + "] = 4321.98")
		require.NoError(t, err)
		after := figures(t, validate.Check("a.xlsx", data, nil))
		want := append([]report.Cell{}, before...)
		want[i].Value = "4321.98"
		assert.Equal(t, want, after, at)
	}
}

func TestFiguresSayWhatIsNone(t *testing.T) {
	clean, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := clean.Edit("F03[2010302, 项目支出] = \"见附表\"", "F03[2010399, 项目支出] =")
	require.NoError(t, err)
	values := map[string]string{}
	for _, c := range figures(t, validate.Check("a.xlsx", data, nil)) {
		if c.Form == "F03" && c.Column == "项目支出" {
			values[c.Row] = c.Value
		}
	}
	assert.Equal(t, "见附表", values["2010302"])
	assert.Equal(t, "", values["2010399"])
	assert.Contains(t, values, "2010399", "a blank has its place too")
	assert.Empty(t, figures(t, validate.Check("a.xlsx", nil, nil)))
}
