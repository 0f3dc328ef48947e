package html

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// What is too much is refused by its kind, fast, and never cut silently.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct{ page, code string }{
		"no table":         {"<html><p>收入支出决算总表</p></html>", "html"},
		"other xml":        {"<?xml version=\"1.0\"?><a><b/></a>", "html"},
		"frames":           {`<html><frameset><frame src="book.files/sheet001.htm"></frameset></html>`, "html"},
		"unknown charset":  {"<meta charset=big5><table><tr><td>\xA6\xAC\xA4J", "corrupt"},
		"tables in tables": {strings.Repeat("<table><tr><td>", 1000), "too-complex"},
		"tables":           {strings.Repeat("<table></table>", maxTables+1), "too-complex"},
		"rows":             {"<table>" + strings.Repeat("<tr>", document.MaxRows+1), "too-complex"},
		"cells":            {"<table>" + strings.Repeat("<tr><td>1", grid.MaxCells+1), "too-complex"},
		"paragraphs":       {"<table></table>" + strings.Repeat("<p>1", grid.MaxCells+1), "too-complex"},
		"columns":          {"<table><tr>" + strings.Repeat("<td>", 600) + "1</table>", "too-complex"},
		"wide spans":       {"<table><tr>" + strings.Repeat("<td colspan=1000>", 100) + "</table>", "too-complex"},
		"merges":           {"<table>" + strings.Repeat("<tr><td colspan=2>", grid.MaxMerges+1), "too-complex"},
		"slots":            {"<table><tr>" + strings.Repeat("<td rowspan=65000 colspan=500>", 30) + strings.Repeat("<tr><td>1", 60_000), "too-complex"},
		"long text":        {"<table><tr><td>" + strings.Repeat("表", grid.MaxText), "too-complex"},
		"styles":           {"<style>" + manyRules(grid.MaxStyles+1) + "</style><table></table>", "too-complex"},
		"long file":        {strings.Repeat(" ", grid.MaxFile+1), "too-large"},
	} {
		book, err := Open([]byte(c.page))
		require.Nil(t, book, name)
		var refusal *document.Refusal
		require.ErrorAs(t, err, &refusal, name)
		assert.Equal(t, c.code, refusal.Code, "%s: %s", name, refusal.Message)
		assert.NotEmpty(t, refusal.Hint, name)
	}
}

func manyRules(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(".x")
		for ; i > 0; i /= 26 {
			b.WriteByte(byte('a' + i%26))
		}
		b.WriteString("{display:none}")
	}
	return b.String()
}

// What costs much and says little is read, and in time that grows with its length.
func TestMuchForLittle(t *testing.T) {
	for name, page := range map[string]string{
		"empty cells":     "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>", 1000), 1000),
		"open elements":   "<table><tr><td>1</table>" + strings.Repeat("<b>", 1_000_000),
		"hidden elements": "<table><tr><td>1" + strings.Repeat("<b hidden>", 300_000),
		"attributes":      "<table><tr><td " + strings.Repeat("a=1 ", 1_000_000) + ">1",
		"classes":         "<style>.a{display:none}</style><table><tr><td class='" + strings.Repeat("b ", 1_000_000) + "'>1",
		"entities":        "<table><tr><td>" + strings.Repeat("&amp;", 20_000),
		"ends":            "<table><tr><td>1" + strings.Repeat("</td>", 500_000) + strings.Repeat("</table>", 500_000),
		"comments":        strings.Repeat("<!-- <x:ExcelWorksheet> -->", 100_000) + "<table><tr><td>1",
		"parents":         "<style>.a{mso-style-parent:b}.b{mso-style-parent:a}</style><table><tr><td class=a>1",
	} {
		book, err := Open([]byte(page))
		require.NoError(t, err, name)
		assert.NotNil(t, book, name)
	}
}
