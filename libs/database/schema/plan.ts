import type { Generated } from 'kysely';
import type { Json } from './organ.js';

/** 上级指令 (Art.39(5)). */
export interface DirectiveTable {
  id: string;
  from_organ_id: string;
  to_organ_id: string;
  title: string;
  text: string;
  /** `release` or `report`. */
  demand: string;
  matter_id: string | null;
  /** The ordered line: an agreed line of the matter. */
  line_id: string | null;
  /** True if the matter was opened for it. */
  opened_matter: Generated<boolean>;
  issued_by: string;
  issued_at: Date;
  acknowledge_by: Date;
  due_at: Date;
  /** `issued`, `acknowledged`, `fulfilled`, `withdrawn`. */
  state: string;
  acknowledged_by: string | null;
  acknowledged_at: Date | null;
  /** A person's id, or `system:dispatch` when the release that answers it went out. */
  fulfilled_by: string | null;
  fulfilled_at: Date | null;
  release_id: string | null;
  report: Generated<string>;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_reason: Generated<string>;
  revision: number;
  updated_at: Date;
}

/** 会议议定事项的新闻发布方案 (Art.18). */
export interface ReleasePlanTable {
  id: string;
  meeting_organ_id: string;
  meeting: string;
  /** Civil date. */
  met_on: string;
  item: string;
  lead_organ_id: string;
  outline: string;
  /** Category of Art.13 that its matter gets. */
  release_kind: string;
  proposed_level: string;
  proposed_form: string;
  /** What the leaders set; null until they did. */
  level: string | null;
  form: string | null;
  due_at: Date;
  /** Planned releases and conferences, with what they became. */
  parts: Json<unknown>;
  state: string;
  drafted_by: string;
  proposed_by: string | null;
  proposed_at: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  /** The leader whose decision on paper was recorded; '' if the leader decided here. */
  leader: Generated<string>;
  decision_note: Generated<string>;
  ended_by: string | null;
  ended_at: Date | null;
  end_note: Generated<string>;
  matter_id: string | null;
  revision: number;
  created_at: Date;
  updated_at: Date;
}

/** 新闻发布计划和重点内容 (Art.37). */
export interface PeriodPlanTable {
  id: string;
  title: string;
  /** `YYYY-MM`, both ends included. */
  from_month: string;
  to_month: string;
  key_content: string;
  state: string;
  made_by: string;
  issued_by: string | null;
  issued_at: Date | null;
  revision: number;
  created_at: Date;
  updated_at: Date;
}

export interface PeriodPlanItemTable {
  id: string;
  plan_id: string;
  position: number;
  organ_id: string;
  topic: string;
  month: string;
  form: string;
  key_content: Generated<string>;
  dropped_reason: string | null;
  release_id: string | null;
  linked_by: string | null;
  linked_at: Date | null;
}
