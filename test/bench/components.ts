/** Numbers the connected components of shared ids, one number per edge. */
export function components(edges: readonly (readonly [string, string])[]): readonly number[] {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    while (parent.has(root)) root = parent.get(root) as string;
    return root;
  };
  for (const [a, b] of edges) {
    const x = find(a);
    const y = find(b);
    if (x !== y) parent.set(x, y);
  }
  const numbers = new Map<string, number>();
  return edges.map(([a]) => {
    const root = find(a);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root) as number;
  });
}
