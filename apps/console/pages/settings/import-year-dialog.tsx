import { useDuty } from '../../parts/use-duty.js';
import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { type calendarPreviewSchema, type CalendarPreview } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { FileButton } from '../../parts/file-button.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { dayRanges } from './day-ranges.js';
import { ruleWords } from './rule-words.js';

/** Days that count otherwise than before, and the limits that move with them. */
const Preview = ({ of: { days, moved, movedDeadlines } }: { of: CalendarPreview }) => {
  const text = useWords(ruleWords);
  const dutyOf = useDuty();
  const { language } = useLanguage();
  if (days.length === 0 && movedDeadlines === 0) return <p role="status">{text.changesNothing}</p>;
  return (
    <div role="status">
      <dl className="facts">
        <div>
          <dt>{text.becomeOff}</dt>
          <dd>{dayRanges(days.filter(({ workday }) => !workday)).join(' · ') || text.none}</dd>
        </div>
        <div>
          <dt>{text.becomeWorked}</dt>
          <dd>{dayRanges(days.filter(({ workday }) => workday)).join(' · ') || text.none}</dd>
        </div>
        <div>
          <dt>{text.movedLimits}</dt>
          <dd>{text.movedCount(movedDeadlines)}</dd>
        </div>
      </dl>
      <ul className="line-list">
        {moved.map(({ id, title, from, to, provisional, ...of }) => (
          <li key={id}>
            {title} · {dutyOf(of)}
            <p className="quiet">
              {from === to
                ? text.becomesCertain(cityTime(to, language))
                : text.movedFromTo(cityTime(from, language), cityTime(to, language))}
              {provisional && ` ${text.staysProvisional}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The arrangement of a year, from a file or pasted; what it changes is shown before it is taken over. */
export const ImportYearDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(ruleWords);
  const [written, setWritten] = useState('');
  const [file, setFile] = useState('');
  const look = useMutation({
    mutationFn: () =>
      ask<typeof calendarPreviewSchema>('/calendar/years/preview', {
        method: 'POST',
        body: { text: written },
      }),
  });
  const save = useDeed(onClose);
  const change = (next: string, name = ''): void => {
    setWritten(next);
    setFile(name);
    look.reset();
    save.reset();
  };
  const seen = look.data !== undefined;
  return (
    <Modal
      open
      title={text.importYear}
      width={720}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {text.cancel}
        </Button>,
        <Button
          key="look"
          type={seen ? 'default' : 'primary'}
          disabled={written.trim() === ''}
          loading={look.isPending}
          onClick={() => look.mutate()}
        >
          {text.preview}
        </Button>,
        <Button
          key="save"
          type={seen ? 'primary' : 'default'}
          disabled={!seen}
          loading={save.isPending}
          onClick={() => save.mutate({ path: '/calendar/years', body: { text: written } })}
        >
          {text.importNow}
        </Button>,
      ]}
    >
      <p>
        <FileButton
          icon={<UploadOutlined aria-hidden />}
          label={text.yearFile}
          accept=".json,.yaml,.yml,.txt"
          loading={false}
          onFile={(chosen) => void chosen.text().then((read) => change(read, chosen.name))}
        />{' '}
        {file !== '' && <span className="quiet">{file}</span>}
      </p>
      <Labelled id="year-text" label={text.yearText} help={text.yearHelp}>
        <Input.TextArea
          id="year-text"
          rows={8}
          value={written}
          onChange={(event) => change(event.target.value)}
        />
      </Labelled>
      {look.data !== undefined && <Preview of={look.data} />}
      {look.isError && (
        <>
          {file !== '' && <p className="quiet">{text.inFile(file)}</p>}
          <RefusalNotice error={look.error} />
        </>
      )}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
