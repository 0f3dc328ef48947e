package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSummary: what check says of a folder comes to what summary says, from one file,
// from several, and from standard input, with the same status.
func TestSummary(t *testing.T) {
	fails, lacks := broken(t, "F01[210, 金额] = 46.86"), broken(t, "F05 delete")
	dir := t.TempDir()
	for name, paths := range map[string][]string{"0": {seed, seed}, "1": {seed, fails}, "2": {fails, lacks}} {
		want, out, _ := call(append([]string{"check", "--format", "json"}, paths...)...)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(out), 0o600))
		status, said, errs := call("summary", filepath.Join(dir, name))
		assert.Equal(t, want, status)
		assert.Contains(t, said, "共 2 份")
		assert.Contains(t, said, "兰山区")
		assert.Empty(t, errs)
		for _, format := range []string{"text", "csv", "html"} {
			var o, e bytes.Buffer
			assert.Equal(t, want, run([]string{"summary", "-", "--format", format}, strings.NewReader(out), &o, &e))
			_, same, _ := call("summary", "--format", format, filepath.Join(dir, name))
			assert.Equal(t, same, o.String())
		}
	}
	status, said, _ := call("summary", filepath.Join(dir, "0"), filepath.Join(dir, "1"))
	assert.Equal(t, someFail, status)
	assert.Contains(t, said, "共 4 份")
	status, said, errs := call("summary", filepath.Join(dir, "0"), filepath.Join(dir, "none"))
	assert.Equal(t, someUnread, status)
	assert.Contains(t, said, "共 2 份")
	assert.Contains(t, errs, "没有这个文件")
	for _, wrong := range [][]string{{"summary"}, {"summary", "--format", "json", "-"}, {"summary", "--colour", "-"}} {
		status, _, errs := call(wrong...)
		assert.Equal(t, wrongUsage, status, wrong)
		assert.Contains(t, errs, "suanqing summary")
	}
}
