import type { Chain, ChainStep } from './chain.js';

/** Where in the chain, and what is allowed there. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly allowed: string;
}

/** Steps whose role the law fixes: another role there would be a chain that nobody may complete. */
const fixedRoles: Readonly<Partial<Record<ChainStep['step'], ChainStep['role']>>> = {
  contentApproval: 'principalLeader',
  superiorApproval: 'principalLeader',
  confirmation: 'coSigner',
  confidentialityReview: 'confidentialityReviewer',
  laterReview: 'confidentialityReviewer',
};

/** What may not be left out of any chain, the shortest one included. */
const required = [
  ['confidentialityReview', '保密审查（第三十九条第六项）'],
  ['contentApproval', '主要领导审定（第十四条）'],
  ['confirmation', '涉及机关共同确认（第十四条）'],
  ['superiorApproval', '提请上级审定（第十四条）'],
] as const;

/** Everything in one chain that would bar its completion or break the measures. */
export const chainMistakes = (chain: Pick<Chain, 'stages' | 'later' | 'reason'>): readonly Mistake[] => {
  const placed = [
    ...chain.stages.flatMap((steps, stage) =>
      steps.map((each, at) => ({ each, path: ['stages', stage, at] })),
    ),
    ...chain.later.map((each, at) => ({ each, path: ['later', at] })),
  ];
  const mistakes: Mistake[] = [];
  for (const [index, { each, path }] of placed.entries()) {
    const role = fixedRoles[each.step];
    if (role !== undefined && each.role !== role) mistakes.push({ path: [...path, 'role'], allowed: role });
    if (each.role === 'drafter')
      mistakes.push({ path: [...path, 'role'], allowed: '起草之外的角色 (two persons: not the drafter)' });
    if (placed.findIndex(({ each: other }) => other.step === each.step) < index)
      mistakes.push({ path: [...path, 'step'], allowed: `${each.step} 只能出现一次 (only once)` });
    const after = path[0] === 'later';
    if (after !== (each.step === 'laterReview'))
      mistakes.push({
        path: [...path, 'step'],
        allowed: after ? 'laterReview' : '发布前的步骤 (a step before the release)',
      });
  }
  if (chain.later.length > 0 && chain.reason === null)
    mistakes.push({
      path: ['reason'],
      allowed: '{ atLeast, article }：先发布、后审查须写明理由 (what is reviewed afterwards needs a reason)',
    });
  return [...mistakes, ...missingSteps(chain), ...orderMistakes(chain)];
};

const missingSteps = ({ stages }: Pick<Chain, 'stages'>): readonly Mistake[] => {
  const present = new Set(stages.flat().map(({ step }) => step));
  return required
    .filter(([step]) => !present.has(step))
    .map(([step, words]) => ({
      path: ['stages'],
      allowed: `须含 ${step}：${words} (${step} may not be missing)`,
    }));
};

/** The leader approves what was reviewed and confirmed; what is sent up has been approved at home. */
const orderMistakes = ({ stages }: Pick<Chain, 'stages'>): readonly Mistake[] => {
  const stageOf = (step: ChainStep['step']): number =>
    stages.findIndex((steps) => steps.some((each) => each.step === step));
  const approval = stageOf('contentApproval');
  if (approval < 0) return [];
  return stages.flatMap((steps, stage) =>
    steps.flatMap(({ step }, at) => {
      const path = ['stages', stage, at, 'step'];
      if (step === 'contentApproval') return [];
      if (step === 'superiorApproval')
        return stage > approval ? [] : [{ path, allowed: '在 contentApproval 之后 (after contentApproval)' }];
      return stage < approval ? [] : [{ path, allowed: '在 contentApproval 之前 (before contentApproval)' }];
    }),
  );
};
