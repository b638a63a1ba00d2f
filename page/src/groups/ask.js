// Asks a worker (worker.js), which is made of the script in the page.

import { element } from "../dom.js";

/** Make a worker for groups of `data`'s paintings; returns a function that asks it. */
export function createAsking(data) {
  const script = new Blob([element("worker").textContent], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, answer } }) => {
    waiting.get(id).resolve(answer);
    waiting.delete(id);
  };
  // As where the host of the page forbids workers.
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error("the worker does not run"));
  };

  /** A promise of the answer to what is `asked` with some `fields`; it is rejected if there is none. */
  function ask(asked, fields) {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, asked, ...fields });
    });
  }

  const { size, share, rgb, lab, depth } = data.palettes(data.finest);
  const known = { palettes: { size, share, rgb, lab, depth }, codes: data.codes, years: data.year };
  ask("prepare", known).catch(() => {}); // told where an answer is waited for
  return ask;
}
