import { Command, CommanderError } from 'commander';
import { archiveCommand } from './archive.command.js';
import { backupCommand } from './backup.command.js';
import { breakGlassCommand } from './break-glass.command.js';
import { bundleCommand } from './bundle.command.js';
import { checkCommand } from './check.command.js';
import { clientCommand } from './client.command.js';
import { BadInput, EXIT_BAD_INPUT } from './bad-input.js';
import { doctorCommand } from './doctor.command.js';
import { firstPasswordCommand } from './first-password.command.js';
import { findingCommand } from './finding.command.js';
import { importCommand } from './import.command.js';
import { closedCommand, digestCommand } from './kept-report.command.js';
import { matterCommand } from './matter.command.js';
import { migrateCommand } from './migrate.command.js';
import { pairsCommand } from './pairs.command.js';
import { portalCommand } from './portal.command.js';
import { restoreCommand } from './restore.command.js';
import { NotDone } from './api-client.js';
import { conferenceCommand } from './reading/conference.command.js';
import { deadlineCommand } from './reading/deadline.command.js';
import { directiveCommand } from './reading/directive.command.js';
import { driftCommand } from './reading/drift.command.js';
import { incidentCommand } from './reading/incident.command.js';
import { periodCommand, planCommand } from './reading/plan.command.js';
import { organCommand, rosterCommand } from './reading/roster.command.js';
import { violationCommand } from './reading/violation.command.js';
import { rotateKeyCommand } from './rotate-key.command.js';
import { releaseCommand } from './release.command.js';
import { reportCommand, rowsCommand } from './report.command.js';
import { statusCommand } from './status.command.js';
import { tuneCommand } from './tune.command.js';
import { verifyArchiveCommand } from './verify-archive.command.js';
import { verifyAuditCommand } from './verify-audit.command.js';
import { verifyBundleCommand } from './verify-bundle.command.js';
import { workdayCommand } from './workday.command.js';

/** Every command is one file and one line here. */
const commands = [
  ...[checkCommand, importCommand, pairsCommand, workdayCommand, tuneCommand, portalCommand],
  ...[backupCommand, restoreCommand, verifyAuditCommand, doctorCommand, rotateKeyCommand, migrateCommand],
  ...[
    breakGlassCommand,
    firstPasswordCommand,
    bundleCommand,
    verifyBundleCommand,
    archiveCommand,
    verifyArchiveCommand,
  ],
  ...[releaseCommand, statusCommand, findingCommand, reportCommand, clientCommand],
  ...[matterCommand, closedCommand, digestCommand, rowsCommand],
  ...[incidentCommand, conferenceCommand, planCommand, periodCommand, directiveCommand],
  ...[violationCommand, deadlineCommand, driftCommand, organCommand, rosterCommand],
];

const program = new Command('koujing')
  .description('口径：一次审定，各渠道一个口径 (one approved release, every channel, one line)')
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  });
for (const command of commands) program.addCommand(command().exitOverride());

// A reader that goes away (`koujing check … | head`) is no mistake of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof BadInput) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_BAD_INPUT;
  } else if (error instanceof NotDone) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_BAD_INPUT;
  } else throw error;
}
