// Where a colour is on the wheel: its angle is the hue, its distance from the middle the square root
// of the chroma.

export const RIM = 0.25; // chroma in OKLCh at the rim, and of what is beyond

/** The place of a colour on a wheel of radius 1, right and up of its middle, by a and b of OKLab. */
export function onWheel(a, b) {
  const chroma = Math.hypot(a, b);
  const away = chroma ? Math.sqrt(Math.min(chroma, RIM) / RIM) / chroma : 0;
  return [a * away, b * away];
}
