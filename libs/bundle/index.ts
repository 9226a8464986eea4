export { retentions, type ArchiveManifest, type Retention } from './archive.js';
export { organNamed } from './archive-rows.sql.js';
export { ArchiveYear } from './archive-year.js';
export { ExportBundle } from './export-bundle.js';
export { verifyArchive, type ArchiveProof } from './verify-archive.js';
export { bundleFrom, verifyBundle, type BundleProof } from './verify-bundle.js';
