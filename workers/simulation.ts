import * as Comlink from 'comlink';
import { createMovingEngine } from './moving-engine.ts';

Comlink.expose(createMovingEngine());
