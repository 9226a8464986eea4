import type { ChainStepView, ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const tones = { signed: 'success', current: 'info', waiting: 'quiet' } as const;

interface ChainPanelProps {
  readonly conference: ConferenceView;
  readonly onSign: (step: ChainStepView) => void;
}

/** The chain of Art.31 in its order: who signed, whose turn it is. */
export const ChainPanel = ({ conference, onSign }: ChainPanelProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const buttons = {
    office: text.actions.answer,
    releasingOrgan: text.sign,
    cityLeader: text.record,
  } as const;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.chain}</h2>
        <span className="quiet">{cited(conference.chain.article, language)}</span>
      </div>
      <ol className="conference-chain">
        {conference.chain.groups.flat().map((step) => (
          <li key={step.step}>
            <div>
              <strong>{language === 'zh' ? step.title : step.titleEn}</strong>
              {step.signature !== null && (
                <p className="quiet">
                  {text.signed(step.signature.signerName, cityTime(step.signature.signedAt, language))}
                  {step.signature.authorised && ` · ${text.authorised}`}
                  {step.signature.document !== '' && ` · ${text.document(step.signature.document)}`}
                  {step.signature.note !== '' && ` · ${step.signature.note}`}
                </p>
              )}
            </div>
            {step.state === 'current' ? (
              <ReasonedButton
                size="small"
                label={buttons[step.by]}
                reasons={step.reasons}
                onClick={() => onSign(step)}
              />
            ) : (
              <StateTag tone={tones[step.state]}>{text.stepStates[step.state]}</StateTag>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
