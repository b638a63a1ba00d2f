// The popover that exports what is selected, or all that is shown, and the view.

import { formatAddress } from "../address.js";
import { element } from "../dom.js";
import { exportAs } from "../export/file.js";
import { cardOfComparison, cardOfPainting } from "../export/card.js";
import { toSelection } from "../export/selection.js";
import { pngOfView, svgOfView } from "../export/view.js";
import { word } from "../language.js";
import { isReport } from "../layouts/orders.js";
import { countText, paintings, partText } from "../text.js";

/** What an export is of: the open painting, the pinned ones, or all of the plot's `order`. */
function exported({ image, pins }, data, order) {
  if (image !== null) return { paintings: [image], name: data.title[image], isPinned: false };
  if (pins.length) return { paintings: pins, name: word("pinned_file"), isPinned: true };
  return { paintings: order, name: document.title, isPinned: false };
}

/** The heading of a picture of the view, and the line below it. */
function named(k, data, shown) {
  const some = shown < data.count;
  const many = some ? partText(shown, data.count) : countText(data.count, data.years);
  const told = word("in_colours_each", { paintings: many, colours: word("colours_count", { n: k }) });
  return { heading: document.title, told };
}

/**
 * Make the popover's buttons export; `foundOf()` tells what is found (find.js), `comparisonOf()` what the
 * page compares (reports.js), and `copies` are the pictures beside the page (copies.js).
 */
export function createExporter(popover, { store, data, foundOf, plot, comparisonOf, copies }) {
  const chosen = () => exported(store.get(), data, plot.order);

  function exportKind(kind) {
    const { k, view, image, sheet } = store.get();
    const words = named(k, data, foundOf().shown.length);
    exportAs(kind, {
      data,
      k,
      ...chosen(),
      view: `${document.title} ${view}`,
      picture: () => pngOfView(plot.seen, data, words),
      drawing: () => svgOfView(plot.seen, data, words),
      card: () =>
        image === null
          ? cardOfComparison(comparisonOf(), data)
          : cardOfPainting(data, image, k, { copy: copies.of(image), sheet }),
      selection: () =>
        toSelection(document.title, formatAddress(store.get(), data), foundOf().shown.map(data.id)),
    });
  }

  for (const button of popover.querySelectorAll("[data-kind]")) {
    button.addEventListener("click", () => {
      exportKind(button.getAttribute("data-kind"));
      popover.hidePopover();
    });
  }
  popover.addEventListener("beforetoggle", () => {
    const { paintings: some, name, isPinned } = chosen();
    const colours = word("colours_count", { n: store.get().k });
    const many = word("export_many", { paintings: paintings(some.length), colours });
    const one = isPinned ? data.title[some[0]] : name;
    const what = some.length === 1 ? one : many;
    const { view, image } = store.get();
    const isCompared = image === null && comparisonOf() !== null;
    for (const button of popover.querySelectorAll("[data-kind=card], [data-kind=card-svg]")) {
      button.hidden = image === null && !isCompared;
    }
    for (const button of popover.querySelectorAll("[data-kind=png], [data-kind=svg]")) {
      button.hidden = isReport(view);
    }
    element("exported").textContent = isPinned ? word("export_pinned", { what }) : what;
  });
}
