// Opens pages in a browser, wide and narrow, light and dark, and prints as JSON what it finds:
//   node look.mjs CHROMIUM [--shots FOLDER] [--views 1280:light,320:dark] FILE.html …
// For each file and view, all four when none is named: what axe says against it, how far it scrolls sideways, and what it asked for.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const place = process.env.BROWSER_MODULES ?? import.meta.dirname;
const require = createRequire(join(place, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [executablePath, ...rest] = process.argv.slice(2);
const files = [];
let shots = "";
let views = ["1280:light", "1280:dark", "320:light", "320:dark"];
for (let at = 0; at < rest.length; at += 1) {
  if (rest[at] === "--shots") shots = rest[(at += 1)];
  else if (rest[at] === "--views") views = rest[(at += 1)].split(",");
  else files.push(rest[at]);
}
if (shots) mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const wanted = files.flatMap((file) =>
  views.map((view) => ({ file, width: Number(view.split(":")[0]), scheme: view.split(":")[1] })),
);
const found = new Array(wanted.length);
let next = 0;
const work = async () => {
  while (next < wanted.length) {
    const number = next;
    next += 1;
    found[number] = await look(wanted[number]);
  }
};
await Promise.all([work(), work(), work()]);
await browser.close();
console.log(JSON.stringify(found, null, 1));

async function look({ file, width, scheme }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  const address = pathToFileURL(resolve(file)).href;
  const requests = [];
  const errors = [];
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:")) requests.push(url);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address);
  await page.evaluate("document.fonts.ready.then(() => 0)");
  const sideways = await page.evaluate(
    "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth",
  );
  const failed = await page.evaluate("[...document.fonts].filter((face) => face.status === 'error').length");
  if (shots) await page.screenshot({ path: join(shots, `${basename(file)}.${width}.${scheme}.png`), fullPage: true });
  await page.evaluate(axe);
  const judged = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
  const violations = judged.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.any.map((one) => one.message).join("; ")}`),
  );
  await context.close();
  return { file, width, scheme, sideways, requests, errors, failed, violations, passed: judged.passes.length };
}
