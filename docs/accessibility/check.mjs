// Looks at pages in headless Chromium with axe-core: node check.mjs <base> <folder for portal.png or -> <path>…
// Prints one line for each finding and ends with 1 when there is one. CHROMIUM names the browser (/usr/bin/chromium),
// BEARER is the token to ask with where pages need one.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = { wide: 1280, narrow: 320 };
const [base, pictures, ...paths] = process.argv.slice(2);
const bearer = process.env.BEARER ? { authorization: `Bearer ${process.env.BEARER}` } : {};
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let findings = 0;

function tell(path, what) {
  findings += 1;
  console.log(`${path}: ${what}`);
}

for (const path of paths) {
  for (const [name, width] of Object.entries(WIDTHS)) {
    // The pages forbid scripts of others; the checker is one.
    const context = await browser.newContext({
      bypassCSP: true,
      viewport: { width, height: 900 },
      extraHTTPHeaders: { accept: 'text/html', ...bearer },
    });
    const page = await context.newPage();
    const answer = await page.goto(base + path);
    if (!answer.ok()) {
      tell(path, `answered ${answer.status()}`);
    }
    await page.addScriptTag({ path: axe });
    const result = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), TAGS);
    for (const violation of result.violations) {
      for (const node of violation.nodes) {
        tell(path, `${name}: ${violation.id} (${violation.impact}): ${violation.help}: ${node.target.join(' ')}`);
      }
    }
    // WCAG 1.4.10: nothing needs scrolling in two directions at 320 CSS pixels, tables excepted.
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) {
      tell(path, `${name}: wider than the window by ${overflow} pixels`);
    }
    if (pictures !== '-' && path === '/' && name === 'wide') {
      await page.screenshot({ path: join(pictures, 'portal.png') });
    }
    console.error(`${path} at ${width} pixels: ${result.passes.length} rules passed, ${result.violations.length} broken`);
    await context.close();
  }
}
await browser.close();
process.exitCode = findings === 0 ? 0 : 1;
