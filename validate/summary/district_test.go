package summary

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/report"
)

func TestPlaceIn(t *testing.T) {
	for name, want := range map[string]Place{
		"上海市普陀区财政局":                  {"上海市", "普陀区"},
		"普陀区财政局":                     {"", "普陀区"},
		"日照市岚山区人民政府办公室":              {"日照市", "岚山区"},
		"山东省日照市岚山区财政局":               {"日照市", "岚山区"},
		"中国共产党上海市普陀区委员会办公室":          {"上海市", "普陀区"},
		"中共岚山区委组织部":                  {"", "岚山区"},
		"民盟普陀区委员会":                   {"", "普陀区"},
		"上海市浦东新区市场监督管理局":             {"上海市", "浦东新区"},
		"普陀区城市管理行政执法局":               {"", "普陀区"},
		"内蒙古自治区鄂尔多斯市达拉特旗财政局":         {"鄂尔多斯市", "达拉特旗"},
		"广西壮族自治区南宁市青秀区教育局":           {"南宁市", "青秀区"},
		"双江拉祜族佤族布朗族傣族自治县财政局":         {"", "双江拉祜族佤族布朗族傣族自治县"},
		"延边朝鲜族自治州珲春市财政局":             {"延边朝鲜族自治州", "珲春市"},
		"苏州市昆山市教育局":                  {"苏州市", "昆山市"},
		"上海市生态环境局":                   {"上海市", ""},
		"长治市城区教育局":                   {"长治市", "城区"},
		"赵县人民政府":                     {"", "赵县"},
		"石家庄市赵县县委办公室":                {"石家庄市", "赵县"},
		"示例市第三区财政局":                  {"示例市", "第三区"},
		"03 普陀区（报送）":                 {"", "普陀区"},
		"齐齐哈尔市梅里斯达斡尔族区教育局":           {"齐齐哈尔市", "梅里斯达斡尔族区"},
		"锡林郭勒盟多伦县财政局":                {"锡林郭勒盟", "多伦县"},
		"安徽省合肥市长丰县农业农村局":             {"合肥市", "长丰县"},
		"大兴安岭地区呼玛县财政局":               {"大兴安岭地区", "呼玛县"},
		"Shanghai / 普陀区":             {},
		"中国人民政治协商会议上海市普陀区委员会":        {"上海市", "普陀区"},
		"山东省财政厅":                     {},
		"财政局":                        {},
		"":                           {},
		"城区管理局":                      {},
		"社区服务中心":                     {},
		"区财政局":                       {},
		"县财政局":                       {},
		"市场监督管理局":                    {},
		"城市管理局":                      {},
		"日照经济技术开发区管委会":               {},
		"中国（上海）自由贸易试验区管理委员会":         {},
		"第一小学红旗校区":                   {},
		"国有资产监督管理委员会办公室":             {},
		"军区善后工作办公室":                  {},
		"农贸市场管理所":                    {},
		"某某自然保护区管理局":                 {},
		"<script>alert(1)</script>区": {},
	} {
		got, ok := PlaceIn(name)
		assert.Equal(t, want, got, name)
		assert.Equal(t, want != Place{}, ok, name)
	}
}

// TestByFolder: books in several folders are told apart by these, below those that all
// lie in; the others by their departments.
func TestByFolder(t *testing.T) {
	names := func(folders ...string) (names []string) {
		var s Summary
		for _, folder := range folders {
			s.Add(&report.Report{File: "a.xlsx", Folder: folder, Department: "普陀区财政局", Verdict: report.Pass})
		}
		for _, d := range s.Districts() {
			names = append(names, d.Name)
		}
		return names
	}
	assert.Equal(t, []string{"普陀区"}, names("", ""))
	assert.Equal(t, []string{"普陀区"}, names("报送/第一批", "报送/第一批"), "one folder tells nothing")
	assert.Equal(t, []string{"东片", "西片"}, names("报送/东片/甲", "报送/西片", "报送/东片"))
	assert.Equal(t, []string{"普陀区", "东片"}, names("报送", "报送/东片", ""))
	assert.Equal(t, []string{"东片", "西片"}, names("东片", "西片", "东片"), "folders given one by one")
}

func TestPlaceOfAFolder(t *testing.T) {
	assert.Equal(t, Place{"", "岚山区"}, placeOf("财政局", `报送/岚山区/财政局.xlsx`))
	assert.Equal(t, Place{"", "岚山区"}, placeOf("", `C:\报送\岚山区\第二批\财政局.xlsx`))
	assert.Equal(t, Place{"", "普陀区"}, placeOf("普陀区财政局", `报送/岚山区/财政局.xlsx`), "the department goes before the folder")
	assert.Equal(t, Place{}, placeOf("财政局", `普陀区.xlsx`), "a file's own name says nothing of a place")
}
