package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

// drawn is a sheet in short: a line for each row, a blank cell as a dot, texts that are
// numbers as numbers, then merges and what is hidden.
func drawn(s *document.Sheet) string {
	var b strings.Builder
	for _, r := range s.Rows {
		if len(r.Cells) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%d", r.Index+1)
		if r.Hidden {
			b.WriteString(" hidden")
		}
		next := 0
		for i := range r.Cells {
			c := &r.Cells[i]
			b.WriteString(strings.Repeat(" .", c.Col-next))
			next = c.Col + 1
			if c.Kind == document.Text {
				fmt.Fprintf(&b, " %q", c.Shown())
			} else {
				b.WriteString(" " + c.Shown())
			}
			if c.Formula != "" {
				b.WriteString("=" + c.Formula)
			}
		}
		b.WriteString("\n")
	}
	for _, m := range s.Merges {
		b.WriteString(m.String() + "\n")
	}
	for _, c := range s.Cols {
		if c.Hidden {
			fmt.Fprintf(&b, "column %d hidden\n", c.First+1)
		}
	}
	return b.String()
}

func TestTables(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"nothing closed":       {`<table><tr><td>a<td>1<tr><td>b<td>2`, "1 \"a\" 1\n2 \"b\" 2\n"},
		"no rows":              {`<table><td>a</td><td>b</td></table>`, "1 \"a\" \"b\"\n"},
		"parts of a table":     {`<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>c</td></tr></tfoot></table>`, "1 \"a\"\n2 \"b\"\n3 \"c\"\n"},
		"blanks":               {"<table><tr><td> 某 \n  某\t局 </td><td>&nbsp;</td><td>&nbsp;&nbsp;行政</td><td>　</td></tr></table>", "1 \"某 某 局\" . \"\\u00a0\\u00a0行政\"\n"},
		"lines":                {`<table><tr><td>公务用车<br>运行维护费<br></td><td><p>一</p><p>二</p></td><td><div>三</div>四</td></tr></table>`, "1 \"公务用车\\n运行维护费\" \"一\\n二\" \"三\\n四\"\n"},
		"ends itself":          {`<title/><script src="a.js"/><table><tr><td><svg/>a</td><td><object/>1</td></tr></table>`, "1 \"a\" 1\n"},
		"unseen":               {`<table><tr style="visibility:collapse"><td>a</td></tr><tr><td><i style="visibility: hidden">9</i>1</td></tr></table>`, "1 hidden \"a\"\n2 1\n"},
		"inline":               {`<table><tr><td><font>1,2</font><b>34.50</b></td><td>a<span>b</span>c</td></tr></table>`, "1 1,234.50 \"abc\"\n"},
		"entities":             {`<table><tr><td>a&lt;b&amp;c&#26085;&#x672C;&yen;</td></tr></table>`, "1 \"a<b&c日本¥\"\n"},
		"colspan":              {`<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>`, "1 \"a\" . \"b\"\n2 1 2 3\nA1:B1\n"},
		"span not merged":      {`<table><tr><td colspan=2 style='mso-ignore:colspan'>a<td>b</table>`, "1 \"a\" . \"b\"\n"},
		"rowspan":              {`<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>`, "1 \"a\" \"b\"\n2 . \"c\"\n3 \"d\"\nA1:A2\n"},
		"rowspan to the end":   {`<table><tbody><tr><td rowspan=9>a<td>b<tr><td>c</tbody><tbody><tr><td>d</table>`, "1 \"a\" \"b\"\n2 . \"c\"\n3 \"d\"\nA1:A2\n"},
		"rowspan across parts": {`<table><thead><tr><td rowspan=2>a<td>b</thead><tbody><tr><td>c<tr><td>1<td>2</table>`, "1 \"a\" \"b\"\n2 . \"c\"\n3 1 2\nA1:A2\n"},
		"rowspan cut at parts": {`<table><thead><tr><td rowspan=2>a<td>b</thead><tbody><tr><td>c<td>d<tr><td>1<td>2</table>`, "1 \"a\" \"b\"\n2 \"c\" \"d\"\n3 1 2\n"},
		"controls of the page": {`<select><option selected>万元</select><input value=x><table><tr><td>a</table>`, "1 \"a\"\n"},
		"rowspan of zero":      {`<table><tr><td rowspan=0>a<td>b<tr><td>c</table>`, "1 \"a\" \"b\"\n2 . \"c\"\nA1:A2\n"},
		"spans that cross":     {`<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</table>`, "1 \"a\" \"b\" \"c\"\n2 \"d\" . \"e\"\nB1:B2\n"},
		"both spans":           {`<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>`, "1 \"a\" . \"b\"\n2 . . \"c\"\nA1:B2\n"},
		"texts around":         {`<h3>收入决算表</h3><p>部门：某局<br>单位：万元</p><table><tr><td>a</table>注：无<script>x()</script><style>p{}</style><!-- c -->`, "1 \"收入决算表\"\n2 \"部门：某局\"\n3 \"单位：万元\"\n4 \"a\"\n5 \"注：无\"\n"},
		"caption":              {`<table><caption>收入决算表</caption><tr><td>a</table>`, "1 \"收入决算表\"\n2 \"a\"\n"},
		"two tables":           {`<table><tr><td>a</table><div>b</div><table><tr><td>1<td>2</table>`, "1 \"a\"\n2 \"b\"\n3 1 2\n"},
		"text between cells":   {`<table>x<tr>y<td>a</td>z</tr></table>`, "1 \"xyz\"\n2 \"a\"\n"},
		"layout":               {`<table><tr><td>部门：某局</td><td>单位：万元</td></tr><tr><td colspan=2><table><tr><td>1<td>2<tr><td>3<td>4</table></td></tr><tr><td>注</td></tr></table>`, "1 \"部门：某局\" \"单位：万元\"\n2 1 2\n3 3 4\n4 \"注\"\n"},
		"table in a figure":    {`<table><tr><td>a<td>b<td><table><tr><td>c<td>d</table><tr><td>1<td>2<td>3</table>`, "1 \"a\" \"b\" \"c d\"\n2 1 2 3\n"},
		"hidden row":           {`<table><tr style="display:none"><td>1<tr hidden><td>2<tr><td>3</table>`, "1 hidden 1\n2 hidden 2\n3 3\n"},
		"hidden body":          {`<table><tbody style="display: none"><tr><td>1</tbody><tbody><tr><td>2</table>`, "1 hidden 1\n2 2\n"},
		"hidden table":         {`<table><tr><td>a</table><div style="display:none"><p>b</p><table><tr><td>1</table></div><table><tr><td>c</table>`, "1 \"a\"\n2 hidden \"b\"\n3 hidden 1\n4 \"c\"\n"},
		"hidden column":        {`<table><col><col style='display:none'><tr><td>a<td>1<tr><td>b<td>2</table>`, "1 \"a\" 1\n2 \"b\" 2\ncolumn 2 hidden\n"},
		"hidden cells":         {`<table><tr><td style="display:none">7<td>a<tr><td style="display:none">8<td>b</table>`, "1 7 \"a\"\n2 8 \"b\"\ncolumn 1 hidden\n"},
		"hidden by a script":   {`<table><tr><td rowspan=2>a<td>1<tr><td style="display:none">a<td>2</table>`, "1 \"a\" 1\n2 . 2\nA1:A2\n"},
		"hidden in a cell":     {`<table><tr><td><span style="display:none">001677.91</span>1,677.91<input type=hidden value=3></td></tr></table>`, "1 1,677.91\n"},
		"hidden by class":      {`<style>.no, b.x {display:none}</style><table><tr class=no><td>1<tr><td><b class=x>5</b><b>6</b></table>`, "1 hidden 1\n2 6\n"},
		"inputs":               {`<table><tr><td><input value="1677.91"><td><select><option>a<option selected>b</select></table>`, "1 1677.91 \"b\"\n"},
		"preformatted":         {"<table><tr><td><pre>a\n b</pre></table>", "1 \"a\\n b\"\n"},
		"no markup of texts":   {`<table><tr><td>&lt;script&gt;alert(1)&lt;/script&gt;</table>`, "1 \"<script>alert(1)</script>\"\n"},
	} {
		got, err := Open([]byte(c.page))
		require.NoError(t, err, name)
		require.Len(t, got.Sheets, 1, name)
		want := strings.Replace(c.want, "\\n b", "\\nb", 1)
		assert.Equal(t, want, drawn(got.Sheets[0]), name)
	}
}

func TestValues(t *testing.T) {
	const styles = `<style>td{mso-number-format:General} .p{mso-number-format:"\#\,\#\#0\.00"} .t{mso-number-format:"\@"} .s{mso-number-format:Standard}
		.a{mso-number-format:"_ * \#\,\#\#0\.00_ \;_ * \\-\#\,\#\#0\.00_ \;_ * \0022-\0022??_ \;_ \@_ "} .c{mso-style-parent:p} .w{mso-number-format:"\#\,\#\#0\.00\0022万元\0022"}</style>`
	for cell, want := range map[string]string{
		// what it shows, what is stored, through which format
		`<td>1677.91`:                           `1 "1677.91" "1677.91" General`,
		`<td>1,677.90`:                          `1 "1,677.90" "1677.9" #,##0.00`,
		`<td>1677.90`:                           `1 "1677.90" "1677.9" 0.00`,
		`<td>1,677.9`:                           `1 "1677.9" "1677.9" General`, // may have dropped a zero
		`<td>1,678`:                             `1 "1678" "1678" General`,
		`<td>0.00`:                              `1 "0.00" "0" 0.00`,
		`<td>-25.00`:                            `1 "-25.00" "-25" 0.00`,
		`<td>&nbsp;12.50&nbsp;`:                 `1 "12.50" "12.5" 0.00`,
		`<td>0101`:                              `2 "0101" "0101" General`,
		`<td>2010301`:                           `1 "2010301" "2010301" General`,
		`<td>1234567890123456`:                  `2 "1234567890123456" "1234567890123456" General`,
		`<td>1,23`:                              `2 "1,23" "1,23" General`,
		`<td>1.`:                                `2 "1." "1." General`,
		`<td>(25.00)`:                           `2 "(25.00)" "(25.00)" General`,
		`<td>12%`:                               `2 "12%" "12%" General`,
		`<td>1 677.91`:                          `2 "1 677.91" "1 677.91" General`,
		`<td>#REF!`:                             `4 "#REF!" "#REF!" General`,
		`<td class=p>1,677.91`:                  `1 "1,677.91" "1677.91" #,##0.00`,
		`<td class=c>1,677.91`:                  `1 "1,677.91" "1677.91" #,##0.00`,
		`<td class=s>1,677.91`:                  `1 "1,677.91" "1677.91" #,##0.00`,
		`<td class="xx a">&nbsp;1,677.91&nbsp;`: `1 "1,677.91" "1677.91" _ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `,
		`<td class=a x:num="0">-`:               `1 "-" "0" _ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `,
		`<td class=w x:num="1677.9054">1,677.91万元`:             `1 "1,677.91万元" "1677.9054" #,##0.00"万元"`,
		`<td class=p>1677.905`:                                 `1 "1677.905" "1677.905" General`, // not what it shows
		`<td class=t>1677.91`:                                  `2 "1677.91" "1677.91" @`,
		`<td style="mso-number-format:'\@'">201`:               `2 "201" "201" @`,
		`<td style="vnd.ms-excel.numberformat:@">201`:          `2 "201" "201" @`,
		`<td style="vnd.ms-excel.numberformat:#,##0.00">3.10`:  `1 "3.10" "3.1" #,##0.00`,
		`<td style='mso-number-format:"0\.0000"'>3.1000`:       `1 "3.1000" "3.1" 0.0000`,
		`<td style='mso-number-format:Percent' x:num="0.125">`: `1 "12.50%" "0.125" 0.00%`,
		`<td x:num>1,677.91`:                                   `1 "1,677.91" "1677.91" #,##0.00`,
		`<td x:num="1677.905443">1677.91`:                      `1 "1677.905443" "1677.905443" General`,
		`<td x:str>201`:                                        `2 "201" "201" General`,
		`<td x:str="'201">'201`:                                `2 "'201" "'201" General`,
		`<td x:bool="TRUE">TRUE`:                               `3 "TRUE" "TRUE" General`,
		`<td x:err="#DIV/0!">#DIV/0!`:                          `4 "#DIV/0!" "#DIV/0!" General`,
		`<td sdval="1677.91" sdnum="2052;0;#,##0.00">1,677.91`: `1 "1,677.91" "1677.91" #,##0.00`,
		`<td sdval="1" sdnum="1033;">1`:                        `1 "1" "1" General`,
	} {
		got, err := Open([]byte(styles + "<table><tr>" + cell + "</table>"))
		require.NoError(t, err, cell)
		c := got.Sheets[0].At(0, 0)
		require.NotNil(t, c, cell)
		assert.Equal(t, want, fmt.Sprintf("%d %q %q %s", c.Kind, c.Shown(), c.Stored, c.Format.Code), cell)
	}
	got, err := Open([]byte("<table x:str><tr><td>201<td x:num>5</table>"))
	require.NoError(t, err)
	assert.Equal(t, "1 \"201\" 5\n", drawn(got.Sheets[0]), "texts but where they say otherwise")
}

// A formula names cells by where they stand in the workbook, so it is kept where the
// table begins the sheet.
func TestFormulas(t *testing.T) {
	const table = `<table><tr><td x:num>1<tr><td x:num>2<tr><td x:num="3" x:fmla="=SUM(A1:A2)">3<td x:fmla="=A1">`
	for page, want := range map[string]string{
		table:              "1 1\n2 2\n3 3=SUM(A1:A2) =A1\n",
		"<p>表</p>" + table: "1 \"表\"\n2 1\n3 2\n4 3 =…\n",
	} {
		got, err := Open([]byte(page))
		require.NoError(t, err)
		assert.Equal(t, want, drawn(got.Sheets[0]))
	}
}

func TestNames(t *testing.T) {
	for page, want := range map[string]string{
		`<table><tr><td>a</table>`:                        "第1张表 false",
		`<title> 收入 决算表 </title><table><tr><td>a</table>`: "收入 决算表 false",
		`<title>x</title><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>表&amp;一</x:Name><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:ExcelWorksheet></xml><![endif]--><table><tr><td>a</table>`: "表&一 true",
		`<xml><x:ExcelWorksheet><x:Name>表一</x:Name></x:ExcelWorksheet></xml><table><tr><td>a</table>`:                                                                                                           "表一 false",
	} {
		got, err := Open([]byte(page))
		require.NoError(t, err)
		assert.Equal(t, want, fmt.Sprint(got.Sheets[0].Name, " ", got.Sheets[0].Hidden))
		assert.Equal(t, "1 \"a\"\n", drawn(got.Sheets[0]))
	}
}

// Tables that hide columns which others show are a sheet each, with what stands above;
// and so are those that a page lists as sheets.
func TestSheetsOfTables(t *testing.T) {
	for page, want := range map[string][]string{
		`<p>一<table><col><col style=display:none><tr><td>1<td>2</table>二<table><tr><td>3<td>4<tr><td>5<tr><td>6<tr><td>7</table>三`: {
			"1 \"一\"\n2 1 2\ncolumn 2 hidden\n", "1 \"二\"\n2 3 4\n3 5\n4 6\n5 7\n6 \"三\"\n"},
		`<table><tr><td>1<tr><td>2<tr><td>3<tr><td x:num x:fmla="=SUM(A1:A3)">6</table><table><tr><td>1<tr><td>2<tr><td>3<tr><td x:num x:fmla="=A1+A2">3</table>`: {
			"1 1\n2 2\n3 3\n4 6=SUM(A1:A3)\n", "1 1\n2 2\n3 3\n4 3=A1+A2\n"},
		`<table><tr><td>1<tr><td>2<tr><td>3<tr><td x:num x:fmla="=SUM(A1:A3)">6</table><table><tr><td>1<tr><td>2<tr><td>3<tr><td x:num x:fmla="=A5+A6">3</table>`: {
			"1 1\n2 2\n3 3\n4 6=SUM(A1:A3)\n", "1 1\n2 2\n3 3\n4 3\n"},
		`<xml><x:ExcelWorksheet><x:Name>甲</x:Name></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>乙</x:Name></x:ExcelWorksheet></xml><table><tr><td>1</table><table><tr><td>2</table>`:                  {"1 1\n", "1 2\n"},
		`<h1>Overview</h1><a href="#table0">甲</a><A NAME="table0"><h1>Sheet 1: <em>甲</em></h1></A><table><tr><td>1</table><A NAME="table1"><h1>Sheet 2: <em>乙</em></h1></A><table><tr><td>2</table>`: {"1 1\n", "1 2\n"},
		`<a name=table1>表一</a><table><tr><td>1</table>`:    {"1 \"表一\"\n2 1\n"},
		`<table><tr><td>1</table><table><tr><td>2</table>`: {"1 1\n2 2\n"},
	} {
		got, err := Open([]byte(page))
		require.NoError(t, err)
		var sheets []string
		for _, s := range got.Sheets {
			sheets = append(sheets, drawn(s))
		}
		assert.Equal(t, want, sheets, page)
	}
}
