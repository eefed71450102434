// node agent.mjs AGENT: runs a coding agent's command line, a prompt a run, or a program with exporters of its own, against the stand-in model, in a home of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keep } from './keep.mjs';
import { startModelServer } from './model-server.mjs';
import { startSink } from './otlp-sink.mjs';

const name = process.argv[2];
const { command } = await import(`./agents/${name}.mjs`);
const model = await startModelServer();
const sink = await startSink();
const home = mkdtempSync(join(tmpdir(), 'record-'));
const { files, run, args, more = [], env, isOurs = () => true } = command({ modelUrl: model.url, sinkUrl: sink.url });
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), content);
}

const work = join(home, 'work');
mkdirSync(work);
for (const words of [args, ...more]) {
  const agent = spawn(run, words, { cwd: work, env: { PATH: process.env.PATH, HOME: home, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  await new Promise((resolve) => agent.on('exit', resolve));
}

await new Promise((resolve) => setTimeout(resolve, 2000));
model.close();
sink.close();
rmSync(home, { recursive: true });

const of = (signal) => sink.requests.filter((request) => request.path.endsWith(signal));
for (const request of of('/traces')) {
  for (const scope of request.body.resourceSpans.flatMap((resource) => resource.scopeSpans)) scope.spans = scope.spans.filter(isOurs);
}

const signals = { logs: 'resourceLogs', traces: 'resourceSpans', metrics: 'resourceMetrics' };
for (const [signal, list] of Object.entries(signals)) {
  if (of(`/${signal}`).length > 0) keep(`${name}.${signal}`, list, of(`/${signal}`), [new URL(model.url).port]);
}
