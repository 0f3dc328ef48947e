package report

import (
	"bytes"
	"encoding/json"
)

// JSON is the report as one line of JSON, the same bytes in the browser and
// natively. Characters are written as they are, not as HTML escapes.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
