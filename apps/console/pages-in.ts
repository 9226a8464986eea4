/** A node of a syntax tree (ESTree), as far as it is read here. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const under = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((value) => [value].flat())
    .filter(isNode);

const everyIn = (node: Node): readonly Node[] => [node, ...under(node).flatMap(everyIn)];

const literal = (node: unknown): string | null =>
  isNode(node) && node['type'] === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;

const isCallOf = (node: Node, name: string): boolean =>
  node['type'] === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === name;

interface PageModule {
  /** As the router writes it: `/releases/$id`. */
  readonly path: string;
  /** Relative to the router. */
  readonly module: string;
}

/** The pages that a router file declares (`createRoute`), each with the module that it loads when somebody goes there. */
export const pagesIn = (router: unknown): readonly PageModule[] => {
  if (!isNode(router)) return [];
  const calls = everyIn(router).filter((node) => isCallOf(node, 'createRoute'));
  return calls.map((call) => {
    const inside = everyIn(call);
    const path = inside.find(
      (node) => node['type'] === 'Property' && isNode(node['key']) && node['key']['name'] === 'path',
    );
    const loaded = inside.find((node) => node['type'] === 'ImportExpression');
    const [name, module] = [literal(path?.['value']), literal(loaded?.['source'])];
    if (name === null || module === null)
      throw new Error('a route names its path and loads its page by an import');
    return { path: name, module: module.replace(/\.js$/u, '.tsx') };
  });
};
