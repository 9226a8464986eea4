import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A part of a page, encoded. */
export const fragment = (element: ReactElement): string => renderToStaticMarkup(element);

/** A whole page. */
export const page = (element: ReactElement): string => `<!doctype html>\n${renderToStaticMarkup(element)}\n`;
