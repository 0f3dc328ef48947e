// 用示例试一试: real figures under a made-up name, with three planted errors. The
// build makes the workbook (site/bundle/sample.go).

import { book } from './sample-book.js';

const NAME = '示例-2023.xlsx';

let made = null;

export function sample() {
  made ??= new File([Uint8Array.from(book, (c) => c.charCodeAt(0) ^ 1)], NAME, { lastModified: 0 });
  return made;
}

export const isSample = (file) => file === made;
