// The reports: views of words and figures on groups of paintings, computed in a worker.

import { group as grouped, median } from "d3-array";
import { select } from "d3-selection";
import { element, part } from "../dom.js";
import { createAsking } from "../groups/ask.js";
import { formatGroup, groupText, groupsOffered, membersOf } from "../groups/groups.js";
import { word } from "../language.js";
import { isReport, orderOf } from "../layouts/orders.js";
import { createChooser } from "../parts/chooser.js";
import { remembered } from "../remember.js";
import { drawComparison } from "./compare.js";
import { drawTrends } from "./trends.js";

const SUGGESTED = 8; // groups under each heading to begin with
const EVERY = { decade: 10, year: 1 };

/** Those of the groups offered that have the most paintings, in the order given. */
function largest(some) {
  const chosen = new Set([...some].sort((one, other) => other.n - one.n).slice(0, SUGGESTED));
  return some.filter((one) => chosen.has(one));
}

/** Make the reports of `data` for the states of `store`; `foundOf()` tells what is found (find.js). */
export function createReports({ store, data, foundOf, acts, copies }) {
  const root = element("report");
  // Two, as what is sure and what one looks at take as long. They start when a report is shown.
  const asking = remembered(() => createAsking(data));
  let asked = ""; // what was last asked of the workers
  let answering = /** @type {Promise<any[]>} */ (Promise.resolve([])); // and what they answer
  let compared = null; // what is compared, once it is known

  const offeredFor = (side) => (text) => {
    const { pins } = store.get();
    const [chosen, other] = [store.get()[side], store.get()[side === "a" ? "b" : "a"]];
    const offered = groupsOffered(text, { data, shown: foundOf().shown, pins });
    const others = offered.filter(({ group }) => group.kind !== "rest" || other?.kind !== "rest");
    return others.map(({ heading, group, n }) => ({
      heading,
      label: groupText(group),
      n,
      isChosen: chosen !== null && formatGroup(chosen) === formatGroup(group),
      act: () => store.set({ [side]: group }),
    }));
  };
  const choosers = ["a", "b"].map((side) =>
    createChooser(element(`group-${side}`), element(`groups-${side}`), { offered: offeredFor(side) }),
  );
  element("swap").addEventListener("click", () => {
    const { a, b } = store.get();
    if (a !== null) store.set({ a: b, b: a });
  });
  element("no-groups").addEventListener("click", () => store.set({ a: null, b: { kind: "rest" } }));

  function drawSuggested() {
    const { pins } = store.get();
    const { shown } = foundOf();
    const offered = groupsOffered("", { data, shown, pins }).filter(({ group }) => group.kind !== "rest");
    const dated = shown.map((i) => data.year[i]).filter((year) => year !== null);
    const middle = Math.round(median(dated) ?? 0);
    // That one can ask for what came before a year is seen by an example.
    const halves = groupsOffered(String(middle), { data, shown, pins }).slice(0, 1);
    const isHalf = halves.some(({ group }) => group.years?.[0] === null);
    const rows = [...grouped([...(isHalf ? halves : []), ...offered], ({ heading }) => heading)];
    select(root)
      .select(".suggested")
      .selectAll("li")
      .data(rows)
      .join((enter) => {
        const row = enter.append("li");
        row.append("span").attr("class", "heading");
        row.append("span").attr("class", "some");
        return row;
      })
      .each(([heading, some], n, all) => {
        select(all[n]).select(".heading").text(heading);
        select(all[n])
          .select(".some")
          .selectAll("button")
          .data(largest(some))
          .join("button")
          .attr("type", "button")
          .attr("class", "plain")
          .attr("dir", "auto")
          .text(({ group }) => groupText(group))
          .on("click", (_, { group }) => store.set({ a: group }));
      });
  }

  /**
   * Ask the workers a question each, and draw their answers unless something else is asked meanwhile; what is
   * asked again, as a picture has arrived, is answered already.
   */
  async function show(key, questions, fields, drawAnswers) {
    if (asked !== key) {
      asked = key;
      compared = null;
      root.dataset.waiting = "true";
      answering = Promise.all(questions.map((question, n) => asking(n)(question, fields)));
    }
    const answers = await answering.catch(() => null);
    if (asked !== key) return;
    delete root.dataset.waiting;
    if (answers) drawAnswers(answers);
    else tell("no_worker");
  }

  /** Tell in place of a report why there is none, if there is none. */
  function tell(why) {
    part(".empty", root).hidden = why === null;
    part(".empty", root).textContent = why === null ? "" : word(why);
    if (why !== null) for (const name of [".compared", ".trends"]) part(name, root).hidden = true;
  }

  function draw() {
    const state = store.get();
    const { view, a, b, pins } = state;
    root.hidden = !isReport(view);
    if (root.hidden) return;
    root.dataset.report = view;
    for (const n of view === "compare" ? [0, 1] : [0]) asking(n);
    choosers[0].draw(a === null ? "" : groupText(a));
    choosers[1].draw(groupText(b));
    element("no-groups").hidden = a === null;
    const { shown } = foundOf();
    const members = a === null ? null : membersOf({ a, b, pins }, shown, data);
    const groups = members?.groups ?? [shown];
    const names = a === null ? [word("paintings")] : [groupText(a), groupText(b)];
    const isEmpty = groups.some((group) => !group.length);
    part(".choose", root).hidden = a !== null || view !== "compare";
    part(".compared", root).hidden = view !== "compare" || a === null;
    part(".trends", root).hidden = view !== "trends";
    tell(isEmpty ? "group_empty" : null);
    part(".both", root).textContent = members?.both ? word("in_both", { n: members.both }) : "";
    if (a === null) drawSuggested();
    if (isEmpty || (view === "compare" && a === null)) return;
    if (view === "compare") {
      const fields = { groups, k: state.k };
      const key = JSON.stringify([view, state.k, groups]);
      show(key, ["compare", "portray"], fields, ([found, seen]) => {
        compared = { found, seen, groups, names };
        drawComparison(root, { ...compared, state: store.get(), data, acts, copies });
      });
    } else {
      const every = EVERY[orderOf(view, state.by, false)];
      const key = JSON.stringify([view, every, groups]);
      show(key, ["trends"], { groups, every }, ([courses]) => drawTrends(root, { courses, names, every }));
    }
  }

  return {
    draw,
    /** What is compared: `{found, seen, groups, names}` (compare.js), null if nothing is. */
    comparison: () => (store.get().view === "compare" && store.get().a !== null ? compared : null),
  };
}
