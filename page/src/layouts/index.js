// One way to ask for a view's layout: a scene for all paintings, those not shown without a size.

import { sceneOfCards } from "./cards.js";
import { lanesOf } from "../facets.js";
import { grid } from "./grid.js";
import { gridOfLanes, timelineOfLanes } from "./lanes.js";
import { map } from "./map.js";
import { NARROW } from "./narrow.js";
import { orderOf, sorted } from "./orders.js";
import { CARD_LEAST } from "./shapes.js";
import { stream } from "./stream.js";
import { strengthened, strengthsOf } from "./strength.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { wheel } from "./wheel.js";

/**
 * Lay out `found` (find.js) in `width` x `height` px, and `axis` px for an axis below, for `state`
 * (view, k, by, reversed, zoom).
 *
 * Returns a scene (`boxes`, `bands`, `pictures`, `round`, `stack`, `depth`, `framed`), with the
 * `order` of the paintings from first to last, its `width` and the `height` it takes, whether it is to be
 * `scrolled` or zoomed, from which zooms on marks have pictures (`picturesFrom`), what guides.js
 * draws, and how strongly colours are drawn (`strengths`).
 */
export function layOut(asked) {
  const { data, state, found, width } = asked;
  const scene = sceneOf(asked);
  const { depth, regions = null, regionOf } = scene;
  const palettes = data.palettes(state.k);
  const by = orderOf(state.view, state.by, found.ranked);
  const strengths = strengthsOf(found, palettes, depth, by === "match");
  if (!strengths) return { ...scene, width };
  // What is pale without a search, as a bin of few in the stream, is so with one.
  if (scene.strengths) strengths.forEach((_, n) => (strengths[n] *= scene.strengths[n]));
  if (!regions) return { ...scene, width, strengths };
  const common = { palettes, shown: found.shown, depth };
  return { ...scene, width, strengths, regions: strengthened(regions, regionOf, common, strengths) };
}

function sceneOf({ data, state, found, width, height, axis }) {
  const { view, k, reversed, zoom } = state;
  const by = orderOf(view, state.by, found.ranked);
  const narrow = width < NARROW;
  const depth = data.finest;
  const palettes = data.palettes(k);
  const { count } = data;
  const common = { count, depth, palettes, shown: found.shown, width, height };
  const inOrder = (order) => sorted(found, order, { reversed, data, k });
  const pictures = data.hasPictures;
  const cards = (shown, laid) => ({
    ...laid,
    ...sceneOfCards({ count, depth, palettes, shown, ...laid }),
    picturesFrom: pictures ? laid.cells.map((width) => CARD_LEAST / width) : [],
  });
  const fixed = { picturesFrom: [] };
  /** The lanes of an order, and the order that they make. */
  const laned = (order) => {
    const lanes = lanesOf(state.group, order, data);
    const counted = lanes.map(({ label, paintings }) => ({ label, n: paintings.length }));
    return { lanes: counted, order: lanes.flatMap(({ paintings }) => paintings) };
  };
  switch (view) {
    case "timeline": {
      const { shown } = found;
      const { hue, lightness } = data.traits(data.finest);
      const key = by === "hue" ? hue : lightness;
      if (state.group !== null && !narrow) {
        const ranked = [...shown].sort((i, j) => key[i] - key[j] || i - j);
        const { lanes, order } = laned(ranked);
        const years = order.map((i) => data.year[i]);
        const aspects = order.map((i) => data.aspects[i]);
        const laid = timelineOfLanes({ lanes, years, aspects, pictures, width, height, zoom: zoom.k });
        return { ...cards(order, laid), order, scrolled: false };
      }
      const laid = timeline({
        years: shown.map((i) => data.year[i]),
        ranks: shown.map((i) => key[i]),
        aspects: shown.map((i) => data.aspects[i]),
        zoom: zoom.k,
        pictures,
        width,
        height,
        axis,
      });
      const order = laid.order.map((n) => shown[n]);
      return { ...cards(shown, laid), order, scrolled: narrow };
    }
    case "grid": {
      const { lanes, order } = state.group === null ? { lanes: null, order: inOrder(by) } : laned(inOrder(by));
      const aspects = order.map((i) => data.aspects[i]);
      const room = { aspects, pictures, width, height, zoom: zoom.k };
      const laid = lanes ? gridOfLanes({ ...room, lanes }) : grid({ ...room, narrow });
      const first = by === "hue" ? data.traits(k).strongest : null;
      return { ...cards(order, { ...laid, first }), order, scrolled: narrow };
    }
    case "map": {
      const { shown } = found;
      const places = shown.map((i) => data.mapped(i));
      const aspects = shown.map((i) => data.aspects[i]);
      const laid = map({ places, aspects, pictures, width, height, zoom: zoom.k });
      return { ...cards(shown, laid), order: inOrder("lightness"), scrolled: false };
    }
    case "wheel":
      return { ...wheel(common), ...fixed, order: inOrder("hue"), scrolled: false };
    case "stream":
      return {
        ...stream({ ...common, year: data.year, by }),
        ...fixed,
        order: inOrder("year"),
        scrolled: false,
      };
    default: {
      const order = state.group === null ? inOrder(by) : laned(inOrder(by)).order;
      const scene = table({ ...common, shown: order, aspects: data.aspects, pictures });
      return { ...scene, ...fixed, order, scrolled: true };
    }
  }
}
