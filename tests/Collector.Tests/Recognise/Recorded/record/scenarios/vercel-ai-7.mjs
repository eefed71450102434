import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { OpenTelemetry } from '@ai-sdk/otel';
import { generateText, registerTelemetry, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';

export const run = async ({ modelUrl }) => {
  registerTelemetry(new OpenTelemetry());
  const models = createOpenAICompatible({ name: 'openai', baseURL: `${modelUrl}/v1`, includeUsage: true });
  await generateText({
    model: models.chatModel('gpt-4o'),
    prompt: 'MARKER-prompt',
    tools: { weather: tool({ description: 'Weather', inputSchema: z.object({ city: z.string() }), execute: async () => 'MARKER-result' }) },
    stopWhen: stepCountIs(3),
    telemetry: { functionId: 'answer' },
  });
  const stream = streamText({ model: models.chatModel('gpt-4o'), prompt: 'MARKER-prompt', telemetry: { functionId: 'answer' } });
  for await (const _ of stream.textStream);
  await generateText({ model: models.chatModel('limited'), prompt: 'MARKER-prompt', maxRetries: 0, telemetry: { functionId: 'answer' } }).catch(() => {});
};
