// Runs first in the one-file build, in any browser: plain old script only.
(function () {
  // WebAssembly may run by 'wasm-unsafe-eval', or, where that word is unknown
  // (before Chromium 97, Firefox 102), by 'unsafe-eval'. Whoever knows it gives up
  // eval here: policies only ever add up. findLast came with the same Chromium.
  if (Array.prototype.findLast) {
    var own = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    var narrow = document.createElement('meta');
    narrow.setAttribute('http-equiv', 'Content-Security-Policy');
    narrow.setAttribute('content', own.getAttribute('content').replace("'unsafe-eval' ", ''));
    document.head.appendChild(narrow);
  }

  // The one thing of the page that the oldest kernels lack (Chromium 86 to 91).
  if (!Array.prototype.at) {
    Object.defineProperty(Array.prototype, 'at', {
      value: function (i) { return this[i < 0 ? this.length + i : i]; },
    });
  }

  // The page's script stands last: without it the file was not copied whole.
  document.addEventListener('DOMContentLoaded', function () {
    if (!window.suanqingCapable || window.suanqingStarted) return;
    document.getElementById('torn').removeAttribute('hidden');
    document.getElementById('start').setAttribute('hidden', '');
  });
})();
