// Opens a build in Firefox, from file:// without network, gives it workbooks and
// prints, as JSON, what it says of them and what it asked for.
//
//   node check.mjs FIREFOX ADDRESS PASSWORD WORKBOOK...

import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [executablePath, address, password, ...workbooks] = process.argv.slice(2);

// Every connection goes to a proxy that is not there.
const noNetwork = {
  'network.proxy.type': 1, 'network.proxy.socks': '127.0.0.1', 'network.proxy.socks_port': 9, 'network.proxy.socks_remote_dns': true,
  'network.proxy.no_proxies_on': '', 'network.proxy.allow_hijacking_localhost': true,
};

const escapes = {
  fetch: () => fetch('https://example.com/fetch').then(() => 'sent', () => 'refused'),
  beacon: () => (navigator.sendBeacon('https://example.com/beacon', 'x'), 'tried'),
  socket: () => new Promise((done) => {
    try {
      const s = new WebSocket('wss://example.com/socket');
      s.onopen = () => done('sent');
      s.onerror = () => done('refused');
    } catch {
      done('refused');
    }
  }),
  form: () => {
    const form = Object.assign(document.createElement('form'), { action: 'https://example.com/form', method: 'post' });
    document.body.append(form);
    try {
      form.submit();
    } catch {
      return 'refused';
    }
    return 'tried';
  },
  worker: () => new Promise((done) => {
    const source = () => {
      addEventListener('securitypolicyviolation', (e) => postMessage(e.effectiveDirective));
      fetch('https://example.com/worker').catch(() => {});
    };
    const worker = new Worker(URL.createObjectURL(new Blob([`(${source})()`])));
    worker.onmessage = ({ data }) => {
      dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', { effectiveDirective: data }));
      done('refused');
    };
  }),
  image: () => new Promise((done) => {
    Object.assign(new Image(), { onload: () => done('sent'), onerror: () => done('refused'), src: 'https://example.com/image.png' });
  }),
};

const fromFile = address.startsWith('file:');
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: fromFile ? noNetwork : {} });
try {
  const plain = await visit();
  const withoutStream = fromFile ? await visit(() => delete globalThis.DecompressionStream) : undefined; // the site needs none
  console.log(JSON.stringify({ plain, withoutStream }));
} finally {
  await browser.close();
}

async function visit(before) {
  const page = await browser.newPage();
  if (before) await page.evaluateOnNewDocument(before);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.engine === 'ready');
  const loaded = asked.length;
  const verdicts = {};
  for (const workbook of workbooks) verdicts[basename(workbook)] = await verdict(page, workbook);
  // Firefox draws the mark of a <details> with a font of its own that it holds as a data: address; that goes nowhere.
  const afterwards = asked.slice(loaded).filter((url) => !url.startsWith('data:font/'));
  const rule = await ruleOf(page);
  const changed = await changedOnDisk(page);
  const answers = {};
  const violations = {};
  for (const [name, escape] of Object.entries(escapes)) {
    await page.evaluate(() => {
      window.violated = new Promise((done) => {
        addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true });
      });
    });
    answers[name] = await page.evaluate(escape);
    violations[name] = await page.evaluate(() => window.violated);
  }
  const edition = await page.$eval('.edition', (line) => line.textContent);
  await page.close();
  return { edition, loaded, verdicts, rule, changed, afterwards, answers, violations };
}

async function verdict(page, workbook) {
  const input = await page.$('#input');
  await input.uploadFile(workbook);
  const shown = (name) => document.activeElement?.id === 'password'
    || (!document.querySelector('#result').hidden && document.querySelector('.verdict-file')?.textContent === name);
  await page.waitForFunction(shown, {}, basename(workbook));
  if (await page.evaluate(() => document.activeElement?.id === 'password')) {
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('#result').hidden);
    await page.waitForFunction(shown, {}, basename(workbook));
  }
  await page.waitForSelector('#sheet td.n');
  return page.$eval('.verdict-word', (word) => word.textContent);
}

// What the page of rules, opened by a link, says of the rule: its heading and how it is laid out.
async function ruleOf(page) {
  await page.keyboard.press('j');
  await page.waitForSelector('#equation a.rule-id');
  const opening = browser.waitForTarget((target) => target.type() === 'page' && target.url().includes('#F0'));
  await page.click('#equation a.rule-id');
  const rules = await (await opening).page();
  await rules.waitForSelector('article:target');
  const said = await rules.$eval('article:target', (article) => ({
    title: article.querySelector('h3').textContent, display: getComputedStyle(document.querySelector('.rules-body')).display }));
  await rules.close();
  return said;
}

// What is said when another sheet of a file is asked for that is another file by now.
// (Chromium gives such a file no more; Firefox gives what is there.)
async function changedOnDisk(page) {
  const path = join(await mkdtemp(join(tmpdir(), 'suanqing-')), 'changed.xlsx');
  await copyFile(workbooks[0], path);
  const judged = await verdict(page, path);
  await verdict(page, workbooks[0]);
  await copyFile(workbooks.at(-2), path);
  await page.click('.file[title^="changed.xlsx"]');
  await page.waitForFunction(() => document.querySelector('.verdict-file').textContent === 'changed.xlsx');
  await page.click('.tab:nth-child(5)');
  await page.waitForFunction(() => document.querySelector('#sheet').textContent.includes('请重新拖入'));
  return [judged, await page.$eval('.verdict-word', (word) => word.textContent)];
}
