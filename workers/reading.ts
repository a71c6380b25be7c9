import * as Comlink from 'comlink';
import { readGiven } from '../src/format/read-given.ts';

// A stranger's file is read here, where it can hang nothing: the page ends the worker when it takes too long.
Comlink.expose({ read: readGiven });
