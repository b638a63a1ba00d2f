// What buttons and keys do.

import { say } from "./dom.js";
import { UNFILTERED, withChange, withColour } from "./find.js";
import { word } from "./language.js";
import { orderOf } from "./layouts/orders.js";
import { UNZOOMED } from "./stage/viewport.js";

const COPIED = 1200; // ms for which a button says that its colour was copied

/**
 * Make the acts on the states of `store`; `foundOf()` tells what is found (find.js), and `focus(i)`
 * puts the keyboard's focus where painting i is.
 */
export function createActs({ store, data, foundOf, focus }) {
  /** Ask for other paintings: all that are found come into view. */
  const ask = (patch) => store.set({ ...patch, hovered: null, region: null, zoom: UNZOOMED });
  /** Copy a text, which is told in short. */
  async function copy(text, button, told = text) {
    try {
      await navigator.clipboard.writeText(text);
      say(word("text_copied", { text: told }));
      button?.classList.add("copied");
      setTimeout(() => button?.classList.remove("copied"), COPIED);
    } catch {
      say(word("text_not_copied", { text: told }));
    }
  }

  return {
    ask,
    choose: (k) => store.set({ k, region: null }),
    show: (view) => store.set({ view, by: null, reversed: false, drawing: false, zoom: UNZOOMED }),
    open: (i) => store.set({ image: i, cursor: i, hovered: null, picking: false }),
    close(i) {
      store.set({ image: null, picking: false });
      focus(i);
    },
    like: (i) => ask({ ...UNFILTERED, like: i }),
    seek: (hex) => ask({ colours: withColour(store.get().colours, hex), picking: false }),
    seekRegion: (asked) => ask({ asked }),
    adjust: (n, change) => ask({ colours: withChange(store.get().colours, n, change) }),
    unseek: (n) => ask({ colours: store.get().colours.filter((_, m) => m !== n) }),
    /** Put paintings in another order, or turn the one that holds around. */
    sort(by) {
      const state = store.get();
      const same = orderOf(state.view, state.by, foundOf().ranked) === by;
      store.set({ by, reversed: same && !state.reversed });
    },
    pin(i) {
      const { pins } = store.get();
      const others = pins.filter((other) => other !== i);
      const pinned = others.length === pins.length;
      store.set({ pins: pinned ? [...pins, i].slice(-2) : others });
      say(word(pinned ? "is_pinned" : "is_unpinned", { title: data.title[i] }));
    },
    copy,
    /** Copy all colours of painting i, a line each. */
    copyAll(i, button) {
      const hexes = data.palette(i, store.get().k).map(({ hex }) => hex);
      copy(hexes.join("\n"), button, word("colours_count", { n: hexes.length }));
    },
    copyLink: (button) => copy(location.href, button, word("the_link")),
  };
}
