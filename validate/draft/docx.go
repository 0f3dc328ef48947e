package draft

import "suanqing/validate/draft/word"

// remark stands before what is to be known of the draft.
const remark = "※ "

// Docx is the draft as a Word document, the places to fill in marked.
func (d *Draft) Docx() ([]byte, error) {
	var out []word.Paragraph
	line := func(style word.Style, text string) {
		out = append(out, word.Paragraph{Style: style, Runs: []word.Run{{Text: text}}})
	}
	for _, n := range d.Notes {
		line(word.Remark, remark+n)
	}
	line(word.Title, d.Title)
	for i := range d.Sections {
		line(word.Heading, d.Sections[i].Title)
		for _, p := range d.Sections[i].Paragraphs {
			w := word.Paragraph{Style: word.Body}
			if p.Heading {
				w.Style = word.Subheading
			}
			for _, r := range p.Runs {
				w.Runs = append(w.Runs, word.Run{Text: r.Text, Marked: r.Kind == Hole})
			}
			out = append(out, w)
		}
	}
	return word.Write(out)
}
