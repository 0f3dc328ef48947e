package form_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/form"
)

// TestSetOf: the number of another set is a mark of its own; a note may name it.
func TestSetOf(t *testing.T) {
	for _, text := range []string{"财决01表", "(财决01表)", "财决01-1表", "收入支出决算总表(财决01表)", "Z01 收入支出决算总表(财决01表)", "收入支出决算总表财决01表", "财决01表金额单位:元"} {
		assert.Equal(t, "财决", form.SetOf(form.Normalize(text)), text)
	}
	for _, text := range []string{"注:财决01表", "数据来源：财决01表", "注：本表数据取自财决01表。", "依据财决01表", "依据财决01表填列", "本表依据《收入支出决算总表》（财决01表）进行批复",
		"与财决01表一致", "财决公开01表", "财决报表", "公开01表"} {
		assert.Empty(t, form.SetOf(form.Normalize(text)), text)
	}
}
