import type { ChainStepView, ConferenceView } from '../../api/contract.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import type { Deed as Change } from '../../parts/use-deed.js';
import type { words } from './words.js';

/** What is done to a conference in a dialog. */
export type Deed =
  | { readonly deed: 'answer' | 'return' | 'file' | 'hold' | 'evaluate' | 'cancel' }
  | { readonly deed: 'sign'; readonly step: ChainStepView };

type FieldName = keyof (typeof words)['zh']['field'];

export interface DeedField {
  readonly name: FieldName;
  readonly help?: FieldName;
  readonly type?: 'number' | 'datetime-local' | 'area';
  readonly needed?: boolean;
}

const paper: readonly DeedField[] = [
  { name: 'signerName', needed: true },
  { name: 'signerPost', needed: true },
  { name: 'document', needed: true },
];

/** What each asks for. */
export const fieldsOf = (of: Deed): readonly DeedField[] => {
  switch (of.deed) {
    case 'answer':
      return [{ name: 'note', type: 'area' }];
    case 'return':
    case 'cancel':
      return [{ name: 'reason', type: 'area', needed: true }];
    case 'sign':
      return [...(of.step.by === 'cityLeader' ? paper : []), { name: 'note', type: 'area' }];
    case 'file':
      return [
        { name: 'headcount', type: 'number', needed: true },
        { name: 'lateReason', help: 'lateHelp', type: 'area' },
      ];
    case 'hold':
      return [
        { name: 'heldAt', type: 'datetime-local', needed: true },
        { name: 'minutes', type: 'number', needed: true },
        { name: 'journalists', type: 'number', needed: true },
        { name: 'questionCount', type: 'number', needed: true },
      ];
    case 'evaluate':
      return [
        { name: 'evaluation', type: 'area', needed: true },
        { name: 'coverage', help: 'coverageHelp', type: 'area' },
      ];
  }
};

export type Values = Readonly<Record<string, string>>;

export const startOf = (of: Deed, conference: ConferenceView): Values =>
  of.deed === 'hold'
    ? { heldAt: wallTime(new Date(conference.startsAt)), minutes: String(conference.totalMinutes) }
    : {};

/** `媒体｜标题｜链接｜阅读量`, one a line. */
const coverageOf = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [outlet = '', title = '', url = '', reach = ''] = line.split(/[|｜]/u).map((part) => part.trim());
      return { outlet, title, url, reach: reach === '' ? null : Number(reach) };
    });

/** The request of a deed; `agree` is the office's answer. */
export const requestOf = (of: Deed, conference: ConferenceView, values: Values): Change => {
  const value = (name: FieldName): string => (values[name] ?? '').trim();
  const { id, digest } = conference;
  const at = (path: string, body: unknown): Change => ({ path: `/conferences/${id}/${path}`, body });
  switch (of.deed) {
    case 'answer':
      return at('answer', { digest, decision: 'agreed', note: value('note') });
    case 'return':
      return at('return', { reason: value('reason') });
    case 'cancel':
      return at('cancel', { reason: value('reason') });
    case 'sign': {
      const signer = {
        name: value('signerName'),
        post: value('signerPost'),
        document: value('document'),
      };
      const onPaper = of.step.by === 'cityLeader' ? signer : null;
      return at('signatures', { digest, step: of.step.step, note: value('note'), signer: onPaper });
    }
    case 'file':
      return at('filing', { headcount: Number(value('headcount')), reason: value('lateReason') });
    case 'hold':
      return at('holding', {
        heldAt: instantOf(value('heldAt')) ?? '',
        minutes: Number(value('minutes')),
        journalists: Number(value('journalists')),
        questions: Number(value('questionCount')),
      });
    case 'evaluate':
      return at('brief', { evaluation: value('evaluation'), coverage: coverageOf(value('coverage')) });
  }
};
