// A picture that one drops on the page, to take colours from: it is read here and sent nowhere.

import { hexOf } from "../colour.js";
import { drawer, element, say } from "../dom.js";
import { word } from "../language.js";
import { colourAt } from "./picture.js";

const SIDE = 272; // px, the longer side of the picture

/** Show an image file in the finder; `seek(hex)` looks for a colour that is pressed. */
export function listenToDrops(seek) {
  const canvas = element("dropped");
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", async (event) => {
    const file = [...(event.dataTransfer?.files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    try {
      show(canvas, await createImageBitmap(file));
      element("finder").showPopover();
      say(word("press_picture"));
    } catch {
      say(word("unreadable_picture", { file: file.name }));
    }
  });
  canvas.addEventListener("click", (event) => {
    const rgb = colourAt(canvas, event);
    if (rgb) seek(hexOf(...rgb));
  });
}

function show(canvas, picture) {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.hidden = false;
  drawer(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
}
