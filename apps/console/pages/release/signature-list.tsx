import type { ReleasePage, SignatureView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

const One = ({ signature }: { signature: SignatureView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const agreed = signature.decision === 'agree';
  return (
    <li className={signature.voidedAt === null ? 'signature' : 'signature signature-void'}>
      <div className="signature-head">
        <strong>{text.steps[signature.step]}</strong>
        <StateTag tone={signature.voidedAt !== null ? 'quiet' : agreed ? 'success' : 'warning'}>
          {signature.voidedAt !== null ? text.voided : agreed ? text.agree : text.returned}
        </StateTag>
      </div>
      <p className="quiet">
        {signature.organ.shortName} {signature.person.name}
        {signature.onBehalfOf !== null && ` ${text.onBehalfOf(signature.onBehalfOf.name)}`}
        {signature.authorisationId !== null && ` ${text.byAuthorisation}`} ·{' '}
        <span className="one-line">{cityTime(signature.signedAt, language)}</span> ·{' '}
        <span className="one-line">{text.version(signature.version)}</span>
      </p>
      {signature.note !== '' && <p className="note">{signature.note}</p>}
      {signature.voidReason !== null && <p className="quiet">{signature.voidReason}</p>}
    </li>
  );
};

export const SignatureList = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  return (
    <section className="panel" id="signatures">
      <h2>{text.signatures}</h2>
      {page.signatures.length === 0 ? (
        <p className="quiet">{text.noSignatures}</p>
      ) : (
        <ul className="signatures">
          {page.signatures.map((signature) => (
            <One key={signature.id} signature={signature} />
          ))}
        </ul>
      )}
    </section>
  );
};
