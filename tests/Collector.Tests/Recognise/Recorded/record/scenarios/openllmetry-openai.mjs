import { OpenAIInstrumentation } from '@traceloop/instrumentation-openai';
import OpenAI from 'openai';

export const run = async ({ modelUrl, provider }) => {
  const instrumentation = new OpenAIInstrumentation();
  instrumentation.setTracerProvider(provider);
  instrumentation.manuallyInstrument(OpenAI);
  const client = new OpenAI({ baseURL: `${modelUrl}/v1`, apiKey: 'none', maxRetries: 0 });
  const messages = [{ role: 'user', content: 'MARKER-prompt' }];
  await client.chat.completions.create({ model: 'gpt-4o', messages });
  const stream = await client.chat.completions.create({ model: 'gpt-4o', messages, stream: true, stream_options: { include_usage: true } });
  for await (const _ of stream);
  await client.chat.completions.create({ model: 'limited', messages }).catch(() => {});
};
