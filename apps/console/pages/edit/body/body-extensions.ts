import type { Extensions } from '@tiptap/core';
import { BodyKeys } from './body-keys.js';
import { FactUnderlines } from './fact-underlines.js';
import { BulletList, ListItem, OrderedList } from './list-nodes.js';
import { Picture, type PictureWords } from './picture-node.js';
import { Table, TableCell, TableKeys, TableRow } from './table-nodes.js';
import { Bold, Doc, Heading, Italic, Link, Paragraph, Quote, Text } from './text-nodes.js';

/** Everything that a body may hold. */
export const bodyNodes: Extensions = [
  ...[Doc, Paragraph, Text, Heading, Quote, BulletList, OrderedList, ListItem],
  ...[Table, TableRow, TableCell, Link, Bold, Italic],
];

export const bodyExtensions = (words: PictureWords): Extensions => [
  ...bodyNodes,
  Picture.configure(words),
  TableKeys,
  BodyKeys,
  FactUnderlines,
];
