// Package schema has the JSON Schema of a report, for others to build on. It is made
// from the types of package report and from what their comments say; the test of this
// package makes it again (go test ./validate/report/schema -update).
package schema

import _ "embed"

// Name is what the schema's file is called wherever it is published.
const Name = "report.schema.json"

// JSON is the schema, by the draft of 2020-12.
//
//go:embed report.schema.json
var JSON []byte
