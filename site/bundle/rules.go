package bundle

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"

	"suanqing/site/rules"
	"suanqing/validate/report/schema"
)

const rulesPage = "rules.html"

// rulesFiles are the page of rules and its style, and the schema of a report for other
// programs. A link asks for them, so they are no part of the first load; once asked for,
// the service worker keeps them for when there is no network.
func rulesFiles(root string) (map[string][]byte, error) {
	var page bytes.Buffer
	if err := rules.Write(&page, root); err != nil {
		return nil, err
	}
	return map[string][]byte{rulesPage: page.Bytes(), "rules.css": rules.Style, schema.Name: schema.JSON}, nil
}

// The lines of the page of rules that name what it has in itself as a part of the
// one-file build.
var (
	sharedStyleLine = regexp.MustCompile(`<link rel="stylesheet" href="style\.css" />`)
	rulesStyleLine  = regexp.MustCompile(`<link rel="stylesheet" href="rules\.css" />`)
)

// rulesPart is the page of rules for the one-file build, and its style, which the
// policy of the page that opens it has to allow: it is bound by both policies.
func rulesPart(m *made, shared []byte) (page, style string, err error) {
	style = string(slices.Concat(shared, []byte("\n"), m.rules["rules.css"]))
	policy := fmt.Sprintf("default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'", source(style))
	page, err = replaced(rulesPage, string(edition(m.rules[rulesPage], "file")), []replacement{
		{policyLine, `http-equiv="Content-Security-Policy" content="` + html.EscapeString(policy)},
		{sharedStyleLine, "<style>" + style + "</style>"},
		{rulesStyleLine, ""},
	})
	return page, style, err
}
