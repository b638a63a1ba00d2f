// Asks the worker (worker.js), which is made of the script in the page when it is first needed.

import { element } from "../dom.js";

/** Make what asks the worker about groups of `data`'s paintings. */
export function createAsking(data) {
  let worker = null;
  let last = 0;
  const waiting = new Map();

  function send(asked, fields) {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, asked, ...fields });
    });
  }

  function start() {
    const script = new Blob([element("worker").textContent], { type: "text/javascript" });
    worker = new Worker(URL.createObjectURL(script));
    worker.onmessage = ({ data: { id, answer } }) => {
      waiting.get(id)(answer);
      waiting.delete(id);
    };
    const { size, share, rgb, lab, depth } = data.palettes(data.finest);
    send("prepare", { palettes: { size, share, rgb, lab, depth }, codes: data.codes, years: data.year });
  }

  /** A promise of the answer to what is `asked` with some `fields`. */
  return (asked, fields) => {
    if (!worker) start();
    return send(asked, fields);
  };
}
