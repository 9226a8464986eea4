/** Lets a child process of a test run the sources as they are: `node --import ./test/support/typescript-hooks.mjs x.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../', import.meta.url);

const aliased = (specifier) => {
  if (!specifier.startsWith('@koujing/')) return null;
  return new URL(`libs/${specifier.slice('@koujing/'.length)}/index.ts`, root);
};

const sourceOf = (specifier, parent) => {
  if (!/^\.{1,2}\/.*\.js$/u.test(specifier) || parent === undefined) return null;
  const url = new URL(specifier, parent);
  return ['.ts', '.tsx']
    .map((ending) => new URL(url.href.replace(/\.js$/u, ending)))
    .find((candidate) => existsSync(fileURLToPath(candidate)));
};

registerHooks({
  resolve(specifier, context, next) {
    const source = aliased(specifier) ?? sourceOf(specifier, context.parentURL);
    return source ? { url: source.href, shortCircuit: true, format: 'module' } : next(specifier, context);
  },
  load(url, context, next) {
    if (!/\.tsx?$/u.test(url)) return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      filename: fileURLToPath(url),
      module: { type: 'es6' },
      sourceMaps: 'inline',
      jsc: {
        target: 'es2024',
        // Data files are imported by type.
        experimental: { keepImportAttributes: true },
        parser: { syntax: 'typescript', tsx: url.endsWith('x'), decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
