import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

/** A port of Node's as browsers have them. */
export function endpointOf(port: MessagePort | Worker): Endpoint {
  const heard = new WeakMap<object, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as never),
    addEventListener: (type, listener) => {
      const hear = (data: unknown): void => {
        const event = { type, data } as MessageEvent;
        if ('handleEvent' in listener) listener.handleEvent(event);
        else listener(event);
      };
      heard.set(listener, hear);
      port.on(type, hear);
    },
    removeEventListener: (type, listener) => {
      const hear = heard.get(listener);
      if (hear) port.off(type, hear);
    },
  };
}
