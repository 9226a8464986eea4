import { Link } from '@tanstack/react-router';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import type { ReportView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { ExportMenu } from './export-menu.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const FreezeButton = ({ report }: { report: ReportView }) => {
  const text = useWords(words);
  const [asking, ask] = useState(false);
  const freeze = useDeed();
  const { name, from, to, organ } = report.content;
  const body = { name, from, to, digest: report.digest, ...(organ === null ? {} : { organ: organ.id }) };
  return (
    <>
      <Popconfirm
        open={asking}
        title={text.freezeAsk}
        okText={text.freeze}
        cancelText={text.cancel}
        styles={{ root: { maxWidth: 360 } }}
        onCancel={() => ask(false)}
        onConfirm={() => {
          ask(false);
          freeze.mutate({ path: '/frozen-reports', body });
        }}
      >
        <span>
          <ReasonedButton
            label={text.freeze}
            reasons={report.actions.freeze.reasons}
            loading={freeze.isPending}
            onClick={() => ask(true)}
          />
        </span>
      </Popconfirm>
      {freeze.isError && <RefusalNotice error={freeze.error} />}
    </>
  );
};

/** What the numbers rest on, and what can be done with the whole of them. */
export const ReportHead = ({ report }: { report: ReportView }) => {
  const { language } = useLanguage();
  const text = useWords(words);
  const { content, digest, provisional, frozenId } = report;
  return (
    <div className="report-head">
      <p className="quiet">
        {text.basis(cited(content.article, language))}
        {provisional && ` · ${text.provisional}`}
        {` · ${text.digest} `}
        <code title={digest}>{digest.slice(0, 12)}</code>
      </p>
      <div className="panel-tools">
        {frozenId !== null && (
          <>
            <StateTag tone="success">{text.isFrozen}</StateTag>
            <Link to="/reports/closed/$id" params={{ id: frozenId }}>
              {text.openFrozen}
            </Link>
          </>
        )}
        <FreezeButton report={report} />
        <ExportMenu name={text.exportAll} content={content} />
      </div>
    </div>
  );
};
