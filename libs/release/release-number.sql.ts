import { sql, type RawBuilder } from 'kysely';
import type { Queries } from '@koujing/database';

/**
 * Numbers such as `滨新发〔2026〕12号`: consecutive within prefix and year. The counter's row is held until the
 * transaction ends, so two drafts never share a number and one that fails leaves no gap.
 */
export class ReleaseNumbers {
  /** `count` numbers, in order. */
  async take(
    queries: Queries,
    series: { readonly prefix: string; readonly year: number },
    count = 1,
  ): Promise<string[]> {
    const last = await this.raise(queries, `number:${series.prefix}:${series.year}`, count);
    const first = last - count + 1;
    return Array.from(
      { length: count },
      (_, index) => `${series.prefix}〔${series.year}〕${first + index}号`,
    );
  }

  private async raise(queries: Queries, name: string, count: number): Promise<number> {
    const raised: RawBuilder<{ value: string }> = sql`
      insert into house (name, value) values (${name}, ${String(count)}::text)
      on conflict (name) do update set value = (house.value::int + ${count}::int)::text
      returning value`;
    const { rows } = await raised.execute(queries);
    return Number(rows[0]?.value);
  }
}
