import { Input, Select } from 'antd';
import type { ElementView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { optionsOf } from '../../parts/options-of.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { declarationWords } from '../../language/declaration-words.js';
import { isUrgent, type DraftDeclaration } from './draft-form.js';
import { Field, reasonsFor } from './field.js';
import type { FormPartProps } from './form-part.js';
import { cited } from '../../parts/cited.js';

interface DeclarationFieldsProps extends FormPartProps {
  readonly elements: readonly ElementView[];
}

/** What the drafter declares beside the text: the duty, the disclosure, the basis, and what the machine did not read. */
export const DeclarationFields = ({ form, onChange, reasons, elements }: DeclarationFieldsProps) => {
  const text = useWords(declarationWords);
  const { declaration } = form;
  const change = (part: Partial<DraftDeclaration>) => onChange({ declaration: { ...declaration, ...part } });
  const disclosure = declaration.disclosure ?? 'proactive';
  const mayBeOnIncident =
    form.kind === 'emergency' ||
    (declaration.notOnIncident ?? '') !== '' ||
    reasonsFor(reasons, 'notOnIncident').length > 0;
  return (
    <>
      <Field id="triggers" label={text.triggers} reasons={reasonsFor(reasons, 'triggers')}>
        <Select
          id="triggers"
          mode="multiple"
          value={declaration.triggers ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          options={optionsOf(text.triggerNames)}
          onChange={(triggers) => change({ triggers })}
        />
      </Field>
      <div className="field-row">
        <Field id="legalBasis" label={text.legalBasis} reasons={reasonsFor(reasons, 'legalBasis')}>
          <Input
            id="legalBasis"
            maxLength={300}
            value={declaration.legalBasis ?? ''}
            onChange={(event) => change({ legalBasis: event.target.value })}
          />
        </Field>
        <Field id="disclosure" label={text.disclosure} reasons={reasonsFor(reasons, 'disclosure')}>
          <Select
            id="disclosure"
            value={disclosure}
            options={optionsOf(text.disclosureNames)}
            onChange={(value) => change({ disclosure: value })}
          />
        </Field>
        <Field
          id="formedOn"
          label={text.formedOn}
          help={text.formedOnHelp}
          reasons={reasonsFor(reasons, 'formedOn')}
        >
          <Input
            id="formedOn"
            type="date"
            value={declaration.formedOn ?? ''}
            onChange={(event) => change({ formedOn: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
      </div>
      {disclosure !== 'proactive' && (
        <Field
          id="disclosureReason"
          label={text.disclosureReason}
          reasons={reasonsFor(reasons, 'disclosureReason')}
        >
          <Input
            id="disclosureReason"
            maxLength={500}
            value={declaration.disclosureReason ?? ''}
            onChange={(event) => change({ disclosureReason: event.target.value })}
          />
        </Field>
      )}
      {isUrgent(form.kind) && (
        <Field
          id="urgency"
          label={text.urgency}
          help={text.urgencyHelp}
          reasons={reasonsFor(reasons, 'urgency')}
        >
          <Input
            id="urgency"
            maxLength={500}
            value={declaration.urgency ?? ''}
            onChange={(event) => change({ urgency: event.target.value })}
          />
        </Field>
      )}
      {mayBeOnIncident && (
        <Field
          id="notOnIncident"
          label={text.notOnIncident}
          help={text.notOnIncidentHelp}
          reasons={reasonsFor(reasons, 'notOnIncident')}
        >
          <Input
            id="notOnIncident"
            maxLength={500}
            value={declaration.notOnIncident ?? ''}
            onChange={(event) => change({ notOnIncident: event.target.value })}
          />
        </Field>
      )}
      {form.kind === 'mediaScrutiny' && <ScrutinyFields declaration={declaration} onChange={change} />}
      <ElementFields declaration={declaration} elements={elements} onChange={change} />
    </>
  );
};

interface PartProps {
  readonly declaration: DraftDeclaration;
  readonly onChange: (part: Partial<DraftDeclaration>) => void;
}

/** The response, or the result that answers one (Art.19). */
const ScrutinyFields = ({ declaration, onChange }: PartProps) => {
  const text = useWords(declarationWords);
  return (
    <div className="field-row">
      <Field id="scrutiny" label={text.scrutiny} reasons={[]}>
        <Select
          id="scrutiny"
          value={declaration.scrutiny ?? null}
          options={optionsOf(text.scrutinyNames)}
          onChange={(scrutiny) => onChange({ scrutiny })}
        />
      </Field>
      {declaration.scrutiny === 'result' && (
        <Field id="answers" label={text.answers} reasons={[]}>
          <Input
            id="answers"
            value={declaration.answers ?? ''}
            onChange={(event) => onChange({ answers: event.target.value.trim() || null })}
          />
        </Field>
      )}
    </div>
  );
};

/** Only what the machine did not find: the drafter copies the sentence that says it. */
const ElementFields = ({
  declaration,
  elements,
  onChange,
}: PartProps & Pick<DeclarationFieldsProps, 'elements'>) => {
  const { aside } = usePunctuation();
  const text = useWords(declarationWords);
  const { language } = useLanguage();
  const open = elements.filter(({ state }) => state !== 'found');
  if (open.length === 0) return null;
  return (
    <fieldset className="element-fields">
      <legend>{text.elements}</legend>
      {open.map(({ element, title, titleEn, article }) => (
        <Field
          key={element}
          id={`element-${element}`}
          label={`${language === 'zh' ? title : titleEn}${aside(cited(article, language))}`}
          help={text.elementHelp}
          reasons={[]}
        >
          <Input
            id={`element-${element}`}
            maxLength={500}
            value={declaration.elements?.[element] ?? ''}
            onChange={(event) =>
              onChange({ elements: { ...declaration.elements, [element]: event.target.value } })
            }
          />
        </Field>
      ))}
    </fieldset>
  );
};
