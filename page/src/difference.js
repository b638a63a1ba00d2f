// How far apart two colours look: CIELAB and CIEDE2000.

import { lightOf } from "./colour.js";

const WHITE = [0.9504559271, 1, 1.0890577508]; // D65
const [EPSILON, KAPPA] = [216 / 24389, 24389 / 27]; // where the cube root gives way to a line

/**
 * CIELAB of sRGB, 0 to 255, white point D65 (CIE 15).
 * @returns {[number, number, number]}
 */
export function labOf(r, g, b) {
  const [lr, lg, lb] = [lightOf(r), lightOf(g), lightOf(b)];
  const curve = (value, white) => {
    const ratio = value / white;
    return ratio > EPSILON ? Math.cbrt(ratio) : (KAPPA * ratio + 16) / 116;
  };
  const x = curve(0.4123907993 * lr + 0.3575843394 * lg + 0.1804807884 * lb, WHITE[0]);
  const y = curve(0.2126390059 * lr + 0.7151686788 * lg + 0.0721923154 * lb, WHITE[1]);
  const z = curve(0.0193308187 * lr + 0.1191947798 * lg + 0.9505321522 * lb, WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees) => (degrees * Math.PI) / 180;

/** The hue of CIELAB's a and b, degrees. */
const hueIn = (a, b) => (a || b ? ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 : 0);

/**
 * The CIEDE2000 difference of two colours in CIELAB (Sharma, Wu and Dalal, "The CIEDE2000
 * color-difference formula", 2005).
 * @param {number[]} one
 * @param {number[]} other
 */
export function deltaE2000(one, other) {
  const [[l1, a1, b1], [l2, a2, b2]] = [one, other];
  const seventh = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(seventh / (seventh + 25 ** 7));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const [h1, h2] = [hueIn(stretch * a1, b1), hueIn(stretch * a2, b2)];
  const isGrey = c1 * c2 === 0;
  let turn = isGrey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const hue = isGrey ? h1 + h2 : h1 + turn / 2;
  const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const weight =
    1 -
    0.17 * Math.cos(radians(hue - 30)) +
    0.24 * Math.cos(radians(2 * hue)) +
    0.32 * Math.cos(radians(3 * hue + 6)) -
    0.2 * Math.cos(radians(4 * hue - 63));
  const off = (lightness - 50) ** 2;
  const byLightness = (l2 - l1) / (1 + (0.015 * off) / Math.sqrt(20 + off));
  const byChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const byHue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))) / (1 + 0.015 * chroma * weight);
  const blue = Math.exp(-((((((hue % 360) + 360) % 360) - 275) / 25) ** 2));
  const rotation = -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * Math.sin(radians(60 * blue));
  return Math.sqrt(
    Math.max(0, byLightness ** 2 + byChroma ** 2 + byHue ** 2 + rotation * byChroma * byHue),
  );
}
