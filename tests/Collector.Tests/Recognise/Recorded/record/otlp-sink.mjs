// Takes OTLP/HTTP with JSON bodies and keeps the requests as they came, put together per signal.
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

export const startSink = () => new Promise((resolve) => {
  const requests = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => {
      let body = Buffer.concat(parts);
      if (request.headers['content-encoding'] === 'gzip') body = gunzipSync(body);
      if (!request.headers['content-type'].includes('json')) throw new Error(`${request.url} came as ${request.headers['content-type']}`);
      requests.push({ path: request.url, body: JSON.parse(body.toString()) });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, requests, close: () => server.close() }));
});
