package dress

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/fixture"
)

// titles have a number, a mark of the set or a name in front of the form's own title.
// The sheets are named Sheet1 and on: the title alone tells which form it is.
var titles = func() []Dress {
	var out []Dress
	add := func(name string, l fixture.Layout, write func(n int, title string) string) {
		l.SheetNames = fixture.PlainNames
		out = append(out, Dress{Name: "title: " + name, Kind: Title, Allow: ANotice, Layout: &l, Wear: titled(write)})
	}
	for _, format := range []string{
		"%02d-%s", "%02d %s", "%02d.%s", "%d-%s", "%d、%s", "%d.%s", "GK%02d%s", "GK%02d %s", "GK%02d-%s", "GK%02d：%s", "Z%02d_%s",
		"附件3-%d%s", "附件3-%d %s", "附件3-%d：%s", "附件%d：%s", "附件%d %s", "附件3－%d　%s", "（附件3-%d）%s",
		"附表%02d：%s", "附表%d %s", "附表%d-%s", "附表3-%d：%s", "附%d：%s", "公开%02d表 %s", "公开%02d表：%s", "公开%02d表-%s",
		"表%d：%s", "表%d %s", "表%02d-%s", "表3-%d %s", "决算公开表%d：%s", "决算%02d表 %s", "部门决算公开%02d表%s", "【%02d】%s", "（%d）%s", "[%d]%s",
	} {
		add(format, fixture.Layout{NoFormNumber: true}, func(n int, title string) string { return fmt.Sprintf(format, n, title) })
	}
	for _, format := range []string{"表%s：%s", "表%s %s", "表%s、%s", "表%s%s", "%s、%s", "（%s）%s", "附表%s：%s", "附件%s：%s"} {
		add("ordinal "+format, fixture.Layout{NoFormNumber: true}, func(n int, title string) string {
			return fmt.Sprintf(format, string([]rune("零一二三四五六七八九")[n]), title)
		})
	}
	behind := map[string]string{
		"（公开%02d表）": "%[2]s（公开%02[1]d表）", "-GK%02d": "%[2]s-GK%02[1]d", "（表%d）": "%[2]s（表%[1]d）", "（附表%d）": "%[2]s（附表%[1]d）",
		"（附件3-%d）": "%[2]s（附件3-%[1]d）", "《》": "《%[2]s》%[1]d", "book marks": "%[1]d.《%[2]s》",
	}
	for _, name := range sorted(behind) {
		if name != "《》" {
			add("with "+name, fixture.Layout{NoFormNumber: true}, func(n int, title string) string { return fmt.Sprintf(behind[name], n, title) })
		}
	}
	add("number and year", fixture.Layout{NoFormNumber: true}, func(n int, title string) string { return fmt.Sprintf("%02d-2023年度%s", n, title) })
	add("number, department and year", fixture.Layout{}, func(n int, title string) string {
		return fmt.Sprintf("附件3-%d：示例市第四区财政局2023年度%s", n, title)
	})
	add("spaced out, with a number", fixture.Layout{}, func(n int, title string) string {
		return fmt.Sprintf("表%d  %s", n, strings.Join(strings.Split(title, ""), " "))
	})
	add("the number on a line of its own", fixture.Layout{NoFormNumber: true}, func(n int, title string) string { return fmt.Sprintf("附件3-%d\n%s", n, title) })
	return out
}()

// titled writes each form's title anew; n is the form's number.
func titled(write func(n int, title string) string) func(w *Workbook) {
	return func(w *Workbook) {
		for _, s := range w.Sheets {
			if s.Form != "" {
				title := s.Cells[At{0, 0}]
				title.SetText(write(int(s.Form[2]-'0'), title.Text))
			}
		}
	}
}
