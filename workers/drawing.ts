import * as Comlink from 'comlink';
import { layoutDiagram } from '../src/chart/structure/layout.ts';

// A diagram of ninety variables takes a phone longer than a frame to lay out: the page shows the rest meanwhile.
Comlink.expose({ layout: layoutDiagram });
