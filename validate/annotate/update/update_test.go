package update_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	pdf "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"suanqing/validate/annotate/update"
	"suanqing/validate/read/pdf/pdfium"
)

const samples = "../../../testdata/pdf/"

// annotation is one as PDFium reads it.
type annotation struct {
	page     int
	kind     enums.FPDF_ANNOTATION_SUBTYPE
	contents string
	author   string
	quad     [8]float32
}

// engine is PDFium, translated once and kept where the command keeps it.
var engine = sync.OnceValues(func() (pdf.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "suanqing/pdfium")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), MaxTotal: 1})
})

// annotations are those of all pages, by PDFium; and how many pages there are.
func annotations(t *testing.T, data []byte) (out []annotation, pages int) {
	t.Helper()
	pool, err := engine()
	require.NoError(t, err)
	in, err := pool.GetInstanceWithContext(context.Background())
	require.NoError(t, err)
	defer in.Close()
	opened, err := in.OpenDocument(&requests.OpenDocument{File: &data})
	require.NoError(t, err)
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	require.NoError(t, err)
	for i := range count.PageCount {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document, Index: i}}
		n, err := in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
		require.NoError(t, err)
		for k := range n.Count {
			a, err := in.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: k})
			require.NoError(t, err)
			kind, err := in.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.Annotation})
			require.NoError(t, err)
			text := func(key string) string {
				v, err := in.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a.Annotation, Key: key})
				require.NoError(t, err)
				return v.Value
			}
			got := annotation{page: i + 1, kind: kind.Subtype, contents: text("Contents"), author: text("T")}
			if q, err := in.FPDFAnnot_GetAttachmentPoints(&requests.FPDFAnnot_GetAttachmentPoints{Annotation: a.Annotation}); err == nil {
				got.quad = [8]float32{q.QuadPoints.X1, q.QuadPoints.Y1, q.QuadPoints.X2, q.QuadPoints.Y2, q.QuadPoints.X3, q.QuadPoints.Y3, q.QuadPoints.X4, q.QuadPoints.Y4}
			}
			out = append(out, got)
		}
	}
	return out, count.PageCount
}

// TestAnnotate: the file's bytes stay and PDFium reads the same pages from it, with the
// annotations on them; files of both kinds of table, pages in streams of objects, and pages
// that have annotations already.
func TestAnnotate(t *testing.T) {
	national, err := os.ReadFile(samples + "national.pdf")
	require.NoError(t, err)
	for name, data := range map[string][]byte{"a table": national, "a stream": inStreams(t), "no line end": bytes.TrimRight(national, "\r\n")} {
		t.Run(name, func(t *testing.T) {
			old, pages := annotations(t, data)
			marks := []update.Mark{
				{Page: 1, Text: "算清：不通过。", Color: [3]float64{1, 0.9, 0.4}},
				{Page: 2, Box: update.Box{X0: 100, Y0: 200, X1: 160.5, Y1: 212}, Text: "【错误】合计 (a\\b) 差 2.70 万元 𠮷", Color: [3]float64{1, 0.7, 0.7}},
			}
			made, err := update.Annotate(data, "算清", marks)
			require.NoError(t, err)
			assert.True(t, bytes.HasPrefix(made, data), "the original stays")
			again, err := update.Annotate(data, "算清", marks)
			require.NoError(t, err)
			assert.Equal(t, made, again)
			assert.Contains(t, string(made[len(data):]), "/Contents <FEFF")

			got, n := annotations(t, made)
			assert.Equal(t, pages, n)
			require.Len(t, got, len(old)+2)
			note, mark := got[0], got[len(got)-1]
			assert.Equal(t, annotation{page: 1, kind: enums.FPDF_ANNOT_SUBTYPE_TEXT, contents: "算清：不通过。", author: "算清"}, note)
			assert.Equal(t, annotation{page: 2, kind: enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, contents: marks[1].Text, author: "算清",
				quad: [8]float32{100, 212, 160.5, 212, 100, 200, 160.5, 200}}, mark)
			for i, a := range old {
				assert.Equal(t, a, got[i+1], "what was there before")
			}

			want, err := pdfium.Pages(data, "")
			require.NoError(t, err)
			read, err := pdfium.Pages(made, "")
			require.NoError(t, err)
			assert.Equal(t, want, read, "the pages say the same")

			twice, err := update.Annotate(made, "算清", marks) // a copy of a copy
			require.NoError(t, err)
			got, _ = annotations(t, twice)
			assert.Len(t, got, len(old)+4)
		})
	}
}

func TestRefused(t *testing.T) {
	for _, name := range []string{"password", "restricted"} {
		data, err := os.ReadFile(samples + name + ".pdf")
		require.NoError(t, err)
		_, err = update.Annotate(data, "", []update.Mark{{Page: 1}})
		assert.ErrorIs(t, err, update.ErrLocked, name)
	}
	national, err := os.ReadFile(samples + "national.pdf")
	require.NoError(t, err)
	for name, data := range map[string][]byte{
		"nothing":    nil,
		"no table":   []byte("%PDF-1.4\nstartxref\n9\n%%EOF"),
		"moved":      bytes.Replace(national, []byte("%PDF-1.6\n"), []byte("%PDF-1.6\n%more\n"), 1),
		"cut off":    national[:len(national)/2],
		"loop":       []byte("%PDF-1.4\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF"),
		"page there": national,
	} {
		_, err := update.Annotate(data, "", []update.Mark{{Page: 99}})
		assert.ErrorIs(t, err, update.ErrBroken, name)
	}
}

// inStreams is a PDF of two pages as newer programs write them: its objects in a stream, and
// its table too, by rows that tell what differs from the one above. The second page has an
// annotation, in an array by itself.
func inStreams(t *testing.T) []byte {
	t.Helper()
	deflated := func(data []byte) string {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		_, err := z.Write(data)
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return b.String()
	}
	packed := []struct {
		number int
		body   string
	}{
		{1, "<< /Type /Catalog /Pages 2 0 R >>"},
		{2, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>"},
		{3, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 5 0 R >> >> /Contents 7 0 R >>"},
		{4, "<< /Type /Page /Parent 2 0 R /Annots 8 0 R /Resources << /Font << /F 5 0 R >> >> /Contents 7 0 R >>"},
		{5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"},
		{8, "[<< /Type /Annot /Subtype /Text /Rect [1 2 3 4] /T (before) /Contents (was here) >>]"},
	}
	var heads, bodies strings.Builder
	for _, o := range packed {
		fmt.Fprintf(&heads, "%d %d ", o.number, bodies.Len())
		bodies.WriteString(o.body + "\n")
	}
	out := bytes.NewBufferString("%PDF-1.5\n")
	at := map[int]int{}
	stream := func(number int, dict, data string) {
		at[number] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n", number, dict, len(data), data)
	}
	stream(6, fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(packed), heads.Len()), deflated([]byte(heads.String()+bodies.String())))
	stream(7, "", "BT /F 12 Tf 100 700 Td (Total 1,234.56) Tj ET")
	rows := make([][5]byte, 10) // kind, offset or pack in three bytes, index
	place := func(number, kind, n, index int) {
		var word [4]byte
		binary.BigEndian.PutUint32(word[:], uint32(n))
		rows[number] = [5]byte{byte(kind), word[1], word[2], word[3], byte(index)}
	}
	for i, o := range packed {
		place(o.number, 2, 6, i)
	}
	place(6, 1, at[6], 0)
	place(7, 1, at[7], 0)
	start := out.Len()
	place(9, 1, start, 0)
	var table []byte
	var above [5]byte
	for _, row := range rows {
		table = append(table, 2)
		for i := range row {
			table = append(table, row[i]-above[i])
		}
		above = row
	}
	stream(9, "/Type /XRef /Size 10 /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>", deflated(table))
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// FuzzAnnotate: whatever the bytes, there is a copy that begins with them, or an error.
func FuzzAnnotate(f *testing.F) {
	paths, err := filepath.Glob(samples + "*.pdf")
	require.NoError(f, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte("%PDF-1.4\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		made, err := update.Annotate(data, "a", []update.Mark{{Page: 1, Text: "b"}, {Page: 1, Box: update.Box{X1: 1, Y1: 1}}})
		if err == nil {
			assert.True(t, bytes.HasPrefix(made, data))
		}
	})
}
