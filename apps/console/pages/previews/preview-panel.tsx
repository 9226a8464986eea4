import { useState } from 'react';
import type { AccountView, PreviewView, ReleasePage } from '../../api/contract.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { AsRead } from '../../parts/as-read.js';
import { ReasonList } from '../../parts/reason-list.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { OwnWordsDialog } from './own-words-dialog.js';
import { OwnWordsNote } from './own-words-note.js';
import { RenditionView } from './renditions.js';
import { words } from './words.js';

const Findings = ({ preview }: { preview: PreviewView }) => {
  const text = useWords(words);
  const [blocks, warns] = (['block', 'warn'] as const).map((severity) =>
    preview.findings.filter((finding) => finding.severity === severity),
  );
  if (preview.findings.length === 0) return <StateTag tone="success">{text.fine}</StateTag>;
  return (
    <>
      {blocks !== undefined && blocks.length > 0 && (
        <div className="finding-note">
          <StateTag tone="error">{text.blocks}</StateTag>
          <ReasonList reasons={blocks} />
        </div>
      )}
      {warns !== undefined && warns.length > 0 && (
        <div className="finding-note">
          <StateTag tone="warning">{text.warns}</StateTag>
          <ReasonList reasons={warns} />
        </div>
      )}
    </>
  );
};

interface PreviewPanelProps {
  readonly preview: PreviewView;
  readonly page: ReleasePage;
  readonly account: AccountView | undefined;
}

/** Words of its own for this channel: shown where it has some, and written here. */
const OwnWords = ({ preview, page, account }: PreviewPanelProps) => {
  const text = useWords(words);
  const [isOpen, setIsOpen] = useState(false);
  const own = page.content.overrides[preview.accountId];
  return (
    <>
      <div className="own-bar">
        <ReasonedButton
          size="small"
          label={own === undefined ? text.ownWrite : text.ownChange}
          name={`${own === undefined ? text.ownWrite : text.ownChange} · ${preview.accountName}`}
          reasons={account === undefined ? undefined : page.actions.revise.reasons}
          onClick={() => setIsOpen(true)}
        />
      </div>
      {own !== undefined && <OwnWordsNote content={page.content} own={own} />}
      {isOpen && account !== undefined && (
        <AsRead of={{ revision: page.release.revision, page }}>
          {(read) => <OwnWordsDialog page={read.page} account={account} onClose={() => setIsOpen(false)} />}
        </AsRead>
      )}
    </>
  );
};

/** One channel: its objections, what it says otherwise than the others, then exactly what it will send. */
export const PreviewPanel = (panel: PreviewPanelProps) => {
  const channels = useWords(channelWords);
  const { preview } = panel;
  return (
    <section className={`panel preview preview-${preview.channel}`} aria-label={preview.accountName}>
      <div className="panel-head">
        <h2>
          {channels[preview.channel] ?? preview.channel}{' '}
          <small className="quiet">{preview.accountName}</small>
        </h2>
      </div>
      <Findings preview={preview} />
      <OwnWords {...panel} />
      <RenditionView preview={preview} />
    </section>
  );
};
