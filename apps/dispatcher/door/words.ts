import type { Trouble } from '@koujing/database';
import { say, type Reason } from '@koujing/kernel';

/** What a clerk reads when nothing can be kept, or too much is asked for at once. */
export const doorWords: Readonly<Record<Trouble | 'busy', Reason>> = {
  away: say(
    'databaseAway',
    '数据库暂时连不上，这一次可能没有办成。系统会自己恢复，请过几秒看一眼结果，没有办成就再试一次；您写的内容请先留在页面上。',
    'The database cannot be reached for the moment, so this may not have been done. The system recovers by itself: look in a few seconds and try again if it was not; keep what you wrote on the page.',
  ),
  contended: say(
    'contended',
    '同一时刻有别人在改同一件事，这一次没有办，什么都没有改变；请再试一次，您写的内容还在页面上。',
    'Somebody else was changing the same thing at the same moment: this was not done and nothing has changed. Try again; what you wrote is still on the page.',
  ),
  full: say(
    'diskFull',
    '磁盘快满了，系统暂不接受新的写入，已有的内容都在；请通知管理员腾出空间，之后会自动恢复。',
    'The disk is nearly full: nothing new is taken, what is there is safe. Tell the administrator to make room; the system goes on by itself.',
  ),
  readOnly: say(
    'diskReadOnly',
    '磁盘只能读、不能写，系统暂不接受新的写入，已有的内容都在；请通知管理员，修复后会自动恢复。',
    'The disk can be read but not written: nothing new is taken, what is there is safe. Tell the administrator; the system goes on by itself once it is mended.',
  ),
  broken: say(
    'diskBroken',
    '磁盘读写出错，系统暂不接受新的写入；请立即通知管理员检查磁盘。',
    'The disk fails: nothing new is taken. Tell the administrator at once to look at the disk.',
  ),
  busy: say(
    'tooBusy',
    '现在同时办理的人太多，这一次没有开始办；请过几秒再试，您写的内容还在页面上。',
    'Too much is being done at once and this was not begun; try again in a few seconds. What you wrote is still on the page.',
  ),
};
