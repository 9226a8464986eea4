import { useQuery } from '@tanstack/react-query';
import { organsQuery } from '../../api/register-questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

/** Who may ask for the whole city does so first; everybody else for their own organ. '' is the whole city. */
export const useOrganChoice = (chosen: string | undefined) => {
  const text = useWords(words);
  const session = useSession().data;
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? []).filter(({ kind }) => kind !== 'imported');
  const mine = new Set(session?.roles.map(({ organId }) => organId));
  const all = session?.seesAll === true;
  const options = [
    ...(all ? [{ value: '', label: text.wholeCity }] : []),
    ...organs
      .filter(({ id }) => all || mine.has(id))
      .map(({ id, shortName }) => ({ value: id, label: shortName })),
  ];
  return { question: known, options, organ: chosen ?? options[0]?.value };
};
