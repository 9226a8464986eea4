import { createHash } from 'node:crypto';
import { portalListTemplate } from './list.js';
import { portalScript } from './script.js';
import { portalStyle } from './style.js';

/** What the lists look like: when it changes, all of them are written anew. */
export const portalLook = createHash('sha256')
  .update([portalListTemplate, portalStyle(), portalScript].join('\n'))
  .digest('hex');
