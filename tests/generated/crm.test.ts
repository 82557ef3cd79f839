import { proveExample } from './support/prove.js';

proveExample('crm');
