// Asks a worker (worker.js), which is made of the script in the page.

import { element } from "../dom.js";

/** Make a worker for groups of `data`'s paintings; returns a function that asks it. */
export function createAsking(data) {
  const script = new Blob([element("worker").textContent], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, answer } }) => {
    waiting.get(id)(answer);
    waiting.delete(id);
  };

  /** A promise of the answer to what is `asked` with some `fields`. */
  function ask(asked, fields) {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, asked, ...fields });
    });
  }

  const { size, share, rgb, lab, depth } = data.palettes(data.finest);
  ask("prepare", { palettes: { size, share, rgb, lab, depth }, codes: data.codes, years: data.year });
  return ask;
}
