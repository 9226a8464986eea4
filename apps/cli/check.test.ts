import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkReleases, comparePair, parseReleaseLine } from '@koujing/conflict';
import { BadInput } from './bad-input.js';
import { comparisonInContract, findingInContract } from './contract-form.js';
import { reportOf } from './check-report.js';
import { readJsonl } from './jsonl.js';

const line = (id: string, organ: string, dead: number): string =>
  JSON.stringify({
    id,
    organ,
    title: '长江路仓库火灾情况',
    body: `11月18日13时20分，长江路一仓库发生火灾，造成${dead}人死亡。`,
    publishedAt: '2026-11-18T16:00:00+08:00',
  });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koujing-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, 'releases.jsonl');
  await writeFile(file, text);
  return readJsonl(file, parseReleaseLine);
}

test('blank lines, a byte-order mark and Windows line ends are no mistakes', async () => {
  expect(
    await read(`\ufeff${line('a', '市应急局', 3)}\r\n\r\n${line('b', '市消防支队', 3)}\r\n`),
  ).toHaveLength(2);
});

test('every bad line is named at once, with its number and field', async () => {
  const reading = read(`${line('a', '市应急局', 3)}\n{"id":"b"}\nnonsense\n`);
  await expect(reading).rejects.toThrow(BadInput);
  await expect(reading).rejects.toThrow(/第 2 行[\s\S]*organ[\s\S]*第 3 行/);
});

test('a file that is not there is bad input, not a crash', async () => {
  await expect(readJsonl(join(folder, 'none.jsonl'), parseReleaseLine)).rejects.toThrow(BadInput);
});

test('the report shows both sentences of a disagreement and both organs', async () => {
  const releases = await read(`${line('a', '市应急局', 3)}\n${line('b', '市消防支队', 5)}\n`);
  const report = reportOf(checkReleases({ releases }), releases);
  expect(report).toContain('信息发布不一致');
  expect(report).toContain('死亡人数：3人 ≠ 5人');
  expect(report).toContain('市消防支队');
});

test('dates and times are written as people read them, and not as machines exchange them', async () => {
  const notice = (id: string, organ: string, day: string): string =>
    JSON.stringify({
      id,
      organ,
      title: '关于2026年冬季供热时间的通告',
      body: `2026年至次年供热期为${day}零时至次年3月31日24时，请广大用户做好准备。`,
      publishedAt: '2026-11-14T10:05:00+08:00',
    });
  const releases = await read(
    `${notice('a', '市住建局', '12月1日')}\n${notice('b', '市供热公司', '12月5日')}\n`,
  );
  const matter = {
    id: 'm',
    title: '南湾区清水河水体异味情况',
    owner: '市生态环境局',
    openedAt: '2026-11-23T08:00:00+08:00',
    dueAt: '2026-11-25T00:00:00Z',
    trigger: '引发或可能引发广泛关注',
  };
  const findings = checkReleases({ releases, matters: [matter], now: Date.parse('2026-11-26T00:00:00Z') });
  const report = reportOf(findings, releases);
  expect(report).toContain('日期：2026年12月1日 ≠ 2026年12月5日');
  expect(report).toContain('前者为2026年12月1日');
  expect(report).toContain('2026年11月14日 10:05');
  expect(report).toContain('应由市生态环境局在2026年11月25日 08:00前发布');
  expect(report).not.toMatch(/\d{4}-\d{2}-\d{2}/u);
});

test('no findings is said in words', () => {
  expect(reportOf([], [])).toContain('没有发现问题');
});

test('a finding is printed with the fields of the contract and no other, quotations included', async () => {
  const quoting = JSON.stringify({
    id: 'q',
    organ: '市应急局',
    title: '长江路仓库火灾情况',
    body: '据市消防支队通报，11月18日13时20分，长江路一仓库发生火灾，造成5人死亡。',
    publishedAt: '2026-11-18T16:30:00+08:00',
  });
  const releases = await read(`${line('a', '东山区人民政府', 3)}\n${quoting}\n`);
  const [a, b] = releases;
  if (a === undefined || b === undefined) throw new Error('two releases were written');
  const side = ['end', 'release', 'start', 'text', 'value'];
  const matter = {
    ...{ id: 'm', title: '南湾区清水河水体异味情况', owner: '市生态环境局' },
    ...{ openedAt: '2026-11-23T08:00:00+08:00', dueAt: '2026-11-25T00:00:00Z' },
    trigger: '引发或可能引发广泛关注',
  };
  const now = Date.parse('2026-11-26T00:00:00Z');
  // What a later field of ours is called must not reach whoever reads the lines.
  const internal = { id: 'f1', key: 'k', raisedAt: new Date(now) };
  const findings = checkReleases({ releases, matters: [matter], now }).map((found) =>
    findingInContract({ ...found, ...internal }),
  );
  const compared = comparisonInContract({ ...comparePair(a, b), ...internal });
  const facts = findings.flatMap((finding) => finding.facts);
  expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gap', 'inconsistent']));
  const always = ['confidence', 'explanation', 'facts', 'kind', 'releases', 'severity'];
  for (const finding of findings)
    expect(keysOf(finding)).toEqual('matter' in finding ? [...always, 'matter'].sort() : always);
  expect(findings.find(({ kind }) => kind === 'gap')?.matter).toBe('m');
  expect(keysOf(compared)).toEqual(['contradictions', 'duplicate', 'sameMatter']);
  expect(facts.length).toBeGreaterThan(0);
  expect(compared.contradictions.length).toBeGreaterThan(0);
  for (const fact of [...facts, ...compared.contradictions]) {
    expect(keysOf(fact).filter((key) => key !== 'update')).toEqual(['a', 'attribute', 'b']);
    expect(keysOf(fact.a)).toEqual(side);
    expect(keysOf(fact.b)).toEqual(side);
  }
});

/** As a line of JSON has them. */
const keysOf = (value: object): readonly string[] =>
  Object.keys(JSON.parse(JSON.stringify(value)) as object).sort();
