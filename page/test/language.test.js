import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { wordsIn } from "./english.js";
import { speak, word } from "../src/language.js";
import { yearsText } from "../src/layouts/axis.js";
import { countText, paintings, yearOf, yearText } from "../src/text.js";
import { parsed } from "../src/words.js";

const speakOf = (language) => speak({ language, words: wordsIn(language) });

afterEach(() => speakOf("en"));

test("numbers and plurals follow the language", () => {
  const told = { en: ["no paintings", "1 painting", "3,000 paintings"] };
  told.de = ["keine Gemälde", "1 Gemälde", "3.000 Gemälde"];
  told.fr = ["aucune peinture", "1 peinture", "3\u202f000 peintures"];
  for (const [language, texts] of Object.entries(told)) {
    speakOf(language);
    assert.deepEqual([0, 1, 3000].map(paintings), texts);
  }
});

test("a year before Christ is written and read in each language", () => {
  const told = { en: "500 BC", de: "500 v. Chr.", fr: "500 av. J.-C." };
  for (const [language, text] of Object.entries(told)) {
    speakOf(language);
    assert.equal(yearText(-500), text);
    assert.equal(yearOf(text), -500);
    assert.equal(yearOf("1880"), 1880);
  }
});

test("years are never written as amounts", () => {
  speakOf("de");
  assert.equal(countText(2, [1872, 1926]), "2 Gemälde, 1872\u20131926");
});

test("decades have the names of each language", () => {
  const told = { en: ["1880s", "510s BC"], de: ["1880er", "510er v. Chr."] };
  told.fr = ["1880\u20131889", "510\u2013501 av. J.-C."];
  for (const [language, texts] of Object.entries(told)) {
    speakOf(language);
    assert.deepEqual([1880, -510].map((year) => yearsText(year, 10)), texts);
  }
});

test("fields and the word between two choices are known in English and in the page's language", () => {
  speakOf("de");
  const groups = [[{ field: "artist", words: "monet", not: false }, { field: null, words: "sisley", not: false }]];
  assert.deepEqual(parsed("Künstler:Monet ODER Sisley"), groups);
  assert.deepEqual(parsed("artist:Monet OR Sisley"), groups);
});

test("what stands for a value is put in as it is", () => {
  assert.equal(word("is_pinned", { title: "$& {n} $1" }), "$& {n} $1 is pinned");
});
