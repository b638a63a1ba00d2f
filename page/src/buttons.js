// The template's own buttons, and the picture from which one takes a colour.

import { hexOf } from "./colour.js";
import { element, part } from "./dom.js";
import { colourAt } from "./parts/picture.js";
import { listenToGrip } from "./parts/sheet.js";

/**
 * Listen to the buttons of the panel, the help and the zoom; `zoom` is that of the
 * plot, and `enlarge()` shows the painting as large as the window.
 */
export function listenToButtons({ store, acts, zoom, enlarge }) {
  const press = (id, act) => element(id).addEventListener("click", () => act());
  const close = () => acts.close(store.get().image);
  press("close", close);
  listenToGrip(element("panel"), element("grip"), close);
  press("enlarge", enlarge);
  press("pick", () => store.set({ picking: !store.get().picking }));
  element("copy-link").addEventListener("click", (event) => acts.copyLink(event.currentTarget));
  press("help-button", () => element("help").showModal());
  press("about-button", () => element("about").showModal());
  press("zoom-in", zoom.in);
  press("zoom-out", zoom.out);
  press("zoom-reset", zoom.reset);
  part("#panel .picture").addEventListener("click", (event) => {
    if (!store.get().picking) {
      enlarge();
      return;
    }
    const rgb = colourAt(event.currentTarget, event);
    if (rgb) acts.seek(hexOf(...rgb));
  });
}
