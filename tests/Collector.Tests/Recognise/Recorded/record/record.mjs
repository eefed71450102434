// node record.mjs SCENARIO: runs one SDK against the stand-in model and writes what it exported to ../SCENARIO.json.
import { NodeTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { keep } from './keep.mjs';
import { startModelServer } from './model-server.mjs';
import { startSink } from './otlp-sink.mjs';

const name = process.argv[2];
const model = await startModelServer();
const sink = await startSink();
const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'service.name': 'recorded' }),
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${sink.url}/v1/traces` }))],
});
provider.register();

const { run } = await import(`./scenarios/${name}.mjs`);
await run({ modelUrl: model.url, provider });
await provider.forceFlush();
await provider.shutdown();
model.close();
sink.close();
keep(name, 'resourceSpans', sink.requests, [new URL(model.url).port]);
