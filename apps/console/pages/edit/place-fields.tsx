import { Checkbox, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { AccountView, ReleaseKind } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useSession } from '../../api/session.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Failure } from '../../parts/answer.js';
import { MailingListSelect } from '../../parts/mailing-list-select.js';
import { optionsOf } from '../../parts/options-of.js';
import { recipientsOf } from './draft-form.js';
import type { FormPartProps } from './form-part.js';
import { Field, reasonsFor } from './field.js';
import { accountsOf } from './usual-channels.js';
import { words } from './words.js';

/** The organs for which the reader may draft; a city-wide drafter may for all. */
const useOrgans = () => {
  const question = useQuery(organsQuery);
  const organs = question.data?.items ?? [];
  const grants = useSession().data?.roles.filter(({ role }) => role === 'drafter') ?? [];
  const everywhere = grants.some(({ organId }) => organId === null);
  const own = organs.filter(({ id }) => everywhere || grants.some(({ organId }) => organId === id));
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return { question, own: own.map(option), all: organs.map(option) };
};

/** Who releases, of what kind, with whom. */
export const OrganFields = ({
  form,
  onChange,
  reasons,
  fixedOrgan,
}: FormPartProps & { fixedOrgan: boolean }) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const { question, own, all } = useOrgans();
  return (
    <div className="field-row">
      <Field id="organ" label={text.organ} needed reasons={reasonsFor(reasons, 'organId')}>
        <Select
          id="organ"
          value={form.organId ?? null}
          options={fixedOrgan ? all : own}
          disabled={fixedOrgan}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(organId: string) => onChange({ organId })}
        />
        <Failure of={question} />
      </Field>
      <Field id="kind" label={text.kind} needed reasons={reasonsFor(reasons, 'kind')}>
        <Select
          id="kind"
          value={form.kind}
          options={optionsOf(kinds)}
          onChange={(kind: ReleaseKind) => onChange({ kind })}
        />
      </Field>
      <Field
        id="joint"
        label={text.joint}
        help={text.jointHelp}
        reasons={reasonsFor(reasons, 'jointOrganIds')}
      >
        <Select
          id="joint"
          mode="multiple"
          value={[...form.jointOrganIds]}
          options={all.filter(({ value }) => value !== form.organId)}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(jointOrganIds: string[]) => onChange({ jointOrganIds })}
        />
      </Field>
    </div>
  );
};

/** The portal first, as it goes out. */
const inChannelOrder = (accounts: readonly AccountView[]): readonly AccountView[] => {
  const order = Object.keys(channelWords.zh);
  return [...accounts].sort((one, other) => order.indexOf(one.channel) - order.indexOf(other.channel));
};

interface ChannelFieldsProps extends FormPartProps {
  readonly accounts: readonly AccountView[];
}

/** Where it goes, and to which media. */
export const ChannelFields = ({ form, onChange, reasons, accounts }: ChannelFieldsProps) => {
  const text = useWords(words);
  const channels = useWords(channelWords);
  const offered = accounts.filter(
    (account) => form.accountIds.includes(account.id) || accountsOf([account], form.organId).length > 0,
  );
  const mail = accounts.some(({ id, channel }) => channel === 'email' && form.accountIds.includes(id));
  return (
    <section className="panel">
      <fieldset className="field">
        <legend className="field-label">{text.channels}</legend>
        <Checkbox.Group
          className="accounts"
          value={[...form.accountIds]}
          onChange={(accountIds) => onChange({ accountIds })}
          options={inChannelOrder(offered).map((account) => ({
            value: account.id,
            label: `${channels[account.channel] ?? account.channel} · ${account.name}`,
            disabled: !account.enabled,
          }))}
        />
        <p className="field-help">{text.channelsHelp}</p>
      </fieldset>
      {mail && (
        <Field
          id="lists"
          label={text.lists}
          help={text.listsHelp}
          reasons={reasonsFor(reasons, 'mailingListIds')}
        >
          <MailingListSelect
            id="lists"
            value={form.mailingListIds}
            onChange={(mailingListIds) => onChange({ mailingListIds })}
          />
        </Field>
      )}
      {mail && (
        <Field
          id="recipients"
          label={text.recipients}
          help={text.recipientsHelp(recipientsOf(form.recipients).length)}
          reasons={reasonsFor(reasons, 'recipients')}
        >
          <Input.TextArea
            id="recipients"
            value={form.recipients}
            onChange={(event) => onChange({ recipients: event.target.value })}
            autoSize={{ minRows: 4, maxRows: 12 }}
          />
        </Field>
      )}
    </section>
  );
};
