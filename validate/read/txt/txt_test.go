package txt

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"suanqing/validate/document"
	"suanqing/validate/lab/twin"
)

const mixed = "第二部分\r\n\r\n收入决算表\n金额单位：万元\n\n项目\t\t本年收入合计\n合 计\t\t1,677.91\n\t\t\n201\t一般公共服务支出\t1,459.26\n\n注：本表反映收入。\f" +
	"第三部分 情况说明\n\n一、\t2023年度收、支总计均为1,677.91万元，与上年相比\n有所增加。\n\t二、收入决算情况说明的第二段话是这样写下来的。\n（一）2023年度收入合计1,677.91万元，其中财政拨款全部。\n" +
	"三、支出合计1,677.91万元，其中基本支出1,280.36万元；\n四、项目支出397.55万元，占本年支出的百分之二十三。\n"

func sheets(t *testing.T, data []byte) (out []string) {
	t.Helper()
	d, err := Open(data)
	require.NoError(t, err)
	for _, s := range d.Sheets {
		line := s.Name + "："
		for _, r := range s.Rows {
			line += "\n"
			for i := range r.Cells {
				line += fmt.Sprint("|", document.Address(r.Index, r.Cells[i].Col), " ", r.Cells[i].Shown())
			}
		}
		assert.True(t, s.Written)
		out = append(out, line)
	}
	return out
}

// TestMixed: lines parted by tabs are tables, with what heads them and the notes below;
// all else are paragraphs as they were broken; in any encoding.
func TestMixed(t *testing.T) {
	want := []string{
		"收入决算表：\n|A1 第二部分\n|A2 收入决算表\n|A3 金额单位：万元\n|A4 项目|C4 本年收入合计\n|A5 合 计|C5 1,677.91\n|A7 201|B7 一般公共服务支出|C7 1,459.26\n|A8 注：本表反映收入。",
		"第三部分 情况说明：\n|A1 第三部分 情况说明\n|A2 一、\t2023年度收、支总计均为1,677.91万元，与上年相比\n|A3 有所增加。\n|A4 二、收入决算情况说明的第二段话是这样写下来的。\n|A5 （一）2023年度收入合计1,677.91万元，其中财政拨款全部。\n|A6 三、支出合计1,677.91万元，其中基本支出1,280.36万元；\n|A7 四、项目支出397.55万元，占本年支出的百分之二十三。",
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(mixed)
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(mixed)
	require.NoError(t, err)
	for _, text := range []string{mixed, "\ufeff" + mixed, gb, wide} {
		assert.Equal(t, want, sheets(t, []byte(text)))
	}
}

// TestContents: headings with their pages are no table.
func TestContents(t *testing.T) {
	got := sheets(t, []byte("目录\n一、收入决算表\t5\n二、支出决算表\t6\n\n2023年度收、支总计均为1,677.91万元。\n"+strings.Repeat("2023年度收、支总计均为1,677.91万元。\n", 4)))
	assert.Equal(t, []string{"目录：\n|A1 目录\n|A2 一、收入决算表\t5\n|A3 二、支出决算表\t6\n|A4 2023年度收、支总计均为1,677.91万元。"}, []string{got[0][:strings.Index(got[0], "\n|A5")]})
}

// TestBrokenCells: a cell of several lines, as spreadsheets copy it, is one; a quotation
// mark that nothing closes is a character.
func TestBrokenCells(t *testing.T) {
	said := strings.Repeat("2023年度收、支总计均为1,677.91万元。\n", 5)
	got := sheets(t, []byte("收入决算表\n\"项\r\n目\"\t\"附属\n单位\"\t\"称为\"\"其他\"\"的\"\n\"开\t1.00\t2.00\n\t3.00\t\"4\n\n"+said))
	assert.True(t, strings.HasPrefix(got[0], "收入决算表：\n|A1 收入决算表\n|A2 项\n目|B2 附属\n单位|C2 称为\"其他\"的\n|A3 \"开|B3 1.00|C3 2.00\n|B4 3.00|C4 \"4"), got[0])
}

// TestTablesStay: a table that is a text is read as before, with its notes and sentences.
func TestTablesStay(t *testing.T) {
	note := "注：本表反映部门本年度取得的各项收入情况，金额单位转换时可能存在尾数误差。\n"
	for _, text := range []string{
		"收入决算表,,\n项目,,合计\n合计,,1.00\n" + note + note + note,
		"收入决算表\n项目\t名称\t合计\n合计\t\t1.00\n201\t一般\t1.00\n" + note,
		strings.Repeat("项目,\"总体目标完成得很好。全年共计开展了二十次。\",1.00\n", 20),
		strings.Repeat("项目;总体目标完成得很好。全年共计开展了二十次。;1.00\n", 20),
	} {
		d, err := Open([]byte(text))
		require.NoError(t, err)
		assert.Len(t, d.Sheets, 1)
		assert.False(t, d.Sheets[0].Written, text)
	}
}

// TestRefusals: what holds nothing to be checked is said.
func TestRefusals(t *testing.T) {
	for want, text := range map[string]string{
		"也没有决算的文字说明": "这是一封写给大家的信，里面什么数也没有。祝各位身体健康。",
		"没有找到用逗号":    "第一行\n第二行\n",
		"有一行文字过长":    "2023年度决算收支总计均为1,677.91万元。" + strings.Repeat("长", maxLine),
		"的表格超过":      mixed + strings.Repeat(mixed[strings.Index(mixed, "三、支"):], 20) + strings.Repeat(strings.Repeat("\t", 50_000)+"1\n\n", 40),
	} {
		_, err := Open([]byte(text))
		var r *document.Refusal
		if assert.True(t, errors.As(err, &r), want) {
			assert.Contains(t, r.Message, want)
			assert.True(t, strings.HasSuffix(r.Message, "。") && strings.HasSuffix(r.Hint, "。"))
		}
	}
}

// FuzzOpen: whatever a text holds, it is refused in two sentences, or is sound.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(mixed))
	f.Add([]byte("2023年度决算，收支总计均为1,677.91万元。\t\t\t\n\t1\n\x00\r\f"))
	f.Add([]byte("\xd6\xa7\xb3\xf6，，，。；\t"))
	f.Fuzz(func(t *testing.T, data []byte) {
		twin.Sound(t, data, func(data []byte) (*document.Document, error) {
			d, err := Open(data)
			if err == nil {
				d.NameSheets()
			}
			return d, err
		})
	})
}
