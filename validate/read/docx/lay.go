package docx

import "suanqing/validate/document"

// Block is a paragraph, or a table by its rows, as another kind of text has it.
type Block struct {
	Text string
	Rows [][]string
}

// Lay puts blocks on sheets as Open does those of a .docx.
func Lay(blocks []Block) (*document.Document, *document.Refusal) {
	r := &reader{}
	own := make([]block, len(blocks))
	for i, b := range blocks {
		if own[i].text = b.Text; b.Rows == nil {
			continue
		}
		t := &table{rows: make([]row, len(b.Rows))}
		for k, texts := range b.Rows {
			cells := make([]cell, len(texts))
			for n, text := range texts {
				cells[n] = cell{span: 1, flow: []block{{text: text}}}
			}
			t.rows[k].cells = cells
		}
		own[i] = block{table: t}
	}
	if refusal := r.lay(own); refusal != nil {
		return nil, refusal
	}
	return r.document(), nil
}
