package dress

var codes, blocks, pages, titles, sets, headers, names []Dress
