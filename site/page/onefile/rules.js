// The one-file build, in the place of the site's rules.js: the page of rules is a part.

import { unpack } from './unpack.js';

let address = '';
unpack('rules').then((page) => {
  address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
}, () => {}); // a page not copied whole says so when the core is missing

export const ruleAddress = (rule) => address && `${address}#${rule}`;
