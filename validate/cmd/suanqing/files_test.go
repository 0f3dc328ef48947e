package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/report"
)

const (
	twins    = "../../../testdata/xls/"
	password = "决算 2023 Ab"
)

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

func load(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// locked is a copy of a workbook that opens with the password.
func locked(t *testing.T, path, name string) string {
	t.Helper()
	data, err := excelize.Encrypt(load(t, path), &excelize.Options{Password: password})
	require.NoError(t, err)
	return write(t, name, data)
}

func reportOf(t *testing.T, wantStatus int, args ...string) report.Report {
	t.Helper()
	status, out, errs := call(append([]string{"check", "--format", "json"}, args...)...)
	require.Equal(t, wantStatus, status)
	require.Empty(t, errs)
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	return r
}

// same says whether two reports say the same of two files with the same content.
func same(t *testing.T, a, b report.Report) {
	t.Helper()
	assert.NotEqual(t, a.SHA256, b.SHA256, "each has the digest of the file as it came")
	a.File, a.SHA256 = b.File, b.SHA256
	assert.Equal(t, a, b)
}

func TestXLSSaysWhatItsTwinSays(t *testing.T) {
	for name, status := range map[string]int{"lanshan-2023": 0, "putuo-finance-2024": 0, "clean-yuan": 0} {
		old := reportOf(t, status, twins+name+".xls")
		assert.Nil(t, old.Error)
		same(t, old, reportOf(t, status, twins+name+".xlsx"))
		as := reportOf(t, status, write(t, name+".et", load(t, twins+name+".xls")))
		as.File = old.File
		assert.Equal(t, old, as, "the bytes say what a file is, not its name")
	}
}

func TestPassword(t *testing.T) {
	path := locked(t, seed, filepath.Base(seed)) // the name gives the year
	same(t, reportOf(t, 0, "--password", password, path), reportOf(t, 0, seed))
	assert.Equal(t, report.Tails, reportOf(t, 0, "--password", password, seed).Verdict, "of no consequence for other files")

	r := reportOf(t, 2, path)
	assert.Equal(t, "encrypted", r.Error.Code)
	_, out, _ := call("check", path)
	assert.Contains(t, out, "设有打开密码")
	assert.Contains(t, out, "--password")

	assert.Equal(t, "password", reportOf(t, 2, "--password", password+"x", path).Error.Code)
	_, out, _ = call("check", "--password", "x", path)
	assert.Contains(t, out, "密码不正确")
	assert.NotContains(t, out, "--password")
}

// An .xls with a password, and a zip of which the members have one, open with
// none: nobody is asked for it.
func TestPasswordsThatDoNotHelp(t *testing.T) {
	data := load(t, twins+"lanshan-2023.xls")
	record := []byte{0x5C, 0, 0x70, 0} // who wrote it, a record that stands before all content
	require.Equal(t, 1, bytes.Count(data, record))
	data[bytes.Index(data, record)] = 0x2F // says instead that all is encrypted from here
	old := write(t, "locked.xls", data)

	data = load(t, seed)
	for at := range data {
		if bytes.HasPrefix(data[at:], []byte("PK\x01\x02")) { // a member; its flags are 8 bytes on
			data[at+8] |= 1
		}
	}
	packed := write(t, "locked.xlsx", data)

	for _, path := range []string{old, packed} {
		for _, args := range [][]string{{"check", path}, {"check", "--password", "x", path}} {
			status, out, _ := call(args...)
			assert.Equal(t, 2, status)
			assert.Contains(t, out, "密码")
			assert.Contains(t, out, "取消密码")
			assert.NotContains(t, out, "--password")
			assert.NotContains(t, out, "输入")
		}
		assert.Equal(t, "encrypted", reportOf(t, 2, path).Error.Code)
	}
}
