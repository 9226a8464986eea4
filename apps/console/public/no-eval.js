// Zod compiles its schemas with `new Function` where it may; the content security policy forbids it, and even
// the question whether it may counts as a breach. A script of its own, because it must run before any module.
globalThis.__zod_globalConfig = { jitless: true };
