package jsontext_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/internal/jsontext"
)

func TestHundredths(t *testing.T) {
	var w jsontext.Writer
	w.Begin('[')
	for _, n := range []int{0, 5, 70, 100, 12345, -5, -250} {
		w.Hundredths(n)
	}
	w.End(']')
	assert.Equal(t, "[0,0.05,0.7,1,123.45,-0.05,-2.5]", string(w.Bytes()))
}
