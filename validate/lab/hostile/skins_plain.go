package hostile

import (
	"fmt"
	"strings"
)

// plainText is a text with a form and what is said of it, as it is copied out of a document.
var plainText = strings.ReplaceAll(formCSV+totalCSV, ",", "\t") + "\r\n\r\n情况说明\r\n\r\n" +
	strings.Repeat("2023年度支出合计3.00万元，其中：基本支出1.00万元，项目支出2.00万元。\r\n", 8)

// plainTexts are texts without any format.
var plainTexts = []Case{
	{"txt-plain", "a form and sentences, nothing wrong", raw(plainText), Judged},
	{"txt-line-long", "a sentence of 5 MB", times(plainText, "支出", 900_000, "。"), "too-complex"},
	{"txt-lines-flood", "three million sentences", times(plainText, "2023年度支出合计3.00万元，与上年持平。\n", 3_000_000, ""), "too-complex|too-large"},
	{"txt-sentences-many", "250,000 sentences that each say the same of 支出 otherwise", func() []byte {
		var b strings.Builder
		b.WriteString(plainText)
		for i := range 250_000 {
			fmt.Fprintf(&b, "2023年度支出合计%d.00万元，比上年增加%d.50万元，增长%d.5%%，其中：基本支出1.00万元。\n", i, i, i%100)
		}
		return []byte(b.String())
	}, "judged|too-complex"},
	{"txt-sentence-figures", "one sentence of 10,000 figures, and 100 of 1,000", func() []byte {
		many := func(n int) string {
			return "2023年度支出合计3.00万元，其中：" + strings.Repeat("基本支出1.00万元，占3.5%、", n) + "。\n"
		}
		return []byte(plainText + many(3_000) + strings.Repeat(many(1_000), 100))
	}, "judged|too-complex"},
	{"txt-tabs-flood", "lines of 60,000 tabs", times(plainText, strings.Repeat("\t", 60_000)+"1\n支出合计为3.00万元，比上年增加。\n", 40, ""), "too-complex"},
	{"txt-tables-flood", "a hundred thousand tables with a sentence behind each", times(plainText, "收入决算表\n1.00\t2.00\t3.00\n本年收入合计为3.00万元，与上年持平，没有变化。\n", 100_000, ""), "too-complex|judged"},
	{"txt-pages-flood", "a million ends of pages, no line between them", times(plainText, "\f", 1_000_000, ""), Judged},
	{"txt-nul", "a NUL in the middle of each sentence", times(plainText, "支出合计\x00为3.00万元，比上年增加。\n", 1000, ""), "judged|corrupt|not-a-workbook"},
	{"txt-half-utf8", "sentences in UTF-8 and in GB 2312, by turns", times(plainText, "\xd6\xa7\xb3\xf6\xba\xcf\xbc\xc6。支出合计为3.00万元。\n", 1000, ""), "judged|corrupt"},
	{"txt-utf16-odd", "UTF-16 that ends in half a unit, with a lone surrogate", func() []byte { return []byte(inUTF16(plainText) + "\x00\xd8\x31") }, "judged|corrupt"},
	{"txt-cut-character", "a text that ends in the middle of a character", raw(plainText, "支\xe5\x87"), "judged|corrupt"},
	{"txt-script", "sentences that are scripts, cells that are formulas", raw(plainText, "<img src=x onerror=alert(1)>支出合计为3.00万元，与上年持平。\n=1+1\t@SUM(1)\t=cmd|'/c calc'!A1\n"), Judged},
	{"txt-marks", "marks that turn the order of words, and blanks of no width", raw(plainText, "\u202E支出合计\u200B为3.\u200B00万元，\uFEFF与上年持平。\u2028\u2029\n"), Judged},
	{"txt-letter", "a letter, with no figure of the accounts", raw(strings.Repeat("祝各位同事身体健康，工作顺利，阖家幸福。\n", 20)), "csv"},
}
