// Turns something by pointer (mouse, pen, touch) and by keyboard.

import { select } from "d3-selection";

const STEP = Math.PI / 24; // radians a key
const HALF = Math.PI / 2;
const KEYS = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** Angles after a turn by so much; the elevation stays between straight below and above. */
export function turned({ azimuth, elevation }, [right, up]) {
  return {
    azimuth: azimuth + right,
    elevation: Math.max(-HALF, Math.min(HALF, elevation + up)),
  };
}

/** Call `turn([right, up])`, in radians, as `element` is dragged or has arrow keys pressed. */
export function listenToTurns(element, turn) {
  let last = null;
  select(element)
    .on("pointerdown", (event) => {
      last = [event.clientX, event.clientY];
      element.setPointerCapture(event.pointerId);
    })
    .on("pointermove", (event) => {
      if (!last) return;
      const now = [event.clientX, event.clientY];
      const radians = Math.PI / element.clientWidth;
      turn([radians * (now[0] - last[0]), radians * (now[1] - last[1])]);
      last = now;
    })
    .on("pointerup pointercancel", () => {
      last = null;
    })
    .on("keydown", (event) => {
      const by = KEYS[event.key];
      if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      turn(by);
    });
}
