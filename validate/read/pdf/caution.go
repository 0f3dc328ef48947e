package pdf

// Caution is said wherever a PDF was read, in the page too: it has no tables, only
// characters and lines, and an error may be the reader's and not the clerk's.
const Caution = "PDF 是试读：表格由版面认出，个别数可能认错行或栏，请对照原页；有原表的，请检查原表。"
