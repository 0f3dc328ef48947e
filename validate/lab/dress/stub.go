package dress

var titles, sets, headers, names []Dress
