// Runs in any browser, also those too old for modules: plain old script only.
// Says so when the page cannot work here, instead of standing there dead.
(function () {
  function capable() {
    try {
      if (!('noModule' in document.createElement('script'))) return false;
      if (!window.Worker || !window.Blob || !window.URL || !window.TextDecoder || !window.ResizeObserver) return false;
      if (!Element.prototype.replaceChildren) return false;
      if (!String.prototype.replaceAll || !Promise.allSettled || !Blob.prototype.arrayBuffer) return false;
      // Compiles only where WebAssembly is there and this page's policy is understood.
      return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (e) {
      return false;
    }
  }

  function refuse() {
    var old = document.getElementById('old');
    var start = document.getElementById('start');
    if (old) old.removeAttribute('hidden');
    if (start) start.setAttribute('hidden', '');
  }

  window.suanqingCapable = capable();
  window.addEventListener('error', function (event) {
    // A script of ours that this browser cannot read.
    if (!window.suanqingStarted && event.filename && event.filename.indexOf(location.origin || '') === 0) refuse();
  });
  document.addEventListener('DOMContentLoaded', function () {
    if (!window.suanqingCapable) refuse();
  });
})();
