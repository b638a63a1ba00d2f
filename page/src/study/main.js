// What moves on a study sheet: the cloud that turns, and the lines for config.yaml.

import { select, selectAll } from "d3-selection";
import { timer } from "d3-timer";
import { drawCloud } from "./draw.js";
import { between, unpack } from "./points.js";
import { listenToTurns, turned } from "./turn.js";

const DURATION = 700; // ms that points take from one place or colour to another
const INTRODUCTION = 4000; // ms for which the cloud turns by itself, once
const FROM_THE_SIDE = { azimuth: Math.PI / 18, elevation: Math.PI / 9 }; // as in scripts/studies/cloud.py
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

const data = JSON.parse(select("#data").text());
startCloud(/** @type {HTMLElement} */ (document.getElementById("cloud")));
selectAll("input[name=way]").on("change", ({ target }) => {
  select("#lines").text(target.dataset.lines);
});

/** The states of the cloud: where its points are, in which colours, and whether centres show. */
function statesOf({ painted, enhanced, cluster, count }) {
  const clustered = new Float32Array(3 * count);
  cluster.forEach((number, i) => clustered.set(data.centres[number], 3 * i));
  const states = [
    { name: "As painted", places: painted, colours: painted, shown: 0 },
    { name: data.enhanced, places: enhanced, colours: enhanced, shown: 0 },
    { name: "By cluster", places: enhanced, colours: clustered, shown: 1 },
  ];
  return data.enhanced ? states : states.filter((_, i) => i !== 1);
}

function startCloud(root) {
  root.hidden = false;
  const points = unpack(data.points);
  const states = statesOf(points);
  const canvas = root.querySelector("canvas");
  let angles = FROM_THE_SIDE;
  let state = states[states.length - 1];
  const shown = { ...state, places: state.places.slice(), colours: state.colours.slice() };
  let introduction = null;
  let moving = null;

  function draw() {
    const width = Math.round(canvas.clientWidth * Math.min(2, window.devicePixelRatio));
    if (canvas.width !== width) canvas.width = canvas.height = width;
    const line = getComputedStyle(canvas).color;
    drawCloud(canvas, { ...shown, centres: data.centres, shares: data.shares, angles, line });
  }

  function move(next) {
    const from = { ...shown, places: shown.places.slice(), colours: shown.colours.slice() };
    state = next;
    tell();
    moving?.stop();
    moving = timer((elapsed) => {
      const t = STILL.matches ? 1 : Math.min(1, elapsed / DURATION);
      const eased = t * t * (3 - 2 * t);
      between(from.places, state.places, eased, shown.places);
      between(from.colours, state.colours, eased, shown.colours);
      shown.shown = from.shown + eased * (state.shown - from.shown);
      draw();
      if (t === 1) moving.stop();
    });
  }

  function tell() {
    canvas.setAttribute("aria-label", `The pixels in the RGB cube: ${state.name.toLowerCase()}`);
  }

  const choices = select(root)
    .select("fieldset")
    .selectAll("label")
    .data(states)
    .join("label");
  choices
    .append("input")
    .attr("type", "radio")
    .attr("name", "state")
    .property("checked", (choice) => choice === state)
    .on("change", (_, choice) => move(choice));
  choices.append("span").text(({ name }) => name);

  listenToTurns(canvas, (by) => {
    introduction?.stop();
    angles = turned(angles, by);
    draw();
  });
  new ResizeObserver(draw).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  tell();
  if (STILL.matches) return;
  let last = 0;
  introduction = timer((elapsed) => {
    const speed = Math.max(0, 1 - elapsed / INTRODUCTION) / 1500;
    angles = turned(angles, [(elapsed - last) * speed, 0]);
    last = elapsed;
    draw();
    if (!speed) introduction.stop();
  });
}
