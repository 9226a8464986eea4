import { z } from 'zod';
import { accentColour } from './accent-colour.js';

/** ColumnType of the annex (国办发〔2017〕47号, CHANNELS.md D2). */
const columnTypes = [
  ...(['首页', '概况信息', '机构职能', '负责人信息', '工作动态', '政策文件'] as const),
  ...(['信息公开指南', '信息公开目录', '信息公开年报', '依法申请公开', '数据发布', '数据开放'] as const),
  ...(['政策解读', '回应关切', '办事服务', '咨询投诉', '征集调查', '在线访谈'] as const),
] as const;

const nameLine = '栏目名称，1 至 40 个字，不含控制字符 (a column’s name of 1–40 characters)';
const columnName = z
  .string({ error: nameLine })
  .trim()
  .min(1, nameLine)
  .max(40, nameLine)
  .regex(/^\P{Cc}+$/u, nameLine);
const typeLine = `栏目类型，只能是：${columnTypes.join('、')} (ColumnType of 国办发〔2017〕47号)`;
const keywordLine = '关键词，1 至 20 个字，不含逗号 (a keyword of 1–20 characters without a comma)';

const columnObject = z.strictObject(
  {
    name: columnName,
    type: z.enum(columnTypes, typeLine).optional(),
    description: z.string().max(200, '不超过 200 个字 (at most 200 characters)').optional(),
    keywords: z.array(z.string().regex(/^[^,，]{1,20}$/u, keywordLine)).optional(),
  },
  '栏目名称，或 { name, type, description, keywords } (a name, or an object)',
);

/** A column of the navigation: its name alone, or what the tags of its page say of it too. */
const column = z.preprocess((value) => (typeof value === 'string' ? { name: value } : value), columnObject);

/** More do not fit in two rows of a phone. */
const mostColumns = 12;
const countLine = `导航栏目，1 至 ${mostColumns} 个 (1–${mostColumns} columns)`;

/** As many as there are, in their order; each name once. */
const columns = z
  .array(column, countLine)
  .min(1, countLine)
  .max(mostColumns, countLine)
  .superRefine((all, context) => {
    for (const [at, { name }] of all.entries())
      if (all.findIndex((other) => other.name === name) < at)
        context.addIssue({
          code: 'custom',
          path: [at],
          message: `每个栏目只能列一次，“${name}”重复 (each column once)`,
        });
  });

/** The public site of the city: its identifiers, its look and its navigation. */
export const cityPortal = z.strictObject({
  siteName: z.string().min(1),
  siteDomain: z.string().min(1),
  /** 政府网站标识码, ten characters (CHANNELS.md D2). */
  siteIdCode: z.string().regex(/^[a-z0-9]{10}$/u, '十位标识码'),
  icp: z.string(),
  policeRecord: z.string(),
  host: z.string().min(1),
  contact: z.string(),
  /** WebSub hub that is told of new entries (CHANNELS.md D1); none where it is left out. */
  hub: z.url({ protocol: /^https?$/u }).optional(),
  /** Main colour of the site. */
  accent: accentColour.optional(),
  /** Columns of the navigation in their order; the usual ones where they are left out. Addresses follow the names and never the order. */
  columns: columns.optional(),
});
