package printed

import "suanqing/validate/lab/fixture"

// painted is the source of a printing with a look, and its extension.
func (p Printing) painted(w *fixture.Workbook) (data []byte, ext string, err error) {
	drawn, err := p.plan(w)
	if err != nil {
		return nil, "", err
	}
	switch p.Look.By {
	case Calc:
		return paintCalc(drawn, p.Look), "fods", nil
	case Writer:
		return paintWriter(drawn, p.Look), "docx", nil
	}
	return paintWeb(drawn, p.Look), "html", nil
}

func (p Printing) plan(w *fixture.Workbook) (*plan, error) {
	if p.Report != "" {
		return p.wholePlan(w)
	}
	book, err := p.book()
	if err != nil {
		return nil, err
	}
	return planOf(w, book.Department, p.Look)
}

// browses says that the browser prints it.
func (p Printing) browses() bool {
	if p.Look != nil {
		return p.Look.By == Web
	}
	return p.Skin != ""
}
