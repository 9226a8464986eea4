import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RefusalReason } from '../api/refusal.js';
import { ReasonedButton } from './reasoned-button.js';

const shown = (reasons: readonly RefusalReason[] | undefined): string =>
  renderToStaticMarkup(<ReasonedButton label="新建" reasons={reasons} onClick={() => undefined} />);

test('a button waits until the server has said whether it may be used', () => {
  expect(shown(undefined)).toMatch(/<button[^>]* disabled/u);
  expect(shown([])).not.toMatch(/disabled/u);
});

test('a button that may not be used stays in reach and says why', () => {
  const reason = {
    code: 'lacksRole',
    message: '只有统筹员可以新建。',
    messageEn: 'Only the coordinator may.',
  };
  expect(shown([reason])).toMatch(/aria-disabled="true".*只有统筹员可以新建。/u);
  expect(shown([reason])).not.toMatch(/<button[^>]* disabled/u);
});
