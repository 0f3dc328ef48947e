package rule

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// known are the codes of a classification with their names.
func known(c *form.Classification) (codes []string, names map[string][]form.Name) {
	names = map[string][]form.Name{}
	var walk func(prefix string)
	walk = func(prefix string) {
		for n := range 100 {
			code := prefix + string([]byte{'0' + byte(n/10), '0' + byte(n%10)})
			if list := c.Names(code); list != nil && list[0].Text != "" {
				codes, names[code] = append(codes, code), list
				walk(code)
			}
		}
	}
	for class := range 300 {
		code := string([]byte{'1' + byte(class/100), '0' + byte(class/10%10), '0' + byte(class%10)})
		if list := c.Names(code); list != nil && list[0].Text != "" {
			codes, names[code] = append(codes, code), list
			walk(code)
		}
	}
	return codes, names
}

func classifications() map[string]*form.Classification {
	return map[string]*form.Classification{"functional": form.Public().ByID("F03").Codes, "economic": form.Public().ByID("F06").Codes}
}

// TestKnownNamesAgree: every name of every code raises nothing in its years, and a
// notice in the others.
func TestKnownNamesAgree(t *testing.T) {
	for list, c := range classifications() {
		codes, names := known(c)
		assert.Greater(t, len(codes), 100, list)
		for _, code := range codes {
			for _, n := range names[code] {
				for year := form.FirstYear - 1; year <= form.LastYear+1; year++ {
					want := otherYear
					if n.In(year) {
						want = agrees
					}
					assert.Equal(t, want, nameOf(c, code, n.Text, year).verdict, "%s %s in %d", code, n.Text, year)
				}
				assert.Equal(t, agrees, nameOf(c, code, n.Text, 0).verdict, "%s %s in an unknown year", code, n.Text)
			}
		}
	}
}

// TestOtherNamesAreTold: the name of any other code beside a code is told as that, with
// the code's own name and a code that bears it.
func TestOtherNamesAreTold(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 5))
	for _, c := range classifications() {
		codes, names := known(c)
		for i, code := range codes {
			near := codes[max(0, i-6):min(len(codes), i+6)]
			for range 8 {
				near = append(near[:len(near):len(near)], codes[random.IntN(len(codes))])
			}
			for _, from := range near {
				for _, n := range names[from] {
					if c.Bears(code, n.Text) || form.IsRest(n.Text, names[code][0].Text) {
						continue
					}
					got := nameOf(c, code, n.Text, 2023)
					if assert.Equal(t, otherCode, got.verdict, "%s %s", code, n.Text) {
						assert.NotEmpty(t, got.codes)
						assert.True(t, c.Bears(got.codes[0], n.Text), "%s %s is %s", code, n.Text, got.codes[0])
						assert.True(t, c.Bears(code, got.is))
					}
				}
			}
		}
	}
}

// TestNamesAsPrinted judges what clerks print.
func TestNamesAsPrinted(t *testing.T) {
	functional, economic := classifications()["functional"], classifications()["economic"]
	for _, x := range []struct {
		list       *form.Classification
		code, name string
		year       int
		want       verdict
	}{
		{functional, "2080505", "机关事业单位基本养老保险缴费", 2023, agrees},
		{functional, "2080505", "机关事业单位基本养老保", 2023, agrees},
		{functional, "2010399", "其他政府办公厅（室）及相…", 2023, agrees},
		{functional, "2080506", "机关事业单位职业年金缴费支", 2024, agrees},
		{functional, "2210302", "住房公积金", 2023, otherCode},
		{functional, "2210302", "住房公积金…", 2023, agrees},
		{functional, "207", "七、文化旅游体育与传媒", 2023, agrees},
		{functional, "207", "文化体育与传媒支出", 2019, otherYear},
		{functional, "207", "文化体育与传媒支出", 2018, agrees},
		{functional, "215", "资源勘探信息等", 2021, otherYear},
		{functional, "20805", "行政事业单位离退休", 2019, agrees},
		{functional, "20805", "行政事业单位养老支出", 2019, otherYear},
		{functional, "20805", "卫生健康支出", 2023, otherCode},
		{functional, "2130599", "其他扶贫支出", 2021, agrees},
		{functional, "2130599", "其他扶贫支出", 2023, otherYear},
		{functional, "2080598", "养老专项", 2023, unlisted},
		{functional, "2080598", "养老专项", form.LastYear + 1, unknown},
		{functional, "2080598", "养老专项", 0, unlisted},
		{functional, "2010398", "行政运行", 2023, unknown},
		{functional, "20898", "不知道的款", 2024, unknown},
		{functional, "2080505", "不知道的项", 2023, unknown},
		{functional, "208", "不知道的类", 2023, unlike},
		{functional, "208", "旧的类名", form.FirstYear - 1, unknown},
		{functional, "208", "新的类名", form.LastYear + 1, unknown},
		{functional, "2080505", "", 2023, unknown},
		{functional, "2080505", "[2080506]机关事业单位基本养老保险缴费支出", 2023, apart},
		{functional, "2080505", "20805-机关事业单位基本养老保险缴费支出", 2023, apart},
		{functional, "2080505", "05 机关事业单位基本养老保险缴费支出", 2023, agrees},
		{functional, "20805", "2080500 行政事业单位养老支出", 2023, agrees},
		{functional, "20805", "208.05 行政事业单位养老支出", 2023, agrees},
		{functional, "2010301", "2010301", 2023, unknown},
		{economic, "30114", "医疗费", 2023, agrees},
		{economic, "30307", "医疗费", 2023, agrees},
		{economic, "30201", "印刷费", 2023, otherCode},
		{economic, "30201", "办公费用支出", 2023, unknown},
		{economic, "30201", "办工费", 2023, unlike},
		{economic, "30298", "办公费", 2023, unlisted},
		{economic, "30108", "机关事业单位养老保险缴费", 2023, unknown},
		{economic, "30102", "津补贴", 2023, unknown},
		{economic, "302", "商品服务支出", 2023, unknown},
		{economic, "30212", "因公出国费用", 2023, unknown},
		{functional, "207", "文化旅游体育传媒支出", 2023, unknown},
		{economic, "30299", "其他支出", 2023, agrees},
		{economic, "30399", "其他", 2023, agrees},
		{functional, "2089999", "其他支出", 2023, agrees},
		{functional, "2010301", "其他支出", 2023, otherCode},
		{economic, "30201", "其他支出", 2023, otherCode},
	} {
		assert.Equal(t, x.want, nameOf(x.list, x.code, x.name, x.year).verdict, "%s %s %d", x.code, x.name, x.year)
	}
}
