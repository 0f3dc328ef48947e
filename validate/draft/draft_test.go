package draft_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/draft"
	"suanqing/validate/lab/fixture"
)

var update = flag.Bool("update", false, "rewrite the golden drafts")

func book(t *testing.T, year int, data []byte) *bind.Book {
	t.Helper()
	r := validate.Check("说明-"+strconv.Itoa(year)+".xlsx", data, nil)
	require.Nil(t, r.Report.Error)
	return r.Book()
}

func render(t *testing.T, b *fixture.Book, l fixture.Layout) *bind.Book {
	t.Helper()
	w, err := fixture.Render(b, l)
	require.NoError(t, err)
	return book(t, b.Year, w.Bytes)
}

// TestGolden: the drafts of the real figures, with a year before of our own.
func TestGolden(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-yuan"} {
		b, err := fixture.LoadBook(name)
		require.NoError(t, err)
		l, err := fixture.LayoutOf(name)
		require.NoError(t, err)
		own := render(t, b, l)
		last := earlier(b)
		for ending, last := range map[string]*bind.Book{"": nil, "-previous": render(t, last, l)} {
			got := draft.Write(own, last, draft.Doubts{}).Text()
			path := filepath.Join(fixture.Testdata(), "draft", name+ending+".txt")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, string(want), got, path)
		}
	}
}

// earlier is a year before of some book: every other figure is smaller, some are not there.
func earlier(b *fixture.Book) *fixture.Book {
	last := b.Clone()
	last.Year--
	for _, id := range fixture.FormIDs {
		n := 0
		for _, r := range last.Forms[id].Rows {
			for _, c := range last.Forms[id].Columns {
				v := r.Values[c]
				if v == "" {
					continue
				}
				switch n++; n % 4 {
				case 0:
					r.Values[c] = ""
				case 1, 2:
					r.Values[c] = lessOne(v, n)
				}
			}
		}
	}
	return last
}

// lessOne changes a digit of a plain decimal.
func lessOne(v string, n int) string {
	digits := []byte(v)
	for i, c := range digits {
		if c >= '1' && c <= '9' && i >= n%2 {
			digits[i] = '1' + (c-'1'+7)%9
			break
		}
	}
	return string(digits)
}
