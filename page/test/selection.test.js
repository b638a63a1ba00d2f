import assert from "node:assert/strict";
import { test } from "node:test";
import { readSelection, toSelection } from "../src/export/selection.js";
import { toCsv, toJson } from "../src/export/text.js";

const colours = [{ hex: "#102030", share: 1, name: "a \"b\", c" }];
const told = { title: "=A, \"B\"\nC", year: null, artist: null, link: null, licence: null, k: 1, colours };
const records = ["a", "b.c"].map((image) => ({ image, ...told }));

test("what the page writes, it reads again", () => {
  const address = "#view=compare&a=in:artist:X";
  assert.deepEqual(readSelection(toSelection("T", address, ["a"])), { address });
  assert.deepEqual(readSelection(toJson(records)), { images: ["a", "b.c"] });
  assert.deepEqual(readSelection(toCsv([{ ...records[0], title: "=A, \"B\"" }, { ...records[1], title: "C" }])), {
    images: ["a", "b.c"],
  });
});

test("a table of others is read by its column of IDs", () => {
  assert.deepEqual(readSelection("\ufefftitle,image\r\n\"x, y\",a\r\n,b\n"), { images: ["a", "b"] });
});

test("what is neither is nothing", () => {
  for (const text of ["", "{}", "[]", "null", "[1, null]", "title,year\nA,1", "image\n", "{", "\0"]) {
    assert.equal(readSelection(text), null, text);
  }
});
