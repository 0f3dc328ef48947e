package department

import (
	"fmt"
	"math/rand/v2"
)

// bureaus are departments by what they do, with the words for the units below them.
var bureaus = []struct {
	name  string
	units []string
}{
	{"教育局", []string{"第%s小学", "第%s中学", "第%s幼儿园", "教师进修学院%s部", "青少年活动中心%s部"}},
	{"卫生健康局", []string{"第%s社区卫生服务中心", "第%s医院", "疾病预防控制中心%s所", "第%s急救站"}},
	{"农业农村局", []string{"第%s农业技术推广站", "第%s动物卫生监督所", "水产技术%s站"}},
	{"文化和旅游局", []string{"第%s文化馆", "第%s图书馆", "第%s博物馆", "文物保护%s所"}},
	{"财政局", []string{"国库支付中心%s部", "第%s财政所", "投资评审中心%s部"}},
}

// wholes are the ways a department's name says that it is the sum.
var wholes = []string{"%s（汇总）", "%s(汇总)", "%s", "%s（部门汇总）"}

// selves are the ways the department's own office is called.
var selves = []string{"%s本级", "%s（本级）", "%s机关", "%s(本级)"}

var tens = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// ordinal is a number below 100 in Chinese.
func ordinal(n int) string {
	switch {
	case n < 10:
		return tens[n]
	case n < 20:
		return "十" + tens[n%10]
	}
	return tens[n/10] + "十" + tens[n%10]
}

// names gives each book of a department a name of its own.
type names struct {
	*rand.Rand
	area, bureau string
	department   string
	words        []string
	used         int
	subs         int
	bare         map[string]string // a department's name without what says that it is the sum
}

func newNames(seed int64) *names {
	g := rand.New(rand.NewPCG(uint64(seed), 1400))
	b := bureaus[g.IntN(len(bureaus))]
	n := &names{Rand: g, area: fmt.Sprintf("示例市第%s区", ordinal(1+g.IntN(30))), words: b.units, bare: map[string]string{}}
	n.bureau = n.area + b.name
	n.department = n.whole(n.bureau)
	return n
}

func (n *names) whole(name string) string {
	whole := fmt.Sprintf(wholes[n.IntN(len(wholes))], name)
	n.bare[whole] = name
	return whole
}

// subDepartment names a department below the department.
func (n *names) subDepartment() string {
	n.subs++
	return n.whole(fmt.Sprintf("%s第%s管理中心", n.bureau, ordinal(n.subs)))
}

// unit names the i-th unit of a department, whose own office comes first.
func (n *names) unit(department string, i int) string {
	if i == 0 {
		return fmt.Sprintf(selves[n.IntN(len(selves))], n.bare[department])
	}
	n.used++
	place := n.bare[department]
	if n.IntN(3) == 0 {
		place = n.area // a school does not always name its bureau
	}
	return place + fmt.Sprintf(n.words[n.used%len(n.words)], ordinal(1+n.used/len(n.words)))
}

// unheard names a unit that the department has not.
func (n *names) unheard(i int) string {
	return n.bureau + fmt.Sprintf(n.words[i%len(n.words)], ordinal(60+i))
}
