package csv

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

// shown is a table as it shows, a line a row, the cells parted by |.
func shown(t *testing.T, s *document.Sheet) string {
	t.Helper()
	rows, cols := s.Dimensions()
	var lines []string
	for row := range rows {
		line := make([]string, cols)
		for col := range cols {
			if c := s.At(row, col); c != nil {
				line[col] = c.Shown()
			}
		}
		lines = append(lines, strings.Join(line, "|"))
	}
	return strings.Join(lines, "\n")
}

func readOne(t *testing.T, data string) *document.Sheet {
	t.Helper()
	book, err := Open([]byte(data))
	require.NoError(t, err, data)
	require.Len(t, book.Sheets, 1)
	return book.Sheets[0]
}

func TestTables(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"commas":                {"科目,金额\n201,1677.91\n", "科目|金额\n201|1677.91"},
		"tabs, money in it":     {"科目\t金额\n201\t1,677.91\n202\t2,000,000.00", "科目|金额\n201|1,677.91\n202|2,000,000.00"},
		"semicolons":            {"科目;金额;比例\n201;1677,91;\n202;5;1", "科目|金额|比例\n201|1677,91|\n202|5|1"},
		"said by a line":        {"sep=;\r\na;b,c,d\r\n", "a|b,c,d"},
		"said in quotes":        {"\"sep=|\"\r\na|b,c\r\n", "a|b,c"},
		"CR LF":                 {"a,b\r\nc,d\r\n", "a|b\nc|d"},
		"CR":                    {"a,b\rc,d\r", "a|b\nc|d"},
		"ragged":                {"收入支出决算总表\n,,公开01表\n收入,金额\na,1,b,2,,,,\n\n注：略\nb,2,c,3", "收入支出决算总表|||\n||公开01表|\n收入|金额||\na|1|b|2\n|||\n注：略|||\nb|2|c|3"},
		"quotes":                {"\"a,1\",\"b\"\"c\"\n\"\",d\n", "a,1|b\"c\n|d"},
		"lines in quotes":       {"\"公务用车\r\n运行费\",b\nc,\"d\ne\"\n", "公务用车\n运行费|b\nc|d\ne"},
		"behind quotes":         {"\"三公\"经费支出决算表,\nb,c\nd,e", "三公经费支出决算表|\nb|c\nd|e"},
		"quotes within":         {"财政拨款\"三公\"经费,x\nb,c", "财政拨款\"三公\"经费|x\nb|c"},
		"quotes nothing ends":   {"a,\"b\nc,d\ne,f", "a|\"b\nc|d\ne|f"},
		"texts as formulas":     {"=\"001\",=\"1,677.91\",\"=\"\"002\"\"\"\n=\"a\",b,=\"\"\n", "001|1,677.91|002\na|b|"},
		"only an equals sign":   {"=,=\"\n=1+2,b", "=|=\"\n=1+2|b"},
		"blanks are no content": {"a,b, ,\u3000\n ,\t\nc, 12.50 ,,", "a|b\n|\nc|12.50"},
		"money in quotes":       {"科目,金额\n201,\"1,677.91\"\n", "科目|金额\n201|1,677.91"},
		"lines written twice":   {"a,b\r\r\nc,d\r\r\n", "a|b\nc|d"},
		"an end of old":         {"a,b\nc,d\n\x1A", "a|b\nc|d"},
		"decimals of money":     {"科目,金额\n201,1677.9100\n202,0.0000\n203,5.5000", "科目|金额\n201|1677.91\n202|0.00\n203|5.50"},
		"decimals in use":       {"科目,金额\n201,1677.9100\n202,0.1250", "科目|金额\n201|1677.910\n202|0.125"},
		"blanks before quotes":  {"a, \"b,c\"\nd, \"e\"", "a|b,c\nd|e"},
		"bars":                  {"科目|金额\n201|1,677.91", "科目|金额\n201|1,677.91"},
		"nothing in a database": {"a,NULL,\\N\n(null),\"NULL\",b\n", "a||\n|NULL|b"},
		"empties at the end":    {"a,b,,,\nc,d,,,\n,,,,\n,,,,\n", "a|b\nc|d"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, shown(t, readOne(t, c.data)))
			for encoding, data := range map[string]string{
				"marked": "\uFEFF" + c.data, "gb18030": gb(t, c.data), "utf-16": string(wide.Bytes("\uFEFF" + c.data)),
			} {
				assert.Equal(t, c.want, shown(t, readOne(t, data)), encoding)
			}
		})
	}
}

func gb(t *testing.T, s string) string {
	t.Helper()
	s, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	require.NoError(t, err)
	return s
}

// A number shows as it is written where it has two decimals or more, and any text
// that is no plain number stays as it is.
func TestNumbers(t *testing.T) {
	const none = -1
	for field, c := range map[string]struct {
		stored, shown string
		decimals      int
	}{
		"1677.90":      {"1677.90", "1677.90", 2},
		"0.00":         {"0.00", "0.00", 2},
		"-25.00":       {"-25.00", "-25.00", 2},
		"0.123456":     {"0.123456", "0.123456", 6},
		"1,677.91":     {"1677.91", "1,677.91", 2},
		"-1,234,567.8": {"-1234567.8", "-1234567.8", none},
		"277.3":        {"277.3", "277.3", none},
		"0":            {"0", "0", none},
		"2010301":      {"2010301", "2010301", none},
		"1,677":        {"1677", "1677", none},
		" 12.50 ":      {"12.50", "12.50", 2},
		".50":          {"0.50", "0.50", 2},
		"-.5":          {"-0.5", "-0.5", none},
	} {
		cell := readOne(t, "a\t"+field+"\nb\tc").At(0, 1)
		assert.Equal(t, document.Number, cell.Kind, field)
		assert.Equal(t, c.stored, cell.Stored, field)
		assert.Equal(t, c.shown, cell.Shown(), field)
		assert.Equal(t, c.decimals, cell.Format.Decimals(), field)
	}
	for _, field := range []string{"001", "0201", "00.50", "-0.00", "1,67", "12,34.5", "1,,2", ",123", "1.", ".", "-.", ",.5", "+5", "(25.00)", "25.00-", "12.5%", "1E+05", "1 677.91",
		"1,677.91元", "￥5", "１２", "1.677,91", "12345678901234567890", "1234567890123.456", "—", "-", "--5", "1-2", "0x1", `="1677.91"`} {
		cell := readOne(t, "a\t"+field+"\nb\tc").At(0, 1)
		assert.Equal(t, document.Text, cell.Kind, field)
		if field[0] != '=' {
			assert.Equal(t, field, cell.Shown(), field)
		}
	}
}

// Money without quotation marks is made whole again where only one way of doing so
// gives the line the width of the others.
func TestThousands(t *testing.T) {
	const head = "支出决算表,,,\n科目编码,科目名称,合计,基本支出\n"
	for name, c := range map[string]struct{ lines, want string }{
		"one":               {"201,服务,1,459.26,397.55\n202,外交,12.00,3.00", "201|服务|1,459.26|397.55\n202|外交|12.00|3.00"},
		"two":               {"201,服务,1,459.26,12,397.55", "201|服务|1,459.26|12,397.55"},
		"millions":          {"合计,,-1,234,567.89,12", "合计||-1,234,567.89|12"},
		"wide as the head":  {"二、外交,2,459.26,3", "二、外交|2|459.26|3"},
		"quoted too":        {"201,\"服,务\",1,459.26,\"1,397.55\"", "201|服,务|1,459.26|1,397.55"},
		"another reason":    {"201,服务,1.00,2.00,注", "201|服务|1.00|2.00|注"},
		"several ways":      {"2,459.26,3,1,459.26", "refused"},
		"several ways long": {"a,31,234,567.89,1.00", "refused"},
	} {
		t.Run(name, func(t *testing.T) {
			book, err := Open([]byte(head + c.lines))
			if c.want == "refused" {
				assert.ErrorContains(t, err, "第 3 行")
				return
			}
			require.NoError(t, err)
			text := shown(t, book.Sheets[0])
			lines := strings.SplitN(text, "\n", 3)
			assert.Equal(t, c.want, strings.ReplaceAll(lines[2], "|\n", "\n"))
		})
	}
	s := readOne(t, head+"201,服务,1,459.26,397.55")
	assert.Equal(t, document.Number, s.At(2, 2).Kind)
	assert.Equal(t, "1459.26", s.At(2, 2).Stored)
}

func TestRefusals(t *testing.T) {
	far := strings.Repeat(",", maxUsedCol)
	for name, c := range map[string]struct{ data, code, part string }{
		"a letter":        {"各位领导：\n现将决算情况报告如下。\n一、基本情况, 略\n二、收支情况\n三、其他\n", "csv", "没有找到"},
		"one column":      {"支出决算表\n201\n202\n", "csv", "没有找到"},
		"one line":        {"a,b,c", "csv", "没有找到"},
		"blanks":          {" \n\n \r\n", "csv", "没有找到"},
		"another script":  {"\xA6\xAC\xFF\xFF,\xFF\xFF\xFF\xFE\n\xFF,\xFE\xFF\xFF\n\xFF\xFF,\xFE", "corrupt", "文字"},
		"far right":       {"a,b" + far + "\nc,d" + far + "x\n", "too-complex", "512"},
		"too many lines":  {strings.Repeat("a,b\n", 3) + strings.Repeat("\n", document.MaxRows) + "a,b", "too-complex", "1048576 行"},
		"too many cells":  {strings.Repeat(strings.Repeat("1,", 200)+"\n", maxCells/200+1), "too-complex", "1000000 个"},
		"too long a text": {"a,b\nc," + strings.Repeat("长", maxText) + "\n", "too-complex", "B2"},
		"too large":       {strings.Repeat("a,b\n", maxFile/4+1), "too-large", "64 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open([]byte(c.data))
			var refusal *document.Refusal
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, c.code, refusal.Code, refusal.Message)
			assert.Contains(t, refusal.Message, c.part)
			assert.True(t, strings.HasSuffix(refusal.Message, "。") && strings.HasSuffix(refusal.Hint, "。"))
		})
	}
}

func FuzzOpen(f *testing.F) {
	for _, s := range []string{"a,b\n\"c\"\"d\",=\"001\"\r\n", "sep=;\na;1,677.91\nb;c", "a\t-1.50\rb\t\"x\ny\"", "\"", "=\"", "\xFF\xFEa\x00,\x00b\x00\n\x00c\x00,\x00d\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := Open(data)
		if err != nil {
			assert.NotEmpty(t, err.Error())
			return
		}
		row := -1
		for _, r := range book.Sheets[0].Rows {
			assert.Greater(t, r.Index, row)
			row = r.Index
			col := -1
			for i := range r.Cells {
				c := &r.Cells[i]
				assert.True(t, c.Row == row && c.Col > col && c.Col < maxUsedCol && c.Format != nil && c.Stored != "")
				assert.True(t, utf8.ValidString(c.Shown()))
				if col = c.Col; c.Kind == document.Number {
					assert.True(t, document.IsNumber(c.Stored))
				}
			}
		}
	})
}
