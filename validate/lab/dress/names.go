package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// names are other names of codes: those of other years' classifications, which a form
// copied from last year's still has, and those of other codes, which a slip brings in.
// The books have every code that the generator knows.
var names = join(otherYears, otherCodes)

var everyCode = fixture.Options{Classes: 30, Sections: 9, Items: 9}

// renamed gives codes other names, as code, name: on all forms, F01 and F04 included, or on some.
func renamed(forms string, codeName ...string) func(*fixture.Book) {
	return func(b *fixture.Book) {
		done := false
		for id, f := range b.Forms {
			if forms != "" && !strings.Contains(forms, id) {
				continue
			}
			for i := 0; i < len(codeName); i += 2 {
				if r := f.Row(codeName[i]); r != nil {
					number := ""
					if n, _, numbered := strings.Cut(r.Name, "、"); numbered && (id == fixture.F01 || id == fixture.F04) {
						number = n + "、"
					}
					r.Name, done = number+codeName[i+1], true
				}
			}
		}
		if !done {
			panic("dress: no form has " + codeName[0])
		}
	}
}

var otherYears = func() []Dress {
	var out []Dress
	add := func(name string, codeName ...string) {
		out = append(out, Dress{Name: "name: " + name, Kind: OtherYear, Allow: ANotice, Options: everyCode, Rename: renamed("", codeName...)})
	}
	add("classes of 2018", "207", "文化体育与传媒支出", "210", "医疗卫生与计划生育支出", "215", "资源勘探信息等支出", "220", "国土海洋气象等支出")
	add("classes of 2019", "215", "资源勘探信息等支出")
	add("sections of 2019", "20805", "行政事业单位离退休", "21301", "农业")
	add("sections of 2018", "20701", "文化", "20805", "行政事业单位离退休", "21301", "农业")
	add("items of 2019", "2080501", "归口管理的行政单位离退休", "2100409", "重大公共卫生专项", "2130199", "其他农业支出")
	add("funds of 2019", "21208", "国有土地使用权出让收入及对应专项债务收入安排的支出", "22960", "彩票公益金及对应专项债务收入安排的支出")
	add("医疗卫生与计划生育支出 alone", "210", "医疗卫生与计划生育支出")
	add("国土海洋气象等支出 alone", "220", "国土海洋气象等支出")
	add("economic classes of 2017", "307", "债务利息支出", "310", "其他资本性支出")
	add("economic sections of 2017", "30307", "医疗费", "30310", "生产补贴", "30399", "其他对个人和家庭的补助支出") // 医疗费 is 30114's too
	add("a class and its sections of 2018", "208", "社会保障和就业支出", "20805", "行政事业单位离退休", "2080501", "归口管理的行政单位离退休")
	// Before 2014 the classes were named without 支出. Forms drawn up from a template
	// of those years are still about; a name without 支出 is no other class.
	add("classes of 2013", "201", "一般公共服务", "204", "公共安全", "205", "教育", "206", "科学技术", "207", "文化体育与传媒", "208", "社会保障和就业",
		"210", "医疗卫生", "211", "节能环保", "212", "城乡社区事务", "213", "农林水事务", "214", "交通运输", "215", "资源勘探电力信息等事务",
		"216", "商业服务业等事务", "217", "金融监管等事务支出", "220", "国土资源气象等事务", "222", "粮油物资储备事务")
	// Brackets, dots and blanks make no other name.
	add("marks that differ", "20103", "政府办公厅(室)及相关机构事务", "30303", "退职（役）费", "30212", "因公出国(境)费用", "30213", "维修(护)费", "207", "文化旅游体育与传媒支出 ")
	add("on one form only", "30101", "基本工资")
	out[len(out)-1].Rename = renamed(fixture.F05, "20805", "行政事业单位离退休")
	add("on the forms keyed by name only", "30101", "基本工资")
	out[len(out)-1].Rename = renamed("F01 F04", "210", "医疗卫生与计划生育支出", "207", "文化体育与传媒支出")
	return out
}()

// otherCodes are names that belong to another code. Nothing adds up to less for it, so
// that a warning is enough; it names both codes.
var otherCodes = func() []Dress {
	var out []Dress
	add := func(name, forms, code, belongs string, codeName ...string) {
		out = append(out, Dress{Name: "name: " + name, Kind: OtherCode, Allow: AWarning, Says: []string{code, belongs},
			Options: everyCode, Rename: renamed(forms, codeName...)})
	}
	const functional = "F02 F03 F05"
	add("20805 has that of 20808", functional, "20805", "20808", "20805", "抚恤")
	add("2080505 has that of 2080506", functional, "2080505", "2080506", "2080505", "机关事业单位职业年金缴费支出")
	add("208 has that of 210", functional, "208", "210", "208", "卫生健康支出")
	add("221 has that of 222", functional, "221", "222", "221", "粮油物资储备支出")
	add("2101101 has that of 2101102", functional, "2101101", "2101102", "2101101", "事业单位医疗")
	add("2101101 has that of 2101102 on F05", "F05", "2101101", "2101102", "2101101", "事业单位医疗")
	add("2210201 has that of 2210202 on F03", "F03", "2210201", "2210202", "2210201", "提租补贴")
	add("30101 has that of 30102", "F06", "30101", "30102", "30101", "津贴补贴")
	add("30231 has that of 30217", "F06", "30231", "30217", "30231", "公务接待费")
	add("302 has that of 310", "F06", "302", "310", "302", "资本性支出")
	add("208 has a name that 210 had in 2018", functional, "208", "210", "208", "医疗卫生与计划生育支出")
	return append(out, Dress{Name: "name: 2101101 and 2101102 exchanged", Kind: OtherCode, Allow: Allow{Warnings: 2, Notices: 1},
		Says: []string{"2101101", "2101102"}, Options: everyCode,
		Rename: renamed(functional, "2101101", "事业单位医疗", "2101102", "行政单位医疗")})
}()
