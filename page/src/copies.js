// Sharper copies of paintings that may lie beside the page: results/pictures/, or else the
// thumbnails. They are loaded when one is opened or looked at closely, and missed by nobody where
// they are not.

const FOLDERS = [
  { path: "pictures", ending: ".webp" },
  { path: "thumbnails", ending: ".png" },
];
const MISSES = 2; // after which a folder of which nothing was found is not there
const KEPT = 160; // copies, at most

/** Make what holds the copies of the images `idOf(i)`; `arrived()` hears of each one that is loaded. */
export function createCopies(idOf, arrived) {
  const copies = new Map();
  const folders = FOLDERS.map((folder) => {
    return { ...folder, isThere: false, misses: 0, asking: false, waiting: /** @type {number[]} */ ([]) };
  });

  /** Load a copy of painting i from the nth folder on; until one is found there, one after the other. */
  function load(i, n) {
    if (n >= folders.length) return;
    const folder = folders[n];
    if (!folder.isThere && folder.misses >= MISSES) load(i, n + 1);
    else if (!folder.isThere && folder.asking) folder.waiting.push(i);
    else ask(i, n);
  }

  function ask(i, n) {
    const folder = folders[n];
    folder.asking = true;
    const image = new Image();
    const answered = () => {
      folder.asking = false;
      for (const other of folder.waiting.splice(0)) load(other, n);
    };
    image.onload = () => {
      folder.isThere = true;
      answered();
      // What could not be read has one grey pixel.
      if (image.naturalWidth <= 1) return;
      copies.set(i, image);
      arrived();
    };
    image.onerror = () => {
      folder.misses += 1;
      load(i, n + 1);
      answered();
    };
    image.src = `${folder.path}/${encodeURIComponent(idOf(i))}${folder.ending}`;
  }

  return {
    /** The copy of painting i if it is there, else null: then it is asked for, once. */
    of(i) {
      if (!copies.has(i)) {
        if (copies.size >= KEPT) copies.delete(copies.keys().next().value);
        copies.set(i, null);
        load(i, 0);
      }
      return copies.get(i);
    },
  };
}
