package e2e

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/lab/department"
)

// What the page proposes, by itself: site/page/files/propose.js in Node, on what a check of each
// book says.

// entry is what propose.js knows of a book.
type entry struct {
	Name   string         `json:"name"`
	State  string         `json:"state"`
	Serial int            `json:"serial"`
	Units  []any          `json:"units"`
	Before any            `json:"before"`
	Job    map[string]any `json:"job"`
	Brief  map[string]any `json:"brief"`
	Sizes  map[string]any `json:"sizes"`
}

func entries(t *testing.T, folder string, all []department.File) []entry {
	var out []entry
	for i, f := range all {
		r := validate.Check(f.Name, f.Bytes, nil)
		require.Nil(t, r.Report.Error)
		figures, err := r.Figures()
		require.NoError(t, err)
		var list []struct{ Form, Row, Column, Value string }
		require.NoError(t, json.Unmarshal(figures, &list))
		at := func(column string) any {
			for _, f := range list {
				if f.Form == "F03" && f.Row == "合计" && f.Column == column {
					return f.Value
				}
			}
			return nil
		}
		out = append(out, entry{Name: f.Name, State: "done", Serial: i, Units: []any{},
			Job:   map[string]any{"key": folder + f.Name, "folder": folder},
			Brief: map[string]any{"department": r.Report.Department, "year": r.Report.Year, "unit": r.Report.Unit},
			Sizes: map[string]any{"spent": at("本年支出合计"), "own": at("基本支出")}})
	}
	return out
}

// proposals runs the module: [whole, units …] of each department, then [entry, before] of
// each pair, by name.
func proposals(t *testing.T, sets [][]entry) [][2][][]string {
	t.Helper()
	module, err := filepath.Abs("../page/files/propose.js")
	require.NoError(t, err)
	data, err := json.Marshal(sets)
	require.NoError(t, err)
	node := exec.Command("node", "--input-type=module", "-e", `globalThis.ONE_FILE = false;
		globalThis.document = { getElementById: () => ({}), querySelector: () => null };
		const { departments, years } = await import('file://`+module+`');
		let data = '';
		for await (const part of process.stdin) data += part;
		const names = (list) => list.map(({ name }) => name);
		console.log(JSON.stringify(JSON.parse(data).map((all) => [departments(all).map(({ whole, units }) => names([whole, ...units])), years(all).map(({ entry, before }) => names([entry, before]))])));`)
	node.Stdin = strings.NewReader(string(data))
	var failed strings.Builder
	node.Stderr = &failed
	out, err := node.Output()
	require.NoError(t, err, failed.String())
	var found [][2][][]string
	require.NoError(t, json.Unmarshal(out, &found))
	return found
}

func namesOf(all []department.File) []string {
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	return names
}

// TestProposals: a folder's department is proposed with all of its units, right or wrong;
// of two in folders of their own each; books that have nothing to do with each other, not.
func TestProposals(t *testing.T) {
	var sets [][]entry
	var want [][][]string
	var stray []entry
	for seed := int64(1); seed <= 10; seed++ {
		d := department.New(seed, department.Options{Units: 3 + int(seed)%6, Flows: int(seed) % 3})
		other := department.New(seed+100, department.Options{Units: 3})
		sets = append(sets, entries(t, "全区/", d.Files()), slices.Concat(entries(t, "全区/甲/", d.Files()), entries(t, "全区/乙/", other.Files())))
		want = append(want, [][]string{namesOf(d.Files())}, [][]string{namesOf(d.Files()), namesOf(other.Files())})
		for _, id := range []string{"unit-digit-dropped", "missing", "twice-layout", "book-unit"} {
			if planted := d.Plant(kind(t, id), seed); planted != nil {
				sets = append(sets, entries(t, "", planted.Files))
				want = append(want, [][]string{namesOf(planted.Files)})
			}
		}
		deep := department.New(seed+200, department.Options{Units: 6, Deep: 1 + int(seed)%2, Flows: 1})
		sets = append(sets, entries(t, "", deep.Files()))
		want = append(want, [][]string{namesOf(deep.Files())})
		stray = append(stray, entries(t, "全区/", other.Files()[:1])...)
	}
	sets, want = append(sets, stray), append(want, [][]string{})
	for i, found := range proposals(t, sets) {
		assert.Equal(t, want[i], found[0])
	}
}

// TestTwoDepartmentsInOneFolder: each is proposed, and with no unit of the other.
func TestTwoDepartmentsInOneFolder(t *testing.T) {
	for seed := int64(1); seed <= 5; seed++ {
		d, other := department.New(seed, department.Options{Units: 4}), department.New(seed+100, department.Options{Units: 3})
		found := proposals(t, [][]entry{slices.Concat(entries(t, "", d.Files()), entries(t, "", other.Files()))})[0][0]
		require.Len(t, found, 2)
		for _, one := range found {
			of := namesOf(d.Files())
			if one[0] != d.File {
				of = namesOf(other.Files())
			}
			assert.Equal(t, of[0], one[0])
			assert.Subset(t, of, one)
		}
	}
}

// TestPairsAreProposed: two years of one department go together, other departments do not.
func TestPairsAreProposed(t *testing.T) {
	d, other := department.New(4, department.Options{Units: 2}), department.New(9, department.Options{Units: 2})
	now := d.After(1).Files()[:1]
	now[0].Name = "本年.xlsx"
	found := proposals(t, [][]entry{slices.Concat(entries(t, "", d.Files()[:1]), entries(t, "", now), entries(t, "", other.Files()[:1])),
		slices.Concat(entries(t, "", d.Files()[:1]), entries(t, "", other.Files()[:1]))})
	assert.Equal(t, [][]string{{"本年.xlsx", d.File}}, found[0][1])
	assert.Empty(t, found[1][1])
}

// The words by which the page takes a book for a sum or an office are the rollup's.
func TestWordsOfProposalsAreTheRollups(t *testing.T) {
	source, page := string(read(t, "../../validate/rollup/sheet.go")), string(read(t, "../page/files/propose.js"))
	for name, list := range map[string]string{"wholeMarks": `var wholeMarks = \[\]string\{(.*)\}`, "officeMarks": `var officeMarks = \[\]string\{(.*)\}`} {
		words := regexp.MustCompile(list).FindStringSubmatch(source)
		require.NotNil(t, words)
		pattern := regexp.MustCompile(`const ` + name + ` = /(.*)/;`).FindStringSubmatch(page)
		require.NotNil(t, pattern)
		re := regexp.MustCompile(pattern[1])
		for _, word := range strings.Split(words[1], ", ") {
			assert.Regexp(t, re, "某局"+strings.Trim(word, `"`))
		}
	}
}
