// Lighthouse on the portal's pages as a customer's phone sees them, signed in. Prints the median of each category on each page, and
// ends with 1 when one is below the mark. Called by ./shouxin bench lighthouse; the address is that of a running demo.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const PAGES = ['', 'consents', 'history', 'record', 'cases', 'receipts', 'notices'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const MARK = 95;
const [address = 'http://localhost:8080/', rounds = '3', json] = process.argv.slice(2);

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].map(find).find(path => path);
if (!chromium) {
  console.error('shouxin: no chromium on the PATH; apt-get install chromium fonts-noto-cjk');
  process.exit(1);
}

function find(program) {
  try {
    return execFileSync('which', [program], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
  } catch {
    return null; // Not this one.
  }
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function signIn(browser) {
  const page = await browser.newPage();
  await page.goto(address);
  await (await page.waitForSelector('>>> [data-test="sign-in"]')).click();
  await (await page.waitForSelector('#username')).type('li.lei');
  await (await page.waitForSelector('#password')).type('shouxin-demo');
  await (await page.waitForSelector('#kc-login')).click();
  await page.waitForSelector('>>> [data-test="sign-out"]', { timeout: 60_000 });
  await page.close();
}

async function measure(browser, path) {
  const page = await browser.newPage();
  try {
    const run = await lighthouse(`${address}#/${path}`, { onlyCategories: CATEGORIES, formFactor: 'mobile', disableStorageReset: true }, undefined, page);
    const failed = Object.values(run.lhr.audits).filter(audit => audit.score === 0).map(audit => audit.id);
    return { scores: CATEGORIES.map(name => Math.round(run.lhr.categories[name].score * 100)), failed };
  } finally {
    await page.close();
  }
}

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const found = [];
try {
  const measured = async (name, path) => {
    const runs = [];
    for (let round = 0; round < Number(rounds); round++) runs.push(await measure(browser, path));
    const scores = CATEGORIES.map((_, place) => median(runs.map(run => run.scores[place])));
    const failed = [...new Set(runs.flatMap(run => run.failed))];
    found.push({ page: name, ...Object.fromEntries(CATEGORIES.map((category, place) => [category, scores[place]])), failed });
    console.log(`${name.padEnd(10)} ${scores.map(score => String(score).padStart(14)).join(' ')}  ${failed.join(' ')}`);
  };
  console.log(`${'page'.padEnd(10)} ${CATEGORIES.map(category => category.padStart(14)).join(' ')}  audits at 0 in any round`);
  await measured('door', '');
  await signIn(browser);
  for (const path of PAGES) await measured(path || 'overview', path);
} finally {
  await browser.close();
}
if (json) writeFileSync(json, `${JSON.stringify(found, null, 1)}\n`);
const below = found.filter(page => CATEGORIES.some(category => page[category] < MARK));
if (below.length > 0) {
  console.error(`shouxin: below ${MARK}: ${below.map(page => page.page).join(', ')}`);
  process.exit(1);
}
