// The panel where it is a sheet at the foot of a narrow window: one drags it by its grip.

const LEAST = 0.25; // of the window's height; a lower sheet is closed

/** Let the `grip` drag the foot sheet `panel` to any height; `close()` is called when it is let go low. */
export function listenToGrip(panel, grip, close) {
  let start = null;
  grip.addEventListener("pointerdown", (event) => {
    start = { y: event.clientY, height: panel.offsetHeight };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", ({ clientY }) => {
    if (!start) return;
    panel.classList.add("dragged");
    panel.style.setProperty("--tall", `${start.height + start.y - clientY}px`);
  });
  const letGo = () => {
    if (start && panel.offsetHeight < LEAST * window.innerHeight) {
      panel.classList.remove("dragged");
      close();
    }
    start = null;
  };
  for (const type of ["pointerup", "pointercancel"]) grip.addEventListener(type, letGo);
}
