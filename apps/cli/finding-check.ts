import { attributeName, type FactConflict } from '@koujing/conflict';
import { Command } from 'commander';
import type { LiveCheck, LiveCheckInput } from '../../libs/conflict/live-check.api.js';
import { answered, contentOf, EXIT_REFUSED, openApi, type ApiOptions } from './api-client.js';
import { kindNames, severityNames } from './kind-names.js';
import { told } from './print.js';
import { words } from './reading/reading.js';

interface CheckOptions extends ApiOptions {
  readonly organ: string;
  readonly kind: string;
}

/** A text that is no release yet, held against everything that is out; nothing of it is stored. */
export const check = (): Command =>
  new Command('check')
    .description(
      '把一段文字与已发布的全部稿件核对，什么都不保存；第一行为标题 (hold a text against what is out; nothing is kept)',
    )
    .argument('<file>', '文件 (file)')
    .requiredOption(
      '--organ <id>',
      '发布单位，密钥须代表该单位的起草人 (organ; the key must act for one of its drafters)',
    )
    .option('--kind <kind>', '类别 (kind)', 'routine')
    .action(async (file: string, { organ, kind, ...options }: CheckOptions) => {
      const [title = '', ...rest] = contentOf(file)
        .replace(/^\u{feff}/u, '')
        .trim()
        .split(/\r?\n/u);
      const body = { organId: organ, kind, title: title.trim(), body: rest.join('\n').trim() };
      const found = await answered(
        openApi(options).POST('/api/live-check', { body: body as LiveCheckInput }),
      );
      await told(found, checkTold(found), options);
      if (found.findings.length > 0) process.exitCode = EXIT_REFUSED;
    });

const checkTold = ({ findings, checkedAgainst }: LiveCheck): string =>
  [
    ...findings.flatMap(({ kind, severity, explanation, releases, facts }) => [
      words(kindNames[kind], severityNames[severity], explanation),
      ...releases.map(({ organ, number, title }) => `  ${words(organ.name, number, title)}`),
      ...facts.map(
        ({ attribute, a, b }) =>
          `  ${attributeName(attribute as FactConflict['attribute'])}\n    甲 (A) ${a.value}：${a.text}\n    乙 (B) ${b.value}：${b.text}`,
      ),
    ]),
    `与 ${checkedAgainst} 篇核对 (compared with)，${findings.length} 处 (found)`,
  ].join('\n');
