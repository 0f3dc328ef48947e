package bundle

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// warmBook is a workbook of a few forms as long as real ones, of so few different
// words that it packs into 6 KB: the engine compiles well what it has seen run
// long enough, and the core goes through reading, binding and judging on it. It
// has tails and no error: naming wrong cells is not what most files ask for.
func warmBook() ([]byte, error) {
	sheets := []warmSheet{
		{"收入决算表", "收入决算表", "本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入", 1, "vv"},
		{"支出决算表", "支出决算表", "本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出", 3, "vv"},
		{"一般公共预算", "一般公共预算财政拨款支出决算表", "小计|基本支出|项目支出", 1, "vv"},
		{"政府性基金", "政府性基金预算财政拨款收入支出决算表", "年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余", 1, "-vvv"},
		{"国有资本", "国有资本经营预算财政拨款支出决算表", "小计|基本支出|项目支出", 1, "vv"},
	}
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	var types, rels, tabs strings.Builder
	parts := map[string]string{}
	order := []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
	for i, s := range sheets {
		part := fmt.Sprintf("worksheets/sheet%d.xml", i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/%s" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, part)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="%s"/>`, i+1, rel, part)
		fmt.Fprintf(&tabs, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, s.name, i+1, i+1)
		order = append(order, "xl/"+part)
		parts["xl/"+part] = head + `<worksheet ` + ns + `>` + s.rows() + `</worksheet>`
	}
	fmt.Fprintf(&rels, `<Relationship Id="rId9" Type="%s/styles" Target="styles.xml"/>`, rel)
	parts["[Content_Types].xml"] = head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` + types.String() + `</Types>`
	parts["_rels/.rels"] = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["xl/_rels/workbook.xml.rels"] = head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`
	parts["xl/workbook.xml"] = head + `<workbook ` + ns + ` xmlns:r="` + rel + `"><sheets>` + tabs.String() + `</sheets></workbook>`
	parts["xl/styles.xml"] = head + `<styleSheet ` + ns + `><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
	return zipped(parts, order)
}

// warmSheet is one form of the book; its figures are times something and stand
// where layout has a v.
type warmSheet struct {
	name, title, columns string
	times                float64
	layout               string
}

func (s *warmSheet) rows() string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	line := func(cells ...string) {
		b.WriteString("<row>") // without addresses, which would not pack
		for _, text := range cells {
			if text == "" {
				b.WriteString("<c/>")
			} else {
				fmt.Fprintf(&b, `<c t="inlineStr"><is><t>%s</t></is></c>`, text)
			}
		}
	}
	figures := func(amount float64) {
		for _, c := range s.layout {
			if c == 'v' {
				fmt.Fprintf(&b, `<c s="1"><v>%.2f</v></c>`, s.times*amount)
			} else {
				b.WriteString("<c/>")
			}
		}
		b.WriteString("</row>")
	}
	text := func(cells ...string) {
		line(cells...)
		b.WriteString("</row>")
	}
	text(s.title)
	text("部门：示例", "", "", "", "金额单位：万元")
	text(append([]string{"科目编码", "科目名称"}, strings.Split(s.columns, "|")...)...)
	text("栏次")
	line("合计", "")
	figures(112.51) // a tail: the classes come to 112.50
	for _, class := range []string{"201", "205", "208", "210", "213"} {
		line(class, "一般公共服务支出")
		figures(22.5)
		for _, section := range []string{"01", "02"} {
			line(class+section, "政府办公厅（室）及相关机构事务")
			figures(11.25)
			for _, item := range []string{"01", "02", "99"} {
				line(class+section+item, "行政运行")
				figures(3.75)
			}
		}
	}
	b.WriteString("</sheetData>")
	return b.String()
}

func zipped(parts map[string]string, order []string) ([]byte, error) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range order {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write([]byte(parts[name])); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
