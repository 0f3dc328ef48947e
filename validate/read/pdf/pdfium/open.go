package pdfium

import (
	"context"
	"errors"
	"time"

	"github.com/klippa-app/go-pdfium"
	failures "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"

	"suanqing/validate/document"
	"suanqing/validate/internal/say"
	"suanqing/validate/read/pdf"
	"suanqing/validate/read/refuse"
)

// mostTime is how long PDFium may take over one file.
const mostTime = 30 * time.Second

// mostFile is the largest PDF that is read, in bytes: it is copied into PDFium's memory.
const mostFile = 64 << 20

// Open reads a PDF; the password is for one that needs it to be opened, "" for none. The
// error is a *document.Refusal: "encrypted" where a password is needed, "password" where
// it is not the right one.
func Open(data []byte, password string) (*document.Document, error) {
	pages, refusal := within(mostTime, data, password)
	if refusal != nil {
		return nil, refusal
	}
	d, refusal := pdf.Document(pages)
	if refusal != nil {
		return nil, refusal
	}
	return d, nil
}

// Pages are the pages of a PDF, for what draws on them. The error is that of Open.
func Pages(data []byte, password string) ([]pdf.Page, error) {
	pages, refusal := within(mostTime, data, password)
	if refusal != nil {
		return nil, refusal
	}
	return pages, nil
}

// within reads the pages, and ends PDFium where it takes too long.
func within(limit time.Duration, data []byte, password string) (pages []pdf.Page, refusal *document.Refusal) {
	if len(data) > mostFile {
		return nil, refuse.As("too-large", say.Text("这个 PDF 过大，超过 %d MB。", mostFile>>20), pdf.Trim)
	}
	pool, err := engine()
	if err != nil {
		return nil, broken("读取 PDF 的程序没有启动：" + err.Error())
	}
	in, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return nil, broken("读取 PDF 的程序没有启动：" + err.Error())
	}
	type result struct {
		pages   []pdf.Page
		refusal *document.Refusal
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil { // of the binding, once its instance is dead
				done <- result{refusal: damaged()}
			}
		}()
		pages, refusal := read(in, data, password)
		done <- result{pages, refusal}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-done:
		_ = in.Close() // what is left of it goes with its memory
		return r.pages, r.refusal
	case <-timer.C:
		_ = in.Kill()
		return nil, refuse.As("too-complex", say.Text("这个 PDF 过于复杂，%d 秒内没有读完。", int(limit.Seconds())), pdf.Trim)
	}
}

// read reads the pages with an instance of PDFium.
func read(in pdfium.Pdfium, data []byte, password string) ([]pdf.Page, *document.Refusal) {
	request := &requests.OpenDocument{File: &data}
	if password != "" {
		request.Password = &password
	}
	opened, err := in.OpenDocument(request)
	switch {
	case errors.Is(err, failures.ErrPassword) && password == "":
		return nil, refuse.As("encrypted", "这个 PDF 设有打开密码。", "请输入打开密码；或者拖入 .xlsx 原表。")
	case errors.Is(err, failures.ErrPassword):
		return nil, refuse.As("password", "密码不对，打不开这个 PDF。", "请核对后再输入一次；或者拖入 .xlsx 原表。")
	case errors.Is(err, failures.ErrSecurity):
		return nil, refuse.As("pdf-security", "这个 PDF 用了读不了的加密方式。", "请在阅读器中打开并“另存为”或打印成新的 PDF；或者拖入 .xlsx 原表。")
	case err != nil:
		return nil, damaged()
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil || count.PageCount == 0:
		return nil, damaged()
	case count.PageCount > pdf.MaxPages:
		return nil, refuse.As("too-complex", say.Text("这个 PDF 超过 %d 页。", pdf.MaxPages), pdf.Trim)
	}
	pages := make([]pdf.Page, count.PageCount)
	left := budget{chars: pdf.MaxChars, rulings: pdf.MaxRulings, objects: mostObjects}
	for i := range pages {
		r := reader{in: in, page: &pages[i], left: &left}
		if refusal := r.read(opened.Document, i); refusal != nil {
			return nil, refusal
		}
	}
	return pages, nil
}

func damaged() *document.Refusal {
	return refuse.As("corrupt", "这个 PDF 已经损坏，读不出来。", "请重新导出或下载后，再拖入；或者拖入 .xlsx 原表。")
}

func broken(what string) *document.Refusal {
	return refuse.As("internal", what, "请再试一次；或者拖入 .xlsx 原表。")
}
