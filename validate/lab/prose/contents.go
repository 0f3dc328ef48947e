package prose

// contents puts a list of the text's parts and sections in front, as some styles have: 目录.
func (t Text) contents() Text {
	list := []Block{{Kind: Heading, Level: 1, Text: "目 录"}}
	for _, b := range t.Blocks {
		if b.Kind == Heading && b.Level <= 2 {
			list = append(list, Block{Text: b.Shown()})
		}
	}
	return t.Insert(0, list...)
}
