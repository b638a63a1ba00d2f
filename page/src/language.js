// The page's words and numbers in its language: of page/words.json, what the page holds of it.

/** @typedef {keyof typeof import("../words.json")} Word the name of a word, in words.json */

let spoken = { language: "en", words: {} };

/** Speak `language` (BCP 47) by its `words`, by their names: texts, or by number {zero, one, other}. */
export function speak({ language, words }) {
  spoken = { language, words };
}

/** The language that is spoken. */
export const language = () => spoken.language;

/** A number as the language writes it, with so many `digits` after the point. */
export const numberText = (number, digits = 0) =>
  number.toLocaleString(spoken.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The form of a word that has several for a `number` of things. */
function formOf(forms, number) {
  if (number === 0 && forms.zero) return forms.zero;
  return forms[new Intl.PluralRules(spoken.language).select(number)] ?? forms.other;
}

/**
 * A word or sentence by its name, with `values` in place of what stands in braces. The number `n` also
 * tells which form it has.
 * @param {Word} name
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function word(name, values = {}) {
  const told = spoken.words[name];
  const text = typeof told === "string" ? told : formOf(told, values.n);
  return text.replace(/\{(\w+)\}/g, (_, key) => {
    const value = values[key];
    return typeof value === "number" ? numberText(value) : value;
  });
}
