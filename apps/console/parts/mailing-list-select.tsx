import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { mailingListsQuery } from '../api/press-questions.js';
import { useWords } from '../language/language.js';
import { Failure } from './answer.js';

const zh = {
  option: (name: string, members: number) => `${name}（${members} 家）`,
  none: '还没有邮件名单，由新闻办在媒体登记中建立。',
};
const en: typeof zh = {
  option: (name, members) => `${name} (${members})`,
  none: 'There is no mailing list yet; the information office makes them in the media register.',
};
const words = { zh, en };

interface MailingListSelectProps {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** Only lists of accredited media, who may get a text before its hour. */
  readonly accredited?: boolean;
}

/** Mailing lists by name; how many get it is counted without the addresses that are stopped. */
export const MailingListSelect = ({ id, value, onChange, accredited }: MailingListSelectProps) => {
  const text = useWords(words);
  const lists = useQuery(mailingListsQuery);
  return (
    <>
      <Select
        id={id}
        mode="multiple"
        value={[...value]}
        options={(lists.data?.items ?? [])
          .filter((list) => accredited !== true || list.accredited)
          .map((list) => ({ value: list.id, label: text.option(list.name, list.members - list.suppressed) }))}
        notFoundContent={lists.isError ? null : text.none}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
        style={{ width: '100%' }}
      />
      <Failure of={lists} />
    </>
  );
};
