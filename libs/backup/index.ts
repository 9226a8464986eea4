export { checkFiles, readManifest, type Manifest } from './manifest.js';
export { refuseNewer, restoreBackup, type Restored } from './restore-backup.sql.js';
export { writeBackup } from './write-backup.sql.js';
