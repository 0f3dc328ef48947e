// The page: which file is shown, in which state, and what goes to the engine.

import { fileOf, isAcceptance, isAnyUnsaved, isFor, lapsed, mark, saved, takeIn } from './accept.js';
import { Comparison } from './comparing.js';
import { closeDialogs } from './dialog.js';
import { byId, el } from './dom.js';
import { listen } from './drop.js';
import { drawEdition } from './edition.js';
import { clearExported, listenExport } from './export.js';
import { drawFiles } from './files.js';
import { listenKeys } from './keys.js';
import { notice } from './notice.js';
import { drawPrint } from './print.js';
import { figuresOf, judge, locked, ready, sheetOf, unlock, whatIf } from './reader.js';
import { ResultView } from './result.js';
import { ruleAddress } from './rules.js';
import { isSample, sample } from './sample.js';
import { save } from './save.js';
import { grouped } from './set.js';
import { drawProgress, drawStart, drawWorking } from './start.js';
import { acceptance, formNames, troubles, ui } from './text.js';
import { spoken } from './verdict.js';

const FLASH = 300; // ms: what takes less shows no progress

const result = new ResultView({ sheetOf: drawn, whatIf, onSave: saveAccepted, say });
const comparison = new Comparison({
  onFinding: (finding) => result.goTo({ finding }),
  onCell: (cell, text) => result.goTo({ cell, text }),
  onTold: (text, asked) => {
    mark(page.screen.entry.report);
    say(asked ? text : `${spoken(page.screen.entry.report)}${text}`);
  },
});

// {file, name, state, report, sheets, drawn, …}; state is waiting, working, done,
// refused, locked (by a password) or trouble
//
// All that the page knows of them: what came, in order; which is asked for; what is on
// screen, the entry and the state it was drawn in (of one at work, none); whether one is
// being judged.
const page = { entries: [], current: null, screen: { entry: null, as: '' }, judging: false };
let progressTimer = 0;

// ---- files in, one after another

function take(all) {
  const files = [...all].filter((file) => !isAcceptance(file));
  takeAccepted([...all].filter(isAcceptance));
  if (!files.length) return;
  let first = null;
  for (const file of grouped(files)) {
    const old = page.entries.findIndex((e) => e.state !== 'working' && same(e.file, file));
    if (old >= 0) page.entries.splice(old, 1);
    const entry = { file, name: file.name, state: 'waiting', report: null, sheets: [], drawn: new Map(), abort: new AbortController() };
    page.entries.push(entry);
    first ??= entry;
  }
  page.current = first;
  refresh();
  pump();
}

const same = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

// Acceptances come with the workbook, after it or before it.
async function takeAccepted(files) {
  const told = [];
  let refused = false;
  for (const file of files) {
    const { of, count, refusal } = await takeIn(file);
    refused ||= Boolean(refusal);
    told.push(refusal ? acceptance.refused(file.name, refusal) : acceptance.taken(file.name, count) + whatBecame(of));
  }
  if (!told.length) return;
  notice(told.join('\n'), refused ? 'refused' : '');
  say(told.join(''));
  if (page.screen.entry?.state === 'done' && page.screen.entry === page.current) result.acceptedAgain();
}

// Of the file judged last that they are for.
function whatBecame(of) {
  const its = page.entries.filter((e) => e.state === 'done' && isFor(of, e.report)).map((e) => e.report);
  const report = its.includes(page.screen.entry?.report) ? page.screen.entry.report : its[its.length - 1];
  if (!report) return page.entries.some((e) => e.state === 'waiting' || e.state === 'working') ? acceptance.soon : acceptance.later(of);
  mark(report);
  return acceptance.matched(report.findings.filter((f) => f.accepted).length, lapsed(report).length);
}

function saveAccepted() {
  const { name, text } = fileOf(page.screen.entry.report);
  save(name, text, 'application/json');
  saved(page.screen.entry.report);
  result.acceptedAgain();
  byId('verdict').focus({ preventScroll: true }); // the button is gone
  notice(acceptance.saved(name));
  say(acceptance.saved(name));
}

async function pump() {
  if (page.judging) return;
  page.judging = true;
  for (let entry; (entry = page.entries.find((e) => e.state === 'waiting'));) await run(entry);
  page.judging = false;
}

const run = (entry) => work(entry, () => judge(entry, heard(entry)));

async function work(entry, job) {
  entry.state = 'working';
  entry.at = null;
  refresh();
  try {
    await job();
    entry.state = locked(entry) ? 'locked' : entry.report.error ? 'refused' : 'done';
  } catch (error) {
    if (error.code === 'cancelled') {
      forget(entry);
      return;
    }
    entry.state = 'trouble';
    entry.trouble = error.code in troubles ? error.code : 'crashed';
  }
  entry.need = null;
  refresh({ focus: true });
  keepFigures(entry);
}

// Asked for while the core still has the book: by the time a corrected version comes,
// the file may be gone from where it was.
function keepFigures(entry) {
  if (entry.state === 'done') entry.figures ??= figuresOf(entry).catch(() => null);
}

function openWith(entry, password) {
  if (entry !== page.current || entry.state !== 'locked') return;
  entry.abort = new AbortController();
  work(entry, async () => {
    if (!(await unlock(entry, password, heard(entry)))) entry.wrong = (entry.wrong ?? 0) + 1;
  });
}

const heard = (entry) => ({
  onProgress: (...at) => progress(entry, ...at),
  onNeed: (component) => {
    entry.need = component;
    entry.at = null;
    progress(entry);
  },
});

async function drawn(entry, index) {
  if (!entry.drawn.has(index)) entry.drawn.set(index, await sheetOf(entry, index));
  return entry.drawn.get(index);
}

// Gives up the file on screen.
function cancel() {
  if (page.current?.state === 'working') page.current.abort.abort();
  else if (page.current) forget(page.current);
}

function forget(entry) {
  page.entries.splice(page.entries.indexOf(entry), 1);
  if (page.current === entry) page.current = page.screen.entry && page.entries.includes(page.screen.entry) ? page.screen.entry : page.entries.at(-1) ?? null;
  say(ui.cancelled);
  refresh({ focus: true });
}

// ---- what is on screen

function refresh({ focus = false } = {}) {
  drawFiles(byId('files'), page.entries, page.current, pick);
  clearTimeout(progressTimer);
  if (page.current && (page.current.state === 'waiting' || page.current.state === 'working')) {
    progressTimer = setTimeout(showWorking, FLASH);
    return;
  }
  if (page.screen.entry === page.current && !focus) return;
  // Focus moves for the file on screen, not for one that finished behind it.
  const as = page.current ? `${page.current.state} ${page.current.wrong ?? ''}` : '';
  if (focus && page.screen.entry === page.current && page.screen.as === as) return;
  page.screen = { entry: page.current, as };
  if (page.current?.state === 'done') showResult(page.current);
  else showStart(page.current);
}

function pick(entry) {
  page.current = entry;
  refresh({ focus: true });
}

function pickBeside(by) {
  const entry = page.entries[page.entries.indexOf(page.current) + by];
  if (entry) pick(entry);
}

function only(id) {
  closeDialogs();
  for (const each of ['start', 'result']) byId(each).hidden = each !== id;
  document.body.classList.toggle('has-result', id === 'result');
  byId('another').hidden = id !== 'result';
  if (id !== 'result') comparison.hide();
}

function showWorking() {
  page.screen = { entry: null, as: 'working' };
  only('start');
  drawWorking(page.current);
  progress(page.current);
}

function progress(entry, ...at) {
  if (at.length) entry.at = at;
  if (entry === page.current) drawProgress(entry, say);
}

function showStart(entry) {
  only('start');
  document.title = '算清 · 部门决算公开表自检';
  const said = drawStart(entry, { onOpen: (password) => openWith(entry, password), onCancel: cancel, onRetry: () => again(entry) });
  if (said) say(said);
}

function again(entry) {
  entry.state = 'waiting';
  entry.abort = new AbortController();
  refresh();
  pump();
}

function showResult(entry) {
  only('result');
  document.title = `${entry.name} · 算清`;
  byId('sample').hidden = !isSample(entry.file);
  clearExported();
  result.show(entry);
  keepFigures(entry);
  byId('verdict').focus({ preventScroll: true });
  say(spoken(entry.report));
  comparison.show(entry, page.entries.slice(0, page.entries.indexOf(entry)).filter((e) => e.state === 'done'));
}

function say(text) {
  byId('live').textContent = text;
}

// ---- wiring

window.suanqingStarted = true;
if (window.suanqingCapable) {
  byId('about-forms').replaceChildren(...Object.values(formNames).map(([number, , full]) =>
    el('li', {}, el('span', { class: 'form-number' }, number), full)));
  listen(take);
  drawEdition();
  ready().then(() => {
    document.documentElement.dataset.engine = 'ready';
    byId('all-rules').href = ruleAddress('about');
    byId('all-rules').hidden = false;
    if (page.current) progress(page.current);
  }, () => {}); // said when a file is there to be checked
  byId('cancel').addEventListener('click', cancel);
  byId('try-sample').addEventListener('click', () => take([sample()]));
  byId('sample-own').addEventListener('click', () => byId('another').click());
  listenExport(() => page.screen.entry, () => page.entries, say);
  byId('privacy').addEventListener('click', () => byId('privacy-dialog').showModal());
  for (const button of document.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }
  listenKeys(() => !byId('result').hidden, {
    next: () => result.step(1),
    previous: () => result.step(-1),
    unfold: () => result.unfold(true),
    fold: () => result.unfold(false),
    enter: () => result.enter(),
    try: () => result.tryChosen(),
    accept: () => result.accept(),
    compare: () => comparison.open(),
    back: () => result.back(),
    filter: () => result.focusFilter(),
    nextFile: () => pickBeside(1),
    previousFile: () => pickBeside(-1),
    help: () => byId('keys').showModal(),
  });
  addEventListener('beforeunload', (event) => {
    if (isAnyUnsaved()) event.preventDefault();
  });
  addEventListener('beforeprint', () => {
    if (page.screen.entry?.state === 'done') drawPrint(byId('print'), page.screen.entry.report);
  });
  addEventListener('afterprint', () => byId('print').replaceChildren());
}
