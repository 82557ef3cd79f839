import { trace } from '../offline/trace/trace.js';
import { read } from '../reading/read.js';
import type { Trace } from './gates.js';

/** What a brief asks for, and what of a blueprint answers it. */
export const traceBrief: Trace = (brief, blueprint) => trace(read(brief), blueprint);
