// Tells assistive technology in words what changed.

import { say, settled } from "./dom.js";
import { isFiltered } from "./find.js";
import { word } from "./language.js";
import { paintings, spokenText } from "./text.js";

/** Make what tells of the states of `store`; `foundOf()` tells what is found (find.js). */
export function createAnnouncer({ store, data, foundOf }) {
  const shown = () => paintings(foundOf().shown.length);
  const painting = (i, k) => spokenText(data.title[i], data.date(i), data.palette(i, k));
  return {
    /** Tell, once one has done asking, how many paintings are found. */
    found: settled(() => {
      say(isFiltered(store.get()) ? word("count_found", { n: foundOf().shown.length }) : word("all_shown"));
    }),
    /** Tell what of the state is not as it was before. */
    changed({ image, k, view }, before) {
      const opened = image === null ? "" : painting(image, k);
      if (image !== before.image) say(opened || word("closed"));
      else if (k !== before.k) say(`${word("palettes_of", { n: k })}${opened && `. ${opened}`}`);
      else if (view !== before.view) say(`${word(view)}, ${shown()}`);
    },
  };
}
