// Finding by words: all of them, a phrase in quotes, one or another with OR, none with -, and those
// of one field with its name before: artist:monet.

import { distance } from "fastest-levenshtein";
import { word as say } from "./language.js";

const LIGATURES = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const SPELLED = /[æœßøłđðþı]/g;
const FIELDS = /** @type {const} */ (["title", "artist", "date", "year"]);

/** Text in which accents, ligatures and case make no difference. */
export function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(SPELLED, (letter) => LIGATURES[letter]);
}

/** The field that is called so, in English or in the page's language; null if none is. */
const fieldOf = (name) =>
  FIELDS.find((field) => field === name.toLowerCase() || folded(say(field)) === folded(name)) ?? null;

/** Whether a word joins two others, of which one is to be met. */
const isOr = (text) => text === "OR" || text === say("or");

/**
 * What `text` asks for: groups, each of which must be met, of terms `{field, words, not}`, one of which
 * must be.
 */
export function parsed(text) {
  const tokens = [...text.matchAll(/(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))/gu)];
  const groups = [];
  let joined = false;
  for (const [whole, minus, name = "", quoted, word] of tokens) {
    if (isOr(whole)) {
      joined = groups.length > 0;
      continue;
    }
    const field = fieldOf(name);
    const said = folded(quoted ?? word ?? "");
    const words = field || !name ? said : `${folded(name)}:${said}`;
    if (!words.trim() || words === "-") continue;
    const term = { field, words, not: minus === "-" };
    if (joined) groups[groups.length - 1].push(term);
    else groups.push([term]);
    joined = false;
  }
  return groups;
}

/** The fields of painting i by which it is found, folded. */
function fieldsOf(data, i) {
  return {
    title: folded(data.title[i]),
    artist: folded(data.artist(i) ?? ""),
    date: folded(String(data.date(i))),
    year: String(data.year[i] ?? ""),
  };
}

/** A function that tells whether painting i of `data` has what `text` asks for. */
export function worded(text, data) {
  const groups = parsed(text);
  return (i) => {
    const fields = fieldsOf(data, i);
    const all = FIELDS.map((field) => fields[field]).join("\n");
    return groups.every((terms) =>
      terms.some(({ field, words, not }) => (field ? fields[field] : all).includes(words) !== not),
    );
  };
}

/**
 * `text` with words that no painting of `data` has in place of the nearest that one has, by one or two
 * letters; null if there is none.
 */
export function respelled(text, data) {
  const known = new Map();
  for (let i = 0; i < data.count; i += 1) {
    const fields = fieldsOf(data, i);
    for (const word of `${fields.title} ${fields.artist}`.match(/[\p{L}\p{N}]+/gu) ?? []) {
      known.set(word, (known.get(word) ?? 0) + 1);
    }
  }
  let changed = false;
  const better = text.replace(/[\p{L}]{3,}/gu, (word) => {
    const own = folded(word);
    const isKnown = isOr(word) || fieldOf(word) || [...known.keys()].some((k) => k.includes(own));
    if (isKnown) return word;
    const reach = own.length > 4 ? 2 : 1;
    let best = null;
    for (const [other, times] of known) {
      if (Math.abs(other.length - own.length) > reach) continue;
      const away = distance(own, other);
      if (away > reach) continue;
      if (!best || away < best.away || (away === best.away && times > best.times)) best = { other, away, times };
    }
    changed ||= best !== null;
    return best?.other ?? word;
  });
  return changed ? better : null;
}
