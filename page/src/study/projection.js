// Where colours are seen in the RGB cube, which stands on its black corner, white on top.

/** How far the cube's corners are from its middle, edges having length 1. */
export const REACH = Math.sqrt(3) / 2;

/** The eight corners, red, green and blue 0 or 255, and the twelve edges as pairs of their numbers. */
export const CORNERS = Array.from({ length: 8 }, (_, i) => [4, 2, 1].map((bit) => (i & bit ? 255 : 0)));
export const EDGES = [1, 2, 4].flatMap((bit) =>
  CORNERS.flatMap((_, i) => (i & bit ? [] : [[i, i | bit]])),
);

/**
 * A function that tells where a colour, 0 to 255 a channel, is seen: x to the right, y upwards and
 * the depth away from who looks, for an azimuth and an elevation in radians (scripts/studies/cloud.py).
 * @returns {(r: number, g: number, b: number) => [number, number, number]}
 */
export function projection(azimuth, elevation) {
  const [ca, sa, ce, se] = [azimuth, azimuth, elevation, elevation].map((angle, i) =>
    i % 2 ? Math.sin(angle) : Math.cos(angle),
  );
  return (red, green, blue) => {
    const [r, g, b] = [red / 255 - 0.5, green / 255 - 0.5, blue / 255 - 0.5];
    const [right, away, up] = [
      (r - g) / Math.sqrt(2),
      (r + g - 2 * b) / Math.sqrt(6),
      (r + g + b) / Math.sqrt(3),
    ];
    const depth = sa * right + ca * away;
    return [ca * right - sa * away, ce * up + se * depth, ce * depth - se * up];
  };
}
