// Package say fills figures and names into sentences, as package fmt does. fmt
// itself would bring reflection, files and clocks with it, a twentieth of what
// the page has to load.
package say

import (
	"errors"
	"strconv"
)

// Text is format with each %s, %d and %q replaced by the next argument: a
// string, a whole number or an error. It is for our own formats: a wrong one shows its
// verb.
func Text(format string, args ...any) string {
	text := make([]byte, 0, len(format)+16*len(args))
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) || len(args) == 0 {
			text = append(text, format[i])
			continue
		}
		i++
		switch arg := args[0].(type) {
		case string:
			if format[i] == 'q' {
				text = strconv.AppendQuote(text, arg)
			} else {
				text = append(text, arg...)
			}
		case int:
			text = strconv.AppendInt(text, int64(arg), 10)
		case int64:
			text = strconv.AppendInt(text, arg, 10)
		case error:
			text = append(text, arg.Error()...)
		default:
			text = append(text, '%', format[i])
		}
		args = args[1:]
	}
	return string(text)
}

// Error is an error of that text.
func Error(format string, args ...any) error { return errors.New(Text(format, args...)) }
