package bundle

import (
	"bytes"

	"suanqing/site/rules"
)

// rulesFiles are the page of rules and its style. A link asks for them, so they are
// no part of the first load; once asked for, the service worker keeps them for when
// there is no network.
func rulesFiles(root string) (map[string][]byte, error) {
	var page bytes.Buffer
	if err := rules.Write(&page, root); err != nil {
		return nil, err
	}
	return map[string][]byte{"rules.html": page.Bytes(), "rules.css": rules.Style}, nil
}
