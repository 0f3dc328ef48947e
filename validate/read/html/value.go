package html

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// typed is what the attributes of a cell say of its value: those of Excel and WPS
// (x:num, x:str, x:fmla), and those of LibreOffice (sdval, sdnum). Format is the number
// format by the style.
func (p *parser) typed(format string) (t typed) {
	attr := func(name string) (string, bool) { value, has := p.attrs[name]; return value, has }
	t.format = format
	if sdnum, has := attr("sdnum"); has {
		// the language of the number, that of the format, and the format
		if parts := strings.SplitN(sdnum, ";", 3); len(parts) == 3 && (format == "" || format == "General") {
			t.format = parts[2]
		}
	}
	if formula, has := attr("x:fmla"); has {
		t.formula = strings.TrimPrefix(strings.TrimSpace(formula), "=")
	}
	if value, has := attr("x:err"); has {
		t.kind, t.stored = document.ErrorValue, value
	} else if value, has := attr("x:bool"); has {
		t.kind, t.stored = document.Bool, strings.ToUpper(value)
	} else if value, has := attr("x:num"); has {
		t.kind, t.stored = document.Number, value
	} else if value, has := attr("sdval"); has {
		t.kind, t.stored = document.Number, value
	} else if value, has := attr("x:str"); has {
		t.kind, t.stored = document.Text, value
	}
	return t
}

// empty says whether nothing is said but, at most, how a number would be shown.
func (t *typed) empty() bool { return t.kind == document.Blank && t.formula == "" }

const textFormat = "@"

// value is the content of a cell that shows a text. Without a type a cell that shows a
// plain number is one, as for every program that opens the file as a spreadsheet; texts
// are those of a table that keeps numbers apart.
func (r *reader) value(t *typed, shown string, texts bool) document.Cell {
	c := document.Cell{Formula: t.formula, Format: r.book.Format(t.format)}
	figure, code, plain := grid.PlainNumber(grid.TrimBlanks(shown))
	switch {
	case t.kind == document.Number && document.IsNumber(t.stored):
		c.Kind, c.Stored = document.Number, t.stored
	case t.kind == document.ErrorValue || t.kind == document.Bool:
		if c.Kind, c.Stored = t.kind, t.stored; c.Stored == "" {
			c.Stored = strings.ToUpper(grid.TrimBlanks(shown))
		}
	case t.kind == document.Text && t.stored != "":
		c.Kind, c.Stored = document.Text, t.stored
	case grid.TrimBlanks(shown) == "":
		if t.kind == document.Text { // a formula that gave no text
			c.Kind = document.Text
		}
	case plain && t.kind == document.Number || plain && t.kind == document.Blank && !texts && t.format != textFormat:
		c.Kind, c.Stored = document.Number, figure
		if c.Shown() != grid.TrimBlanks(shown) { // the format says otherwise than what is shown
			c.Format = r.book.Format(code)
		}
	case t.kind == document.Blank && grid.IsError(grid.TrimBlanks(shown)):
		c.Kind, c.Stored = document.ErrorValue, grid.TrimBlanks(shown)
	default:
		c.Kind, c.Stored = document.Text, shown
	}
	c.Cached = c.Formula != "" && (c.Stored != "" || c.Kind == document.Text)
	return c
}
