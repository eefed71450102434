// A program as OpenLIT's users write it: its own exporters for all three signals, started before the SDKs that it watches.
import { createRequire } from 'node:module';
import { metrics, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';

const require = createRequire(import.meta.url);
const { Openlit, usingAttributes } = require('openlit');
Openlit.init({
  applicationName: 'recorded',
  environment: 'dev',
  pricingJson: JSON.stringify({ chat: { 'gpt-4o': { promptPrice: 0.0025, completionPrice: 0.01 } }, embeddings: { 'text-embedding-3-small': 0.00002 } }),
});

const url = process.env.MODEL_URL;
const { OpenAI } = require('openai');
const { Anthropic } = require('@anthropic-ai/sdk');
const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
const anthropic = new Anthropic({ baseURL: url, apiKey: 'none', maxRetries: 0 });
const messages = [{ role: 'user', content: 'MARKER-prompt' }];

await usingAttributes({ 'session.id': 's-1' }, async () => {
  await openai.chat.completions.create({ model: 'gpt-4o', messages, user: 'u-1' });
  const stream = await openai.chat.completions.create({ model: 'gpt-4o', messages, stream: true, stream_options: { include_usage: true } });
  for await (const _ of stream);
  await openai.embeddings.create({ model: 'text-embedding-3-small', input: 'MARKER-prompt' });
  await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 100, messages });
  await openai.chat.completions.create({ model: 'limited', messages }).catch(() => {});
});

for (const provider of [trace.getTracerProvider().getDelegate(), logs.getLoggerProvider(), metrics.getMeterProvider()]) {
  await (provider._getDelegate?.() ?? provider).forceFlush?.();
}
process.exit();
