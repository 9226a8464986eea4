import { createServer } from 'node:http';

/** The far end of every contestant: takes a POST, answers 5 ms later, and tells how many it has taken (GET). */
const delayMs = 5;
let taken = 0;

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(String(taken));
    return;
  }
  request.resume();
  request.on('end', () => {
    setTimeout(() => {
      taken += 1;
      response.end('ok');
    }, delayMs);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
process.on('disconnect', () => process.exit(0));
