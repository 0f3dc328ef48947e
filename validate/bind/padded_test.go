package bind_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/bind"
)

// TestPaddedForms: whether zeros fill codes up is a matter of the whole form; what else
// ends in zeros is typed wrong, or a single slip.
func TestPaddedForms(t *testing.T) {
	for name, c := range map[string]struct{ printed, keys, said string }{
		"all of them":              {"2010000 2010300 2010301 2010302", "201 20103 2010301 2010302", ""},
		"to five":                  {"20100 20103 2010301", "201 20103 2010301", ""},
		"classes and items":        {"2010000 2010301 2010601 2080000 2080501", "201 2010301 2010601 208 2080501", ""},
		"classes only":             {"2010000 2080000", "201 208", ""},
		"sections only":            {"2010300 2080500", "20103 20805", ""},
		"plain classes":            {"201 2010300 2010301 208 2080500 2080501", "201 20103 2010301 208 20805 2080501", ""},
		"one class among plain":    {"2010000 20103 2010301 208 20805 2080505", "201 20103 2010301 208 20805 2080505", "2010000 alone"},
		"one section among plain":  {"201 2010300 2010301 208 20805 2080505", "201 20103 2010301 208 20805 2080505", "2010300 alone"},
		"an item typed wrong":      {"201 20103 2010300 2010302", "201 20103 2010300 2010302", ""},
		"likewise, padded":         {"2010000 2010300 2010300 2010302", "201 20103 2010300 2010302", ""},
		"likewise, items only":     {"2010300 2010302 2010601 2080501", "2010300 2010302 2010601 2080501", ""},
		"likewise, classes, items": {"201 2010300 2010302 208 2080501", "201 2010300 2010302 208 2080501", ""},
		"a section typed 00":       {"201 20100 2010301", "201 20100 2010301", ""},
		"likewise, all padded":     {"2010000 2010000 2010301 2010600 2010601", "201 20100 2010301 20106 2010601", ""},
		"a section as another":     {"2010000 2010300 2010301 2010300 2011308", "201 20103 2010301 20103 2011308", "20103 repeats"},
		"a zero missing":           {"201000 2010300 2010301 2080000 2080500", "201 20103 2010301 208 20805", "201 malformed"},
		"a zero too many":          {"2010000 20103000 2010301 2080000 2080500 2080505", "201 20103 2010301 208 20805 2080505", "20103 malformed"},
		"a digit missing":          {"2010000 2010300 201031 2010302", "201 20103 201031 2010302", "201031 malformed"},
	} {
		rows := []string{"支出决算表", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2"}
		for i, code := range strings.Fields(c.printed) {
			rows = append(rows, code+"|科目"+string(rune('甲'+i))+"|3|1|2")
		}
		var keys, said []string
		for _, r := range table(t, find(sheetOf("3", rows...)), "F03").Rows[1:] {
			keys = append(keys, r.Key)
			switch {
			case r.Alone:
				said = append(said, r.Filled+" alone")
			case r.Repeats != nil:
				said = append(said, r.Key+" repeats")
			case r.Malformed:
				said = append(said, r.Key+" malformed")
			}
		}
		assert.Equal(t, c.keys, strings.Join(keys, " "), name)
		assert.Equal(t, c.said, strings.Join(said, " "), name)
	}
}

// TestPaddedGoesOn: a form that goes on with a section on the next sheet is one form.
func TestPaddedGoesOn(t *testing.T) {
	head := "科目编码|科目名称|合计|基本支出|项目支出"
	b := find(sheetOf("3", "支出决算表", head, "合计||3|1|2", "2010000|一般公共服务支出|3|1|2", "2010300|办公厅|1|1|", "2010301|行政运行|1|1|"),
		sheetOf("4", head, "2010600|财政事务|2||2", "2010602|一般行政管理事务|2||2"))
	var keys []string
	for _, r := range table(t, b, "F03").Rows {
		keys = append(keys, r.Key)
	}
	assert.Equal(t, "合计 201 20103 2010301 20106 2010602", strings.Join(keys, " "))
}

// TestPaddedLikeTheRest: a form too small to tell is judged by the others of the book.
func TestPaddedLikeTheRest(t *testing.T) {
	head := "科目编码|科目名称|小计|基本支出|项目支出"
	small := sheetOf("7", "政府性基金预算财政拨款收入支出决算表", head, "合计||3|1|2", "2120800|土地出让收入安排的支出|3|1|2", "2120801|征地和拆迁补偿支出|3|1|2")
	other := sheetOf("5", "一般公共预算财政拨款支出决算表", head, "合计||3|1|2", "2010000|一般公共服务支出|3|1|2", "2010300|办公厅|3|1|2", "2010301|行政运行|3|1|2")
	rows := table(t, find(small), "F07").Rows
	assert.Equal(t, "2120800", rows[1].Key)
	rows = table(t, find(other, small), "F07").Rows
	assert.Equal(t, "21208", rows[1].Key)
	assert.Same(t, rows[1], rows[2].Parent)
}

// TestAnotherCodeBeside: a code that stands with the name and is not that of the row is
// kept; digits of a name are no code.
func TestAnotherCodeBeside(t *testing.T) {
	for row, want := range map[string]string{
		"20103|[20103]办公厅|3|1|2":  "20103 办公厅 ",
		"20103|[20104]办公厅|3|1|2":  "20103 办公厅 20104",
		"20103|2010400-办公厅|3|1|2": "20103 办公厅 2010400",
		"20103|办公厅（20104）|3|1|2":  "20103 办公厅 20104",
		"20103|20104办公厅|3|1|2":    "20103 办公厅 20104",
		"2060203|863计划|3|1|2":     "2060203 863计划 ",
		"2060203|（2023）专项|3|1|2":  "2060203 (2023)专项 ",
		"2060203|2023年专项|3|1|2":   "2060203 2023年专项 ",
		"2060203|专项（2023）|3|1|2":  "2060203 专项(2023) ",
		"|[20103]办公厅|3|1|2":       "20103 办公厅 ",
		"[20103]办公厅||3|1|2":       "20103 办公厅 ",
		"201.3|办公厅|3|1|2":         "20130 办公厅 ", // a number that lost its last zero
		"=201.3.1|行政运行|3|1|2":     "2010301 行政运行 ",
	} {
		got := table(t, find(sheetOf("3", "支出决算表", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2", "201|一般公共服务支出|3|1|2", row, "20199|其他|3|1|2")), "F03")
		if assert.Len(t, got.Rows, 4, row) {
			r := got.Rows[2]
			assert.Equal(t, want, r.Key+" "+r.Name+" "+r.Beside, row)
		}
	}
}

// TestNotesAreNoCodes: lines below a form that begin with numbers are no rows.
func TestNotesAreNoCodes(t *testing.T) {
	for _, note := range []string{"[2023]5号", "（2023）文件说明", "[2023]", "2023-2024年度", "2024.8.20", "2024-8-20编制", "2024/8/20", "（1）数据来自账簿", "1.本表反映支出", "3", "100%", "电话：0539-8113456", "0539-8113456", "￥201"} {
		got := table(t, find(sheetOf("3", "支出决算表", "科目编码|科目名称|合计|基本支出|项目支出", "合计||3|1|2", "201|一般公共服务支出|3|1|2", "="+note)), "F03")
		assert.Len(t, got.Rows, 2, note)
		assert.Empty(t, got.Unbound, note)
	}
}

// TestClassesByCode: the classes of a two-sided form, with their codes in place of ordinals.
func TestClassesByCode(t *testing.T) {
	for label, want := range map[string]string{
		"[201]一般公共服务支出": "", "201一般公共服务支出": "", "（2010000）一般公共服务支出": "", "201、一般公共服务支出": "",
		"一、[201]一般公共服务支出": "", "一般公共服务支出【201】": "", "[208]一般公共服务支出": "208",
	} {
		var rows []*bind.Row
		for _, r := range table(t, find(sheetOf("1", "收入支出决算总表", "收入>2|||支出>2||", "项目|行次|金额|项目|行次|金额",
			"一、一般公共预算财政拨款收入|1|5|"+label+"|9|4", "总计|4|6|总计|12|6")), "F01").Rows {
			if r.Key == "201" {
				rows = append(rows, r)
			}
		}
		if assert.Len(t, rows, 1, label) {
			assert.Equal(t, "一般公共服务支出 "+want, rows[0].Name+" "+rows[0].Beside, label)
		}
	}
}

// TestAnyKeyText: whatever stands in the key cells, a row that is bound has a key, and a
// code that is well formed has only the lengths of codes.
func TestAnyKeyText(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 5))
	letters := []rune("0000112233589[](){}（）【】-—.．、,:：_|/·~+`'’＇ 　年类款项级一般公共服务支出合计〃eE#")
	text := func() string {
		s := make([]rune, g.IntN(12))
		for i := range s {
			s[i] = letters[g.IntN(len(letters))]
		}
		return strings.NewReplacer("|", "/", ">", "").Replace(string(s))
	}
	for range 100 {
		rows := []string{"支出决算表", "类|款|项|科目名称|合计|基本支出|项目支出"}
		for range 40 {
			rows = append(rows, "="+text()+"|="+text()+"|="+text()+"|="+text()+"|3|1|2")
		}
		b := find(sheetOf("3", rows...))
		if b.Tables["F03"] == nil {
			continue
		}
		for _, r := range b.Tables["F03"].Rows {
			assert.NotEmpty(t, r.Key)
			assert.True(t, r.Malformed || r.Key == "合计" || len(r.Key) == 3 || len(r.Key) == 5 || len(r.Key) == 7, "%s", r.Key)
		}
	}
}
