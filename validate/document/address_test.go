package document

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAddresses(t *testing.T) {
	for text, want := range map[string][2]int{"A1": {0, 0}, "Z9": {8, 25}, "AA10": {9, 26}, "XFD1048576": {MaxRows - 1, MaxCols - 1}} {
		row, col, ok := ParseAddress(text)
		require.True(t, ok, text)
		assert.Equal(t, want, [2]int{row, col}, text)
		assert.Equal(t, text, Address(row, col))
	}
	row, col, ok := ParseAddress("$b$3")
	assert.Equal(t, []any{2, 1, true}, []any{row, col, ok})
	for _, bad := range []string{"", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1:B2", "A1 ", "$", "A$", "A-1", "合1"} {
		_, _, ok := ParseAddress(bad)
		assert.False(t, ok, bad)
	}
	r, ok := ParseRange("F38:A1")
	require.True(t, ok)
	assert.Equal(t, "A1:F38", r.String())
	r, ok = ParseRange("B2")
	require.True(t, ok)
	assert.Equal(t, "B2", r.String())
	for _, bad := range []string{"", ":", "A1:", ":A1", "A1-B2", "A:B", "A1:B2:C3"} {
		_, ok := ParseRange(bad)
		assert.False(t, ok, bad)
	}
}
