import type { CodeMention, PartialDate, Quantity } from '@koujing/text';
import type { Attribute } from '../finding.js';

/** A fact's value in comparable form. */
export type FactValue =
  | {
      readonly type: 'quantity';
      readonly quantity: Quantity;
      readonly unit: string;
      /** Of a share that moved: up or down. */
      readonly change?: 1 | -1;
    }
  | {
      readonly type: 'date';
      readonly date: PartialDate;
      readonly stated: PartialDate;
      readonly relative: boolean;
    }
  | {
      readonly type: 'time';
      readonly minute: number;
      readonly halfDayOpen: boolean;
      readonly approximate: boolean;
      readonly wholeHour: boolean;
    }
  | { readonly type: 'place'; readonly levels: PlaceLevels; readonly name: string }
  | {
      readonly type: 'code';
      readonly kind:
        CodeMention['kind'] | 'cause' | 'weekday' | 'hazard' | 'organ' | 'section' | 'post' | 'advice';
      readonly code: string;
      readonly about: string;
    }
  | {
      readonly type: 'polarity';
      readonly sign: 1 | -1;
      readonly words: string;
      readonly groups: readonly string[];
    };

/** A place as far as it is known: full names of the divisions. */
export interface PlaceLevels {
  readonly province?: string;
  readonly prefecture?: string;
  readonly county?: string;
  /** Street, village, bridge … as named. */
  readonly local?: string;
}

/** What a moment is: when it happened, is held, begins, ends, goes on as before, was issued or reported, or was called in. */
export type MomentRole = 'occurred' | 'held' | 'start' | 'end' | 'resumed' | 'issued' | 'asOf' | 'called';

/** The words around a value, every value masked: sorted bigrams. */
export interface Frame {
  /** The clause, lengthened to the next one when it is too short to tell anything. */
  readonly clause: Int32Array;
  readonly clauseLength: number;
  /** Within the sentence, nearest words only. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly sentence: Int32Array;
  /** What the clause is about, emptied of function words: sorted distinct bigrams. */
  readonly topic: Int32Array;
  /** What is said right beside the value, however the clause is built: sorted bigrams and concepts. */
  readonly near: Int32Array;
  /** For a state, what the clause says it of: what stands before the state word. */
  readonly head: Int32Array;
  /** What the clauses before it are about, where the clause itself says it of nothing. */
  readonly before: Int32Array;
  /** The same of the whole sentence. */
  readonly wide: Int32Array;
  /** What a date or time is the moment of; null where the words do not say. */
  readonly role: MomentRole | null;
  /** What begins or ends at a date or time. */
  readonly activities: readonly string[];
  readonly qualifiers: readonly string[];
  /** The value begins or ends a span: 自8时起, 至18时. */
  readonly edge: 'start' | 'end' | null;
  /** 在…召开, 位于…: the words say that the thing is there. */
  readonly venue: 'held' | 'there' | null;
  /** The words beside the value inside its clause; empty when there are too few to tell. */
  readonly label: Int32Array;
  /** Order among the values of the same kind in the clause. */
  readonly order: number;
  /** Stated in the title. */
  readonly inTitle: boolean;
}

/** A moment as far as it is stated. */
export interface AsOfMoment {
  readonly minute: number;
  readonly dayOnly: boolean;
}

/** 新增, 累计 and 现有 are different counts of the same people. */
export type Tally = 'new' | 'total' | 'current';

export interface Fact {
  readonly attribute: Attribute;
  readonly value: FactValue;
  /** UTF-16 offsets into title + "\n" + body of the value. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the clause that states it, for quoting. */
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** Minutes since 1970 in civil time of the 截至 phrase in force; `day` only when no time of day is given. */
  readonly asOf?: AsOfMoment;
  /** The date that the sentence names before or with the value. */
  readonly day?: PartialDate;
  /** The value is itself the moment of a 截至 phrase. */
  readonly isAsOf?: true;
  /** What people are counted for: 确诊, 出院, 密切接触者 … sorted. */
  readonly statuses: readonly string[];
  readonly tally?: Tally;
  /** Counted in 例: cases of a bulletin, not people of an incident. */
  readonly cases?: true;
  /** Division or 以外 scope; `main` is the release's own area. */
  readonly scope: string;
  /** What the sentence counts over: `!市` for 全市, a place's name, '' when it names none. */
  readonly reach: string;
  /** A part of the count named before it: 其中儿童2人. */
  readonly subset?: true;
  /** 一辆, 一家: an article rather than a count. */
  readonly article?: true;
  /** What was before the change that the clause tells: 由100元调整为120元; or what is told only to be denied. */
  readonly former?: true;
  /** The statistical window in force: `2026-01..2026-10`, months as far as stated. */
  readonly window?: string;
  /** 已于: told as done. */
  readonly past?: true;
  /** 预计, 计划: what is meant to be. */
  readonly planned?: true;
  /** 目前仍, 尚未: how it stands at publication. */
  readonly still?: true;
  /** When the state that the clause tells began or is to begin: minutes since 1970 in civil time. */
  readonly moment?: AsOfMoment;
  /** The clause says that it corrects an earlier figure. */
  readonly correction?: true;
  /** Whose words they are: 据市气象台预报. Absent where the organ speaks for itself. */
  readonly quoted?: string;
  readonly frame: Frame;
  /** Hash of the sentence as stated, values included: equal sentences cannot disagree. */
  readonly sentenceKey: string;
}
