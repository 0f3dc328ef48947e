package summary

import (
	_ "embed"
	"html"
	"io"
	"strings"
	"unicode"

	"suanqing/validate/export"
)

//go:embed page.css
var style string

// WriteText writes a summary for a person at a terminal.
func (s *Summary) WriteText(w io.Writer) error {
	var b strings.Builder
	b.WriteString(s.Gist() + "\n")
	for _, t := range s.tables() {
		b.WriteString("\n" + t.title + "\n")
		if t.note != "" {
			b.WriteString("  " + t.note + "\n")
		}
		wide := make([]int, len(t.head))
		for _, row := range append([][]string{t.head}, t.rows...) {
			for i, text := range row[:len(row)-1] {
				wide[i] = min(max(wide[i], width(plain(text))), 64)
			}
		}
		for _, row := range append([][]string{t.head}, t.rows...) {
			line := ""
			for i, text := range row {
				text = plain(text)
				pad := strings.Repeat(" ", max(wide[i]-width(text), 0))
				if t.figures[i] {
					line += "  " + pad + text
				} else {
					line += "  " + text + pad
				}
			}
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteCSV writes a summary as one table that spreadsheets open: a part a group of
// lines, with its own line of names; each line begins with the part's title.
func (s *Summary) WriteCSV(w io.Writer) error {
	rows := [][]string{{Title, s.Gist()}}
	for _, t := range s.tables() {
		rows = append(rows, append([]string{t.title}, t.head...))
		for _, row := range t.rows {
			rows = append(rows, append([]string{t.title}, row...))
		}
		if t.note != "" {
			rows = append(rows, []string{t.title, t.note})
		}
	}
	_, err := w.Write(export.Rows(rows))
	return err
}

// WriteHTML writes a summary as one page that needs nothing else, for printing. Texts
// of files stand in it as texts.
func (s *Summary) WriteHTML(w io.Writer) error {
	var b strings.Builder
	text := func(s string) string { return html.EscapeString(plain(s)) }
	b.WriteString("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n" +
		"<title>" + text(Title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n<h1>" + text(Title) + "</h1>\n<p>" + text(s.Gist()) + "</p>\n")
	for _, t := range s.tables() {
		b.WriteString("<table>\n<caption><h2>" + text(t.title) + "</h2>")
		if t.note != "" {
			b.WriteString("<p>" + text(t.note) + "</p>")
		}
		b.WriteString("</caption>\n<thead><tr>")
		for i, name := range t.head {
			b.WriteString("<th scope=\"col\"" + t.class(i) + ">" + text(name) + "</th>")
		}
		b.WriteString("</tr></thead>\n<tbody>\n")
		for _, row := range t.rows {
			b.WriteString("<tr>")
			for i, said := range row {
				b.WriteString("<td" + t.class(i) + ">" + text(said) + "</td>")
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</tbody>\n</table>\n")
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) class(column int) string {
	if t.figures[column] {
		return ` class="figure"`
	}
	return ""
}

// plain is a text in one line, without what steers a terminal or turns the order of
// what is read.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// width is how many columns of a terminal a text takes, near enough to set tables.
func width(s string) (n int) {
	for _, r := range s {
		if n++; r >= 0x2E80 || r == '“' || r == '”' || r == '…' {
			n++
		}
	}
	return n
}
