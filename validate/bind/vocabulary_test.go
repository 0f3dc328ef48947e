package bind_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// These tests go through the vocabulary: a word that is added to it is looked for in a
// sheet that prints it, and nothing else has to be changed for it to bind.

// plainHead heads a form's first column, alone.
func plainHead(f *form.Form) string {
	headers := f.Columns[0].Headers
	return form.Alternatives(headers[len(headers)-1])[0]
}

// pathsOf are the header paths that a declared one stands for, each of its spellings
// in at least one of them.
func pathsOf(declared string) (paths [][]string) {
	var first []string
	parts := strings.Split(declared, "/")
	for _, part := range parts {
		first = append(first, form.Alternatives(part)[0])
	}
	for i, part := range parts {
		for _, word := range form.Alternatives(part) {
			path := slices.Clone(first)
			path[i] = word
			paths = append(paths, path)
		}
	}
	return paths
}

// under is a sheet of a form with one column under a header path, another beside it, and
// one row that has 7 in the first.
func under(f *form.Form, c *form.Column, path []string) []string {
	rows := []string{f.Titles[0]}
	beside := "备注"
	for i := range f.Columns {
		if d := &f.Columns[i]; d.ID != c.ID && !d.Optional && d.Side == c.Side {
			beside = form.Alternatives(strings.Split(d.Headers[len(d.Headers)-1], "/")[0])[0]
		}
	}
	for i, text := range path {
		key, other := "", ""
		if i == 0 {
			key, other = "项目", beside
		}
		switch {
		case f.Coded():
			rows = append(rows, key+"|"+text+"|"+other)
		case c.Side == form.Income:
			rows = append(rows, key+"|"+text+"|"+key+"|"+strings.Repeat("金额", min(len(key), 1)))
		default:
			rows = append(rows, key+"|"+strings.Repeat("金额", min(len(key), 1))+"|"+key+"|"+text)
		}
	}
	switch {
	case f.Coded():
		return append(rows, "合计|7|")
	case c.Side == form.Income:
		return append(rows, "收入总计|7|支出总计|")
	}
	return append(rows, "收入总计||支出总计|7")
}

// TestEveryHeaderBinds: each spelling of each column.
func TestEveryHeaderBinds(t *testing.T) {
	spellings := 0
	for _, f := range form.Public().Forms {
		if f.Keying == form.ByMatrix {
			continue // TestEveryItemBinds
		}
		for i := range f.Columns {
			c := &f.Columns[i]
			for _, declared := range c.Headers {
				for _, path := range pathsOf(declared) {
					got := find(sheetOf("1", under(f, c, path)...)).Tables[f.ID]
					if !assert.NotNil(t, got, "%s %v", f.ID, path) {
						continue
					}
					assert.True(t, slices.ContainsFunc(figures(got), func(s string) bool { return strings.HasSuffix(s, "/"+c.ID+"=7") }),
						"%s %s under %v: %v", f.ID, c.ID, path, figures(got))
					spellings++
				}
			}
		}
	}
	assert.Greater(t, spellings, 300)
}

// TestEveryItemBinds: each spelling of each item of F09, in a list, and of 预算数 and
// 决算数 over it.
func TestEveryItemBinds(t *testing.T) {
	f := form.Public().ByID("F09")
	figuresOf := func(label, budget, final string) []string {
		items := []string{f.Titles[0], "项目|" + budget + "|" + final}
		for i := range f.Columns {
			c := &f.Columns[i]
			text := c.ID
			if slices.Contains(form.Alternatives(c.Headers[len(c.Headers)-1]), label) {
				text = label
			}
			items = append(items, text+"|5|4")
		}
		b := find(sheetOf("9", items...))
		if b.Tables["F09"] == nil {
			return nil
		}
		return figures(b.Tables["F09"])
	}
	want := figuresOf("", form.Budget, form.Final)
	assert.Len(t, want, 2*len(f.Columns))
	for i := range f.Columns {
		for _, label := range form.Alternatives(f.Columns[i].Headers[len(f.Columns[i].Headers)-1]) {
			if label != form.Subtotal { // in a list, the vehicles' own
				assert.Equal(t, want, figuresOf(label, form.Budget, form.Final), label)
			}
		}
	}
	for _, label := range f.Row(form.Budget).Labels {
		assert.Equal(t, want, figuresOf("", label, form.Final), label)
	}
	for _, label := range f.Row(form.Final).Labels {
		assert.Equal(t, want, figuresOf("", form.Budget, label), label)
	}
}

// TestEveryLabelBinds: each label of each row of the two-sided forms, and each total.
func TestEveryLabelBinds(t *testing.T) {
	for _, f := range form.Public().Forms {
		switch {
		case f.Coded():
			for _, label := range f.Codes.Totals.List() {
				rows := []string{f.Titles[0], "科目编码|科目名称|" + plainHead(f) + "|备注", label + "||7"}
				if b := find(sheetOf("1", rows...)); assert.NotNil(t, b.Tables[f.ID], "%s %s", f.ID, label) {
					assert.NotNil(t, b.Tables[f.ID].Row(form.Total), "%s %s", f.ID, label)
				}
			}
		case f.Keying == form.ByLabel:
			for i := range f.Rows {
				r := &f.Rows[i]
				for _, label := range r.Labels {
					rows := []string{f.Titles[0], "项目|金额|项目|合计"}
					if f.ID == "F01" {
						rows[1] = "项目|金额|项目|金额"
					}
					if r.After != "" {
						rows = append(rows, r.After+"|1||")
					}
					line := label + "|7||"
					if r.Side == form.Expenditure {
						line = "||" + label + "|7"
					}
					b := find(sheetOf("1", append(rows, line)...))
					if !assert.NotNil(t, b.Tables[f.ID], "%s %s", f.ID, label) {
						continue
					}
					// The first of several rows that one label may mean is taken.
					keys := []string{}
					for _, k := range f.MatchRows(label) {
						keys = append(keys, f.Rows[k].Key)
					}
					assert.Contains(t, keys, r.Key)
					got := b.Tables[f.ID].Rows
					assert.Contains(t, keys, got[len(got)-1].Key, "%s %s", f.ID, label)
				}
			}
		}
	}
}

// TestEveryTitleAndKeyBinds: each title, the weaker ones too, and each header of the keys.
func TestEveryTitleAndKeyBinds(t *testing.T) {
	for _, f := range form.Public().Forms {
		head, body := "科目编码|科目名称|"+plainHead(f), "合计||7"
		switch f.Keying {
		case form.ByLabel:
			head, body = "项目|金额|项目|金额", "收入总计|7|支出总计|7"
		case form.ByMatrix:
			head, body = "项目|预算数|决算数", "合计|7|7"
		}
		for _, title := range slices.Concat(f.Titles, f.Weaker) {
			assert.NotNil(t, find(sheetOf("1", title, head, body)).Tables[f.ID], title)
		}
		for _, key := range f.Keys.List() {
			if f.Coded() && key != "栏次" {
				got := find(sheetOf("1", f.Titles[0], key+"|"+plainHead(f)+"|备注", "合计|7|")).Tables[f.ID]
				if assert.NotNil(t, got, "%s %s", f.ID, key) {
					assert.NotEmpty(t, figures(got), "%s %s", f.ID, key)
				}
			}
		}
	}
}

// TestEveryDepartmentLabelIsRead: each label before the department.
func TestEveryDepartmentLabelIsRead(t *testing.T) {
	for _, label := range form.DepartmentLabels {
		b := find(sheetOf("3", "支出决算表", label+"某某局", "科目编码|科目名称|合计|基本支出", "合计||3|1"))
		assert.Equal(t, "某某局", b.Department, label)
	}
}

// TestOneWordIsEnough: the year's final figures have one list, whatever they stand over.
func TestOneWordIsEnough(t *testing.T) {
	f01, f06, f09 := form.Public().ByID("F01"), form.Public().ByID("F06"), form.Public().ByID("F09")
	for _, word := range form.Alternatives(form.Finals) {
		assert.True(t, form.IsTrailer(word), word)
		for _, heads := range [][]string{f01.Columns[0].Headers, f06.Columns[0].Headers} {
			assert.Contains(t, form.Alternatives(heads[0]), word)
		}
		assert.Contains(t, f09.Row(form.Final).Labels, word)
		got := find(sheetOf("3", "支出决算表", "科目编码|科目名称|合计|基本支出", "||"+word+"|"+word, "合计||3|1")).Tables["F03"]
		if assert.NotNil(t, got, word) {
			assert.Equal(t, []string{"合计/本年支出合计=3", "合计/基本支出=1"}, figures(got), word)
		}
	}
}
