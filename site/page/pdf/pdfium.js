// The worker that has PDFium: it walks a PDF for a core of ours, and draws its pages. The
// script comes in the same file as PDFium itself (site/bundle/pdfium.go), which puts LIMITS
// before it: the caps of validate/read/pdf. PDFium gets nothing of this machine, no file, no
// network, no clock, and has a memory of fixed size; what a PDF breaks ends with the worker.
'use strict';

(() => {
  let fx = null; // what PDFium exports
  let scratch = 0; // 64 bytes in its memory for what it answers
  let broken = false;
  let odd = false; // some text on the page may not be seen
  let open = null; // {document, data, pages: how each is shown, once known}

  const floats = (at, n) => new Float32Array(fx.memory.buffer, at, n);
  const ints = (at, n) => new Int32Array(fx.memory.buffer, at, n);

  // What is handed over: the words of validate/read/pdf/handed.
  const [END, PAGE, FAILED, CHAR, DONE, IMAGE, PATH, FORM, FORM_END, DOT, FAINT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const [DAMAGED, DAMAGED_PAGE, LOCKED, WRONG_PASSWORD, SECURED, TOO_LARGE, TOO_MANY_PAGES, TOO_MUCH] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [MOVE, CURVE, CLOSES] = [1, 2, 4]; // of a segment

  class Words {
    #ints = new Int32Array(1 << 16);
    #floats = new Float32Array(this.#ints.buffer);
    length = 0;

    #room(n) {
      if (this.length + n <= this.#ints.length) return;
      const more = new Int32Array(2 * this.#ints.length + n);
      more.set(this.#ints);
      this.#ints = more;
      this.#floats = new Float32Array(more.buffer);
    }

    int(...all) {
      this.#room(all.length);
      for (const n of all) this.#ints[this.length++] = n;
    }

    float(...all) {
      this.#room(all.length);
      for (const x of all) this.#floats[this.length++] = x;
    }

    // What stands in PDFium's memory, as it stands there.
    copy(at, n) {
      this.#room(n);
      this.#ints.set(ints(at, n), this.length);
      this.length += n;
    }

    bytes() {
      return this.#ints.slice(0, this.length).buffer;
    }
  }

  // What ends the walk: a code, and of which page.
  class Failure {
    constructor(code, index = 0) {
      Object.assign(this, { code, index });
    }
  }

  function openDocument(data, password) {
    close();
    if (data.length > LIMITS.file) throw new Failure(TOO_LARGE);
    const at = fx.malloc(data.length || 1);
    if (!at) throw new Failure(DAMAGED);
    new Uint8Array(fx.memory.buffer, at, data.length).set(data);
    let secret = 0;
    if (password) {
      const text = new TextEncoder().encode(`${password}\0`);
      secret = fx.malloc(text.length);
      new Uint8Array(fx.memory.buffer, secret, text.length).set(text);
    }
    let document = fx.FPDF_LoadMemDocument(at, data.length, secret);
    if (!document && secret && fx.FPDF_GetLastError() === 4) document = fx.FPDF_LoadMemDocument(at, data.length, 0); // it may need none
    const problem = document ? 0 : fx.FPDF_GetLastError();
    if (secret) fx.free(secret);
    if (!document) {
      fx.free(at);
      throw new Failure(problem === 4 ? (password ? WRONG_PASSWORD : LOCKED) : problem === 5 ? SECURED : DAMAGED);
    }
    open = { document, data: at, pages: [] };
  }

  function close() {
    if (!open) return;
    fx.FPDF_CloseDocument(open.document);
    fx.free(open.data);
    open = null;
  }

  // The pages as words, up to where there is a failure.
  function walk() {
    const words = new Words();
    const left = { chars: LIMITS.chars, objects: LIMITS.objects, segments: LIMITS.segments };
    let at = 0; // the page it is on, and how many words there were before it
    let before = 0;
    try {
      const count = fx.FPDF_GetPageCount(open.document);
      if (count <= 0) throw new Failure(DAMAGED);
      if (count > LIMITS.pages) throw new Failure(TOO_MANY_PAGES);
      for (; at < count; at += 1) {
        before = words.length;
        walkPage(at, words, left);
      }
      words.int(END);
    } catch (failure) {
      words.length = before;
      broken = !(failure instanceof Failure); // PDFium has come to its end
      const { code, index } = broken ? new Failure(DAMAGED) : failure;
      words.int(FAILED, code, index);
    }
    return words.bytes();
  }

  function walkPage(index, words, left) {
    const page = fx.FPDF_LoadPage(open.document, index);
    if (!page) throw new Failure(DAMAGED_PAGE, index);
    const shown = boxOf(page);
    words.int(PAGE);
    words.float(...shown.box);
    words.int(shown.rotation);
    odd = false;
    const count = fx.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i += 1) {
      const object = fx.FPDFPage_GetObject(page, i);
      if (object) walkObject(object, words, left, index, UPRIGHT, 0);
    }
    shown.turned = walkChars(page, words, left, index);
    open.pages[index] = shown;
    words.int(DONE);
    fx.FPDF_ClosePage(page);
  }

  // {box: left, top, right, bottom; rotation: quarter turns clockwise that it is shown with}
  function boxOf(page) {
    const box = fx.FPDF_GetPageBoundingBox(page, scratch) ? [...floats(scratch, 4)] : [0, 0, 0, 0];
    return { box, rotation: fx.FPDFPage_GetRotation(page) & 3 };
  }

  // Gives by how many quarters most of the text is turned.
  function walkChars(page, words, left, index) {
    const counts = [0, 0, 0, 0];
    const text = fx.FPDFText_LoadPage(page);
    if (!text) return -1;
    const count = fx.FPDFText_CountChars(text);
    left.chars -= Math.max(count, 0);
    if (left.chars < 0) throw new Failure(TOO_MUCH, index);
    for (let i = 0; i < count; i += 1) {
      const rune = fx.FPDFText_GetUnicode(text, i);
      if (rune === 32 || rune === 13 || rune === 10) continue; // most of what shows nothing
      if (!fx.FPDFText_GetLooseCharBox(text, i, scratch + 16) || !fx.FPDFText_GetCharOrigin(text, i, scratch, scratch + 8)) continue;
      const [x, y] = new Float64Array(fx.memory.buffer, scratch, 2);
      const turn = fx.FPDFText_GetCharAngle(text, i);
      const object = odd ? fx.FPDFText_GetTextObject(text, i) : 0;
      const how = object ? shownOf(object) : SEEN;
      if (how === UNSEEN) continue;
      words.int(how === WHITE ? FAINT : CHAR, rune);
      words.copy(scratch + 16, 4);
      words.float(x, y, turn);
      counts[Math.round(turn / (Math.PI / 2)) & 3] += 1;
    }
    fx.FPDFText_ClosePage(text);
    return count > 0 ? counts.indexOf(Math.max(...counts)) : -1;
  }

  const [SEEN, WHITE, UNSEEN] = [0, 1, 2]; // how a text is seen
  const [NEAR_WHITE, NEAR_CLEAR] = [0xf0, 0x10];
  const UNSEEN_MODES = [3, 7]; // FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP

  // Whether a text can be seen.
  function shownOf(object) {
    if (UNSEEN_MODES.includes(fx.FPDFTextObj_GetTextRenderMode(object))) return UNSEEN;
    if (!fx.FPDFPageObj_GetFillColor(object, scratch + 32, scratch + 36, scratch + 40, scratch + 44)) return SEEN;
    const [r, g, b, a] = ints(scratch + 32, 4);
    if (a < NEAR_CLEAR) return UNSEEN;
    return Math.min(r, g, b) >= NEAR_WHITE ? WHITE : SEEN;
  }

  const [KIND_TEXT, KIND_PATH, KIND_IMAGE, KIND_FORM] = [1, 2, 3, 5]; // FPDF_PAGEOBJ_…

  const UPRIGHT = [1, 0, 0, 1, 0, 0];

  function walkObject(object, words, left, index, around, depth) {
    left.objects -= 1;
    if (left.objects < 0) throw new Failure(TOO_MUCH, index);
    const kind = fx.FPDFPageObj_GetType(object);
    if (kind === KIND_TEXT) odd ||= shownOf(object) !== SEEN;
    else if (kind === KIND_IMAGE) words.int(IMAGE);
    else if (kind === KIND_PATH) walkPath(object, words, left, index, around);
    else if (kind === KIND_FORM) {
      const count = fx.FPDFFormObj_CountObjects(object);
      if (depth === LIMITS.nested) return;
      words.int(FORM);
      words.float(...matrixOf(object));
      const within = then(matrixOf(object), around);
      for (let i = 0; i < count; i += 1) {
        const inner = fx.FPDFFormObj_GetObject(object, i);
        if (inner) walkObject(inner, words, left, index, within, depth + 1);
      }
      words.int(FORM_END);
    }
  }

  const matrixOf = (object) => (fx.FPDFPageObj_GetMatrix(object, scratch) ? [...floats(scratch, 6)] : UPRIGHT);

  // A matrix and one behind it, rounded as pdf.Matrix is.
  function then([a, b, c, d, e, f], [g, h, i, j, k, l]) {
    const round = Math.fround;
    const sum = (p, q, r, s) => round(round(p * q) + round(r * s));
    return [sum(a, g, b, i), sum(a, h, b, j), sum(c, g, d, i), sum(c, h, d, j), round(sum(g, e, i, f) + k), round(sum(h, e, j, f) + l)];
  }

  const [SEGMENT_BEZIER, SEGMENT_MOVE] = [1, 2]; // FPDF_SEGMENT_…

  function walkPath(object, words, left, index, around) {
    if (!fx.FPDFPath_GetDrawMode(object, scratch, scratch + 4)) return;
    const [filled, stroked] = ints(scratch, 2);
    if (stroked !== 1 && filled === 0) return;
    const count = fx.FPDFPath_CountSegments(object);
    if (count < 0 || count > LIMITS.path) return;
    if (stroked !== 1 && around.every((n, i) => n === UPRIGHT[i]) && fx.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) {
      const [x0, y0, x1, y1] = floats(scratch, 4);
      if (Math.max(Math.fround(Math.max(x0, x1) - Math.min(x0, x1)), Math.fround(Math.max(y0, y1) - Math.min(y0, y1))) < LIMITS.dot) {
        words.int(DOT);
        words.float(x0, y1, x1, y0);
        return;
      }
    }
    left.segments -= count;
    if (left.segments < 0) throw new Failure(TOO_MUCH, index);
    const before = words.length;
    words.int(PATH);
    words.float(...matrixOf(object));
    words.int(stroked === 1 ? 1 : 0, count);
    for (let i = 0; i < count; i += 1) {
      const segment = fx.FPDFPath_GetPathSegment(object, i);
      const kind = segment ? fx.FPDFPathSegment_GetType(segment) : 0;
      if (!segment || !fx.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) {
        words.length = before;
        return;
      }
      words.copy(scratch, 2);
      words.int((kind === SEGMENT_MOVE ? MOVE : 0) | (kind === SEGMENT_BEZIER ? CURVE : 0) | (fx.FPDFPathSegment_GetClose(segment) === 1 ? CLOSES : 0));
    }
  }

  // How a page is shown: turned until most of its text stands upright.
  const turnOf = ({ rotation, turned }) => (turned < 0 ? rotation : (4 - turned) & 3);

  const MOST_PIXELS = 6_000_000; // of a page that is drawn
  const FORMAT_BGRA = 4;
  const [ANNOTATIONS, RGBA] = [1, 16]; // FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER

  // [width, height, a, b, c, d, e, f] of each page in points, as it is shown: the matrix
  // leads there from its user space, y downwards.
  const sizes = () => open.pages.map((page) => {
    const { box: [left, top, right, bottom] } = page;
    const [x0, x1, y0, y1] = [Math.min(left, right), Math.max(left, right), Math.min(top, bottom), Math.max(top, bottom)];
    const [w, h] = [x1 - x0, y1 - y0];
    return [[w, h, 1, 0, 0, -1, -x0, y1], [h, w, 0, 1, 1, 0, -y0, -x0], [w, h, -1, 0, 0, 1, x1, -y0], [h, w, 0, -1, -1, 0, y1, x1]][turnOf(page)];
  });

  const FIRST_HAN = 0x2e80;

  // The Chinese characters that PDFium does not draw, since their font is not in the file
  // and it has none itself: [character, x, y of its base line, size] each, in pixels.
  function lackingOn(page, [, , a, b, c, d, e, f], scale) {
    const text = fx.FPDFText_LoadPage(page);
    const all = [];
    if (!text) return all;
    const whole = new Map(); // font → whether it is in the file
    const count = fx.FPDFText_CountChars(text);
    for (let i = 0; i < count; i += 1) {
      const rune = fx.FPDFText_GetUnicode(text, i);
      if (rune < FIRST_HAN || rune > 0x10ffff) continue;
      const object = fx.FPDFText_GetTextObject(text, i);
      const font = object && fx.FPDFTextObj_GetFont(object);
      if (!font) continue;
      if (!whole.has(font)) whole.set(font, fx.FPDFFont_GetIsEmbedded(font) !== 0);
      if (whole.get(font) || !fx.FPDFText_GetLooseCharBox(text, i, scratch + 16) || !fx.FPDFText_GetCharOrigin(text, i, scratch, scratch + 8)) continue;
      const [x, y] = new Float64Array(fx.memory.buffer, scratch, 2);
      const [left, top, right, bottom] = floats(scratch + 16, 4);
      all.push([String.fromCodePoint(rune), scale * (a * x + c * y + e), scale * (b * x + d * y + f), scale * Math.min(Math.abs(right - left), Math.abs(top - bottom))]);
    }
    fx.FPDFText_ClosePage(text);
    return all;
  }

  const handlers = {
    // {words, sizes}: the pages as a core reads them, and how large each is shown.
    pages({ bytes, password }) {
      try {
        openDocument(new Uint8Array(bytes), password);
      } catch (failure) {
        const words = new Words();
        broken = !(failure instanceof Failure);
        words.int(FAILED, broken ? DAMAGED : failure.code, 0);
        return { words: words.bytes(), sizes: [] };
      }
      const words = walk();
      return { words, sizes: sizes() };
    },
    // A page drawn so wide, in pixels: {width, height, pixels, lacking}.
    draw({ index, width }) {
      const shown = open?.pages[index];
      const page = shown && fx.FPDF_LoadPage(open.document, index);
      if (!page) return null;
      const [wide, high] = sizes()[index];
      const scale = Math.min(width / wide, Math.sqrt(MOST_PIXELS / (wide * high)));
      const [w, h] = [wide, high].map((n) => Math.max(1, Math.round(n * scale)));
      const bitmap = fx.FPDFBitmap_CreateEx(w, h, FORMAT_BGRA, 0, 0);
      if (!bitmap) return null;
      fx.FPDFBitmap_FillRect(bitmap, 0, 0, w, h, -1);
      fx.FPDF_RenderPageBitmap(bitmap, page, 0, 0, w, h, (turnOf(shown) - shown.rotation) & 3, ANNOTATIONS | RGBA);
      const stride = fx.FPDFBitmap_GetStride(bitmap);
      const pixels = new Uint8ClampedArray(4 * w * h);
      const from = new Uint8ClampedArray(fx.memory.buffer, fx.FPDFBitmap_GetBuffer(bitmap), stride * h);
      for (let y = 0; y < h; y += 1) pixels.set(from.subarray(y * stride, y * stride + 4 * w), 4 * w * y);
      fx.FPDFBitmap_Destroy(bitmap);
      const lacking = lackingOn(page, sizes()[index], w / wide);
      fx.FPDF_ClosePage(page);
      return { width: w, height: h, pixels: pixels.buffer, lacking };
    },
  };

  // Nothing of this machine: every question of PDFium's C library has no for an answer.
  const BAD_FILE = 8;
  const answers = {
    environ_sizes_get: (count, size) => {
      ints(count, 1)[0] = ints(size, 1)[0] = 0;
      return 0;
    },
    environ_get: () => 0,
    clock_time_get: (clock, precision, at) => {
      ints(at, 2).fill(0);
      return 0;
    },
    proc_exit: () => {
      throw new Error('ended');
    },
  };

  async function start(module) {
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      imports[from] ??= {};
      imports[from][name] = answers[name] ?? (() => (from === 'env' ? 0 : BAD_FILE));
    }
    fx = (await WebAssembly.instantiate(module, imports)).exports;
    fx._initialize();
    fx.FPDF_InitLibrary();
    scratch = fx.malloc(64);
    postMessage({ type: 'ready' });
  }

  onmessage = ({ data }) => {
    if (data.type === 'start') {
      start(data.module).catch(() => postMessage({ type: 'failed' }));
      return;
    }
    try {
      const value = handlers[data.type](data);
      postMessage({ type: 'answer', id: data.id, value }, [value?.words ?? value?.pixels].filter(Boolean));
      if (broken) postMessage({ type: 'ended' });
    } catch {
      postMessage({ type: 'ended' });
    }
  };
})();
