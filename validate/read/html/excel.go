package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// Worksheet is a sheet of a workbook as the page that Excel or WPS saved lists it.
type Worksheet struct {
	Name   string
	Source string // address of the page that holds it; "" when it is this one
	Hidden bool
}

// maxWorksheets is how many of them are listed.
const maxWorksheets = 1_000

// Worksheets lists what the notes for Excel in a page say of its sheets, in order.
func Worksheets(page []byte) (list []Worksheet) {
	rest := string(page)
	for len(list) < maxWorksheets {
		_, after, found := strings.Cut(rest, "<x:ExcelWorksheet>")
		if !found {
			return list
		}
		note, after, _ := strings.Cut(after, "</x:ExcelWorksheet>")
		rest = after
		w := Worksheet{Name: enclosed(note, "<x:Name>", "</x:Name>"), Hidden: strings.Contains(note, "Hidden</x:Visible>")}
		source := enclosed(note, "<x:WorksheetSource", ">")
		if _, quoted, found := strings.Cut(source, "HRef="); found && quoted != "" {
			w.Source = enclosed(quoted, quoted[:1], quoted[:1])
		}
		list = append(list, w)
	}
	return list
}

// enclosed is what stands between two marks, unescaped.
func enclosed(s, from, to string) string {
	_, s, found := strings.Cut(s, from)
	s, _, closed := strings.Cut(s, to)
	if !found || !closed {
		return ""
	}
	return strings.TrimSpace(html.UnescapeString(s))
}

// Counts1904 says whether the workbook that a page was saved from counts days from 1904.
func Counts1904(page []byte) bool { return strings.Contains(string(page), "<x:Date1904/>") }

// Links lists the links of a page with their texts, as sheets.
func Links(page []byte) (list []Worksheet) {
	tokens := html.NewTokenizer(bytes.NewReader(page))
	open := false
	for len(list) < maxWorksheets {
		switch tokens.Next() {
		case html.ErrorToken:
			return list
		case html.TextToken:
			if open {
				last := &list[len(list)-1]
				last.Name = strings.TrimSpace(last.Name + string(tokens.Text()))
			}
		case html.StartTagToken:
			name, more := tokens.TagName()
			if string(name) != "a" {
				continue
			}
			for more {
				var key, value []byte
				if key, value, more = tokens.TagAttr(); string(key) == "href" {
					list, open = append(list, Worksheet{Source: string(value)}), true
				}
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); string(name) == "a" {
				open = false
			}
		}
	}
	return list
}
