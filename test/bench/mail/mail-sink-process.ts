import { SMTPServer } from 'smtp-server';

/** Takes every mail, 5 ms after its final dot, and counts Message-IDs: the far end of every contestant. */
const delayMs = 5;
let mails = 0;
const ids = new Set<string>();

const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  hideSTARTTLS: true,
  onData: (stream, _session, done) => {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4_096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      mails += 1;
      ids.add(/^Message-ID:\s*(<[^>]+>)/imu.exec(head)?.[1] ?? '');
      setTimeout(done, delayMs);
    });
  },
});
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
process.on('message', () => {
  process.send?.({ mails, different: ids.size });
  mails = 0;
  ids.clear();
});
process.on('disconnect', () => process.exit(0));
