const AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most four of the given calls at a time, in the order of asking, so that a long list does not flood the gateway. */
export async function inTurn<T>(call: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>(go => waiting.push(go));
  running++;
  try {
    return await call();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
