package say_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/internal/say"
)

// TestText: what fmt says.
func TestText(t *testing.T) {
	for _, c := range []struct {
		format string
		args   []any
	}{
		{"没有", nil}, {"第 %d/%d 张", []any{3, 9}}, {"“%s”超过 %d 条。", []any{"表 1", 1 << 20}}, {"equation %q: %s", []any{"a\"b\n", errors.New("no")}},
		{"%s", []any{"100%d"}}, {"%d", []any{-1}},
	} {
		assert.Equal(t, fmt.Sprintf(c.format, c.args...), say.Text(c.format, c.args...))
		assert.EqualError(t, say.Error(c.format, c.args...), fmt.Sprintf(c.format, c.args...))
	}
}
