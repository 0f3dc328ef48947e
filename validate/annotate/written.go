package annotate

import (
	"path"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/docx"
	"suanqing/validate/report"
)

// WrittenEnding is how the name of the annotated copy of a .docx ends; .docm for one
// with macros, which stay.
func WrittenEnding(file string) string {
	if strings.EqualFold(path.Ext(file), ".docm") {
		return ".docm"
	}
	return ".docx"
}

// Written is the .docx file data with the findings that stand in it as comments on their
// very words, or on the cells of its tables, and one at its beginning that says the
// verdict and what stands nowhere in it. Sheets are those of the text, in order, as the
// report calls them: its own names differ where it was judged beside a book. Every other
// byte of the file stays. The same data and report give the same bytes. The error is a
// *document.Refusal.
func Written(data []byte, sheets []string, r *report.Report) ([]byte, error) {
	out, refusal := written(data, sheets, r)
	if refusal != nil {
		return nil, refusal
	}
	return out, nil
}

func written(data []byte, sheets []string, r *report.Report) ([]byte, *document.Refusal) {
	if r.Error != nil {
		return nil, &document.Refusal{Code: r.Error.Code, Message: r.Error.Message, Hint: r.Error.Hint}
	}
	if read.Sniff(data) != read.Docx {
		return nil, &document.Refusal{Code: "word", Message: "这种批注副本只能由 .docx 做成。", Hint: "请在 WPS 或 Word 中“另存为”.docx，再做批注副本。"}
	}
	text, source, err := docx.Trace(data) // with all its guards
	if err != nil {
		return nil, err.(*document.Refusal)
	}
	if len(sheets) != len(text.Sheets) {
		return nil, &document.Refusal{Code: "changed", Message: "这份 .docx 在检查之后改动过，没有做批注副本。", Hint: "请重新检查，再做批注副本。"}
	}
	p, refusal := openPack(data)
	if refusal != nil {
		return nil, refusal
	}
	types, refusal := openTypes(p, source.Part)
	if refusal != nil {
		return nil, refusal
	}
	if types.macros && !strings.EqualFold(path.Ext(r.File), ".docm") && !namesMacros(r) {
		return nil, &document.Refusal{Code: "macros", Message: "批注副本只能做成 .docx，这个文件带有宏。", Hint: "请在 WPS 或 Word 中另存为 .docx，再做批注副本。"}
	}
	remarks := remarksOf(text, source, sheets, r)
	body := newBody(source.Text)
	if refusal := body.find(remarks); refusal != nil {
		return nil, refusal
	}
	comments, refusal := openRemarks(p, source.Part, body)
	if refusal != nil {
		return nil, refusal
	}
	for i := range remarks {
		body.mark(&remarks[i], comments.add(remarks[i].text))
	}
	if refusal := comments.write(p, types); refusal != nil {
		return nil, refusal
	}
	if refusal := types.write(p); refusal != nil {
		return nil, refusal
	}
	changed, ok := inUTF8(body.String())
	if !ok {
		return nil, otherEncoding(source.Part)
	}
	p.set(source.Part, changed)
	return p.bytes()
}

// namesMacros says whether a text beside the book has a name that lets it have macros.
func namesMacros(r *report.Report) bool {
	if r.Text == nil {
		return false
	}
	for _, d := range r.Text.Documents {
		if strings.EqualFold(path.Ext(d.Name), ".docm") {
			return true
		}
	}
	return false
}
