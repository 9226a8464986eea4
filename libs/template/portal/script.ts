export const scriptPath = 'mode.js';

/** The modes of reading, each a check box before the page. */
export const modes = ['elder', 'contrast', 'tone'] as const;

/**
 * The only script of the site: it remembers the modes from page to page. Without it, and where storage is forbidden, the check
 * boxes work by themselves, for one page at a time.
 */
export const portalScript = `'use strict';
for (const id of ${JSON.stringify(modes)}) {
  const box = document.getElementById(id);
  if (box === null) continue;
  try {
    if (localStorage.getItem('koujing-' + id) === '1') box.checked = true;
    box.addEventListener('change', () => localStorage.setItem('koujing-' + id, box.checked ? '1' : '0'));
  } catch {
    // Storage is forbidden here: the mode lasts for this page.
  }
}
`;
