import { isPrivateHost } from '@koujing/kernel';
import { fieldsIn } from './fields.js';
import { attributeOf, unescaped } from './xml-text.js';

/** `file:///C:/Users/…`, `D:\2026\…`, `\\oa-server\share\…`: they name persons, machines and the inner network. */
const machinePath = /\bfile:|(?<!\w)[a-z]:[\\/]|\\\\[^\s\\"]+\\/iu;

export const isMachinePath = (text: string): boolean => machinePath.test(text);

/** A part's link to what lies inside the file or outside (ISO/IEC 29500-2: TargetMode="External"). */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

export const relationsIn = (xml: string): readonly Relation[] =>
  [...xml.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/gu)].map(([tag]) => ({
    id: attributeOf(tag, 'Id') ?? '',
    type: attributeOf(tag, 'Type') ?? '',
    target: attributeOf(tag, 'Target') ?? '',
    isOutside: attributeOf(tag, 'TargetMode')?.trim().toLowerCase() === 'external',
  }));

export const outsideLinks = (relations: string): readonly Relation[] =>
  relationsIn(relations).filter(({ isOutside }) => isOutside);

/** The public's browser may open a page or write a letter; whatever else leads outside leads into the house. */
export const isPublicLink = ({ type, target }: Relation): boolean =>
  type.endsWith('/hyperlink') && (isPublicAddress(target) || /^(?:mailto:|tel:)/iu.test(target));

/** A page that everybody can reach: not on this machine, not in an inner network, not behind somebody's name. */
const isPublicAddress = (address: string): boolean => {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return username === '' && password === '' && !isPrivateHost(hostname);
};

const address = /\b[a-z][a-z\d+.-]*:\/\/[^\s"]+/giu;

/** Fields that name what lies in the house (INCLUDEPICTURE, LINK, HYPERLINK …). */
export const pathsInFields = (xml: string): readonly string[] =>
  fieldsIn(xml).filter(
    (field) =>
      isMachinePath(field) || [...field.matchAll(address)].some(([target]) => !isPublicAddress(target)),
  );

const value = /=\s*("[^"]*"|'[^']*')/gu;

/** Paths that tags hold in some value, whatever it is called. */
export const pathsInTags = (xml: string): readonly string[] =>
  [...xml.matchAll(/<[^<>]+>/gu)].flatMap(([tag]) =>
    /[\\/&]./u.test(tag)
      ? [...tag.matchAll(value)]
          .map(([, quoted = '']) => unescaped(quoted.slice(1, -1)))
          .filter(isMachinePath)
      : [],
  );
