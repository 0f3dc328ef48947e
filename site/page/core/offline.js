// Offline use of the site: a service worker (sw.js) keeps this build. Browsers
// have one on https and on localhost only; elsewhere nothing is done or said.

const PATIENCE = 3000; // ms: a host that does not answer holds up the page no longer

const container = navigator.serviceWorker;

// Asks the browser to keep this build: after the page has what it needs, before
// it gives up the network.
export function keep() {
  if (!container) return null;
  const asked = container.register('sw.js').catch(() => {}); // no offline use: the page works as well
  return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

// onKept() hears that the page opens without network from now on; onUpdate(take)
// of a newer build that is kept already: take() shows it.
export function watch({ onKept, onUpdate }) {
  container?.ready.then((registration) => {
    onKept();
    const offer = () => {
      const { waiting } = registration;
      if (waiting && container.controller) onUpdate(() => take(waiting));
    };
    const follow = (next) => next?.addEventListener('statechange', offer);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    follow(registration.installing);
    offer();
  });
}

function take(waiting) {
  if (waiting.state === 'activated') location.reload(); // taken in another tab
  container.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('update');
}
