// The bill of materials in CycloneDX, as `dist/sbom.cdx.json`: every package of the lockfile, with its digest and licence.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error(`npm sbom: ${stderr.trim()}`);
  process.exit(1);
}
const bill = JSON.parse(stdout);
// The same materials give the same file, whenever and by whomever it is made.
delete bill.serialNumber;
delete bill.metadata.timestamp;
bill.metadata.component.name = 'koujing';

// By its reference: a package that is also here under an alias bears the alias as its name.
const told = new Set(bill.components.map((component) => component['bom-ref']));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const untold = Object.entries(packages)
  // Optional are the builds for other machines; what only a peer names is another package's to list.
  .filter(([path, { optional, peer }]) => path !== '' && !optional && !peer)
  .map(
    ([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`,
  )
  .filter((each) => !told.has(each));
if (untold.length > 0) {
  console.error(`In the lockfile and not in the bill of materials: ${untold.join(', ')}`);
  process.exit(1);
}
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
console.log(`dist/sbom.cdx.json: ${bill.components.length} packages`);
