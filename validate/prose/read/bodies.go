package read

import (
	"strings"

	"suanqing/validate/form"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// bodies are the last words of names of bodies, longer ones first. Where the name before one is not that of
// the department, nor short for it, what follows is another's: 县人民医院本年收入 in the text of a bureau.
var bodies = []string{
	"卫生院", "医院", "学校", "中学", "小学", "幼儿园", "大学", "学院", "基金会", "协会", "学会", "商会", "促进会", "研究院", "研究所", "设计院", "公司", "中心", "博物馆", "图书馆", "文化馆",
	"委员会", "办公室", "办事处", "检察院", "法院", "居委会", "村委会", "分局", "支队", "大队", "管理处", "管理所", "街道", "政府", "成员单位", "局", "厅", "委", "镇", "乡", "处", "社区",
}

// ownMarks stand before the last word of a body's name where the text calls the department so.
const ownMarks = "我|本|该|各|全|贵"

// seats are the last characters of names of places, before the name of a body there.
const seats = "省市县区州旗盟镇乡"

// ofOtherBody says whether words end in the name of another body than the department.
func (r *Reader) ofOtherBody(words string) bool {
	department := form.Normalize(r.Book.Department)
	if department == "" {
		return false
	}
	for _, b := range bodies {
		before, ok := strings.CutSuffix(words, b)
		if !ok {
			continue
		}
		if before == "" || endsInAny(before, ownMarks) || b != "成员单位" && len([]rune(before)) < 2 && !strings.ContainsAny(before, seats) {
			return false
		}
		name := []rune(before + b)
		for k := len(name) - len([]rune(b)) - 1; k >= 0; k-- {
			if strings.ContainsRune(seats, name[k]) && scan.ShortFor(string(name[k:]), department) {
				return false
			}
		}
		return !scan.ShortFor(string(name), department) && !scan.ShortFor(department, string(name))
	}
	return false
}

// othersWithin are bodies whose names are words among others: 监管企业集中采购总额, 各社区居委会自有收入.
var othersWithin = []string{"企业", "公司", "居委会", "村委会", "卫生院", "村集体"}

// speaksOfOthers says whether words speak of such bodies, which the department is none of.
func (r *Reader) speaksOfOthers(words string) bool {
	words = strings.NewReplacer("小企业", "", "微企业", "", "型企业", "").Replace(words)
	for _, b := range othersWithin {
		if strings.Contains(words, b) && !strings.Contains(r.Book.Department, b) {
			return true
		}
	}
	return false
}

// listedOther says whether bodies that the words before a token name are said in brackets right before it:
// 成员单位(6家卫生院)公务接待费.
func (r *Reader) listedOther(p *passage.Passage, toks []token, i int) bool {
	if i < 3 || toks[i-1].mark != ')' || toks[i-1].end != toks[i].at {
		return false
	}
	k := i - 2
	for k > 0 && toks[k].mark != '(' {
		k--
	}
	return k > 0 && toks[k].mark == '(' && toks[k-1].text && r.ofOtherBody(string(p.Text[toks[k-1].at:toks[k-1].end]))
}
