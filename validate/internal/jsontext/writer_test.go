package jsontext_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/internal/jsontext"
)

func standard(t *testing.T, v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(v))
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func TestStructure(t *testing.T) {
	var w jsontext.Writer
	w.Begin('{')
	w.Key("a").Int(-3)
	w.Key("b").Begin('[')
	w.Begin('{')
	w.End('}')
	w.Bool(true)
	w.Null()
	w.String("x")
	w.End(']')
	w.Key("c").String("")
	jsontext.List(w.Key("d"), []int{1, 2}, w.Int)
	w.End('}')
	assert.Equal(t, `{"a":-3,"b":[{},true,null,"x"],"c":"","d":[1,2]}`, string(w.Bytes()))
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "表", "<b>&\"\\", "\x00\x1f\x7f\n\r\t\b\f", "\xff\xfe表\xe8", "\u2028\u2029�", "a\u0000b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var w jsontext.Writer
		w.String(s)
		require.Equal(t, standard(t, s), string(w.Bytes()))
	})
}
