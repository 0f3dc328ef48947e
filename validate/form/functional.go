package form

import "strings"

// Class is a class 类 of the functional classification, with every name it has
// had; the first is the current one.
type Class struct {
	Code  string
	Names []string
}

// classNames are the classes (财政部《政府收支分类科目》2019–2025) in the order in which F01
// and F04 print them; names.go has how a line is read. 卫生健康, 文化旅游, 自然资源 and 224
// came with the reform of the departments in 2019, 工业信息 in 2020, 234 with the bonds
// of 2020; what 2019 ended, and 2014 (事务), is listed for those that print it still.
const classNames = `
201一般公共服务支出
202外交支出
203国防支出
204公共安全支出
205教育支出
206科学技术支出
207文化旅游体育与传媒支出>2019/文化体育与传媒支出<2019
208社会保障和就业支出
210卫生健康支出>2019/医疗卫生与计划生育支出<2019/医疗卫生支出<2014
211节能环保支出
212城乡社区支出/城乡社区事务<2014
213农林水支出/农林水事务<2014
214交通运输支出
215资源勘探工业信息等支出>2020/资源勘探信息等支出<2020/资源勘探电力信息等支出<2015/资源勘探电力信息等事务<2014
216商业服务业等支出/商业服务业等事务<2014
217金融支出/金融监管等事务支出<2014
219援助其他地区支出
220自然资源海洋气象等支出>2019/国土海洋气象等支出<2019/国土资源气象等事务<2014
221住房保障支出
222粮油物资储备支出/粮油物资储备事务<2014
223国有资本经营预算支出
224灾害防治及应急管理支出
229其他支出
231债务还本支出
232债务付息支出
234抗疫特别国债安排的支出
`

// elsewhere are classes that do not stand on these forms and are no mistake of a code.
const elsewhere = `
209社会保险基金支出
227预备费
230转移性支出
233债务发行费用支出
`

const functionalNames = classNames + elsewhere + names201 + names202 + names205 + names207 + names208 + names210 + names211 + names212 +
	names213 + names214 + names219 + names223

// Functional is the functional classification of expenditure at class level, in the
// order in which F01 and F04 print it, with each name as they print it: 支出 at the
// end or not.
func Functional() (classes []Class) {
	for _, line := range strings.Fields(classNames) {
		code, names := split(line)
		c := Class{Code: code}
		for _, n := range spelledNames(names) {
			c.Names = append(c.Names, n.Text)
			if short := strings.TrimSuffix(strings.TrimSuffix(n.Text, outlay), "的"); short != other && short != n.Text {
				c.Names = append(c.Names, short)
			}
		}
		classes = append(classes, c)
	}
	return classes
}

// Classification is what the codes of a form are from: those of its rows, or of the classes
// that it lists by name; nil for neither.
func (f *Form) Classification() *Classification {
	if f.Codes == nil && f.ListsClasses {
		return &functional
	}
	return f.Codes
}
