package dress

var blocks, pages, titles, sets, headers, names []Dress
