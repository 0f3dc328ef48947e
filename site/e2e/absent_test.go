package e2e

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// A set without the form of state capital, which other forms show would be empty: said as
// what it is, neither missing nor passed.
func TestFormThatNeedNotBeThere(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(read(t, seed)))
	require.NoError(t, err)
	require.NoError(t, f.DeleteSheet(f.GetSheetList()[7]))
	var data bytes.Buffer
	require.NoError(t, f.Write(&data))
	require.NoError(t, f.Close())

	p := open(t, options{}).ready()
	p.drop("八张表.xlsx", data.Bytes())
	assert.Equal(t, "有尾差（可接受）", p.verdict("八张表.xlsx"))
	form := `[data-form="F08"]`
	assert.Contains(t, p.text(form), "无此表")
	assert.Contains(t, eval[string](p, `document.querySelector('`+form+`').title`), "没有此表（")
	assert.NotContains(t, p.text("#verdict"), "缺少")
	p.run(`document.querySelector('.verdict .link').click()`)
	assert.Contains(t, p.text("#scope"), "不适用")
}
