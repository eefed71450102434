// Writes the exported requests, without data of the recording machine or prompts of others.
import { writeFileSync } from 'node:fs';

const longest = 400;
const personal = ['user.id', 'installation.id'];
const resourceKeys = /^(service\.(?!instance)|session\.|telemetry\.sdk\.|deployment\.environment|env$)/;

const clean = (value, ports) => {
  if (typeof value === 'string') {
    const text = value.replaceAll(/file:\/\/[^\s)"']*\//g, 'file:///app/').replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1:8000');
    if (ports.includes(text)) return '8000';
    return text.length > longest ? `MARKER-long ${'x'.repeat(longest)}` : text;
  }
  if (Array.isArray(value)) return value.map((item) => clean(item, ports));
  if (value === null || typeof value !== 'object') return ports.includes(String(value)) ? 8000 : value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, ports)]));
  if (personal.includes(copy.key)) copy.value = { stringValue: 'u-1' };
  if (copy.resource) copy.resource.attributes = copy.resource.attributes.filter((attribute) => resourceKeys.test(attribute.key));
  return copy;
};

/** @param {Array<{path: string, body: object}>} requests all of one signal */
export const keep = (name, list, requests, ports = []) => {
  const text = JSON.stringify(clean({ [list]: requests.flatMap((request) => request.body[list]) }, ports), null, 1);
  writeFileSync(new URL(`../${name}.json`, import.meta.url), text + '\n');
  console.log(`${name}: ${(text.match(/"(spanId|timeUnixNano)"/g) ?? []).length} items, ${text.length} bytes`);
};
