package printed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

// TestTruthOfWorkbooks: what is known of each printing is what its workbook reads as, so
// that a difference is the printing's or the reader of PDF's.
func TestTruthOfWorkbooks(t *testing.T) {
	all := printed.Planted()
	for seed := range int64(24) {
		all = append(all, printed.Random(seed))
	}
	names := map[string]bool{}
	for _, p := range all {
		assert.False(t, names[p.Name], p.Name)
		names[p.Name] = true
		look := *p.Look
		look.Hashes = 0 // which the workbook does not have
		p.Look = &look
		w, err := p.Workbook()
		require.NoError(t, err, p.Name)
		truth, err := p.Truth()
		require.NoError(t, err, p.Name)
		o, read, err := compare.Truth(truth, w.Bytes, nil)
		require.NoError(t, err, p.Name)
		o, _, err = compare.Truth(truth, w.Bytes, read)
		require.NoError(t, err, p.Name)
		assert.Empty(t, o.Wrong, p.Name)
		assert.Equal(t, o.Figures, o.Right, p.Name)
		assert.Positive(t, o.Figures, p.Name)
		source, _, err := p.Source()
		require.NoError(t, err, p.Name)
		again, _, err := p.Source()
		require.NoError(t, err, p.Name)
		assert.Equal(t, source, again, p.Name)
	}
}
