import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from '../../api/client.js';
import { useWords } from '../../language/language.js';
import type { Credentials } from './sign-in-form.js';
import { words } from './words.js';

interface DemoAccount extends Credentials {
  readonly name: string;
  readonly organ: string;
}

/** Only a demonstration answers this; elsewhere nothing is shown. */
export const DemoAccounts = ({ onChoose }: { onChoose: (credentials: Credentials) => void }) => {
  const text = useWords(words);
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: () => ask<z.ZodType<{ readonly accounts: readonly DemoAccount[] }>>('/demo'),
    staleTime: Infinity,
    retry: false,
  });
  if (demo.data === undefined) return null;
  return (
    <section className="demo-accounts" aria-label={text.demo}>
      <h2>{text.demo}</h2>
      <ul>
        {demo.data.accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>{account.name}</strong>
              <span>
                {account.organ} · {account.username}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{text.demoLead}</p>
    </section>
  );
};
