package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/annotate"
	"suanqing/validate/export"
	"suanqing/validate/report"
)

// keepsSaved has every file that the page makes for download kept by its name.
var keepsSaved = before(`window.kept = {};
const made = new Map();
const createObjectURL = URL.createObjectURL;
URL.createObjectURL = (blob) => { const url = createObjectURL(blob); made.set(url, blob); return url; };
HTMLAnchorElement.prototype.click = function () { made.get(this.href).text().then((text) => { window.kept[this.download] = text; }); };`)

type acceptance struct {
	Schema     int    `json:"schema"`
	File       string `json:"file"`
	Department string `json:"department"`
	Year       int    `json:"year"`
	Accepted   []struct {
		Fingerprint string `json:"fingerprint"`
		Rule        string `json:"rule"`
		Reason      string `json:"reason"`
		Message     string `json:"message"`
		When        string `json:"when"`
	} `json:"accepted"`
}

// savedText is the text of a file that the page made.
func (p *page) savedText(name string) string {
	p.t.Helper()
	p.until(fmt.Sprintf(`window.kept[%q] !== undefined`, name))
	return eval[string](p, fmt.Sprintf(`window.kept[%q]`, name))
}

// stroke presses a letter as a keyboard does: what the key is taken for is not typed
// too. (press types it whatever becomes of the key.)
func (p *page) stroke(letter string) {
	p.t.Helper()
	code := int64(strings.ToUpper(letter)[0])
	for _, event := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeKeyDown, Key: letter, Text: letter, Code: "Key" + strings.ToUpper(letter), WindowsVirtualKeyCode: code},
		{Type: input.DispatchKeyEventTypeKeyUp, Key: letter, Code: "Key" + strings.ToUpper(letter), WindowsVirtualKeyCode: code},
	} {
		_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, event)
		require.NoError(p.t, err)
	}
}

// acceptWith accepts the finding chosen, by keys alone.
func (p *page) acceptWith(reason string) {
	p.t.Helper()
	p.stroke("a")
	p.until(`document.activeElement?.id === 'reason'`)
	p.press(reason)
	p.press(kb.Enter)
	p.until(`!document.querySelector('dialog[open]')`)
}

const counts = `document.querySelector('.counts').textContent`

func TestAcceptByKeyboardAlone(t *testing.T) {
	p := open(t, options{prepare: keepsSaved}).ready()
	wrong := typo(t)
	p.drop("a.xlsx", wrong)
	p.verdict("a.xlsx")
	want := validate.Check("a.xlsx", wrong, nil).Report.Findings[0]

	// A suspect is none to accept; a reason must have words.
	p.until(`document.querySelector('.item.group[aria-selected="true"]')`)
	p.stroke("a")
	p.until(`document.querySelector('#live').textContent.includes('选中后可以接受')`)
	p.press("j")
	p.until(`document.querySelector('.item[aria-selected="true"]')?.id === 'finding-3'`) // past the folded group, into the tails
	p.press("k")
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item[aria-selected="true"]')?.id === 'finding-0'`)
	p.stroke("a")
	p.until(`document.activeElement?.id === 'reason'`)
	assert.Equal(t, "", eval[string](p, `document.querySelector('#reason').value`))
	p.press("  " + kb.Enter)
	p.until(`document.querySelector('#reason').getAttribute('aria-invalid') === 'true' && document.querySelector('dialog[open]')`)
	p.press(kb.Escape)
	p.until(`!document.querySelector('dialog[open]')`)
	assert.Contains(t, p.text(".counts"), "3 处错误", "Esc accepts nothing")
	p.acceptWith("<b>上级已批复</b>")

	p.until(counts + `.includes('2 处错误') && ` + counts + `.includes('另有 1 处已接受')`)
	assert.Equal(t, "不通过", p.text(".verdict-word"), "figures decide the verdict")
	assert.Contains(t, p.text("#live"), "已接受")
	assert.Contains(t, p.text("#finding-0"), "已接受：<b>上级已批复</b>", "as text")
	assert.Contains(t, p.text("#equation .accepted"), "<b>上级已批复</b>")
	assert.True(t, eval[bool](p, `document.activeElement.matches('.list')`), "on to the next")

	// The file, by keys from the verdict.
	p.run(`document.querySelector('.save-accepted').focus()`)
	p.press(kb.Enter)
	var file acceptance
	require.NoError(t, json.Unmarshal([]byte(p.savedText("a-接受.json")), &file))
	assert.Equal(t, []any{1, "a.xlsx", 0}, []any{file.Schema, file.File, file.Year})
	require.Len(t, file.Accepted, 1)
	got := file.Accepted[0]
	assert.Equal(t, []string{want.Fingerprint, want.Rule, "<b>上级已批复</b>", want.Message}, []string{got.Fingerprint, got.Rule, got.Reason, got.Message})
	assert.Regexp(t, `^\d{4}-\d\d-\d\dT`, got.When)
	assert.False(t, eval[bool](p, `Boolean(document.querySelector('.save-accepted'))`), "nothing is unsaved")
	assert.True(t, eval[bool](p, `document.activeElement.id === 'verdict'`))
	assert.Contains(t, p.text("#live"), "接受记录已存为“a-接受.json”")

	// Taken back.
	p.stroke("a")
	p.until(`document.activeElement.matches('#equation .accept')`)
	p.press(kb.Enter)
	p.until(counts + `.includes('3 处错误') && !` + counts + `.includes('接受')`)
	assert.Equal(t, 0, eval[int](p, `document.querySelectorAll('.is-accepted').length`))
}

// accepting is the file that accepts some of a report's findings.
func accepting(r *report.Report, reason, when string, findings ...report.Finding) string {
	list := []map[string]string{}
	for _, f := range findings {
		list = append(list, map[string]string{"fingerprint": f.Fingerprint, "rule": f.Rule, "reason": reason, "message": f.Title, "when": when})
	}
	text, _ := json.Marshal(map[string]any{"schema": 1, "file": "x.xlsx", "department": r.Department, "year": r.Year, "accepted": list})
	return string(text)
}

func TestAcceptFileBeforeAfterAndOutdated(t *testing.T) {
	wrong := typo(t)
	r := validate.Check("a.xlsx", wrong, nil).Report
	require.Equal(t, report.Error, r.Findings[2].Severity)
	const early, late = "2024-01-02T03:04:05.678Z", "2024-02-02T03:04:05.678Z"
	p := open(t, options{}).ready()

	// Before the workbook; two files are merged, of one finding the later counts.
	p.drop("b.json", []byte(accepting(r, "后来的理由", late, r.Findings[0])))
	p.until(`document.querySelector('#notice').textContent.includes('拖入同一部门、同一年度的报表后生效')`)
	p.drop("c.json", []byte(accepting(r, "先前的理由", early, r.Findings[0], r.Findings[1], r.Findings[len(r.Findings)-1])))
	p.until(`document.querySelector('#notice').textContent.includes('共 3 条')`)
	p.drop("a.xlsx", wrong)
	p.verdict("a.xlsx")
	assert.Contains(t, p.text(".counts"), "1 处错误")
	assert.Contains(t, p.text(".counts"), "6 处尾差")
	assert.Contains(t, p.text(".counts"), "另有 3 处已接受")
	assert.NotContains(t, p.text(".counts"), "失效")
	assert.Contains(t, p.text("#live"), "另有 3 处已接受")
	p.click(".accepted-count")
	assert.Contains(t, p.text("dialog[open]"), "后来的理由")
	assert.Equal(t, 2, strings.Count(p.text("dialog[open]"), "先前的理由"))
	p.press(kb.Escape)

	// After the workbook: all errors.
	p.drop("d.json", []byte(accepting(r, "第三处", late, r.Findings[2])))
	p.until(counts + `.includes('另有 4 处已接受') && !` + counts + `.includes('错误')`)
	assert.Contains(t, p.text("#notice"), "对上 4 处")
	assert.Contains(t, p.text(".lacking"), "结论仍按表中的数得出")
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	for _, part := range []string{"已接受（4）", "后来的理由", "2024-02-02", "尾差汇总（6）"} {
		assert.Contains(t, p.text("#print"), part)
	}

	// A figure changes: what it is in lapses, and nothing else.
	other := edited(t, seed, map[string]any{"3!E11": 2570.05})
	o := validate.Check("a.xlsx", other, nil).Report
	still := 0
	for _, f := range o.Findings {
		for _, old := range []report.Finding{r.Findings[0], r.Findings[1], r.Findings[2], r.Findings[len(r.Findings)-1]} {
			if f.Fingerprint == old.Fingerprint {
				still++
			}
		}
	}
	require.Equal(t, 1, still, "the tail")
	p.drop("a2.xlsx", other)
	p.verdict("a2.xlsx")
	assert.Contains(t, p.text(".counts"), "3 处错误")
	assert.Contains(t, p.text(".counts"), "另有 1 处已接受，已失效 3 条")
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "已失效的接受（3）")

	// Another department's are none of these.
	p.drop("e.json", []byte(strings.Replace(accepting(r, "别家", late, o.Findings[0]), r.Department, "别的部门", 1)))
	p.until(`document.querySelector('#notice').textContent.includes('别的部门')`)
	assert.Contains(t, p.text(".counts"), "另有 1 处已接受")
}

func TestAcceptRefusesWhatIsNoneOfOurs(t *testing.T) {
	wrong := typo(t)
	r := validate.Check("a.xlsx", wrong, nil).Report
	p := judged(t, "a.xlsx", wrong)
	good := accepting(r, "理由", "2024-01-02T03:04:05.678Z", r.Findings[0])
	change := func(old, now string) string {
		require.Contains(t, good, old)
		return strings.Replace(good, old, now, 1)
	}
	whole, err := r.JSON()
	require.NoError(t, err)
	for i, text := range []string{
		"", "null", "[]", "{}", "\x00\xff", string(whole),
		change(`"schema":1`, `"schema":2`), change(`"year":0`, `"year":"2023"`), change(`"year":0`, `"year":0.5`),
		change(`"file":"x.xlsx"`, `"file":null`), change(`"accepted":[`, `"accepted":[null,`), change(`"accepted":[`, `"accepted":[[],`),
		change(`"reason":"理由"`, `"reason":""`), change(`"reason":"理由"`, `"reason":["理由"]`),
		change(`"reason":"理由"`, `"reason":"`+strings.Repeat("长", 201)+`"`), change(`"reason":"理由"`, `"reason":"反\u202e转"`),
		change(`"reason":"理由"`, `"reason":"换\n行"`), change(r.Findings[0].Fingerprint, "xyz"), change(r.Findings[0].Fingerprint, r.Findings[0].Fingerprint+"0"),
		change(`2024-01-02T`, `2024-13-02T`), change(`2024-01-02T`, `昨天`), change(`"department":"`, `"department":"`+strings.Repeat("长", 256)),
		good + strings.Repeat(" ", 5<<20),
	} {
		name := fmt.Sprintf("%d.json", i)
		p.drop(name, []byte(text))
		p.until(fmt.Sprintf(`document.querySelector('#notice').textContent.includes('没有读入“%s”')`, name))
		assert.NotContains(t, p.text(".counts"), "接受", "%d", i)
		assert.Contains(t, p.text("#notice"), "请拖入由“算清”保存的", "what to do")
	}
	p.drop("good.json", []byte("\ufeff"+change(`"schema":1`, `"schema":1,"later":{"a":1},"__proto__":{"reason":"x"}`)))
	p.until(counts + `.includes('另有 1 处已接受')`)
	assert.Equal(t, "undefined", eval[string](p, `typeof ({}).reason`))
}

// TestAcceptInExports: the reasons go into the CSV, the JSON and the annotated copy,
// also after the core has read another book in between.
func TestAcceptInExports(t *testing.T) {
	wrong := typo(t)
	r := validate.Check("a.xlsx", wrong, nil).Report
	p := open(t, options{prepare: keepsSaved}).ready()
	p.drop("a.xlsx", wrong)
	p.verdict("a.xlsx")
	p.click(`[data-export="json"]`)
	whole, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(whole), p.savedText("a-检查报告.json"), "nothing accepted: byte for byte")
	p.drop("b.xlsx", read(t, seed))
	p.verdict("b.xlsx")
	p.click(".file:nth-child(1)")
	p.verdict("a.xlsx")
	p.click(".tab:nth-child(9)") // read again
	p.until(`document.querySelector('#sheet').textContent.includes('三公')`)
	p.drop("c.json", []byte(accepting(r, "上级批复", "2024-02-02T03:04:05.678Z", r.Findings[1])))
	p.until(counts + `.includes('另有 1 处已接受')`)
	want := *r
	want.Findings = append([]report.Finding{}, r.Findings...)
	want.Findings[1].Accepted = &report.Acceptance{Reason: "上级批复", When: "2024-02-02T03:04:05.678Z"}

	p.run(`window.kept = {}`)
	p.click(`[data-export="json"]`)
	var got report.Report
	require.NoError(t, json.Unmarshal([]byte(p.savedText("a-检查报告.json")), &got))
	assert.Equal(t, want, got)
	p.click(`[data-export="csv"]`)
	assert.Equal(t, strings.TrimPrefix(string(export.CSV(&want)), "\ufeff"), p.savedText("a-问题清单.csv"), "(Blob.text drops the mark)")
	p.run(`dispatchEvent(new Event('beforeprint'))`)
	assert.Contains(t, p.text("#print"), "上级批复")

	p.run(`window.copied = new Promise((r) => { Blob.prototype.text = function () { return this.arrayBuffer().then((b) => { r(btoa(Array.from(new Uint8Array(b), (c) => String.fromCharCode(c)).join(''))); return ''; }); }; })`)
	p.click(`[data-export="copy"]`)
	data, err := base64.StdEncoding.DecodeString(eval[string](p, `window.copied`))
	require.NoError(t, err)
	copied, err := annotate.Copy(wrong, &want)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(copied, data))
	book, err := excelize.OpenReader(bytes.NewReader(copied))
	require.NoError(t, err)
	defer book.Close()
	rows, err := book.GetRows(report.ResultSheet)
	require.NoError(t, err)
	text := fmt.Sprint(rows)
	assert.Contains(t, text, "错误 2 · ")
	assert.Contains(t, text, "另有 1 处已接受")
	assert.Equal(t, 1, strings.Count(text, "已接受：上级批复"))
}

// What is accepted leaves the counts of the filters as it leaves those of the verdict;
// under a filter the next finding comes up in its place.
func TestAcceptedIsAFilterOfItsOwn(t *testing.T) {
	p := judged(t, "a.xlsx", typo(t))
	chips := `[...document.querySelectorAll('.chip')].map((c) => c.textContent.slice(c.querySelector('.mark') ? 1 : 0)).join(' ')`
	assert.Equal(t, "错误 3 尾差 7", eval[string](p, chips))
	p.press(kb.ArrowRight)
	p.press("j")
	p.until(`document.querySelector('.item[aria-selected="true"]').dataset.finding`)
	p.press("f")
	p.press(" ")
	p.until(`document.querySelector('.chip.error').getAttribute('aria-pressed') === 'true'`)
	listed := `[...document.querySelectorAll('.item[data-finding]')].map((i) => i.dataset.finding).join(' ')`
	all := strings.Fields(eval[string](p, listed))
	require.Len(t, all, 3)
	p.run(`document.querySelector('.list').focus()`)
	p.acceptWith("已核对")
	assert.Equal(t, "错误 2 尾差 7 已接受 1", eval[string](p, chips))
	assert.Equal(t, all[1]+" "+all[2], eval[string](p, listed))
	p.press("j")
	p.until(`document.querySelector('.item[aria-selected="true"]')?.dataset.finding === '` + all[1] + `'`)
	p.click(".chip.accepted")
	p.until(listed + ` === '` + all[0] + `'`)
	p.click(".chip.accepted")
	p.until(listed + `.startsWith('` + strings.Join(all, " ") + `')`)
}
