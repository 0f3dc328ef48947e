package pdf_test

import (
	"fmt"
	"os"
	"testing"

	"suanqing/validate/read/pdf"
	"suanqing/validate/read/pdf/pdfium"
)

func TestDbg(t *testing.T) {
	data, _ := os.ReadFile(os.Getenv("DBG"))
	pages, err := pdfium.Pages(data, "")
	fmt.Println(err)
	pdf.Dbg(pages)
}
