// Package mhtml reads workbooks that Excel or WPS saved as 单个文件网页 (.mht, also under
// the name .xls), and pages that a browser saved so: a mail of pages, [RFC 2557]. The
// pages are read as package html reads them, in the order and by the names that the
// workbook's own page lists. Nothing that a page names is fetched; what the file does
// not hold is not there.
package mhtml

import (
	"errors"
	"net/url"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/html"
	"suanqing/validate/read/refuse"
)

// Open reads a file from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	if len(data) > grid.MaxFile {
		return nil, refuse.FileTooLarge(grid.MaxFile)
	}
	var m message
	if refusal := m.read(data, 0); refusal != nil {
		return nil, refusal
	}
	var styles []string
	var pages []page
	for _, p := range m.parts {
		isPage := p.kind == "text/html" || p.kind == "application/xhtml+xml"
		if !isPage && p.kind != "text/css" {
			continue
		}
		declared := p.charset
		if named := charset.Declared(p.body); named != "" {
			declared = named
		}
		text, err := charset.Decode(p.body, declared)
		if err != nil {
			return nil, err
		}
		if isPage {
			pages = append(pages, page{Page: html.Page{HTML: text}, name: baseName(p.location)})
		} else {
			styles = append(styles, string(text))
		}
	}
	if len(pages) == 0 {
		return nil, refuse.As("html", "这是邮件或单个文件网页，里面没有网页内容。", refuse.Pick)
	}
	list, missing := sheets(pages)
	if missing != "" {
		return nil, refuse.Corrupt("这个单个文件网页不完整，缺少工作表“%s”。", missing)
	}
	book, err := html.Read(list, styles)
	var refusal *document.Refusal
	if errors.As(err, &refusal) && refusal.Code == "html" && len(list) > 0 && list[0].Name != "" {
		return nil, refuse.Corrupt("这个单个文件网页不完整，工作表“%s”里没有表格。", list[0].Name)
	}
	return book, err
}

// page is a page and the last part of its address.
type page struct {
	html.Page
	name string
}

// sheets is the pages in the order of the sheets that they hold. What lists no sheet
// comes behind, such as pages in frames of a page; the strip of tabs holds none. Missing
// is the name of a sheet that is listed and has no page of its own.
func sheets(pages []page) (list []html.Page, missing string) {
	listed := map[string]html.Worksheet{}
	var order []string
	for _, p := range pages {
		for _, w := range html.Worksheets(p.HTML) {
			name := baseName(w.Source)
			if _, twice := listed[name]; name != "" && !twice && len(order) < maxParts {
				listed[name] = w
				order = append(order, name)
			}
			if name == p.name && name != "" {
				return nil, w.Name
			}
		}
	}
	if len(order) == 0 {
		order, listed = tabs(pages)
	}
	byName := map[string]int{}
	for i, p := range pages {
		if _, twice := byName[p.name]; !twice && p.name != "" {
			byName[p.name] = i
		}
	}
	taken := map[int]bool{}
	for _, name := range order {
		i, has := byName[name]
		if !has {
			return nil, listed[name].Name
		}
		taken[i] = true
		pages[i].Name, pages[i].Hidden = listed[name].Name, listed[name].Hidden
		list = append(list, pages[i].Page)
	}
	for i, p := range pages {
		if !taken[i] && !strings.HasPrefix(p.name, tabstrip) {
			list = append(list, p.Page)
		}
	}
	return list, ""
}

// tabstrip is how the page is called that shows the names of the sheets as links.
const tabstrip = "tabstrip."

// tabs is the sheets by the links of the strip of tabs, for a workbook that does not
// list them otherwise.
func tabs(pages []page) (order []string, listed map[string]html.Worksheet) {
	listed = map[string]html.Worksheet{}
	for _, p := range pages {
		if !strings.HasPrefix(p.name, tabstrip) {
			continue
		}
		for _, link := range html.Links(p.HTML) {
			name := baseName(link.Source)
			if _, twice := listed[name]; name != "" && !twice {
				listed[name] = link
				order = append(order, name)
			}
		}
	}
	return order, listed
}

// baseName is the last part of an address, in lower case.
func baseName(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address = strings.ReplaceAll(address, `\`, "/")
	if i := strings.LastIndexByte(address, '/'); i >= 0 {
		address = address[i+1:]
	}
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return strings.ToLower(address)
}
