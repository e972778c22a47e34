// Generates the types of requests and responses from docs/openapi.json; does not touch the file if nothing changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../docs/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
const types = astToString(await openapiTS(description));
if (types !== before) writeFileSync(target, types);
