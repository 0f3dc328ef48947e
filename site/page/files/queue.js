// What came with many others is judged by a pool of lanes, each one file at a time: a
// file that takes its worker with it costs that worker only. The workers end with the last.

import { breath } from '../ui/breath.js';
import { Lane } from './lane.js';

const MOST_LANES = 8;

export class Queue {
  #judge;
  #waiting = [];
  #lanes = 0; // at work
  #opening = false; // whether lanes are

  // judge(entry, lane) promises, and never fails.
  constructor(judge) {
    this.#judge = judge;
  }

  add(entries) {
    for (const entry of entries) this.#waiting.push(entry);
    if (!this.#opening) this.#open();
  }

  // Opens lanes, one after another: to start a worker is work of the page.
  async #open() {
    this.#opening = true;
    const most = Math.min(navigator.hardwareConcurrency || 2, MOST_LANES);
    for (await breath(); this.#lanes < Math.min(most, this.#waiting.length); await breath()) this.#work();
    this.#opening = false;
  }

  // Takes an entry off that nobody has begun; false when it has.
  remove(entry) {
    const at = this.#waiting.indexOf(entry);
    if (at >= 0) this.#waiting.splice(at, 1);
    return at >= 0;
  }

  async #work() {
    this.#lanes += 1;
    const lane = new Lane();
    for (let entry; (entry = this.#waiting.shift());) await this.#judge(entry, lane);
    this.#lanes -= 1;
    lane.end();
  }
}
