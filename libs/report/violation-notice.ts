import { escaped } from '@koujing/kernel';
import { inBrackets } from '@koujing/text';
import type { Violation } from './violation.js';

/** Cases of one notice that are named. */
const most = 20;

type Opened = Pick<Violation, 'id' | 'kind' | 'organId' | 'actKey' | 'title' | 'act' | 'article' | 'link'>;

/** Those that are told together: of one organ, of one kind, in one place – pages that somebody put into a folder are one notice. */
export const noticedTogether = <T extends Opened>(
  opened: readonly T[],
): readonly (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const violation of opened) {
    const key = [violation.kind, violation.organId, violation.link].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [violation]);
    else group.push(violation);
  }
  return [...groups.values()];
};

/** The words for the office and the organ concerned; pure. */
export const violationNotice = (cases: readonly [Opened, ...Opened[]]) => {
  const [first] = cases;
  const isAlone = cases.length === 1;
  const shown = cases.slice(0, most).map(({ title, act }) => `《${title}》：${act}`);
  const more = cases.length > most ? [`另有 ${cases.length - most} 件，见违规线索。`] : [];
  const judged = `是否造成影响和后果，由人认定${inBrackets(first.article)}。`;
  const lines = isAlone ? [`${shown[0]}${judged}`] : [...shown, ...more, judged];
  return {
    ...{ kind: 'violation', key: first.actKey },
    subject: `【违规线索】${first.title}${isAlone ? '' : `等 ${cases.length} 件`}`,
    link: isAlone ? `/violations/${first.id}` : '/violations',
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
    text: lines.join('\n'),
  };
};
