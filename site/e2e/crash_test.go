package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// A core that panics, ends, overflows or hangs leaves a working page.

func TestCrashes(t *testing.T) {
	p := open(t, options{site: failing}).ready()
	for _, c := range []struct{ name, says string }{
		{"panic.xlsx", "检查程序自己出错了"},
		{"exit.xlsx", "程序中断了"},
		{"overflow.xlsx", "程序中断了"},
	} {
		p.drop(c.name, read(t, seed))
		assert.Contains(t, p.problem(c.name), c.says)
		p.drop("after-"+c.name, read(t, seed))
		assert.Equal(t, "有尾差（可接受）", p.verdict("after-"+c.name))
		p.until(`document.querySelector('#sheet td.n')`)
	}
}

func TestDeadline(t *testing.T) {
	p := open(t, options{site: failing}).ready()
	p.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.deadline = '400'`))
	p.drop("hang.xlsx", read(t, seed))
	assert.Contains(t, p.problem("hang.xlsx"), "超时")
	p.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.deadline = '60000'`))
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
}

func TestCancel(t *testing.T) {
	p := open(t, options{site: failing}).ready()
	p.drop("hang.xlsx", read(t, seed))
	p.until(`!document.querySelector('#working').hidden`)
	assert.True(t, eval[bool](p, `document.activeElement.id === 'cancel'`))
	p.click("#cancel")
	p.until(`!document.querySelector('#invite').hidden && document.querySelector('#problem').hidden`)
	p.drop("next.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"))
	p.drop("hang.xlsx", read(t, seed))
	p.until(`!document.querySelector('#working').hidden`)
	p.click("#cancel")
	assert.Equal(t, "有尾差（可接受）", p.verdict("next.xlsx"), "back to the file before")
}

func TestTheFileBehindAHungOneIsChecked(t *testing.T) {
	p := open(t, options{site: failing}).ready()
	p.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.deadline = '2000'`))
	p.drop("hang.xlsx", read(t, seed))
	p.drop("behind.xlsx", read(t, seed))
	assert.Equal(t, "有尾差（可接受）", p.verdict("behind.xlsx"))
}
