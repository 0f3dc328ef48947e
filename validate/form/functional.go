package form

// Class is a class 类 of the functional classification, with every name it has
// had; the first is the current one.
type Class struct {
	Code  string
	Names []string
}

// Functional is the functional classification of expenditure at class level
// (财政部《政府收支分类科目》2019–2025), in the order in which F01 and F04 print it.
// 209 社会保险基金支出, 227 预备费, 228, 230 and 233 do not stand on these forms.
var Functional = []Class{
	{"201", []string{"一般公共服务支出", "一般公共服务"}},
	{"202", []string{"外交支出", "外交"}},
	{"203", []string{"国防支出", "国防"}},
	{"204", []string{"公共安全支出", "公共安全"}},
	{"205", []string{"教育支出", "教育"}},
	{"206", []string{"科学技术支出", "科学技术"}},
	{"207", []string{"文化旅游体育与传媒支出", "文化体育与传媒支出", "文化旅游体育与传媒", "文化体育与传媒"}},
	{"208", []string{"社会保障和就业支出", "社会保障和就业"}},
	{"210", []string{"卫生健康支出", "医疗卫生与计划生育支出", "卫生健康", "医疗卫生与计划生育", "医疗卫生支出"}},
	{"211", []string{"节能环保支出", "节能环保"}},
	{"212", []string{"城乡社区支出", "城乡社区"}},
	{"213", []string{"农林水支出", "农林水"}},
	{"214", []string{"交通运输支出", "交通运输"}},
	{"215", []string{"资源勘探工业信息等支出", "资源勘探信息等支出", "资源勘探工业信息等", "资源勘探电力信息等支出", "资源勘探信息等"}},
	{"216", []string{"商业服务业等支出", "商业服务业等"}},
	{"217", []string{"金融支出", "金融"}},
	{"219", []string{"援助其他地区支出", "援助其他地区"}},
	{"220", []string{"自然资源海洋气象等支出", "国土海洋气象等支出", "自然资源海洋气象等", "国土海洋气象等"}},
	{"221", []string{"住房保障支出", "住房保障"}},
	{"222", []string{"粮油物资储备支出", "粮油物资储备"}},
	{"223", []string{"国有资本经营预算支出", "国有资本经营预算"}},
	{"224", []string{"灾害防治及应急管理支出", "灾害防治及应急管理"}},
	{"229", []string{"其他支出"}},
	{"231", []string{"债务还本支出", "债务还本"}},
	{"232", []string{"债务付息支出", "债务付息"}},
	{"234", []string{"抗疫特别国债安排的支出", "抗疫特别国债安排"}},
}

// FunctionalNames gives the names a functional class code may bear; nil when
// the code is not in the table.
func FunctionalNames(code string) []string {
	for i := range Functional {
		if Functional[i].Code == code {
			return Functional[i].Names
		}
	}
	return nil
}

// functionalCodes finds the class of each name.
var functionalCodes = func() map[string]string {
	codes := map[string]string{}
	for _, c := range Functional {
		for _, name := range c.Names {
			codes[name] = c.Code
		}
	}
	return codes
}()

// FunctionalCode gives the code of a class name, ordinals removed; "" for a
// name the table does not know.
func FunctionalCode(name string) string { return functionalCodes[name] }
