// The one-file build, in the place of the site's offline.js: it is all here.

export function watch({ onKept }) {
  onKept();
}
