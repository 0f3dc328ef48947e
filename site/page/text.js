// Every word the page itself says. Sentences about a file's figures come from
// the report.

export const verdicts = {
  pass: { mark: '✓', word: '通过', gist: '每一处都对得上，没有尾差。' },
  tails: { mark: '≈', word: '有尾差（可接受）', gist: '差额都在四舍五入允许的范围内，没有错误。' },
  fail: { mark: '✗', word: '不通过', gist: '有对不上的地方，请逐处核对。' },
  incomplete: { mark: '?', word: '无法判断', gist: '有应当检查而没能检查的内容，不能算通过。' },
};

export const severities = {
  error: { mark: '✗', word: '错误' },
  warning: { mark: '!', word: '警告' },
  tail: { mark: '≈', word: '尾差' },
  notice: { mark: 'i', word: '提示' },
};
export const severityOrder = ['error', 'warning', 'notice', 'tail'];

export const formNames = {
  F01: ['01', '收支总表', '收入支出决算总表'],
  F02: ['02', '收入决算', '收入决算表'],
  F03: ['03', '支出决算', '支出决算表'],
  F04: ['04', '财政拨款总表', '财政拨款收入支出决算总表'],
  F05: ['05', '一般公共预算', '一般公共预算财政拨款支出决算表'],
  F06: ['06', '基本支出明细', '一般公共预算财政拨款基本支出决算明细表'],
  F07: ['07', '政府性基金', '政府性基金预算财政拨款收入支出决算表'],
  F08: ['08', '国有资本经营', '国有资本经营预算财政拨款支出决算表'],
  F09: ['09', '“三公”经费', '财政拨款“三公”经费支出决算表'],
};

export const formStates = {
  fail: { mark: '✗', word: '有错误' },
  warning: { mark: '!', word: '有警告' },
  tails: { mark: '≈', word: '有尾差' },
  pass: { mark: '✓', word: '对得上' },
  unknown: { mark: '?', word: '没有检查' },
  empty: { mark: '○', word: '空表', short: '空表' },
  missing: { mark: '–', word: '缺这张表', short: '缺表' },
};

const torn = {
  title: () => '检查程序没有加载完成',
  body: '这个网页文件不完整，多半是没有拷贝完。请重新拷贝 suanqing.html，再打开一次。',
};

// Why the engine could not answer, for the file named.
export const troubles = {
  load: ONE_FILE ? torn : {
    title: () => '检查程序没有加载完成',
    body: '多半是网络中断。请确认网络后再试；加载一次之后，检查文件不再需要网络。',
  },
  component: ONE_FILE ? torn : {
    title: (name) => `打开“${name}”所需的组件没有加载完成`,
    body: '读取 .xls 或有密码的文件，要先从本站取一个组件。请确认网络后重试；仍然不行请刷新网页，或在 WPS、Excel 中另存为没有密码的 .xlsx 后再拖入。',
  },
  start: {
    title: () => '检查程序没有启动',
    body: '请刷新页面再试；如果仍然不行，请更新浏览器。',
  },
  crashed: {
    title: (name) => `检查“${name}”时程序中断了`,
    body: '可能是文件过大或内容异常。检查程序已经重新启动，可以重试，或在 WPS、Excel 中另存为 .xlsx 后再拖入。',
  },
  slow: {
    title: (name) => `“${name}”检查超时，已停止`,
    body: '文件可能过大。请只保留决算公开表，另存为 .xlsx 后再试；也可以直接换一个文件。',
  },
  unreadable: {
    title: (name) => `“${name}”打不开`,
    body: '文件可能已被移动、改名或仍在下载，也可能拖入的是文件夹。请重新选择文件。',
  },
  'too-large': {
    title: (name) => `“${name}”太大，没有打开`,
    body: '超过 200 MB。请只保留决算公开表，另存为 .xlsx 后再拖入。',
  },
};

export const ui = {
  site: '网站版',
  oneFile: '单文件版',
  rulesVersion: (hash) => `规则版本 ${hash}`,
  offline: '可离线使用',
  waitingEngine: '正在准备检查程序…',
  waitingTurn: '等待前一个文件检查完…',
  checking: '正在检查…',
  needs: { xls: '正在载入读取 .xls 的组件…', decrypt: '正在用密码打开…' },
  locked: (name) => `“${name}”设有打开密码`,
  givePassword: '请输入打开密码。密码只在本机用来打开这个文件，不发送，不保存。',
  wrongPassword: '密码不对，没有打开。请核对大小写和输入法，再输入一次。',
  noPassword: '不知道密码时，请向编表人索取；也可以在 WPS 或 Excel 中取消密码并另存为 .xlsx 后再拖入。',
  password: '打开密码',
  unlock: '打开',
  cancel: '取消',
  sheetOf: (done, total) => `正在读第 ${done}/${total} 张表`,
  working: (name) => `正在检查“${name}”`,
  cancelled: '已取消。',
  retry: '重试',
  refused: (name) => `“${name}”没有检查`,
  year: (year) => `${year} 年度`,
  noDepartment: '没有读到部门名称',
  noYear: '没有读到年度',
  noUnit: '没有读到金额单位',
  count: (n, word) => `${n} 处${word}`,
  explained: ({ cells, blocks, rows, told }) => {
    const parts = [cells && `${cells} 个单元格`, blocks && `${blocks} 片错位`, rows && `${rows} 处漏行`].filter(Boolean);
    return `（${told ? `其中 ${told} 处 ` : ''}${parts.join('、')}可解释）`;
  },
  unsureInAll: '（有几种可能的改法）',
  noFindings: '没有发现问题',
  rules: (n) => `检查 ${n} 条规则`,
  places: (n) => `核对 ${n} 处`,
  unchecked: (n) => `${n} 条未检查`,
  scope: '检查范围',
  missing: '缺少',
  notChecked: '应查未查',
  andMore: (n) => `等 ${n} 条`,
  formsTitle: '九张表',
  suspectsTitle: '最可能的错误',
  unsureTitle: '可能的错误',
  mostLikely: '最可能',
  unsure: '有几种可能',
  allSuspects: (n) => `全部 ${n} 条`,
  leftOutRow: (row) => `漏 ${row} 一行`,
  withOthers: (cell, n) => `${cell} 等 ${n} 格`,
  cellsOf: (n) => `${n} 个单元格`,
  cellsInAll: (n) => `等 ${n} 个单元格`,
  explainsShort: (n) => `解释 ${n} 处`,
  causedBy: (where, n) => `${where} 引起的 ${n} 处`,
  unsureCause: (n) => `有几种可能的 ${n} 处`,
  someOf: (some, of) => (of ? `${some} 等 ${of} 处之一` : `${some} 之一`),
  missingBelow: (cell) => `上级行在 ${cell}`,
  moreAlternatives: (n) => `还有 ${n} 种`,
  allExplained: (n) => `在左边展开全部 ${n} 处`,
  mend: (block) => (block ? '请对照原始账表核实，在原文件中把整块数移回原位，再检查一次。' : '请对照原始账表核实，在原文件中改正，再检查一次。'),
  mendUnsure: '单凭这份报表分不清是哪一处，请逐处对照原始账表。',
  try: '试算',
  tryTitle: '假设照建议改了，看看结论；文件不改动',
  tryOf: (where) => `试算：${where} 照建议改`,
  trying: '正在试算…',
  notTried: '这一条没有试算成。请再试一次，或直接在原文件中改后重新检查。',
  supposeCell: (cell, should) => `${cell} 改为 ${should}`,
  supposeBlock: (range, n) => `${range} 整块 ${n} 个单元格照建议改`,
  suppose: (what) => `试算：假设 ${what}`,
  unchanged: '（文件没有改动）',
  allMarked: (n) => `等 ${n} 个单元格，表上都已标出`,
  tried: (word, before, after) => `照这样改，错误由 ${before} 处变为 ${after} 处，结论是“${word}”。表中划去的是现在的数，旁边是建议的数。按“返回”或 Esc 回到原来的结论。`,
  back: '返回',
  backAgain: '已返回原来的结论。',
  findingsTitle: '全部问题',
  allForms: '全部表',
  filterForm: '只看一张表',
  filter: '筛选问题',
  nothingLeft: '这个条件下没有问题。',
  tailsLine: (n) => `${n} 处尾差`,
  tailsNote: '差额在四舍五入允许的范围内，属正常',
  open: '展开',
  fold: '收起',
  previous: '上一处',
  next: '下一处',
  position: (i, n) => `第 ${i} 处，共 ${n} 处`,
  difference: '差额',
  bound: '允许尾差',
  left: '左边',
  right: '右边',
  sum: '合计',
  cells: '涉及的单元格',
  why: '为什么',
  hint: '怎么改',
  rule: '规则',
  explains: (n) => `改后可解释 ${n} 处问题`,
  alternatives: '也可能是',
  blank: '空白',
  pick: '在左边选一处问题，这里显示它的算式、原因和改法。按 ? 查看快捷键。',
  sheetGone: '这张表没有画出来。',
  hiddenSheet: '隐藏',
  hiddenHere: '文件中是隐藏的',
  uncached: '这个公式没有带算好的值',
  emptySheet: '这张工作表没有内容。',
  sheetLabel: (name) => `工作表：${name}`,
  goTo: (sheet, cell) => `到 ${sheet} 的 ${cell}`,
  announce: (word, parts) => `检查完成：${word}。${parts}`,
  notApplicable: '不适用',
  ranRules: '已检查',
  fileStates: { waiting: '等待', working: '检查中', refused: '没有检查', locked: '等待密码', trouble: '中断' },
  printedFrom: '由“算清”在本机检查，文件没有上传。',
  times: (n) => `${n} 处`,
};

export const outcomes = { holds: '对得上', tail: '有尾差', violated: '有问题', skipped: '没有检查' };
