import { leastPassword } from '../../../libs/access/access.api.js';
import { warning, well, type Diagnosis } from './diagnosis.js';

/** So many of the most common ones are asked for (ASVS V6.2.4); those that are too short anyway hold nobody back. */
const wanted = 3_000;

const where =
  '可从 SecLists、NCSC 等公开的名单里取，一行一个，写在 access.commonPasswords（docs/administrator.md）。';
const whereEn =
  'Public ones (SecLists, NCSC) will do, one a line, named in access.commonPasswords (docs/administrator.md).';

/** @param list as the server would read it; empty where the configuration names none */
export const checkCommonPasswords = (list: ReadonlySet<string>): Diagnosis => {
  const long = [...list].filter((password) => [...password].length >= leastPassword).length;
  if (list.size === 0)
    return warning(
      'commonPasswords',
      `没有指定常见密码的名单，只挡得住程序自己认得的常见词、连续的键和本市的名称。${where}`,
      `No list of common passwords is named: only common words, runs of keys and the city's names are refused. ${whereEn}`,
    );
  if (long < wanted)
    return warning(
      'commonPasswords',
      `常见密码的名单里，长到可以用作密码的（${leastPassword} 个字符起）只有 ${long} 个，应有 ${wanted} 个。${where}`,
      `Of the common passwords listed, ${long} are long enough to be chosen (${leastPassword} characters); there should be ${wanted}. ${whereEn}`,
    );
  return well(
    'commonPasswords',
    `常见密码的名单里有 ${long} 个长到可以用作密码的。`,
    `The list of common passwords holds ${long} that are long enough to be chosen.`,
  );
};
