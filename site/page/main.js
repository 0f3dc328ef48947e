// The page: which file is shown, in which state, and what goes to the engine.

import { fileOf, isAnyUnsaved, isFor, lapsed, mark, saved, takeIn } from './report/accept.js';
import { inTurn } from './ui/breath.js';
import { Comparison } from './result/comparing.js';
import { closeDialogs } from './ui/dialog.js';
import { byId, el } from './ui/dom.js';
import { listen } from './files/drop.js';
import { drawEdition } from './core/edition.js';
import { briefOf, figuresIn, leave, open, opened } from './files/entry.js';
import { clearExported, listenExport } from './export/export.js';
import { listenExportAll } from './export/exportall.js';
import { areMany, drawFiles, isOpen } from './files/files.js';
import { isTogether } from './files/gather.js';
import { listBooks, Joining } from './files/joining.js';
import { listenKeys } from './keys.js';
import { ListView, spokenOf } from './files/list.js';
import { notice, putAway } from './ui/notice.js';
import { pack } from './core/pack.js';
import { askWhose, booksFor, isLost, offer } from './files/pair.js';
import { MOST, sift } from './files/picked.js';
import { drawPrint } from './export/print.js';
import { drawPrintedList } from './export/printlist.js';
import { figuresOf, isPDF, pageOf, ready, sheetOf, whatIf } from './files/reader.js';
import { ResultView } from './result/result.js';
import { ruleAddress } from './report/rules.js';
import { isSample, sample } from './files/sample.js';
import { save } from './export/save.js';
import { jobsOf } from './files/set.js';
import { Sitting } from './files/sitting.js';
import { drawProgress, drawStart, drawWorking } from './start.js';
import { acceptance, files as words, formNames, pairing, ui } from './ui/text.js';
import { spoken } from './result/verdict.js';

const FLASH = 300; // ms: what takes less shows no progress

const result = new ResultView({ sheetOf: drawn, pageOf, whatIf, onSave: saveAccepted, onAccepted: renew, onTexts: askTexts, onTogether: askTogether, onBooks: () => listBooks(page.screen.entry, pick), onBook: pick, say });
const comparison = new Comparison({
  figures: (entry) => {
    keepFigures(entry);
    return figuresIn(entry);
  },
  onFinding: (finding) => result.goTo({ finding }),
  onCell: (cell, text) => result.goTo({ cell, text }),
  onTold: (text, asked) => {
    mark(page.screen.entry.report);
    say(asked ? text : `${spoken(page.screen.entry.report)}${text}`);
  },
});
const sitting = new Sitting({ onChange: changed, onGone: gone, onReplaced: pick, onProgress: progress });
const list = new ListView({
  onOpen: pick,
  onCancel: (entry) => sitting.cancel(entry),
  onStop: () => {
    sitting.stop();
    byId('list-title').focus({ preventScroll: true }); // the button goes
  },
  onResume: () => {
    sitting.resume();
    byId('list-title').focus({ preventScroll: true });
    refresh();
  },
});

const joining = new Joining({
  all: () => sitting.entries,
  shown: () => (page.screen.entry?.state === 'done' ? page.screen.entry : null),
  onTogether: (some) => sitting.together(some),
  onBring: bring,
  onGone: () => ['verdict', 'list-title', 'choose'].map(byId).find((at) => at.offsetParent)?.focus(),
});

// All that the page knows of its entries (entry.js), besides those there are: which is
// asked for, or none and whether the list of all is; what is on screen, the entry and the
// state it was drawn in (of one at work, none); the one that the verdict was drawn of last.
const page = { current: null, listing: false, screen: { entry: null, as: '' }, shown: null };
let progressTimer = 0;

// ---- files in

async function take({ picked, skipped = 0, more = false, unread = [] }) {
  putAway();
  const { books, acceptances, skipped: others } = sift(picked);
  const told = [...unread.map(words.unread), more && words.tooMany(MOST), skipped + others > 0 && words.skipped(skipped + others), !books.length && !acceptances.length && !unread.length && words.noBooks].filter(Boolean);
  takeAccepted(acceptances, told);
  if (!books.length) return;
  const jobs = jobsOf(books);
  if (areMany(jobs)) await inTurn(jobs, (job) => job.key);
  const [open] = page.current && page.screen.entry === page.current ? booksFor(null, [page.current]) : [];
  const beside = open && !areMany(jobs) && jobs.every((job) => job.isText && !job.texts.length) ? open : null;
  const fresh = sitting.add(jobs, { beside });
  if (beside) {
    refresh();
    sitting.start(fresh);
    return;
  }
  page.listing = areMany(fresh);
  page.current = page.listing ? null : fresh[0];
  refresh();
  sitting.start(fresh);
}

// Texts came while a book was on screen, and are read: those without forms may be its own.
function askBeside(book) {
  const came = sitting.entries.filter((e) => e.beside === book);
  for (const entry of came) entry.beside = null;
  const lost = came.filter(isLost);
  if (!lost.length || page.current !== book || page.screen.entry !== book) pick(came[0]);
  else offer(lost, book, { onTogether: () => sitting.joinLost(lost, book) });
}

// The texts of the book on screen go with another, or with none; a text with one.
function askTexts() {
  const entry = page.screen.entry;
  const [alone, ...texts] = entry.job.apart();
  if (isLost(entry)) {
    askWhose(entry, booksFor(entry, sitting.entries), { onBook: (book) => sitting.joinLost([entry], book) });
    return;
  }
  askWhose(entry, booksFor(entry, sitting.entries), {
    onApart: () => sitting.replace(entry, [alone, ...texts]),
    onBook: (book) => {
      sitting.replace(entry, [alone]);
      sitting.replace(book, [book.job.with(texts)]);
    },
  });
}

function askTogether() {
  joining.ask(page.screen.entry?.state === 'done' ? page.screen.entry : null);
}

// A file is to be the year before of an entry: it is judged, then both together.
function bring(file, entry, units) {
  const [fresh] = sitting.add(jobsOf([{ file, path: file.name }]));
  fresh.goesBefore = { entry, units };
  refresh();
  sitting.start([fresh]);
}

function brought(fresh) {
  const { entry, units } = fresh.goesBefore;
  fresh.goesBefore = null;
  if (!sitting.entries.includes(entry)) return;
  if (fresh.state === 'done') sitting.together([{ entry, units, before: fresh }]);
  else pick(fresh);
}

// Acceptances come with the workbook, after it or before it.
async function takeAccepted(files, told) {
  let refused = false;
  for (const file of files) {
    const { of, count, refusal } = await takeIn(file);
    refused ||= Boolean(refusal);
    told.push(refusal ? acceptance.refused(file.name, refusal) : acceptance.taken(file.name, count) + await whatBecame(of));
  }
  if (!told.length) return;
  notice(told.join('\n'), refused ? 'refused' : '');
  say(told.join(''));
  if (page.screen.entry?.state === 'done' && page.screen.entry === page.current) result.acceptedAgain();
}

// Of the file judged last that they are for.
async function whatBecame(of) {
  const its = await renew(of);
  const report = its.includes(page.screen.entry?.report) ? page.screen.entry.report : its[its.length - 1];
  if (!report) return sitting.entries.some(isOpen) ? acceptance.soon : acceptance.later(of);
  return acceptance.matched(report.findings.filter((f) => f.accepted).length, lapsed(report).length);
}

// Counts again in every file whose acceptances have changed; promises their reports.
async function renew(of) {
  const its = [];
  for (const entry of sitting.entries.filter((e) => e.state === 'done' && isFor(of, e.brief))) {
    const { report } = await opened(entry);
    entry.brief = briefOf(report);
    its.push(report);
  }
  return its;
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

function changed(entry) {
  if (isOpen(entry)) {
    refresh();
    return;
  }
  refresh({ focus: true });
  if (!entry.bulk) keepFigures(entry);
  if (entry.goesBefore) brought(entry);
  if (entry.beside && sitting.entries.filter((e) => e.beside === entry.beside).every((e) => !isOpen(e))) askBeside(entry.beside);
  if (entry !== page.current && entry !== page.shown) leave(entry);
  if (entry.bulk && page.listing && !sitting.entries.some(isOpen)) say(spokenOf(sitting.entries));
}

function gone(entry) {
  const { entries } = sitting;
  if (page.current === entry) page.current = entry.was ?? (entries.includes(page.screen.entry) ? page.screen.entry : entries.at(-1) ?? null);
  say(ui.cancelled);
  refresh({ focus: true });
}

// Asked for while the core still has the book: by the time a corrected version comes,
// the file may be gone from where it was.
function keepFigures(entry) {
  if (entry.state === 'done') entry.kept.figures ??= figuresOf(entry).then(({ text, sizes }) => {
    entry.sizes = sizes;
    return text && pack(text);
  }).catch(() => {
    entry.sizes ??= {};
    return null;
  }).finally(() => joining.refresh());
}

async function drawn(entry, index) {
  const sheet = entry.drawn.get(index) ?? await sheetOf(entry, index);
  if (entry === page.shown) entry.drawn.set(index, sheet);
  return sheet;
}

// Gives up the file on screen.
function cancel() {
  const entry = page.current;
  if (!entry) return;
  if (entry.bulk && isOpen(entry)) showAll();
  sitting.cancel(entry);
}

// ---- what is on screen

function refresh({ focus = false } = {}) {
  drawFiles(byId('files'), sitting.entries, page.current, { onPick: pick, onList: showAll });
  list.refresh(sitting.entries);
  joining.refresh();
  clearTimeout(progressTimer);
  if (page.listing) {
    byId('files').hidden = true;
    if (page.screen.as !== 'list') showList();
    return;
  }
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
  page.listing = false;
  refresh({ focus: true });
}

// The list of all, of so many that they have one.
function showAll() {
  if (!areMany(sitting.entries)) return;
  page.current = null;
  page.listing = true;
  refresh();
}

function pickBeside(by) {
  const entry = sitting.entries[sitting.entries.indexOf(page.current) + by];
  if (entry) pick(entry);
}

function only(id) {
  closeDialogs();
  for (const each of ['start', 'result', 'list']) byId(each).hidden = each !== id;
  document.body.classList.toggle('has-result', id !== 'start');
  byId('another').hidden = id !== 'result';
  if (id !== 'result') comparison.hide();
}

function showWorking() {
  page.screen = { entry: null, as: 'working' };
  only('start');
  drawWorking(page.current);
  progress(page.current);
}

function progress(entry) {
  if (entry === page.current) drawProgress(entry, say);
  else if (page.listing) list.refresh(sitting.entries);
}

function showStart(entry) {
  only('start');
  document.title = ui.title;
  const books = entry && isLost(entry) ? booksFor(entry, sitting.entries) : [];
  const said = drawStart(entry, { books, onJoin: (book) => sitting.joinLost([entry], book), onOpen: (password) => sitting.unlock(entry, password), onCancel: cancel, onRetry: () => sitting.again(entry) });
  if (said) say(said);
}

function showList() {
  page.screen = { entry: null, as: 'list' };
  only('list');
  document.title = ui.title;
  list.show(sitting.entries);
  say(spokenOf(sitting.entries));
}

async function showResult(entry) {
  if (page.shown && page.shown !== entry) leave(page.shown);
  page.shown = entry;
  await open(entry);
  if (page.screen.entry !== entry) return;
  only('result');
  document.title = `${entry.name} · 算清`;
  byId('sample').hidden = !isSample(entry.job.file);
  byId('tried').hidden = !isPDF(entry);
  clearExported(entry);
  result.show(entry);
  keepFigures(entry);
  byId('verdict').focus({ preventScroll: true });
  say(spoken(entry.report));
  comparison.show(entry, isLost(entry) || isTogether(entry) ? [] : sitting.entries.slice(0, sitting.entries.indexOf(entry)).filter((e) => e.state === 'done' && !isLost(e) && !isTogether(e)));
  joining.refresh();
}

function say(text) {
  byId('live').textContent = text;
}

// ---- wiring

window.suanqingStarted = true;
if (window.suanqingCapable) {
  byId('about-forms').replaceChildren(...Object.values(formNames).map(([number, , full]) =>
    el('li', {}, el('span', { class: 'form-number' }, number), full)));
  listen(take, () => notice(words.reading), () => notice(pairing.short));
  drawEdition();
  ready().then(() => {
    document.documentElement.dataset.engine = 'ready';
    byId('all-rules').href = ruleAddress('about');
    byId('all-rules').hidden = false;
    if (page.current) progress(page.current);
  }, () => {}); // said when a file is there to be checked
  byId('cancel').addEventListener('click', cancel);
  byId('try-sample').addEventListener('click', () => take({ picked: [{ file: sample(), path: sample().name }] }));
  byId('ask-together').addEventListener('click', askTogether);
  byId('sample-own').addEventListener('click', () => byId('another').click());
  listenExport(() => page.screen.entry, () => sitting.entries, say, (cell, text) => result.goTo({ cell, text }));
  listenExportAll(() => sitting.entries, say);
  byId('privacy').addEventListener('click', () => byId('privacy-dialog').showModal());
  for (const button of document.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }
  const anywhere = { nextFile: () => pickBeside(1), previousFile: () => pickBeside(-1), list: showAll, together: askTogether, help: () => byId('keys').showModal() };
  const onResult = {
    next: () => result.step(1),
    previous: () => result.step(-1),
    unfold: () => result.unfold(true),
    fold: () => result.unfold(false),
    enter: () => result.enter(),
    try: () => result.tryChosen(),
    accept: () => result.accept(),
    turn: () => result.turn(),
    compare: () => comparison.open(),
    back: () => result.back() || showAll(),
    filter: () => result.focusFilter(),
  };
  const onList = { next: () => list.step(1), previous: () => list.step(-1), cancel: () => list.cancel() };
  listenKeys(() => ({ ...anywhere, ...(byId('list').hidden ? {} : onList), ...(byId('result').hidden ? {} : onResult) }));
  addEventListener('beforeunload', (event) => {
    if (isAnyUnsaved()) event.preventDefault();
  });
  addEventListener('beforeprint', () => {
    if (page.listing) drawPrintedList(byId('print'), sitting.entries);
    else if (page.screen.entry?.state === 'done') drawPrint(byId('print'), page.screen.entry);
  });
  addEventListener('afterprint', () => byId('print').replaceChildren());
}
