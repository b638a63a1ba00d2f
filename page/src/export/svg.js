// The view as SVG: its marks as shapes, without pictures.

const number = (value) => Number(value.toFixed(2));

/** An SVG document of what `scene` shows in `width` x `height` px at a zoom {k, x, y}. */
export function toSvg(scene, zoom, width, height, paper) {
  const { bands, paint, round, stack } = scene;
  const count = stack ? stack.length : bands.length / 4;
  const shapes = [];
  for (let n = 0; n < count; n += 1) {
    const band = stack ? stack[n] : n;
    const at = 4 * band;
    const [w, h] = [bands[at + 2] * zoom.k, bands[at + 3] * zoom.k];
    const [x, y] = [bands[at] * zoom.k + zoom.x, bands[at + 1] * zoom.k + zoom.y];
    if (w <= 0 || h <= 0 || x + w < 0 || y + h < 0 || x > width || y > height) continue;
    const rgb = [0, 1, 2].map((c) => Math.round(paint[3 * band + c]));
    const corner = round ? ` rx="${number(Math.min(w, h) / 2)}"` : "";
    shapes.push(
      `<rect x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}"` +
        `${corner} fill="rgb(${rgb})"/>`,
    );
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"` +
    ` width="${width}" height="${height}">\n` +
    `<rect width="100%" height="100%" fill="rgb(${paper})"/>\n${shapes.join("\n")}\n</svg>\n`
  );
}
