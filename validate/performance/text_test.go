package performance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	lab "suanqing/validate/lab/performance"
)

// texts are what a text may say beside right tables: A, B and C are the projects, F and D
// the 全年预算数 and 全年执行数 of A, S and G its score and grade.
var texts = []struct{ name, text, want string }{
	{"several together", "组织对“A”、“B”、“C”等3个项目开展绩效自评，全年预算数为800万元，执行数为700万元，完成预算的87.5%。", ""},
	{"a name in a line of its own", "（1）A项目。\n项目自评得分为S分，全年预算数为F万元，执行数为D万元。", ""},
	{"and wrong figures", "（1）A项目。\n项目自评得分为S分，全年预算数为F万元，执行数为1.08万元。", "error performance.text-amount"},
	{"going on", "A项目绩效自评综述：目标基本完成。\n该项目全年预算数为F万元，执行数为9.11万元。", "error performance.text-amount"},
	{"a part", "A项目全年预算数为F万元，其中：财政拨款全年预算数为1万元；上年结转执行数为2万元。", ""},
	{"points of a part of the table", "A项目自评得分S分，其中产出指标得分39分，满意度指标得分10分，预算执行得分8.2分。", ""},
	{"somebody else's score", "A项目部门评价得分为71.2分，等级为中。", ""},
	{"last year's", "A项目上年执行数为33万元，本年执行数为D万元。", ""},
	{"units", "A项目全年预算数F0000元。", ""},
	{"grades listed", "A项目按评价等级为优、良、中、差四级评定。", ""},
	{"counts of another thing", "本部门自评发现问题3个，涉及项目2个，已整改3个。", ""},
	{"counts in words", "对三个项目开展绩效自评，3个项目自评等级均为“优”。", ""},
	{"grade named first", "自评项目3个，其中优3个，良0个。", ""},
	{"grade named first and wrong", "自评项目3个，其中优2个，良0个。", "error performance.text-count"},
	{"a project that is none of the tables", "另外，“村道硬化”项目自评得分为97分，全年预算数为8万元，执行数为7万元。", ""},
}

func TestTexts(t *testing.T) {
	for _, x := range texts {
		r := lab.Make(lab.LayoutOf("shandong"), 0)
		p := &r.Projects
		d := r.Draw()
		text := strings.NewReplacer("F0000", strings.Replace((*p)[0].Funds[0].Full, ".", "", 1)+"00", "A", (*p)[0].Name, "B", (*p)[1].Name, "C", (*p)[2].Name, "F", (*p)[0].Funds[0].Full, "D", (*p)[0].Funds[0].Done, "S", (*p)[0].Total).Replace(x.text)
		var blocks []lab.Block
		for _, b := range d.Blocks {
			if b.Key == "text/1" {
				for line := range strings.SplitSeq(text, "\n") {
					blocks = append(blocks, lab.Block{Text: line})
				}
			}
			if !strings.HasPrefix(b.Key, "text/") {
				blocks = append(blocks, b)
			}
		}
		var got []string
		for _, f := range judged(opened(t, &lab.Doc{Blocks: blocks}, false)) {
			got = append(got, string(f.Severity)+" "+f.Rule)
			t.Log(x.name, f.Message)
		}
		assert.Equal(t, split(x.want), got, x.name)
	}
}
