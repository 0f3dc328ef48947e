package glossary

// term is a special term of the accounts: how a text writes it when it uses it, and what
// must stand in the name of an explanation of it.
type term struct {
	name      string
	used      []string   // any of these, as the text writes it without quotation marks
	explained [][]string // any of these lists, all words of it
}

// terms are the special terms that a published text uses. A new one is one line.
var terms = []term{
	{"财政拨款收入", []string{"财政拨款收入"}, [][]string{{"财政拨款"}}},
	{"上级补助收入", []string{"上级补助收入"}, [][]string{{"上级补助"}}},
	{"事业收入", []string{"事业收入"}, [][]string{{"事业收入"}}},
	{"经营收入", []string{"经营收入"}, [][]string{{"经营收入"}}},
	{"附属单位上缴收入", []string{"附属单位上缴收入"}, [][]string{{"附属单位"}}},
	{"其他收入", []string{"其他收入"}, [][]string{{"其他收入"}}},
	{"使用非财政拨款结余", []string{"使用非财政拨款结余", "用事业基金弥补收支差额"}, [][]string{{"非财政拨款结余"}, {"事业基金"}}},
	{"年初结转和结余", []string{"年初结转和结余", "年初结转结余"}, [][]string{{"年初", "结转"}, {"上年", "结转"}, {"结转和结余"}, {"结转结余"}}},
	{"年末结转和结余", []string{"年末结转和结余", "年末结转结余"}, [][]string{{"年末", "结转"}, {"末", "结转"}, {"下年", "结转"}, {"结转和结余"}, {"结转结余"}}},
	{"结余分配", []string{"结余分配"}, [][]string{{"结余分配"}}},
	{"基本支出", []string{"基本支出"}, [][]string{{"基本支出"}}},
	{"项目支出", []string{"项目支出"}, [][]string{{"项目支出"}}},
	{"上缴上级支出", []string{"上缴上级支出"}, [][]string{{"上缴上级"}}},
	{"经营支出", []string{"经营支出"}, [][]string{{"经营支出"}}},
	{"对附属单位补助支出", []string{"对附属单位补助支出"}, [][]string{{"附属单位补助"}}},
	{"“三公”经费", []string{"三公经费"}, [][]string{{"三公"}}},
	{"机关运行经费", []string{"机关运行经费"}, [][]string{{"机关运行"}}},
}

// ofAnotherEnd says which explanation of one end of the year is none of the other's.
var ofAnotherEnd = map[string]string{"年初结转和结余": "年末", "年末结转和结余": "年初"}

const heading = "名词解释"

// links part a name from what it means, those after a mark first.
var links = []string{":是指", ":系指", ":指", ":反映", ":用于", ",是指", ",系指", ",指", ",反映", ":", "是指", "系指", "反映", "指"}

// starts begin the explanation of a name that stands in a paragraph of its own.
var starts = []string{"是指", "指", "反映", "系指"}

// ending begins what follows the glossary.
var ending = []string{"第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分", "第七部分", "附件", "附表"}

// noNames begin remarks within an explanation.
var noNames = []string{"其中", "注", "备注", "主要包括", "具体包括", "包括", "单位"}

// formWords are headers of forms: a text that holds them is none.
var formWords = []string{"科目编码", "栏次", "行次", "科目名称"}
