// Puts the page together: data in, one store of state, and parts that draw what it holds.

import { createActs } from "./acts.js";
import { createAnnouncer } from "./announce.js";
import { listenToButtons } from "./buttons.js";
import { createCopies } from "./copies.js";
import { unpack } from "./data.js";
import { element, part } from "./dom.js";
import { find } from "./find.js";
import { addressed, keepInAddress } from "./history.js";
import { listenToKeys } from "./keys.js";
import { speak } from "./language.js";
import { drawComparison, listenToComparison } from "./parts/compare.js";
import { listenToDialogs } from "./parts/dialogs.js";
import { listenToFiles } from "./parts/files.js";
import { createExporter } from "./parts/exporter.js";
import { isReport } from "./layouts/orders.js";
import { createLarge } from "./parts/large.js";
import { createFilters } from "./parts/facets.js";
import { createFinder, drawFinder } from "./parts/finder.js";
import { drawPanel } from "./parts/panel.js";
import { createPrint } from "./parts/print.js";
import { createToolbar, drawToolbar, preferredTheme } from "./parts/toolbar.js";
import { createYears } from "./parts/years.js";
import { createPlot } from "./plot.js";
import { createReports } from "./reports/reports.js";
import { createStore } from "./state.js";
import { countText } from "./text.js";

const [panel, comparison] = [element("panel"), element("comparison")];
speak(JSON.parse(element("words").textContent));
const data = unpack(JSON.parse(element("data").textContent));
const store = createStore({
  ...addressed(data),
  hovered: null,
  region: null,
  arrived: 0,
  drawing: false,
  drew: false,
  lasso: null,
  picking: false,
  sheet: null,
  theme: preferredTheme(),
});
let found = find(store.get(), data);
const foundOf = () => found;

let arriving = 0;
/** Draw what has arrived once a frame. */
const copies = createCopies(data.id, () => {
  cancelAnimationFrame(arriving);
  arriving = requestAnimationFrame(() => store.set({ arrived: store.get().arrived + 1 }));
});
const acts = createActs({ store, data, foundOf, focus: (i) => plot.focus(i) });
const plot = createPlot({ store, data, copies, foundOf, acts });
const years = createYears(element("years"), data, (chosen) => acts.ask({ years: chosen }));
const large = createLarge(element("large"), { store, data, copies });
const reports = createReports({ store, data, foundOf, acts, copies });
const filters = createFilters({ store, data, ask: acts.ask });
const announcer = createAnnouncer({ store, data, foundOf });

const drawOpened = (state) => drawPanel(panel, state, { data, acts, copies });
const drawPinned = (state) => drawComparison(comparison, state, { data, unpin: acts.pin });
const drawYears = (state) => years.draw(state.years, found.shown);

/** Draw what is not as it was before. */
function update(state, before) {
  const changed = (...keys) => keys.some((key) => state[key] !== before[key]);
  const coloured = state.colours.length > 0 || state.asked !== null;
  const asked =
    changed("text", "years", "filters", "only", "colours", "asked", "tolerance", "like") || (coloured && changed("k"));
  if (asked) {
    found = find(state, data);
    drawFinder(state, { data, found, acts });
    filters.draw();
    drawYears(state);
    announcer.found();
  }
  if (changed("view", "k", "by", "group", "theme", "drawing") || asked) drawToolbar(state, found.ranked);
  if (changed("image", "k", "sheet", "theme", "pins", "picking", "arrived")) drawOpened(state);
  if (changed("image", "k", "arrived")) large.draw();
  if (changed("pins", "k", "sheet")) drawPinned(state);
  if (changed("pins") && !asked) drawFinder(state, { data, found, acts });
  if (changed("view")) plot.scrollBack();
  if (asked || changed("view", "by", "k", "a", "b", "sheet", "arrived", "pins")) drawReport();
  if (isReport(state.view)) {
    announcer.changed(state, before);
    return;
  }
  const toggled = (state.image === null) !== (before.image === null);
  const crossed = plot.picturesFrom.some((k) => state.zoom.k >= k !== before.zoom.k >= k);
  const returned = isReport(before.view);
  if (toggled || crossed || asked || returned || changed("view", "group", "by", "reversed", "k")) {
    plot.rearrange(true, toggled ? state.image : null);
  } else if (changed("image", "hovered", "region", "lasso", "drawing", "arrived", "sheet", "theme", "zoom")) plot.redraw(changed("theme"));
  plot.drawWords();
  announcer.changed(state, before);
}

/** Show a report or the plot, whichever the view is. */
function drawReport() {
  element("plot").hidden = isReport(store.get().view);
  reports.draw();
}

/** Draw the plot, if it is shown. */
function drawPlot(animated) {
  if (isReport(store.get().view)) return;
  plot.rearrange(animated);
  plot.drawWords();
}

/** Draw all that depends on the window's size, if that is another. */
function resize() {
  if (!plot.isOutgrown()) return;
  drawPlot(false);
  drawOpened(store.get());
  drawYears(store.get());
}

/** Decode the sheet of thumbnails, after the first paint, and draw all that needs it. */
async function showPictures() {
  if (data.hasPictures) {
    const sheet = new Image();
    sheet.src = element("sheet").textContent;
    await sheet.decode();
    store.set({ sheet });
  }
  element("marks").dataset.complete = true;
}

document.documentElement.toggleAttribute("data-embedded", store.get().embed);
element("count").textContent = countText(data.count, data.years);
createToolbar(data, { store, acts });
createFinder(store, data, acts);
drawToolbar(store.get(), found.ranked);
drawFinder(store.get(), { data, found, acts });
filters.draw();
drawOpened(store.get());
drawReport();
drawPlot(true);
drawYears(store.get());
drawPinned(store.get());

store.subscribe(update);
keepInAddress(store, data);
plot.listen();
listenToKeys({ store, data, acts, zoom: plot.zoom });
listenToButtons({ store, acts, zoom: plot.zoom, enlarge: large.open });
listenToDialogs();
listenToFiles({ data, ask: acts.ask, seek: acts.seek });
listenToComparison(comparison, store);
createExporter(element("exports"), { store, data, foundOf, plot, comparisonOf: reports.comparison, copies });
createPrint(element("print"), { store, data, copies, orderOf: () => plot.order });
new ResizeObserver(resize).observe(part("main"));

showPictures();
