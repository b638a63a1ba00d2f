// Dialogs and popovers: what closes them, and where they are.

import { part } from "../dom.js";

const AWAY = 6; // px from the button
const EDGE = 12; // px from the window's edges

/** Put an open popover below its button, within the window. */
function putBelow(popover) {
  const { left, bottom } = part(`[popovertarget=${popover.id}]`).getBoundingClientRect();
  const within = (from, room) => Math.max(EDGE, Math.min(from, room - EDGE));
  popover.style.left = `${within(left, window.innerWidth - popover.offsetWidth)}px`;
  popover.style.top = `${within(bottom + AWAY, window.innerHeight - popover.offsetHeight)}px`;
}

/** Let a click on its button or beside it close each dialog; put popovers below their buttons. */
export function listenToDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    part(".closes", dialog).addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  for (const popover of document.querySelectorAll("[popover]")) {
    popover.addEventListener("toggle", () => putBelow(popover));
  }
}
