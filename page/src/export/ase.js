// Palettes as an Adobe Swatch Exchange file: big-endian blocks, a group for each painting.

import { rgbOf } from "../colour.js";
import { line } from "./text.js";

const [COLOUR, GROUP, END] = [0x0001, 0xc001, 0xc002];
const GLOBAL = 0;

/** Bytes one after the other, of numbers and UTF-16 text. */
class Bytes {
  bytes = [];
  u16(value) {
    this.bytes.push((value >> 8) & 255, value & 255);
    return this;
  }
  u32(value) {
    return this.u16(value >>> 16).u16(value & 0xffff);
  }
  f32(value) {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value);
    return this.u32(view.getUint32(0));
  }
  ascii(text) {
    for (const character of text) this.bytes.push(character.charCodeAt(0));
    return this;
  }
  /** A name: its length in UTF-16 units with the closing 0, the units, and the 0. */
  name(text) {
    const units = text.slice(0, 0xfffe);
    this.u16(units.length + 1);
    for (let n = 0; n < units.length; n += 1) this.u16(units.charCodeAt(n));
    return this.u16(0);
  }
}

function block(type, content) {
  const head = new Bytes().u16(type).u32(content.bytes.length);
  return [...head.bytes, ...content.bytes];
}

function swatch({ hex, name }) {
  const content = new Bytes().name(`${name} ${hex}`).ascii("RGB ");
  for (const value of rgbOf(hex)) content.f32(value / 255);
  return block(COLOUR, content.u16(GLOBAL));
}

/** The bytes of a file with the palettes of `paintings` (export/text.js's records). */
export function toAse(paintings) {
  const blocks = paintings.flatMap(({ title, colours }) => [
    block(GROUP, new Bytes().name(line(title))),
    ...colours.map(swatch),
    block(END, new Bytes()),
  ]);
  const head = new Bytes().ascii("ASEF").u16(1).u16(0).u32(blocks.length);
  const size = blocks.reduce((sum, { length }) => sum + length, head.bytes.length);
  const bytes = new Uint8Array(size);
  bytes.set(head.bytes);
  let at = head.bytes.length;
  for (const part of blocks) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
