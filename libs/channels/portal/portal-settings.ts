import { z } from 'zod';
import { digestOf } from '@koujing/kernel';
import type { Column, Site } from '@koujing/template';
import { usualColumns } from './usual-columns.api.js';

const columnSchema = z.object({
  name: z.string().min(1).max(40).describe('栏目名称。/ Name of the column.'),
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/u)
    .describe('网址中的栏目名，小写字母、数字和连字符。/ Its name in addresses.'),
  type: z.string().min(1).default('工作动态').describe('栏目类型（国办发〔2017〕47号）。/ ColumnType.'),
  description: z.string().default('').describe('栏目描述。/ ColumnDescription.'),
  keywords: z.array(z.string()).default([]).describe('栏目关键词。/ ColumnKeywords.'),
});

/** Settings of the portal; the descriptions label the console's form. */
export const portalSettings = z.object({
  root: z.string().min(1).describe('网站根目录。/ Folder that holds the site.'),
  baseUrl: z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ''))
    .describe('公众访问门户的地址。/ Where the public reaches the site.'),
  siteName: z.string().min(1).describe('网站规范名称。/ Name of the site.'),
  siteDomain: z.string().min(1).describe('英文域名。/ Domain name.'),
  siteIdCode: z
    .string()
    .regex(/^[a-z0-9]{10}$/u)
    .describe('政府网站标识码，十位。/ Identifier of the government site.'),
  icp: z.string().default('').describe('ICP 备案号。/ ICP number.'),
  policeRecord: z.string().default('').describe('公安备案号。/ Public security record number.'),
  host: z.string().min(1).describe('主办单位。/ Body that runs the site.'),
  contact: z.string().default('').describe('联系方式。/ Contact.'),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/iu)
    .default('#a8151b')
    .describe('主色，白字须清晰可读。/ Main colour; white text must be readable on it.'),
  hub: z
    .union([z.literal(''), z.url({ protocol: /^https?$/u })])
    .default('')
    .describe('WebSub 中心的地址，可不填。/ Address of a WebSub hub; may be empty.'),
  columns: z
    .array(columnSchema)
    .default([...usualColumns])
    .describe('导航栏目。/ Columns of the navigation.'),
  checkLive: z
    .boolean()
    .default(true)
    .describe(
      '发布后从公开地址读回本稿，读不到则其他渠道等待（第十七条）。/ Read the page back from its public address; other channels wait until it answers.',
    ),
});

/** The portal has no secrets. */
export const portalSecrets = z.object({});

export type PortalSettings = z.output<typeof portalSettings>;
export type PortalSecrets = z.output<typeof portalSecrets>;

export const siteOf = (settings: PortalSettings): Site => ({
  name: settings.siteName,
  domain: settings.siteDomain,
  idCode: settings.siteIdCode,
  icp: settings.icp,
  policeRecord: settings.policeRecord,
  host: settings.host,
  contact: settings.contact,
  baseUrl: settings.baseUrl,
  accent: settings.accent,
  columns: settings.columns,
});

/** A column outside the navigation still has its page. */
export const columnOf = (settings: Pick<PortalSettings, 'columns'>, name: string): Column =>
  settings.columns.find((column) => column.name === name) ?? columnNamed(name);

/**
 * The columns that a city names for its navigation. What a column is called in addresses follows from its name alone, so that it
 * never moves: not when the city puts it elsewhere, takes it out or in again.
 */
export const columnsOf = (
  named: readonly {
    readonly name: string;
    readonly type?: string | undefined;
    readonly description?: string | undefined;
    readonly keywords?: readonly string[] | undefined;
  }[],
): PortalSettings['columns'] =>
  named.map(({ name, type, description, keywords }) => {
    const usual = columnNamed(name);
    return {
      ...{ name, slug: usual.slug, type: type ?? usual.type, description: description ?? usual.description },
      keywords: [...(keywords ?? usual.keywords)],
    };
  });

/** One of the usual ones, or one whose name in addresses is a digest. */
const columnNamed = (name: string): Column =>
  usualColumns.find((column) => column.name === name) ?? {
    ...{ name, slug: digestOf(name).slice(0, 12), type: '工作动态' },
    ...{ description: name, keywords: [name] },
  };
