import type { FastifyInstance } from 'fastify';
import type { AppRelease, Posted } from '../posted.js';
import { html, time, type Html } from './html.js';
import { emptyCard, sendPage } from './layout.js';

/** What the city's app shows: one card a release, at `/app-releases/<id>` by itself. */
export const appPages = (app: FastifyInstance, posted: Posted): void => {
  app.get('/app-releases', (_request, reply) => {
    const releases = posted.appReleases().toReversed();
    const body = releases.length ? html`${releases.map((release) => appCard(release))}` : emptyApp;
    return sendPage(reply, posted, { title: '城市 App', section: '/app-releases', body });
  });
  app.get<{ Params: { id: string } }>('/app-releases/:id', ({ params }, reply) => {
    const release = posted.appReleases().find(({ releaseId }) => releaseId === params.id);
    const isThere = release !== undefined && release.state !== 'withdrawn';
    const body = isThere
      ? appCard(release)
      : emptyCard('App 没有这篇稿件，或已撤下。', 'The app does not show this release (any more).');
    return sendPage(
      reply,
      posted,
      { title: '城市 App', section: '/app-releases', body },
      isThere ? 200 : 404,
    );
  });
};

export const emptyApp = emptyCard('App 还没有收到稿件。', 'The app has received no release yet.');

const states = { published: '已发布', corrected: '已更正', withdrawn: '已撤下' } as const;

export const appCard = (release: AppRelease): Html =>
  html`<article class="card post${release.state === 'withdrawn' ? ' gone' : ''}">
    <div class="face" aria-hidden="true">A</div>
    <div>
      <b>${release.title}</b>
      <a class="quiet" href="/app-releases/${release.releaseId}">${time(release.receivedAt)}</a>
      <span class="tag ${release.state === 'withdrawn' ? 'bad' : 'good'}"
        >${states[release.state]} v${release.version}</span
      >
      <p>${release.text}</p>
      <div class="quiet">
        ${release.organ} · <a href="${release.url}" target="_blank" rel="noopener">${release.url}</a>
      </div>
    </div>
  </article>`;
