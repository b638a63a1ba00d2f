// Lets the tests read English.

import { readFileSync } from "node:fs";
import { speak } from "../src/language.js";

const words = JSON.parse(readFileSync(`${import.meta.dirname}/../words.json`, "utf8"));

/** The words of a language. */
export const wordsIn = (language) =>
  Object.fromEntries(Object.entries(words).map(([name, told]) => [name, told[language]]));

speak({ language: "en", words: wordsIn("en") });
