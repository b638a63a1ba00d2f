// Files that one opens or drops on the page, which are read here and sent nowhere: a picture, to take
// colours from, or what the page wrote, to go on from there.

import { hexOf } from "../colour.js";
import { drawer, element, say } from "../dom.js";
import { readSelection } from "../export/selection.js";
import { word } from "../language.js";
import { colourAt } from "./picture.js";

const SIDE = 272; // px, the longer side of the picture

/** Read files: `ask` shows the paintings of one, `seek(hex)` looks for a colour that is pressed. */
export function listenToFiles({ data, ask, seek }) {
  const canvas = element("dropped");
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    if (file.type.startsWith("image/")) showPicture(file);
    else select(file);
  });
  element("open-file").addEventListener("change", ({ target }) => {
    if (target.files[0]) select(target.files[0]);
    target.value = "";
    element("exports").hidePopover();
  });
  canvas.addEventListener("click", (event) => {
    const rgb = colourAt(canvas, event);
    if (rgb) seek(hexOf(...rgb));
  });

  async function showPicture(file) {
    try {
      show(canvas, await createImageBitmap(file));
      element("finder").showPopover();
      say(word("press_picture"));
    } catch {
      say(word("unreadable_picture", { file: file.name }));
    }
  }

  /** Show what a file of the page chose. */
  async function select(file) {
    const found = readSelection(await file.text());
    if (found && "address" in found) {
      location.hash = found.address;
      return;
    }
    const images = found?.images.map(data.indexOf).filter((i) => i !== null) ?? [];
    if (images.length) ask({ only: [...new Set(images)].sort((i, j) => i - j) });
    else say(word("unreadable_file", { file: file.name }));
  }
}

function show(canvas, picture) {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.hidden = false;
  drawer(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
}
