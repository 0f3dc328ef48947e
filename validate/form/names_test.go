package form

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNamesAreListed reads both lists: every code once, under a code that is listed, in
// normalized names that no two codes beside each other share.
func TestNamesAreListed(t *testing.T) {
	for _, c := range []*Classification{&functional, &economic} {
		c.list.of("")
		siblings, heads := map[string]string{}, map[string]bool{}
		for _, line := range strings.Split(strings.TrimSpace(c.list.text), "\n") {
			if code, _ := split(line); code != "" {
				assert.False(t, heads[code], "%s stands twice", code)
				heads[code] = true
			}
		}
		for code, names := range c.list.codes {
			e := struct{ code, names string }{code, names}
			assert.Contains(t, c.Digits, len(e.code), e.code)
			if len(e.code) > 3 {
				assert.NotEmpty(t, c.list.codes[e.code[:len(e.code)-2]], "%s has no parent", e.code)
			}
			current := 0
			for _, n := range spelledNames(e.names) {
				assert.Equal(t, Normalize(n.Text), strings.NewReplacer("“", "", "”", "").Replace(n.Text))
				assert.NotContains(t, n.Text, "支出支出")
				assert.Equal(t, 0, strings.Count(n.Text, "其他其他"))
				assert.NotEqual(t, skipDigits(n.Text), "", e.code)
				assert.Equal(t, StripOrdinal(n.Text), n.Text) // Spells relies on it
				if n.In(LastYear) {
					current++
				}
				key := e.code[:len(e.code)-len(e.code)%3] + BareName(n.Text)
				if len(e.code) > 3 {
					key = e.code[:len(e.code)-2] + BareName(n.Text)
				}
				if was := siblings[key]; was != "" && was != e.code && !strings.HasPrefix(n.Text, other) {
					t.Errorf("%s and %s are both %s", was, e.code, n.Text)
				}
				siblings[key] = e.code
			}
			if e.code != "2080504" { // it ended
				assert.Positive(t, current, "%s has no name today", e.code)
			}
		}
	}
}

func TestNamesOfCodes(t *testing.T) {
	texts := func(c *Classification, code string) (all []string) {
		for _, n := range c.Names(code) {
			all = append(all, n.Text)
		}
		return all
	}
	assert.Equal(t, []string{"行政事业单位养老支出", "行政事业单位离退休"}, texts(&functional, "20805"))
	assert.Equal(t, []string{"其他卫生健康管理事务支出", "其他医疗卫生与计划生育管理事务支出"}, texts(&functional, "2100199"))
	assert.Equal(t, []string{"其他邮政业支出"}, texts(&functional, "2140599"))
	assert.Equal(t, []string{"其他共产党事务支出"}, texts(&functional, "2013699"))
	assert.Equal(t, []string{"其他社会保障和就业支出"}, texts(&functional, "2089901"))
	assert.Equal(t, []string{"事业运行"}, texts(&functional, "2200150"))
	assert.Equal(t, []string{"因公出国(境)费用", "因公出国(境)费"}, texts(&economic, "30212"))
	assert.Nil(t, functional.Names("2099999x"))
	assert.True(t, functional.Unlisted("2080598"))
	assert.True(t, functional.Unlisted("235"))
	assert.False(t, functional.Unlisted("2010398"), "not known to the last")
	assert.False(t, functional.Unlisted("20898"))
	assert.True(t, economic.Unlisted("30298"))
	assert.Equal(t, []string{"2080505"}, functional.Named("机关事业单位基本养老保险缴费"))
}

func TestBareNames(t *testing.T) {
	for _, same := range [][]string{
		{"资源勘探工业信息等支出", "十四、资源勘探工业信息等支出", "资源勘探工业信息", "[215]资源勘探工业信息等支出", "215 资源勘探工业信息等", "资源勘探工业信息等支出（类）"},
		{"政府办公厅(室)及相关机构事务", "政府办公厅（室）及相关机构事务", "政府办公厅室和相关机构事务", "20103-政府办公厅(室)及相关机构事务（款）", "【20103】 政府办公厅〔室〕及相关机构事务", "其中：政府办公厅（室）及相关机构事务"},
		{"“三供一业”移交补助支出", "三供一业移交补助", "\"三供一业\"移交补助支出"},
		{"环境保护法规、规划及标准", "环境保护法规，规划及标准", "环境保护法规 规划和标准", "2110105.环境保护法规、规划与标准"},
		{"其他支出", "其它支出", "其他"},
		{"支出"},
	} {
		for _, s := range same {
			assert.True(t, SameName(same[0], s), s)
		}
	}
	assert.False(t, SameName("行政单位医疗", "事业单位医疗"))
	cut, said := CutShort("机关事业单位基本养老保", "机关事业单位基本养老保险缴费支出")
	assert.True(t, cut && !said)
	cut, said = CutShort("其他政府办公厅（室）及相…", "其他政府办公厅(室)及相关机构事务支出")
	assert.True(t, cut && said)
	cut, _ = CutShort("其他", "其他优抚支出")
	assert.False(t, cut)
}

// TestUnmarked holds it against the replacer that it stands for.
func TestUnmarked(t *testing.T) {
	whole := strings.NewReplacer("(", "", ")", "", "[", "", "]", "", "、", "", ",", "", "。", "", ";", "", ":", "", ".", "", "…", "", "-", "", "·", "", "/", "", "等", "", "及", "和", "与", "和", "其它", other)
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("()[]、,。;:.…-·/等及与其它他支出a0")
	for range 5_000 {
		s := make([]rune, r.IntN(9))
		for i := range s {
			s[i] = letters[r.IntN(len(letters))]
		}
		assert.Equal(t, whole.Replace(string(s)), unmarked(string(s)))
	}
}
