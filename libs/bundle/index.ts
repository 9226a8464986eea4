export { ExportBundle } from './export-bundle.js';
export { bundleFrom, verifyBundle, type BundleProof } from './verify-bundle.js';
