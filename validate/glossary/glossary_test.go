package glossary_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/glossary"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

func judged(t *testing.T, d *lab.Doc) ([]report.Finding, *document.Document) {
	t.Helper()
	doc, err := files.Open(d.DOCX(), "")
	require.NoError(t, err)
	out := &rule.Outcome{}
	glossary.Judge(bind.Find(doc, nil), out)
	return out.Findings, doc
}

// TestRight: nothing is said of right glossaries.
func TestRight(t *testing.T) {
	for _, c := range lab.RightGlossaries() {
		findings, _ := judged(t, c.Doc)
		for _, f := range findings {
			assert.Fail(t, c.Name, "%s %s", f.Severity, f.Message)
		}
	}
}

// TestBroken: what is missing or told twice is found in its place.
func TestBroken(t *testing.T) {
	n := 0
	for _, c := range lab.BrokenGlossaries() {
		findings, doc := judged(t, c.Doc)
		hit := false
		for _, f := range findings {
			for _, cell := range f.Cells {
				for _, at := range c.Wants[0].At {
					hit = hit || f.Severity == report.Warning && strings.HasSuffix(textAt(doc, cell), at.Text)
				}
			}
		}
		if assert.True(t, hit, "%s %v", c.Name, c.Wants) {
			n++
		} else {
			for _, f := range findings {
				t.Log("    ", f.Severity, f.Message)
			}
		}
	}
	t.Log(n, "found")
}

// textAt is what the cell of a finding shows.
func textAt(doc *document.Document, cell report.Cell) string {
	row, col, _ := document.ParseAddress(cell.Cell)
	for _, s := range doc.Sheets {
		if s.Name != cell.Sheet {
			continue
		}
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if r.Index == row && c.Col == col {
					return c.Stored
				}
			}
		}
	}
	return ""
}

// TestByTheForm: accounts of the form that have an amount are to be explained as well.
func TestByTheForm(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	book, err := files.Open(w.Bytes, "")
	require.NoError(t, err)
	text, err := files.Open(lab.MakeGlossary(lab.Styles[0]).Draw().DOCX(), "")
	require.NoError(t, err)
	book.Sheets = append(book.Sheets, text.Sheets...)
	book.NameSheets()
	out := &rule.Outcome{}
	glossary.Judge(bind.Find(book, nil), out)
	require.Len(t, out.Findings, 1)
	f := out.Findings[0]
	assert.Equal(t, "名词解释里没有解释“其他政府办公厅(室)及相关机构事务支出”、“招商引资”、“其他社会保障和就业支出”。", f.Message)
	assert.Equal(t, "F05 2010399", f.Cells[0].Form+" "+f.Cells[0].Row)
}

// TestRemarks: what stands in an explanation is none, and a part of a class stands for all.
func TestRemarks(t *testing.T) {
	for text, want := range map[string]string{
		"一、“三公”经费：指出国、车辆和接待的支出。\n其中：出国费指机票等。\n其中：接待费指餐费等。\n二、基本支出：指日常的支出。\n三、项目支出：指专门的支出。": "",
		"一、教育支出（类）：反映教育方面的支出。\n二、住房公积金（项）：反映公积金。\n三、基本支出：指日常支出。\n四、项目支出：指专门支出。":            "",
		"一、教育支出（类）普通教育（款）：反映教育方面的支出。\n二、住房公积金（项）：反映公积金。":                                   "",
		"一、住房公积金（项）：反映公积金。\n二、基本支出：指日常支出。":                                                 "名词解释里没有解释“小学教育”。",
	} {
		d := &lab.Doc{Blocks: []lab.Block{
			{Text: "第三部分 情况说明", Heading: true},
			{Text: "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为10万元，支出决算为10万元。"},
			{Text: "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为10万元，支出决算为10万元。"},
			{Text: "第四部分 名词解释", Heading: true}}}
		for line := range strings.SplitSeq(text, "\n") {
			d.Blocks = append(d.Blocks, lab.Block{Text: line})
		}
		findings, _ := judged(t, d)
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		assert.Equal(t, want, got, text)
	}
}
