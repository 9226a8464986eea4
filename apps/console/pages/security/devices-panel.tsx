import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Sheet } from '../../parts/sheet.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { devicesQuery } from './questions.js';
import { words } from './words.js';

/** Where one is signed in, and the way to end it there. */
export const DevicesPanel = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const devices = useQuery(devicesQuery);
  const end = useDeed();
  return (
    <section className="panel" aria-label={text.devicesTitle}>
      <h2>{text.devicesTitle}</h2>
      <p className="quiet">{text.devicesLead}</p>
      {end.isError && <RefusalNotice error={end.error} />}
      <Answer of={devices} rows={3}>
        {({ items }) => (
          <>
            <Sheet
              heads={[text.agent, text.address, text.opened, text.seen, '']}
              rows={items.map(({ id, agent, address, openedAt, seenAt, current }) => ({
                key: id,
                cells: [
                  agent || text.unknownAgent,
                  address,
                  cityTime(openedAt, language),
                  cityTime(seenAt, language),
                  current ? (
                    <strong key="here">{text.here}</strong>
                  ) : (
                    <Button
                      key="end"
                      aria-label={text.endOne(agent || text.unknownAgent)}
                      onClick={() => end.mutate({ path: `/session/devices/${id}`, method: 'DELETE' })}
                    >
                      {text.end}
                    </Button>
                  ),
                ],
              }))}
            />
            {items.length > 1 ? (
              <Button
                className="after-table"
                onClick={() => end.mutate({ path: '/session/devices/end-others' })}
              >
                {text.endOthers}
              </Button>
            ) : (
              <p className="quiet">{text.noOthers}</p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
};
