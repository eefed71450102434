import { createOpenAI } from '@ai-sdk/openai2';
import { generateText, stepCountIs, streamText, embed, tool } from 'ai5';
import { z } from 'zod';

export const run = async ({ modelUrl }) => {
  const openai = createOpenAI({ baseURL: `${modelUrl}/v1`, apiKey: 'none' });
  const experimental_telemetry = { isEnabled: true, functionId: 'answer', metadata: { sessionId: 's-1', userId: 'u-1' } };
  await generateText({
    model: openai.chat('gpt-4o'),
    prompt: 'MARKER-prompt',
    tools: { weather: tool({ description: 'Weather', inputSchema: z.object({ city: z.string() }), execute: async () => 'MARKER-result' }) },
    stopWhen: stepCountIs(3),
    experimental_telemetry,
  });
  const stream = streamText({ model: openai.chat('gpt-4o'), prompt: 'MARKER-prompt', experimental_telemetry });
  for await (const _ of stream.textStream);
  await embed({ model: openai.embedding('text-embedding-3-small'), value: 'MARKER-value', experimental_telemetry });
  await generateText({ model: openai.chat('limited'), prompt: 'MARKER-prompt', maxRetries: 0, experimental_telemetry }).catch(() => {});
};
