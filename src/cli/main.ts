import process from 'node:process';
import { dispatch } from './dispatch.ts';
import { nodeWorld } from './node-world.ts';

process.exitCode = await dispatch(process.argv.slice(2), nodeWorld);
