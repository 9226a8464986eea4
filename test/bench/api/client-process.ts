import { playBare, type BareOrder } from './bare-reads.js';
import { playLoad, type LoadOrder } from './load.js';

/** The clients, in a process of their own so that they take none of the server's time. */
process.on('message', (order: { readonly load?: LoadOrder; readonly bare?: BareOrder }) => {
  const work = order.load === undefined ? playBare(order.bare as BareOrder) : playLoad(order.load);
  work.then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
