// Draws one painting, from a copy beside the page or from the sheet of thumbnails, alone or with its
// palette on its top edge.

const ENLARGED = 2; // times, a tile of the sheet, at the most

/** The size in px at which `place` fits into `width` x `height`, at most `most` times enlarged. */
export function fit(place, width, height, most = ENLARGED) {
  const scale = Math.min(width / place.width, height / place.height, most);
  return { width: Math.round(place.width * scale), height: Math.round(place.height * scale) };
}

/** Centres and radii of circles whose areas are as `shares`, side by side over `width` px. */
export function circles(shares, width) {
  const sides = shares.map(Math.sqrt);
  const sum = sides.reduce((a, b) => a + b, 0);
  const scale = Math.min(0.3 * width, (0.86 * width) / sum); // diameter at share 1
  const space = (width - scale * sum) / (shares.length + 1);
  let x = 0;
  return sides.map((side) => {
    x += space + (side * scale) / 2;
    const circle = { x, r: (side * scale) / 2 };
    x += circle.r;
    return circle;
  });
}

/**
 * Draw a painting into `canvas`, as large as it fits into `width` x `height`: its `copy`, if there is
 * one, else its `place` in the `sheet`.
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLImageElement | null} sheet
 * @param {{x: number, y: number, width: number, height: number}} place
 * @param {number} width
 * @param {number} height
 * @param {{colours?: {share: number, hex: string}[], paper?: string, copy?: HTMLImageElement | null}} look
 */
export function drawPicture(
  canvas,
  sheet,
  place,
  width,
  height,
  { colours = [], paper = "", copy = null } = {},
) {
  const size = fit(place, width, height, copy ? Infinity : ENLARGED);
  const row = circles(
    colours.map(({ share }) => share),
    size.width,
  );
  const above = Math.ceil(row.reduce((most, { r }) => Math.max(most, r), 0)) + (row.length ? 3 : 0);
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round((size.height + above) * ratio);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height + above}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
  context.scale(ratio, ratio);
  context.imageSmoothingQuality = "high";
  const { x, y, width: w, height: h } = place;
  if (copy) context.drawImage(copy, 0, above, size.width, size.height);
  else if (sheet)
    context.drawImage(sheet, x + 0.5, y + 0.5, w - 1, h - 1, 0, above, size.width, size.height);
  row.forEach((circle, i) => {
    context.beginPath();
    context.arc(circle.x, above, circle.r, 0, 2 * Math.PI);
    context.fillStyle = colours[i].hex;
    context.fill();
    context.lineWidth = 2.5;
    context.strokeStyle = paper;
    context.stroke();
  });
}

/** The colour, [r, g, b], of a picture that `drawPicture` drew at the place of a pointer's event. */
export function colourAt(canvas, event) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const x = Math.floor(((event.clientX - left) / width) * canvas.width);
  const y = Math.floor(((event.clientY - top) / height) * canvas.height);
  const { data } = canvas.getContext("2d").getImageData(x, y, 1, 1);
  return data[3] ? [...data.slice(0, 3)] : null;
}

/** A copy's own size, as a place. */
export const sizeOf = ({ naturalWidth: width, naturalHeight: height }) => ({ x: 0, y: 0, width, height });
