package hostile

import (
	"fmt"
	"strings"
)

// Names is sheet names as nobody should give them; the report says them as they are.
var Names = []string{`<script>alert(1)</script>`, `"'&lt;`, `😀🏛️`, "\u202Eelbat", `../../x`, `=HYPERLINK("http://x")`,
	`a!b'c`, "表\u200B\u200B", `${7*7}{{7*7}}`}

// packages are books whose parts refer to one another in ways no writer does.
var packages = []Case{
	{"names-markup", "sheets named with markup, quotes, emoji, right-to-left marks", func() []byte {
		return bent(func(name, s string) content {
			if name == "xl/workbook.xml" {
				for i, n := range Names {
					from := strings.Index(s, fmt.Sprintf(`<sheet name="%02d`, i+1)) + len(`<sheet name="`)
					n = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(n)
					s = s[:from] + n + s[from+strings.IndexByte(s[from:], '"'):]
				}
			}
			return text(s)
		})
	}, Judged},
	{"names-long", "a sheet name of 40 MB", func() []byte {
		b := book{tabs: []tab{{name: strings.Repeat("表", 13*mega)}}}
		return b.bytes()
	}, "too-complex"},
	{"sheets-10000", "ten thousand sheets", func() []byte {
		b := book{tabs: make([]tab, 10_000)}
		for i := range b.tabs {
			b.tabs[i] = tab{name: fmt.Sprint("表", i), part: "worksheets/sheet1.xml"}
		}
		b.parts = []part{{name: "xl/worksheets/sheet1.xml", content: text("<worksheet/>")}}
		return b.bytes()
	}, "too-complex"},
	{"part-100-times", "a sheet of 30,000 cells that stands a hundred times", func() []byte {
		return oneOften(100, tab{rows: repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 30)+"</row>", 1000)})
	}, "no-forms|too-complex"},
	{"part-hidden-rows", "16,000 hidden rows without cells, on a sheet that stands 600 times", func() []byte {
		return oneOften(600, tab{rows: join(repeat(`<row hidden="1"/>`, 16_000), text(row("1")))})
	}, "no-forms|too-large|too-complex"},
	{"part-merges", "90,000 merges on a sheet that stands 80 times", func() []byte {
		return oneOften(80, tab{rows: text(row("1")), after: merges(repeat(`<mergeCell ref="A1"/>`, 90_000))})
	}, "no-forms|too-large|too-complex"},
	{"part-columns", "16,000 column widths on a sheet that stands 500 times", func() []byte {
		return oneOften(500, tab{rows: text(row("1")), before: join(text("<cols>"), repeat(`<col min="1" max="1"/>`, 16_000), text("</cols>"))})
	}, "no-forms|too-large|too-complex"},
	{"part-last-row", "one cell in the last row of each of 900 sheets", func() []byte {
		return oneOften(900, tab{rows: text(`<row r="1048576"><c><v>1</v></c></row>`)})
	}, "no-forms"},
	{"styles-often", "a style sheet of 90,000 styles that is read 400 times", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1"}}, rels: strings.Repeat(`<Relationship Id="s" Type="`+relType+`styles" Target="styles.xml"/>`, 400)}
		b.styles = join(text("<cellXfs>"), repeat("<xf/>", 90_000), text("</cellXfs>"))
		return b.bytes()
	}, "no-forms|too-complex|too-large|corrupt"},
	{"strings-often", "a million texts that are read 1,000 times", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1"}}, rels: strings.Repeat(`<Relationship Id="s" Type="`+relType+`sharedStrings" Target="sharedStrings.xml"/>`, 1000)}
		b.strings = repeat("<si/>", 1_000_000)
		return b.bytes()
	}, "too-complex|too-large|corrupt"},
	{"rels-flood", "half a million relationships", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1"}}, rels: strings.Repeat(`<Relationship Id="x" Type="x" Target="x"/>`, 500_000)}
		return b.bytes()
	}, "too-complex"},
	{"rels-loop", "a workbook whose sheet is the workbook", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", part: "workbook.xml"}}}
		return b.bytes()
	}, "corrupt"},
	{"rels-self", "a relationship part that is its own sheet", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", part: "_rels/workbook.xml.rels"}}}
		return b.bytes()
	}, "corrupt"},
	{"rels-climbing", "paths that climb out of the package and come back", func() []byte {
		return bent(func(name, s string) content {
			if name == "xl/_rels/workbook.xml.rels" {
				s = strings.ReplaceAll(s, "/xl/worksheets/", "worksheets/")
				s = strings.ReplaceAll(s, `Target="worksheets/`, `Target="..\../../../xl/./worksheets/../worksheets/`)
			}
			return text(s)
		})
	}, Judged},
	{"rels-climbing-far", "a path of ten million steps up", func() []byte {
		b := book{tabs: []tab{{name: "Sheet1", part: strings.Repeat("../", 10*mega) + "etc/passwd"}}}
		return b.bytes()
	}, "corrupt"},
	{"missing-sheet", "a sheet without its part", func() []byte { return without("xl/worksheets/sheet5.xml") }, "corrupt"},
	{"missing-strings", "texts without the part that has them", func() []byte { return without("xl/sharedStrings.xml") }, "corrupt"},
	{"missing-styles", "styles without the part that has them", func() []byte { return without("xl/styles.xml") }, Judged},
	{"missing-workbook", "a package without its workbook", func() []byte { return without("xl/workbook.xml") }, "corrupt"},
	{"missing-rels", "a package without its relationships", func() []byte { return without("_rels/.rels") }, "not-a-workbook|corrupt"},
}

// oneOften is a book of so many sheets that are one part.
func oneOften(n int, t tab) []byte {
	b := book{tabs: make([]tab, n)}
	for i := range b.tabs {
		b.tabs[i] = tab{name: fmt.Sprint("表", i), part: "worksheets/sheet1.xml"}
	}
	b.parts = []part{{name: "xl/worksheets/sheet1.xml", content: t.xml()}}
	return b.bytes()
}

func without(part string) []byte {
	return bent(func(name, s string) content {
		if name == part {
			return nil
		}
		return text(s)
	})
}

func merges(list content) content {
	return join(text("<mergeCells>"), list, text("</mergeCells>"))
}
