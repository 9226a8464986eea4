import { csvText } from '@koujing/text';
import type { AuditEntryView, AuditFilter } from '../../audit/audit.api.js';
import type { Actor } from '../actor.js';
import { refuseIfAny } from '../refuse.js';
import type { RecordParts, ShowRecord } from './show-record.js';
import { readReasons, recordReach } from './who-may-read.js';

/** A spreadsheet opens no more with ease; who needs more narrows the days. */
const mostRows = 50_000;

const heads = ['序号', '时间', '操作人', '操作', '说明', '对象', '对象编号', '内容摘要', '详情', '印记'];

/** What the filters show, as a table whose last lines say how many rows it has and which seal the last entry bears. */
export class ExportRecord {
  constructor(
    private readonly parts: Pick<RecordParts, 'database' | 'reading' | 'audit'>,
    private readonly record: ShowRecord,
    private readonly most = mostRows,
  ) {}

  async perform(filter: AuditFilter, actor: Actor): Promise<string> {
    refuseIfAny(readReasons(actor));
    const { database, reading, audit } = this.parts;
    const { queries } = database;
    const table: (readonly string[])[] = [heads];
    let rows = 0;
    let newest: AuditEntryView['seal'] = null;
    for await (const page of reading.all(queries, filter, { reach: recordReach(actor), most: this.most })) {
      const entries = await this.record.named(queries, page);
      table.push(...entries.map(cellsOf));
      rows += entries.length;
      newest ??= entries.find(({ seal }) => seal !== null)?.seal ?? null;
    }
    table.push(...this.#closing(rows, newest));
    await audit.record(queries, {
      ...{ actor: actor.personId, action: 'audit.export', subjectKind: 'audit', subjectId: 'record' },
      detail: { ...filter, rows },
    });
    return csvText(table);
  }

  #closing(rows: number, newest: AuditEntryView['seal']): readonly (readonly string[])[] {
    return [
      ['合计', `${rows} 条${rows >= this.most ? '（已到上限，请缩小日期范围再导出其余）' : ''}`],
      ['最后一条已封存记录的序号', newest === null ? '（尚未封存）' : String(newest.sequence)],
      ['最后一条已封存记录的哈希', newest?.hash ?? '（尚未封存）'],
    ];
  }
}

const cellsOf = (entry: AuditEntryView): readonly string[] => [
  entry.seal === null ? '' : String(entry.seal.sequence),
  entry.at,
  entry.actor.name === '' ? entry.actor.id : entry.actor.name,
  entry.action,
  entry.sentence.zh,
  entry.subject.title,
  entry.subject.id,
  entry.digest ?? '',
  JSON.stringify(entry.detail),
  entry.seal?.hash ?? '',
];
