const [name = '', ...options] = process.argv.slice(2);

const { run } = (await import(`./${name}.js`)) as { run: (options: readonly string[]) => Promise<void> };
await run(options);
