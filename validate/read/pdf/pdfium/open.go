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
	if len(data) > pdf.MaxFile {
		return nil, pdf.TooLarge()
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
	done, ended := make(chan result, 1), make(chan struct{})
	go func() {
		defer close(ended)
		defer func() {
			if p := recover(); p != nil { // of the binding, once its instance is dead
				done <- result{refusal: pdf.Damaged()}
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
		unmap()
		return r.pages, r.refusal
	case <-timer.C:
		kill(ended)
		_ = in.Kill()
		unmap()
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
	if errors.Is(err, failures.ErrPassword) && password != "" { // it may need none
		if again, without := in.OpenDocument(&requests.OpenDocument{File: &data}); without == nil {
			opened, err = again, nil
		}
	}
	switch {
	case errors.Is(err, failures.ErrPassword) && password == "":
		return nil, pdf.Locked()
	case errors.Is(err, failures.ErrPassword):
		return nil, pdf.WrongPassword()
	case errors.Is(err, failures.ErrSecurity):
		return nil, pdf.Secured()
	case err != nil:
		return nil, pdf.Damaged()
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil || count.PageCount == 0:
		return nil, pdf.Damaged()
	case count.PageCount > pdf.MaxPages:
		return nil, pdf.TooManyPages()
	}
	pages := make([]pdf.Page, count.PageCount)
	left := budget{chars: pdf.MaxChars, rulings: pdf.MaxRulings, objects: pdf.MaxObjects, segments: pdf.MaxSegments}
	for i := range pages {
		r := reader{in: in, page: &pages[i], left: &left}
		if refusal := r.read(opened.Document, i); refusal != nil {
			return nil, refusal
		}
	}
	return pages, nil
}

func broken(what string) *document.Refusal {
	return refuse.As("internal", what, "请再试一次；或者拖入 .xlsx 原表。")
}
