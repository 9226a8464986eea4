import { useWords } from '../../language/language.js';
import { Missing } from './missing.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';

/** Each organ's release workflow as it was filed, and who has filed none (Art.27). */
export const WorkflowPanel = () => {
  const text = useWords(registerWords);
  return (
    <RegisterPanel
      register="workflow"
      noReplace
      heads={[text.document, text.digest]}
      fields={[
        { name: 'title', label: text.documentTitle },
        { name: 'file', label: text.document, help: text.documentHelp, kind: 'file' },
      ]}
      detailOf={({ title, file }) => {
        const [sha256 = '', ...name] = String(file).split(' ');
        return { title, sha256, fileName: name.join(' ') };
      }}
      cellsOf={({ detail }) => [
        <div key="document">
          <a href={`/api/register-files/${String(detail['sha256'])}`} download={String(detail['fileName'])}>
            {detail['title']}
          </a>
          <p className="quiet">{detail['fileName']}</p>
        </div>,
        <span key="digest" className="quiet">
          {String(detail['sha256']).slice(0, 16)}
        </span>,
      ]}
    >
      <Missing register="workflow" />
    </RegisterPanel>
  );
};
