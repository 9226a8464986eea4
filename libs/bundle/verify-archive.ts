import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isManifestSigned, manifestSchema, type ArchiveManifest } from './archive.js';
import { archiveRefusal, refused } from './archive-refusal.js';
import { bundleFrom, verifyBundle, type BundleFault } from './verify-bundle.js';

export interface ArchiveProof {
  readonly manifest: ArchiveManifest;
  /** Empty if everything holds; the first is the one to look at. */
  readonly faults: readonly BundleFault[];
}

const fault = (part: string, zh: string, en: string): BundleFault => ({ part, zh, en });

/**
 * Without a database: that every file is there as it was written and no other, that the list is signed, and that the evidence of each
 * release holds. @param publicKey the only key that counts; null takes the one in the archive. @throws Problem `badInput`
 */
export const verifyArchive = (folder: string, publicKey: string | null): ArchiveProof => {
  const manifest = readManifest(folder);
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const strangers = filesIn(folder)
    .filter((path) => path !== 'manifest.json' && !listed.has(path))
    .map((path) => fault(path, `${path} 不在清单里。`, `${path} is not in the list.`));
  const key = publicKey ?? manifest.publicKey;
  return {
    manifest,
    faults: [
      ...(manifest.publicKey === key
        ? []
        : [fault('manifest', '不是由认可的密钥签署的。', 'It was not signed by the expected key.')]),
      ...(isManifestSigned(manifest)
        ? []
        : [fault('manifest', '清单的签名不成立。', 'The signature of the list does not hold.')]),
      ...manifest.files.flatMap(({ path, sha256 }) => fileFaults(folder, { path, sha256, key })),
      ...strangers,
    ],
  };
};

const readManifest = (folder: string): ArchiveManifest => {
  const path = join(folder, 'manifest.json');
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw refused(archiveRefusal.noArchive(path, error));
  }
};

/** One file is in memory at a time. */
const fileFaults = (
  folder: string,
  { path, sha256, key }: { readonly path: string; readonly sha256: string; readonly key: string },
): readonly BundleFault[] => {
  const full = join(folder, path);
  // A list that was forged must not lead out of the folder.
  if (relative(folder, full).startsWith('..'))
    return [fault(path, `${path} 指向归档包之外。`, `${path} leads out of the archive.`)];
  if (!existsSync(full)) return [fault(path, `${path} 不见了。`, `${path} is missing.`)];
  const bytes = readFileSync(full);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return [fault(path, `${path} 与归档时不同。`, `${path} is not as it was archived.`)];
  if (!path.endsWith('.bundle.json')) return [];
  const bundle = bundleFrom(bytes.toString('utf8'));
  if (bundle === null) return [fault(path, `${path} 不是证据包。`, `${path} is no bundle.`)];
  return verifyBundle(bundle, key).faults.map(({ zh, en }) =>
    fault(path, `${path}：${zh}`, `${path}: ${en}`),
  );
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
