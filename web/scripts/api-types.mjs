// Writes the types of what the server takes and answers, from docs/openapi.json; leaves them alone when they are as they were.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../docs/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
const types = astToString(await openapiTS(description));
if (types !== before) writeFileSync(target, types);
