package validate_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
	"suanqing/validate/report/schema"
)

// TestReportsAreAsTheSchemaSays: those of all workbooks and tables of testdata, of the
// golden edits, and of files that are refused.
func TestReportsAreAsTheSchemaSays(t *testing.T) {
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.JSON))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(schema.Name, text))
	s, err := c.Compile(schema.Name)
	require.NoError(t, err)
	seen := map[string]int{}
	hold := func(name string, r *report.Report) {
		line, err := r.JSON()
		require.NoError(t, err)
		read, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		require.NoError(t, err)
		assert.NoError(t, s.Validate(read), name)
		seen[string(r.Verdict)]++
		if r.Error != nil {
			seen["error"]++
		}
		for i := range r.Suspects {
			seen[string(r.Suspects[i].Shape)]++
		}
	}

	edited, err := filepath.Glob(filepath.Join(golden, "*.txt"))
	require.NoError(t, err)
	for _, path := range edited {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		head, _, _ := strings.Cut(string(text), "---\n")
		hold(path, checkEdited(t, head))
	}
	for _, pattern := range []string{"*.xlsx", "*/*.xls*", "*/*.et", "*/*.ods", "*/*.fods", "*/*.docx", "csv/*.csv"} {
		paths, err := filepath.Glob(filepath.Join("../testdata", pattern))
		require.NoError(t, err)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			hold(path, validate.CheckBook(filepath.Base(path), data, anyKind, nil).Report)
			hold(path+" cut short", validate.CheckBook(filepath.Base(path), data[:len(data)/2], anyKind, nil).Report)
		}
	}
	for _, data := range []string{"", "%PDF-1.4", "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<html></html>"} {
		hold(data, validate.CheckBook("a", []byte(data), anyKind, nil).Report)
	}
	shapes, err := jsonschema.UnmarshalJSON(bytes.NewReader(must(t, "../testdata/shapes.json")))
	require.NoError(t, err)
	assert.NoError(t, s.Validate(shapes))
	for _, what := range []string{"pass", "tails", "fail", "incomplete", "error", "cell"} {
		assert.Positive(t, seen[what], what)
	}
}

func anyKind(data []byte) (*document.Document, error) { return files.Open(data, "") }

func must(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}
