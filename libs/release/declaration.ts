import { canonicalJson } from '@koujing/kernel';
import { declarationSchema, type Declaration } from './declaration.api.js';

/** What releases declare that were written before there was anything to declare. */
export const emptyDeclaration: Declaration = declarationSchema.parse({});

export const isEmptyDeclaration = (declaration: Declaration): boolean =>
  canonicalJson(declaration) === canonicalJson(emptyDeclaration);
