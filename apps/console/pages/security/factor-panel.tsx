import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FactorView, recoveryCodesSchema } from '../../../../libs/access/factor/factor.api.js';
import { sessionQuery } from '../../api/session.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { answeredWith, FormDialog } from '../../parts/form-dialog.js';
import { factorQuery } from './questions.js';
import { ShownCodes } from './recovery-codes.js';
import { SetUpFactor } from './set-up-factor.js';
import { words } from './words.js';

interface StandingProps {
  readonly factor: FactorView;
  readonly onChanged: () => void;
}

const Active = ({ factor, onChanged }: StandingProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [open, setOpen] = useState<'renew' | 'remove' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const code = { name: 'code', label: text.codeOrRecovery };
  if (codes !== null) return <ShownCodes codes={codes} onKept={() => setCodes(null)} />;
  return (
    <>
      <p>{text.factorOn(cityTime(factor.since ?? '', language), factor.recoveryCodesLeft)}</p>
      <div className="row-deeds">
        <Button onClick={() => setOpen('renew')}>{text.renew}</Button>
        <Button onClick={() => setOpen('remove')}>{text.remove}</Button>
      </div>
      {open === 'renew' && (
        <FormDialog
          title={text.renew}
          lead={text.renewLead}
          okText={text.renew}
          fields={[code]}
          initial={{ code: '' }}
          answered={answeredWith<typeof recoveryCodesSchema>((given) => setCodes(given.codes))}
          deed={(body) => ({ path: '/session/second-factor/recovery-codes', body })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'remove' && (
        <FormDialog
          title={text.remove}
          lead={text.removeLead}
          okText={text.remove}
          fields={[{ name: 'password', label: text.password, kind: 'secret' }, code]}
          initial={{ password: '', code: '' }}
          answered={{ onAnswer: onChanged }}
          deed={(body) => ({ path: '/session/second-factor/removal', body })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};

/** One's own authenticator. */
export const FactorPanel = () => {
  const text = useWords(words);
  const client = useQueryClient();
  const factor = useQuery(factorQuery);
  // Whatever is read meanwhile: the codes stand there until somebody says that they are kept.
  const [isSettingUp, setSettingUp] = useState(false);
  const onChanged = (): void => {
    for (const { queryKey } of [factorQuery, sessionQuery]) void client.invalidateQueries({ queryKey });
  };
  return (
    <section className="panel" aria-label={text.factorTitle}>
      <h2>{text.factorTitle}</h2>
      <p className="quiet">{text.factorLead}</p>
      {isSettingUp ? (
        <SetUpFactor
          onDone={() => {
            setSettingUp(false);
            onChanged();
          }}
        />
      ) : (
        <Answer of={factor} rows={2}>
          {(read) => (
            <>
              {read.required && <p>{text.factorRequired}</p>}
              {read.state === 'active' ? (
                <Active factor={read} onChanged={onChanged} />
              ) : (
                <>
                  <p>{text.factorOff}</p>
                  <Button className="after-table" onClick={() => setSettingUp(true)}>
                    {text.setUp}
                  </Button>
                </>
              )}
            </>
          )}
        </Answer>
      )}
    </section>
  );
};
