package prose

import "strings"

// lineWidth is how many characters a line of a PDF's text has.
const lineWidth = 38

// TXT writes a text as plain text, a block a line, table cells parted by tabs.
func TXT(t Text) []byte { return txt(t, func(s string) string { return s }) }

// BrokenTXT writes a text as the text of a PDF has it: broken every 38 characters wherever
// that falls, in a number or before its unit too, with page numbers and indents.
func BrokenTXT(t Text) []byte {
	lines := 0
	return txt(t, func(s string) string {
		var out []string
		runes := []rune(s)
		for len(runes) > 0 {
			n := min(lineWidth, len(runes))
			out = append(out, string(runes[:n]))
			runes = runes[n:]
		}
		if lines += len(out); lines > 30 {
			lines = 0
			out = append(out, "", "— 12 —", "") // a page ends after the block
		}
		return strings.Join(out, "\n")
	})
}

func txt(t Text, lay func(string) string) []byte {
	var out strings.Builder
	for _, b := range t.Blocks {
		if b.Kind != Table {
			out.WriteString(lay(b.Shown()) + "\n")
			continue
		}
		for _, r := range b.Rows {
			out.WriteString(strings.Join(r, "\t") + "\n")
		}
	}
	return []byte(out.String())
}
