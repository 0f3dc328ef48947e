package bind

import (
	"strings"

	"suanqing/validate/form"
)

// betweenNames stand between the names of a code and of those above it.
const betweenNames = "-/\\_>→·:"

// ownNames takes from each name the names of the codes above, where a form prints them in
// front: 一般公共服务支出-财政事务-行政运行.
func (t *Table) ownNames() {
	for _, r := range t.Rows {
		if r.Parent == nil || !form.IsCode(r.Parent.Key) {
			continue
		}
		rest := r.Name
		for n := 3; n < len(r.Key); n += 2 {
			if above := t.byKey[r.Key[:n]]; above != nil && above.Name != "" {
				rest = strings.TrimPrefix(rest, above.Name)
				if own := strings.TrimLeft(rest, betweenNames); own != "" {
					rest = own
				}
			}
		}
		if rest != "" && len(rest) < len(r.Name) && (strings.ContainsAny(strings.TrimSuffix(r.Name, rest), betweenNames) || t.Form.Codes.Bears(r.Key, rest)) {
			r.Name = rest
		}
	}
}
