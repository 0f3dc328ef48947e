package report_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
)

// fill sets every field of v to something of its own, so that a field that
// JSON forgets shows.
func fill(v reflect.Value, n *int, omit bool) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString("<值>\"" + strconv.Itoa(*n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n, omit)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n, omit)
		fill(v.Index(1), n, omit)
	case reflect.Struct:
		for i := range v.NumField() {
			if tag := v.Type().Field(i).Tag.Get("json"); omit && bytes.Contains([]byte(tag), []byte("omitempty")) {
				continue
			}
			fill(v.Field(i), n, omit)
		}
	}
}

// TestJSONIsThatOfTheTags: our writer gives what the standard encoder gives
// from the struct tags, field by field.
func TestJSONIsThatOfTheTags(t *testing.T) {
	for _, omit := range []bool{false, true} {
		var r report.Report
		n := 0
		fill(reflect.ValueOf(&r).Elem(), &n, omit)
		require.Greater(t, n, 60)
		check(t, &r)
	}
	check(t, &report.Report{Forms: []report.Form{}, Rules: []report.Rule{}, Findings: []report.Finding{}, Suspects: []report.Suspect{}})
}

func check(t *testing.T, r *report.Report) {
	t.Helper()
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(r))
	got, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, want.String(), string(got)+"\n")
	same(t, r)
}

// same holds that a report read again is the report, and has no field that the types lack.
func same(t *testing.T, r *report.Report) {
	t.Helper()
	line, err := r.JSON()
	require.NoError(t, err)
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	var again report.Report
	require.NoError(t, d.Decode(&again))
	assert.Equal(t, r, &again)
}

// TestAnyReportReadsAgain: whichever of the fields that may be left out are there.
func TestAnyReportReadsAgain(t *testing.T) {
	for range 200 {
		var r report.Report
		n := 0
		fill(reflect.ValueOf(&r).Elem(), &n, false)
		thin(reflect.ValueOf(&r).Elem())
		same(t, &r)
	}
}

// thin empties some of the fields that may be left out. A place without words has
// nothing of a place in a text.
func thin(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			thin(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			thin(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag.Get("json")
			if bytes.Contains([]byte(tag), []byte("omitempty")) && rand.IntN(2) == 0 {
				v.Field(i).SetZero()
			}
			thin(v.Field(i))
		}
		if c, ok := v.Addr().Interface().(*report.Cell); ok && c.Words == "" {
			c.Document, c.Section, c.Paragraph, c.At = "", "", 0, 0
		}
	}
}
