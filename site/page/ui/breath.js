// A breath: work that is not asked for at once waits for a task of its own, after what was
// drawn is on screen. What the main thread does in one go keeps a person waiting for all of
// it, and while workers hold every core for several times as long.

const SLICE = 8; // ms of work between two breaths
const UNSEEN = 100; // ms after which nobody waits for a page that is not drawn, as one behind another tab

export const breath = () => new Promise((resolve) => {
  const late = setTimeout(resolve, UNSEEN);
  requestAnimationFrame(() => setTimeout(() => {
    clearTimeout(late);
    resolve();
  }));
});

// Does something with each of many, with a breath before the first and whenever it has taken long.
export async function inTurn(many, act) {
  let until = 0;
  for (const one of many) {
    if (performance.now() >= until) {
      await breath();
      until = performance.now() + SLICE;
    }
    act(one);
  }
}
