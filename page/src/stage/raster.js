// Rectangles and discs, pixel by pixel: for thousands of marks far quicker than paths on a canvas.

/** One pixel as ImageData stores it: red in the lowest byte. */
export const pixel = (r, g, b) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** The pixel of a colour [r, g, b]. */
export const pixelOf = (rgb) => pixel(rgb[0], rgb[1], rgb[2]);

/** Fill the rectangle from (left, top) to before (right, bottom), whole pixels, within the raster. */
export function fillRect({ pixels, width, height }, left, top, right, bottom, colour) {
  const from = Math.max(0, left);
  const to = Math.min(width, right);
  if (to <= from) return;
  const last = Math.min(height, bottom);
  for (let y = Math.max(0, top); y < last; y += 1) {
    pixels.fill(colour, y * width + from, y * width + to);
  }
}

/**
 * Fill the rectangle (x, y, w, h), whose corners are rounded by `round` (0 to 1) of half of its
 * shorter side; a square of round 1 is a disc. Its curved edges are smooth.
 */
export function fillRounded(raster, x, y, w, h, round, rgb) {
  const [r, g, b] = rgb;
  const { pixels, width, height } = raster;
  const corner = (round * Math.min(w, h)) / 2;
  const colour = pixel(r, g, b);
  const first = Math.max(0, Math.floor(y));
  const last = Math.min(height, Math.ceil(y + h));
  for (let row = first; row < last; row += 1) {
    const rowTop = Math.max(row, y);
    const rowBottom = Math.min(row + 1, y + h);
    const middle = (rowTop + rowBottom) / 2;
    const above = Math.max(0, y + corner - middle, middle - (y + h - corner));
    const inset = corner - Math.sqrt(Math.max(0, corner * corner - above * above));
    const [left, right] = [x + inset, x + w - inset];
    if (right <= left) continue;
    const covered = rowBottom - rowTop;
    const start = row * width;
    const from = Math.max(0, Math.floor(left));
    const to = Math.min(width, Math.ceil(right));
    const [solidFrom, solidTo] = [Math.ceil(left), Math.floor(right)];
    if (covered > 0.999 && solidTo > solidFrom) {
      pixels.fill(colour, start + Math.max(0, solidFrom), start + Math.max(0, Math.min(width, solidTo)));
      if (left >= 0 && solidFrom > left) blend(pixels, start + solidFrom - 1, solidFrom - left, r, g, b);
      if (right <= width && right > solidTo) blend(pixels, start + solidTo, right - solidTo, r, g, b);
      continue;
    }
    for (let column = from; column < to; column += 1) {
      const part = Math.min(column + 1, right) - Math.max(column, left);
      blend(pixels, start + column, part * covered, r, g, b);
    }
  }
}

function blend(pixels, at, part, r, g, b) {
  const under = pixels[at];
  const mixed = (shift, value) => {
    const below = (under >>> shift) & 255;
    return Math.round(below + (value - below) * part);
  };
  pixels[at] = pixel(mixed(0, r), mixed(8, g), mixed(16, b));
}

/** A raster for a canvas of `width` x `height` device pixels, to be painted and then shown. */
export function createRaster(width, height) {
  const image = new ImageData(Math.max(1, width), Math.max(1, height));
  const pixels = new Uint32Array(image.data.buffer);
  return { image, pixels, width: image.width, height: image.height };
}
