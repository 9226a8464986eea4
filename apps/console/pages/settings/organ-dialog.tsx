import { useQuery } from '@tanstack/react-query';
import type { OrganView } from '../../api/contract.js';
import { issuersQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { FormDialog } from '../../parts/form-dialog.js';
import type { Field, FieldValues } from '../../parts/form-values.js';
import { optionsOf } from '../../parts/options-of.js';
import { words } from './words.js';

interface OrganDialogProps {
  readonly organ: OrganView | null;
  readonly organs: readonly OrganView[];
  readonly onClose: () => void;
}

const bodyOf = ({ reason: _, party, government, parentId, ...values }: FieldValues) => ({
  ...values,
  parentId: parentId === '' ? null : parentId,
  hats: party === undefined || party === '' ? null : { party, government },
});

const initialOf = (organ: OrganView | null): FieldValues => ({
  name: organ?.name ?? '',
  shortName: organ?.shortName ?? '',
  aliases: organ?.aliases ?? [],
  kind: organ?.kind ?? 'governmentDepartment',
  level: organ?.level ?? 'city',
  area: organ?.area ?? '',
  parentId: organ?.parentId ?? '',
  remit: organ?.remit ?? [],
  releaseUnit: organ?.releaseUnit ?? '',
  ...(organ?.isOffice === true
    ? { party: organ.hats?.party ?? '', government: organ.hats?.government ?? '' }
    : {}),
});

export const OrganDialog = ({ organ, organs, onClose }: OrganDialogProps) => {
  const text = useWords(words);
  const parents = organs
    .filter(({ id, kind }) => id !== organ?.id && kind !== 'imported')
    .map(({ id, name }) => ({ value: id, label: name }));
  const fields: readonly Field[] = [
    { name: 'name', label: text.fullName },
    { name: 'shortName', label: text.shortName },
    { name: 'aliases', label: text.aliases, help: text.aliasesHelp, kind: 'words', optional: true },
    { name: 'kind', label: text.kind, kind: 'select', options: optionsOf(text.kinds) },
    { name: 'level', label: text.level, kind: 'select', options: optionsOf(text.levels) },
    { name: 'area', label: text.area, help: text.areaHelp, optional: true },
    { name: 'parentId', label: text.parent, kind: 'select', options: parents, optional: true },
    { name: 'remit', label: text.remit, help: text.remitHelp, kind: 'words', optional: true },
    { name: 'releaseUnit', label: text.unit, help: text.unitHelp, optional: true },
    ...(organ?.isOffice === true
      ? [
          { name: 'party', label: text.hatParty },
          { name: 'government', label: text.hatGovernment },
        ]
      : []),
    ...(organ === null ? [] : [{ name: 'reason', label: text.reason }]),
  ];
  return (
    <FormDialog
      title={organ === null ? text.addOrgan : text.editOrgan(organ.shortName)}
      fields={fields}
      initial={initialOf(organ)}
      deed={(values) =>
        organ === null
          ? { path: '/organs', method: 'POST', body: bodyOf(values) }
          : {
              path: `/organs/${organ.id}`,
              method: 'PUT',
              body: { expectedRevision: organ.revision, organ: bodyOf(values), reason: values['reason'] },
            }
      }
      onClose={onClose}
    />
  );
};

interface IssuerDialogProps {
  /** Null for a new subject. */
  readonly subject: string | null;
  readonly organs: readonly OrganView[];
  readonly onClose: () => void;
}

export const IssuerDialog = ({ subject, organs, onClose }: IssuerDialogProps) => {
  const text = useWords(words);
  const issuers = useQuery(issuersQuery);
  const known = issuers.data?.items.find((issuer) => issuer.subject === subject);
  const fields: readonly Field[] = [
    ...(subject === null ? [{ name: 'subject', label: text.subject, help: text.remitHelp }] : []),
    {
      ...{
        name: 'organIds',
        label: text.onlyOrgans,
        help: text.onlyOrgansHelp,
        kind: 'many',
        optional: true,
      },
      options: organs.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'basis', label: text.basis, help: text.basisHelp },
  ];
  return (
    <FormDialog
      title={subject ?? text.addIssuer}
      from={[issuers]}
      fields={fields}
      initial={{
        ...{ subject: subject ?? '', basis: known?.basis ?? '' },
        organIds: known?.organs.map(({ id }) => id) ?? [],
      }}
      deed={(body) => ({ path: '/statutory-issuers', method: 'PUT', body })}
      onClose={onClose}
    />
  );
};
