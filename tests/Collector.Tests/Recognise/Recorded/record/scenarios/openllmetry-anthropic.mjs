import { AnthropicInstrumentation } from '@traceloop/instrumentation-anthropic';
import * as anthropic from '@anthropic-ai/sdk';

export const run = async ({ modelUrl, provider }) => {
  const instrumentation = new AnthropicInstrumentation();
  instrumentation.setTracerProvider(provider);
  instrumentation.manuallyInstrument(anthropic);
  const client = new anthropic.Anthropic({ baseURL: modelUrl, apiKey: 'none', maxRetries: 0 });
  const request = { max_tokens: 100, system: 'MARKER-system', messages: [{ role: 'user', content: 'MARKER-prompt' }] };
  await client.messages.create({ model: 'claude-sonnet-4-5', ...request });
  await client.messages.create({ model: 'limited', ...request }).catch(() => {});
};
