import { Button } from 'antd';
import type { AgreedLineView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { LineText } from '../../parts/line-text.js';
import type { LineDeed } from './line-dialog.js';
import { words } from './words.js';

interface LineTableProps {
  readonly lines: readonly AgreedLineView[];
  readonly onChoose: (deed: LineDeed) => void;
}

const History = ({ line }: { line: AgreedLineView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <details className="line-history">
      <summary>
        {text.history} {line.history.length}
      </summary>
      <ol>
        {line.history.map((version) => (
          <li key={version.version}>
            <strong>
              {version.about} {version.value}
              {version.unit}
            </strong>{' '}
            {version.retired && text.retired}
            <small className="quiet">
              {text.versionOf(version.version)} ·{' '}
              {text.changedBy(version.changedBy.name, cityTime(version.changedAt, language))}
            </small>
            {version.reason !== '' && <p className="note">{version.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
};

/** The lines in force, each with who may change it and what it was before. */
export const LineTable = ({ lines, onChoose }: LineTableProps) => {
  const text = useWords(words);
  return (
    <ul className="agreed-lines">
      {lines.map((line) => {
        const barred = line.retired || line.actions.change.reasons.length > 0;
        return (
          <li key={line.lineId} className="agreed-line">
            <div className="agreed-line-head">
              <LineText line={line} />
              {!barred && (
                <span className="action-row">
                  <Button size="small" onClick={() => onChoose({ deed: 'change', line })}>
                    {text.changeLine}
                  </Button>
                  <Button size="small" onClick={() => onChoose({ deed: 'retire', line })}>
                    {text.retireLine}
                  </Button>
                </span>
              )}
            </div>
            <History line={line} />
          </li>
        );
      })}
    </ul>
  );
};
