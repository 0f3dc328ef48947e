package form_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/form"
)

func TestTitles(t *testing.T) {
	for text, want := range map[string]form.ID{
		"收 入 支 出 决 算 总 表":         "F01",
		"2023年度部门收入支出决算总表":        "F01",
		"附件1：某某局2022年度收支决算总表":     "F01",
		"公开02表收入决算表":              "F02",
		"附表3-支出决算表":               "F03",
		"GK04 财政拨款收入支出决算总表":       "F04",
		"一般公共预算财政拨款支出决算表（公开05表）":  "F05",
		"一般公共预算财政拨款基本支出决算明细表":     "F06",
		"一般公共预算财政拨款基本支出决算表":       "F06",
		"政府性基金预算财政拨款收入支出决算表":      "F07",
		"国有资本经营预算财政拨款支出决算表":       "F08",
		"国有资本经营预算财政拨款收入支出决算表":     "F08",
		`财政拨款"三公"经费支出决算表`:         "F09",
		"一般公共预算财政拨款“三公”经费支出决算表":   "F09",
		"财政拨款「三公」经费及会议费、培训费支出决算表": "F09",
	} {
		got, ok := form.Public().MatchTitle(form.Normalize(text))
		require.True(t, ok, text)
		assert.Equal(t, want, got.Form.ID, text)
	}
	for _, text := range []string{"", "目录", "项目支出决算表", "财政专户管理资金收入支出决算表", "收入支出预算总表", "收入决算表反映本年度取得的各项收入情况。",
		"国有资产占用情况表", "上级补助支出决算表"} {
		_, ok := form.Public().MatchTitle(form.Normalize(text))
		assert.False(t, ok, text)
	}
	title, ok := form.Public().MatchTitle("支出决算表(续表)")
	require.True(t, ok)
	assert.True(t, title.Continued)
}

func TestNormalize(t *testing.T) {
	for text, want := range map[string]string{
		"项　 目":                  "项目",
		"公务用车\n运行维护费":           "公务用车运行维护费",
		"因公出国（境）费":              "因公出国(境)费",
		"“三公”经费":                "三公经费",
		"２０１":                   "201",
		"ABC123":                "ABC123",
		"单位：万元":                 "单位:万元",
		"\u202a201\u202c\u200e": "201",
	} {
		assert.Equal(t, want, form.Normalize(text))
	}
}

func TestStripOrdinal(t *testing.T) {
	for text, want := range map[string]string{
		"二十一、国有资本经营预算支出": "国有资本经营预算支出",
		"(一)公务用车购置费":     "公务用车购置费",
		"其中:(1)公务用车购置费":  "公务用车购置费",
		"1.因公出国(境)费":     "因公出国(境)费",
		"①办公费":           "办公费",
		"一般公共服务支出":       "一般公共服务支出",
		"三公经费":           "三公经费",
		"2010301":        "2010301",
		"(境)":            "(境)",
		"一、":             "一、",
	} {
		assert.Equal(t, want, form.StripOrdinal(text))
	}
}

// TestDeclarations: spellings are normalized as the texts they are matched
// with, keys are unique, and no label means two rows of the same place.
func TestDeclarations(t *testing.T) {
	for _, f := range form.Public().Forms {
		assert.Same(t, f, form.Public().ByID(f.ID))
		for _, title := range append(append([]string{}, f.Titles...), f.Weaker...) {
			assert.Equal(t, form.Normalize(title), title)
			got, ok := form.Public().MatchTitle(title)
			if assert.True(t, ok, title) {
				assert.Equal(t, f.ID, got.Form.ID, title)
			}
		}
		keys := map[string]bool{}
		labels := map[string]string{}
		for _, r := range f.Rows {
			assert.False(t, keys[r.Key], "%s: row %s twice", f.ID, r.Key)
			keys[r.Key] = true
			for _, label := range r.Labels {
				assert.Equal(t, form.StripOrdinal(form.Normalize(label)), label, "%s %s", f.ID, r.Key)
				place := string(rune('0'+r.Side)) + r.After + "|" + label
				assert.Empty(t, labels[place], "%s: %s means %s and %s", f.ID, label, labels[place], r.Key)
				labels[place] = r.Key
			}
		}
		for _, c := range f.Columns {
			for _, h := range c.Headers {
				assert.Equal(t, form.Normalize(h), h)
			}
		}
	}
}

func TestClassifications(t *testing.T) {
	assert.Len(t, form.Functional(), 26)
	names := map[string]string{}
	for _, c := range form.Functional() {
		for _, n := range c.Names {
			assert.Empty(t, names[n], "%s stands for two classes", n)
			names[n] = c.Code
			assert.Equal(t, form.Normalize(n), n)
		}
	}
}

func TestYears(t *testing.T) {
	for text, want := range map[string]string{
		"2023年度决算数":    "决算数",
		"2023年决算数":     "决算数",
		"2023年度":       "2023年度",
		"2022年结转和结余":   "2022年结转和结余",
		"20231年决算数":    "20231年决算数",
		"1999年决算数":     "1999年决算数",
		"2010301":      "2010301",
		"决算数比2022年决算数": "决算数比2022年决算数",
	} {
		assert.Equal(t, want, form.StripYear(text), text)
	}
	assert.Equal(t, 2023, form.YearOf("2023年度"))
	assert.Zero(t, form.YearOf("2022年结转和结余"))
}

// TestHeaders: what other provinces print over a column.
func TestHeaders(t *testing.T) {
	for _, c := range []struct {
		form   form.ID
		side   form.Side
		column string
		path   []string
	}{
		{"F01", form.Income, "金额", []string{"收入", "2023年度决算数"}},
		{"F04", form.Expenditure, "一般公共预算", []string{"支出", "一般公共预算支出"}},
		{"F04", form.Expenditure, "政府性基金预算", []string{"支出", "政府性基金支出", "2023年决算数"}},
		{"F04", form.Expenditure, "国有资本经营预算", []string{"支出", "国有资本经营支出"}},
		{"F06", form.NoSide, "金额", []string{"公用经费", "支出金额"}},
		{"F03", form.NoSide, "基本支出", []string{"基本支出小计"}},
		{"F07", form.NoSide, "小计", []string{"本年支出", "合计"}},
		{"F07", form.NoSide, "基本支出", []string{"本年支出", "基本支出", "小计"}},
		{"F07", form.NoSide, "项目支出", []string{"本年支出", "项目支出"}},
		{"F05", form.NoSide, "基本支出", []string{"本年支出", "基本支出", "小计"}},
	} {
		f := form.Public().ByID(c.form)
		i, score := f.MatchColumn(c.side, c.path)
		if assert.Positive(t, score, "%v", c.path) {
			assert.Equal(t, c.column, f.Columns[i].ID, "%v", c.path)
		}
	}
}

// TestThreePublicTitles: F09 has many names, and the budget's form is not it.
func TestThreePublicTitles(t *testing.T) {
	for text, before := range map[string]string{
		"一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表":  "",
		"某某市民政局2023年度“三公”经费及机关运行经费支出决算表": "某某市民政局2023年度",
		"财政拨款“三公”经费、会议费和培训费支出决算表":        "",
		"“三公”经费、行政参公单位机关运行经费情况表":         "",
		"三公经费财政拨款支出决算表":                  "",
		"财政拨款“三公”经费支出表":                  "",
		"一般公共预算财政拨款“三公”经费支出预算决算表（公开09表）": "",
		"2023年度部门“三公”经费预决算情况表":           "2023年度",
		"机构运行信息表": "",
	} {
		got, ok := form.Public().MatchTitle(form.Normalize(text))
		if assert.True(t, ok, text) {
			assert.Equal(t, form.ID("F09"), got.Form.ID, text)
			assert.True(t, got.Weak, text)
			assert.Equal(t, before, got.Before, text)
		}
	}
	for _, text := range []string{"一般公共预算“三公”经费支出表", "一般公共预算“三公”经费支出表（公开07表）", "2024年“三公”经费预算表", "2024年财政拨款“三公”经费支出预算情况表",
		"政府性基金预算财政拨款“三公”经费支出决算表", "“三公”经费支出情况说明表", "本表反映“三公”经费支出情况，见下表", "三公经费"} {
		_, ok := form.Public().MatchTitle(form.Normalize(text))
		assert.False(t, ok, text)
	}
}

// TestOtherTitles: forms beside the nine are none of them, and a spelling that
// is another form's in some provinces is weak.
func TestOtherTitles(t *testing.T) {
	for _, text := range []string{"项目支出决算表", "一般公共预算财政拨款项目支出决算表", "财政拨款支出决算明细表", "机关运行经费支出情况表", "政府采购情况表（公开10表）", "政府性基金预算财政拨款基本支出决算表",
		"国有资产占用情况表", "项目支出绩效自评表", "政府性基金预算财政拨款“三公”经费支出决算表"} {
		text = form.Normalize(text)
		assert.True(t, form.Public().IsOtherTitle(text), text)
		_, ok := form.Public().MatchTitle(text)
		assert.False(t, ok, text)
	}
	for _, f := range form.Public().Forms {
		for _, title := range append(append([]string{}, f.Titles...), f.Weaker...) {
			assert.False(t, form.Public().IsOtherTitle(title), title)
		}
	}
	for text, weak := range map[string]bool{
		"一般公共预算财政拨款支出决算表":     false,
		"一般公共预算财政拨款支出决算明细表":   true,
		"财政拨款基本支出决算表":         true,
		"一般公共预算财政拨款基本支出决算表":   false,
		"财政拨款“三公”经费支出决算表":     false,
		"国有资本经营预算财政拨款支出决算表":   false,
		"国有资本经营预算财政拨款收入支出决算表": true,
		"“三公”经费及机关运行经费支出决算表":  true,
	} {
		got, ok := form.Public().MatchTitle(form.Normalize(text))
		if assert.True(t, ok, text) {
			assert.Equal(t, weak, got.Weak, text)
		}
	}
}

// TestNoted: columns by the kinds of expenditure under a balance, and parts of a
// column, are not the column.
func TestNoted(t *testing.T) {
	for _, c := range []struct {
		form  form.ID
		noted bool
		path  []string
	}{
		{"F07", true, []string{"本年收入", "基本支出"}},
		{"F07", true, []string{"年初结转和结余", "项目支出"}},
		{"F07", true, []string{"本年支出", "基本支出", "人员经费"}},
		{"F07", true, []string{"年末结转和结余", "项目支出结转和结余"}},
		{"F07", false, []string{"本年支出", "基本支出"}},
		{"F07", false, []string{"本年收入", "合计"}},
		{"F02", true, []string{"事业收入", "教育收费"}},
		{"F02", false, []string{"事业收入"}},
		{"F03", true, []string{"基本支出", "公用经费"}},
		{"F05", true, []string{"2023年度决算数比2022年度决算数", "增减%"}},
		{"F06", false, []string{"人员经费"}},
	} {
		assert.Equal(t, c.noted, form.Public().ByID(c.form).IsNoted(c.path), "%s %v", c.form, c.path)
	}
}
