import {
  checkReleases,
  isInstant,
  parseMatterLine,
  parseOrgans,
  parseReleaseLine,
  type LineError,
  type OrganRegister,
  type ReleaseText,
} from '@koujing/conflict';
import { SystemClock } from '@koujing/kernel';
import { Command } from 'commander';
import { BadInput, badLines, EXIT_FINDINGS } from './bad-input.js';
import { reportOf } from './check-report.js';
import { findingInContract } from './contract-form.js';
import { readJsonl, readWhole } from './jsonl.js';
import { print } from './print.js';

interface CheckOptions {
  readonly organs?: string;
  readonly matters?: string;
  readonly now?: string;
  readonly json?: boolean;
}

/** `koujing check`: exit 0 without findings, 1 with, 2 on bad input (DETECTION.md, "The CLI contract"). */
export const checkCommand = (): Command =>
  new Command('check')
    .description('检查一批发布：重复、多头、交叉、不一致、缺位 (check a set of releases, no database)')
    .argument('<releases.jsonl>')
    .option('--organs <organs.json>', '机关、职责与法定发布单位 (organs, remits, statutory issuers)')
    .option('--matters <matters.jsonl>', '事项与时限 (matters with owner and due time)')
    .option('--now <ISO>', '判断时限的时刻，默认现在 (the moment for due times; default: now)')
    .option('--json', '每行一条 JSON (one finding per line)')
    .action(run);

async function run(file: string, options: CheckOptions): Promise<void> {
  const now = nowOf(options);
  const register = options.organs === undefined ? undefined : await readOrgans(options.organs);
  const matters =
    options.matters === undefined ? undefined : await readJsonl(options.matters, parseMatterLine);
  const releases = await readReleases(file);
  if (register !== undefined) noteUnknownOrgans(releases, register);
  const findings = checkReleases({
    releases,
    ...register,
    ...(matters === undefined ? {} : { matters, now }),
  });
  if (options.json === true)
    for (const finding of findings) await print(`${JSON.stringify(findingInContract(finding))}\n`);
  else await print(reportOf(findings, releases));
  if (findings.length > 0) process.exitCode = EXIT_FINDINGS;
}

function nowOf({ now }: CheckOptions): number {
  if (now === undefined) return new SystemClock().now().getTime();
  if (!isInstant(now))
    throw new BadInput(
      `--now：读到 (found) ${now}；允许 (allowed) ISO 8601 日期时间并带时区偏移，例如 2026-11-23T15:00:00+08:00`,
    );
  return Date.parse(now);
}

async function readOrgans(file: string): Promise<OrganRegister> {
  const parsed = parseOrgans(await readWhole(file));
  if (!parsed.ok) throw badLines(file, parsed.errors);
  return parsed.value;
}

async function readReleases(file: string): Promise<readonly ReleaseText[]> {
  const seen = new Map<string, number>();
  return readJsonl(file, (source, line) => {
    const parsed = parseReleaseLine(source, line);
    if (!parsed.ok) return parsed;
    const { id } = parsed.value;
    const before = seen.get(id);
    if (before !== undefined) return { ok: false, errors: [repeated(id, line, before)] };
    seen.set(id, line);
    return parsed;
  });
}

const repeated = (id: string, line: number, before: number): LineError => ({
  line,
  field: 'id',
  found: `${id}（第 ${before} 行已用过，already on line ${before}）`,
  allowed: '每个编号只用一次 (each id once)',
});

/** A release by an organ outside the register is checked without a remit; the person is told. */
function noteUnknownOrgans(releases: readonly ReleaseText[], { organs }: OrganRegister): void {
  const known = new Set(organs.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  const unknown = new Set(
    releases.map(({ organ }) => organ).filter((organ) => !known.has(organ) && organ !== '微博'),
  );
  if (unknown.size > 0)
    process.stderr.write(
      `提示：机关名录中没有 (not in the organ register)：${[...unknown].slice(0, 10).join('、')}${unknown.size > 10 ? ' …' : ''}\n`,
    );
}
