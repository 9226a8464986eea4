import type { Audience, LeaveList } from '@koujing/media';
import type { NewsroomParts } from './newsroom-parts.js';
import type { Visitor } from './show-newsroom.js';

/** One of the outlet's addresses leaves one list, from the outlet's page. */
export class LeaveFromPage {
  constructor(
    private readonly parts: Pick<NewsroomParts, 'database'> & {
      readonly audience: Audience;
      readonly leave: LeaveList;
    },
  ) {}

  /** False: nobody of theirs is on it. */
  async perform(
    { outlet }: Visitor,
    { list, reporter }: { readonly list: string; readonly reporter: string },
  ): Promise<boolean> {
    const { database, audience, leave } = this.parts;
    return database.transaction(async (queries) => {
      const found = (await audience.ofOutlet(queries, outlet.id)).find(({ id }) => id === list);
      const member = found?.members.find(({ id }) => id === reporter);
      if (member === undefined) return false;
      await leave.apply(queries, { listId: list, address: member.address, way: 'page' });
      return true;
    });
  }
}
