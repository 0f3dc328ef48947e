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

const (
	textFormat = "@"
	mostDigits = 15 // a spreadsheet holds so many of a number; more are a text's
)

// value is the content of a cell that shows a text. Without a type a cell that shows a
// plain number is one, as for every program that opens the file as a spreadsheet; texts
// are those of a table that keeps numbers apart.
func (r *reader) value(t *typed, shown string, texts bool) document.Cell {
	c := document.Cell{Formula: t.formula, Format: r.book.Format(t.format)}
	figure, code, plain := plainNumber(trimBlanks(shown))
	switch {
	case t.kind == document.Number && document.IsNumber(t.stored):
		c.Kind, c.Stored = document.Number, t.stored
	case t.kind == document.ErrorValue || t.kind == document.Bool:
		if c.Kind, c.Stored = t.kind, t.stored; c.Stored == "" {
			c.Stored = strings.ToUpper(trimBlanks(shown))
		}
	case t.kind == document.Text && t.stored != "":
		c.Kind, c.Stored = document.Text, t.stored
	case trimBlanks(shown) == "":
		if t.kind == document.Text { // a formula that gave no text
			c.Kind = document.Text
		}
	case plain && t.kind == document.Number || plain && t.kind == document.Blank && !texts && t.format != textFormat:
		c.Kind, c.Stored = document.Number, figure
		if c.Shown() != trimBlanks(shown) { // the format says otherwise than what is shown
			c.Format = r.book.Format(code)
		}
	case t.kind == document.Blank && grid.IsError(trimBlanks(shown)):
		c.Kind, c.Stored = document.ErrorValue, trimBlanks(shown)
	default:
		c.Kind, c.Stored = document.Text, shown
	}
	c.Cached = c.Formula != "" && (c.Stored != "" || c.Kind == document.Text)
	return c
}

// plainNumber reads what a spreadsheet makes a number of: digits, with separators in
// all the right places or without, and decimals. The code shows it again; where it may
// have more places than it shows (1,677.9 beside 1,677.91) the code is General, which
// claims none.
func plainNumber(shown string) (figure, code string, ok bool) {
	digits, negative := strings.CutPrefix(shown, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	grouped := strings.Contains(whole, ",")
	plain := strings.ReplaceAll(whole, ",", "")
	switch {
	case plain == "" || pointed && fraction == "" || len(plain)+len(fraction) > mostDigits || !allDigits(plain) || !allDigits(fraction):
		return "", "", false
	case len(plain) > 1 && plain[0] == '0': // a code: 0101
		return "", "", false
	case grouped && !grouping(whole):
		return "", "", false
	}
	figure = plain
	if decimals := strings.TrimRight(fraction, "0"); decimals != "" {
		figure += "." + decimals
	}
	if negative {
		figure = "-" + figure
	}
	if !strings.HasSuffix(fraction, "0") && !(grouped && len(fraction) > 1) {
		return figure, "General", true
	}
	code = "0."
	if grouped {
		code = "#,##0."
	}
	return figure, code + strings.Repeat("0", len(fraction)), true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// grouping says whether every third digit of a whole number has a comma before it.
func grouping(whole string) bool {
	first, rest, _ := strings.Cut(whole, ",")
	if len(first) == 0 || len(first) > 3 {
		return false
	}
	for group := range strings.SplitSeq(rest, ",") {
		if len(group) != 3 {
			return false
		}
	}
	return true
}
