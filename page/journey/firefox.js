// Visits the page in Firefox, as a visitor would, and prints what was seen as JSON:
// node journey/firefox.js path/to/firefox file:///path/to/index.html [screenshot.png]

import puppeteer from "puppeteer-core";

const [executablePath, address, screenshot] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector("#marks[data-complete]");
  const seen = await journey(page);
  if (screenshot) await page.screenshot({ path: screenshot });
  console.log(JSON.stringify({ ...seen, complaints }));
} finally {
  await browser.close();
}

async function journey(page) {
  const text = (selector) => page.$eval(selector, (node) => node.textContent);
  const heights = await page.evaluate(() =>
    Object.fromEntries(
      ["header", "nav", "#by", "#search", "#from"].map((selector) => [
        selector,
        document.querySelector(selector).getBoundingClientRect().height,
      ]),
    ),
  );
  const views = {};
  for (const key of "gwsmlt") {
    await page.keyboard.press(key);
    await page.waitForSelector("#marks[data-still=true]");
    Object.assign(views, await page.evaluate(lookAtView));
  }
  const reports = {};
  await page.keyboard.press("a");
  await page.click("#group-a");
  await page.type("#group-a", "188");
  await page.keyboard.press("Enter");
  for (const [key, name] of [["a", "compared"], ["y", "trends"]]) {
    await page.keyboard.press(key);
    await page.waitForSelector(`#report:not([data-waiting]) .${name}:not([hidden])`);
    reports[name] = await page.evaluate(lookAtReport, name);
  }
  await page.click("#no-groups");
  await page.keyboard.press("l");
  await page.keyboard.press("t");
  await page.waitForSelector("#marks[data-still=true]");
  await page.focus("#paintings");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const opened = { title: await text("#panel h2"), colours: await page.$$eval("#panel .hex", told) };
  await page.keyboard.press("Escape");
  const closed = await page.$eval("#panel", (panel) => panel.hidden);
  await page.type("#search", "painting 1");
  const found = await text("#hits");
  await page.click("#reset");
  await page.click("#colours");
  await page.click("#add-colour");
  await page.$eval("#wanted .code", (field) => field.select());
  await page.type("#wanted .code", "orange");
  await page.waitForFunction(() => location.hash.includes("colours="));
  const asked = await page.evaluate(() => location.hash);
  await page.keyboard.press("Escape");
  const hits = await text("#hits");
  await page.click("#reset");
  await page.click("#about-button");
  const about = await page.$eval("#about", (dialog) => dialog.open);
  await page.keyboard.press("Escape");
  return { heights, views, reports, opened, closed, found, asked, hits, about };
}

/** The texts of elements, in the page. */
function told(nodes) {
  return nodes.map((node) => node.textContent);
}

/** What can be seen of a report, in the page. */
function lookAtReport(name) {
  const report = document.querySelector(`#report .${name}`);
  const rows = report.querySelectorAll(name === "trends" ? "figure" : ".series tbody tr");
  return {
    summary: report.querySelector(".summary").textContent,
    rows: rows.length,
    wider: document.documentElement.scrollWidth - window.innerWidth,
  };
}

/** What can be seen of the view, in the page: whether it is painted, and whether anything overflows. */
function lookAtView() {
  const canvas = document.querySelector("#marks");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set(new Uint32Array(data.buffer));
  const main = document.querySelector("main");
  const { view } = document.documentElement.dataset;
  return {
    [view]: {
      colours: colours.size,
      wider: document.documentElement.scrollWidth - window.innerWidth,
      higher: main.scrollHeight - main.clientHeight,
    },
  };
}
