package validate_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// save writes a small workbook with the given options.
func save(t *testing.T, fill func(f *excelize.File), options ...excelize.Options) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	require.NoError(t, f.Write(&b, options...))
	return b.Bytes()
}

// corrupt flips a byte in the stored data of a zip member, so that its CRC no
// longer holds.
func corrupt(t *testing.T, data []byte, member string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	bad := bytes.Clone(data)
	for _, f := range z.File {
		if f.Name == member {
			at, err := f.DataOffset()
			require.NoError(t, err)
			bad[at+int64(f.CompressedSize64)/2] ^= 0x10
			return bad
		}
	}
	t.Fatalf("no member %s", member)
	return nil
}

// TestRefusals: what is no readable report gets one sentence of what it is and
// one of what to do, and never a verdict that could pass for one.
func TestRefusals(t *testing.T) {
	seed, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	password := save(t, func(f *excelize.File) {}, excelize.Options{Password: "1234"})
	ole := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), bytes.Repeat([]byte{0}, 600)...)
	for _, c := range []struct {
		name string
		data []byte
		code string
	}{
		{"empty.xlsx", nil, "empty"},
		{"report.pdf", []byte("%PDF-1.7\n%âãÏÓ\n"), "pdf"},
		{"scan.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "image"},
		{"scan.jpg", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), "image"},
		{"page.xls", []byte("<html><table><tr><td>1</td></tr></table></html>"), "html"},
		{"sheet.xls", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "html"},
		{"list.csv", []byte("科目编码,科目名称,金额\n201,一般公共服务支出,1.00\n"), "csv"},
		{"locked.xlsx", password, "encrypted"},
		{"broken.xls", ole, ""},
		{"cut.xlsx", seed.Bytes[:len(seed.Bytes)/2], "corrupt"},
		{"crc.xlsx", corrupt(t, seed.Bytes, "xl/worksheets/sheet3.xml"), "corrupt"},
		{"other.xlsx", save(t, func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "A1", "通讯录") }), "no-forms"},
		{"blank.xlsx", save(t, func(f *excelize.File) {}), "no-forms"},
		{"noise.bin", bytes.Repeat([]byte{0x07, 0xfe, 0x13, 0x99}, 300), "not-a-workbook"},
	} {
		t.Run(c.name, func(t *testing.T) {
			result := validate.Check(c.name, c.data, nil)
			r := result.Report
			require.NotNil(t, r.Error)
			if c.code != "" {
				assert.Equal(t, c.code, r.Error.Code, r.Error.Message)
			}
			assert.Equal(t, report.Incomplete, r.Verdict)
			assert.Len(t, r.SHA256, 64)
			for _, sentence := range []string{r.Error.Message, r.Error.Hint} {
				assert.True(t, strings.HasSuffix(sentence, "。"), "no sentence: %q", sentence)
				assert.NotContains(t, sentence, "error")
			}
			line, err := r.JSON()
			require.NoError(t, err)
			for _, list := range []string{`"forms":[]`, `"rules":[]`, `"findings":[]`, `"suspects":[]`} {
				assert.Contains(t, string(line), list)
			}
		})
	}
}

// TestOtherSets: the 财决 set shares the titles; it is named, not half-checked.
func TestOtherSets(t *testing.T) {
	w, err := fixture.Render(fixture.Generate(1, fixture.Options{Classes: 2}), fixture.Treasury)
	require.NoError(t, err)
	r := validate.Check("财决.xlsx", w.Bytes, nil).Report
	require.NotNil(t, r.Error)
	assert.Equal(t, "other-set", r.Error.Code)
	assert.Contains(t, r.Error.Message, "财决")
}

// TestTextStaysText: what a file holds is passed on as text, in one valid JSON
// line, however it looks.
func TestTextStaysText(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	data, err := w.Edit(`F03!B14 = "<img src=x onerror=alert(1)>"`, `F03[2011308, 项目支出] = "=1+1\n待定"`)
	require.NoError(t, err)
	line, err := validate.Check("<b>.xlsx", data, nil).Report.JSON()
	require.NoError(t, err)
	assert.NotContains(t, string(line), "\n")
	assert.Contains(t, string(line), `"file":"<b>.xlsx"`)
}
