import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { departuresQuery } from '../../api/press-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { words } from './words.js';

/** Who left this list of their own will; nobody but they can have it lifted. */
export const Departures = ({ listId }: { readonly listId: string }) => {
  const text = useWords(words).departures;
  const { language } = useLanguage();
  const departures = useQuery(departuresQuery(listId));
  const [lifted, setLifted] = useState<{ readonly id: string; readonly address: string } | null>(null);
  return (
    <Answer of={departures} rows={1}>
      {({ items, actions }) =>
        items.length > 0 && (
          <>
            <h3>{text.title}</h3>
            <ul className="line-list member-list">
              {items.map((one) => (
                <li key={one.id}>
                  <div>
                    <strong>{one.address}</strong>
                    <p className="quiet">{text.left(text.ways[one.way], cityTime(one.leftAt, language))}</p>
                  </div>
                  <ReasonedButton
                    size="small"
                    label={text.lift}
                    name={text.liftWhich(one.address)}
                    reasons={actions.lift.reasons}
                    onClick={() => setLifted(one)}
                  />
                </li>
              ))}
            </ul>
            {lifted !== null && (
              <FormDialog
                title={text.liftWhich(lifted.address)}
                lead={text.lead}
                okText={text.lift}
                fields={[{ name: 'reason', label: text.reason }]}
                initial={{ reason: '' }}
                deed={(body) => ({
                  path: `/media/lists/${listId}/departures/${lifted.id}/lift`,
                  ...{ method: 'POST', body },
                })}
                onClose={() => setLifted(null)}
              />
            )}
          </>
        )
      }
    </Answer>
  );
};
