import type { OrganId } from '@koujing/kernel';
import type { Incident } from './incident.js';
import { isUpper, levelOf } from './incident.js';

/** Who has to release on an incident, and on what ground. */
export interface Responsibility {
  readonly organId: OrganId;
  /** Who else releases without taking the word from it. */
  readonly mayRelease: readonly OrganId[];
  /** Nobody else may release on it. */
  readonly alone: boolean;
  /** National or provincial permission comes first (Art.23). */
  readonly needsPermission: boolean;
  readonly article: string;
  readonly message: string;
  readonly messageEn: string;
}

/** What the answer depends on, and nothing else. */
export type Situation = Pick<
  Incident,
  | 'kind'
  | 'level'
  | 'suggestedLevel'
  | 'countyOrganIds'
  | 'handlingOrganId'
  | 'headquartersOrganId'
  | 'necessity'
>;

type Ground = Pick<Responsibility, 'organId' | 'article' | 'message' | 'messageEn'> &
  Partial<Pick<Responsibility, 'mayRelease' | 'alone'>>;

/**
 * The responsible organ by Art.22, 23 and 25. `cityGovernment` is the organ in whose name the city government
 * speaks: its information office (our reading).
 */
export const responsibilityOf = (situation: Situation, cityGovernment: OrganId): Responsibility => {
  const level = levelOf(situation);
  const ground = groundOf(situation, cityGovernment);
  return {
    mayRelease: [ground.organId],
    alone: false,
    ...ground,
    needsPermission: situation.kind !== 'socialSecurity' && isUpper(level),
  };
};

const groundOf = (situation: Situation, cityGovernment: OrganId): Ground => {
  const { kind, countyOrganIds, handlingOrganId, headquartersOrganId, necessity } = situation;
  const level = levelOf(situation);
  // Art.22 says it of 较大; that it holds at every level while one stands is our reading (应对法 Art.20).
  if (headquartersOrganId !== null) return byHeadquarters(headquartersOrganId, kind === 'socialSecurity');
  if (kind === 'socialSecurity')
    return {
      organId: handlingOrganId,
      mayRelease: [...new Set([handlingOrganId, ...countyOrganIds])],
      article: '第二十五条',
      message: '社会安全事件由处置主管部门、事发地政府及时发布。',
      messageEn: 'Social-security events: the handling department and the local government.',
    };
  if (level === 'ordinary') return ordinary(countyOrganIds, cityGovernment);
  if (level === 'larger' && necessity === null)
    return {
      organId: handlingOrganId,
      article: '第二十二条',
      message: '较大事件，未设立现场指挥部，由市级处置主管部门负责。',
      messageEn: 'Larger, without a field headquarters: the city handling department.',
    };
  return isUpper(level) ? upper(cityGovernment) : byNecessity(cityGovernment);
};

const byHeadquarters = (organId: OrganId, social: boolean): Ground => ({
  organId,
  alone: true,
  article: social ? '第二十五条' : '第二十二条',
  message: '已设立现场指挥部，由现场指挥部统一对外发布，其他单位不得发布。',
  messageEn: 'A field headquarters stands: it alone releases.',
});

/** Two regions: their common superior (突发事件应对法第十八条). */
const ordinary = ([county, ...others]: readonly OrganId[], cityGovernment: OrganId): Ground =>
  county === undefined || others.length > 0
    ? {
        organId: cityGovernment,
        article: '突发事件应对法第十八条',
        message: '一般事件涉及两个以上县（市、区），由其共同的上一级人民政府负责。',
        messageEn: 'Ordinary, in two or more counties: their common superior government.',
      }
    : {
        organId: county,
        article: '第二十二条',
        message: '一般事件由事发地县（市、区）政府负责。',
        messageEn: 'Ordinary: the county government of the place.',
      };

const byNecessity = (organId: OrganId): Ground => ({
  organId,
  article: '第二十二条',
  message: '较大事件，经认定有必要，由市政府负责。',
  messageEn: 'Larger, and found necessary: the city government.',
});

const upper = (organId: OrganId): Ground => ({
  organId,
  article: '第二十三条',
  message: '重大、特别重大事件由国家、省有关部门组织，或在其许可、指导下由市政府发布。',
  messageEn:
    'Major and extraordinary: by national or provincial departments, or by the city with their permission.',
});
