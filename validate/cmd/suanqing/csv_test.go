package main

import (
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCSVIsOneTableOfAllFiles(t *testing.T) {
	fails := broken(t, "F01[210, 金额] = 46.86")
	none := filepath.Join(t.TempDir(), "none.xlsx")
	status, out, errs := call("check", fails, "--format", "csv", none, seed)
	assert.Equal(t, someUnread, status)
	assert.Empty(t, errs)
	text, marked := strings.CutPrefix(out, "\ufeff")
	require.True(t, marked)
	assert.Equal(t, 1, strings.Count(text, "接受理由"), "the names of the columns once")
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	files := []string{}
	for _, line := range lines[1:] {
		if n := len(files); n == 0 || files[n-1] != line[0] {
			files = append(files, line[0])
		}
	}
	assert.Equal(t, []string{"edited.xlsx", "none.xlsx", "lanshan-2023.xlsx"}, files, "in the order of the arguments, none left out")
	assert.Contains(t, out, "没有这个文件")
}
