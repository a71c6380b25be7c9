import { ok } from '../base/result.ts';
import type { Diagram, DiagramNode } from '../model/diagram.ts';
import type { Link } from '../model/structure.ts';
import { connect, type Answer, type Connection } from './engine-client.ts';
import { isWorkerTrouble } from './worker-trouble.ts';

/** Seconds that the largest diagram may take, with fetching what lays it out, on a slow phone and network. */
const limit = 30;

/** Finds a place for each node and a way for each link. */
export type LayOut = (nodes: readonly DiagramNode[], links: readonly Link[]) => Promise<Answer<Diagram>>;

interface Drawing {
  layout(nodes: readonly DiagramNode[], links: readonly Link[]): Diagram;
}

/** Diagrams are laid out in a worker of their own, which starts with the first and stays. One in trouble is ended. */
export function createLayout(startWorker: () => Worker, seconds = limit): LayOut {
  let connection: Connection<Drawing> | undefined;
  return async (nodes, links) => {
    const asked = (connection ??= connect<Drawing>(startWorker()));
    const answer = await asked.call(async (drawing) => ok(await drawing.layout(nodes, links)), seconds);
    if (!answer.ok && answer.error.some(isWorkerTrouble) && connection === asked) {
      connection = undefined;
      asked.end();
    }
    return answer;
  };
}
