import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('@github/copilot/npm-loader.js');

const ask = (model) => [program, '--model', model, '--allow-all-tools', '-p', 'MARKER-prompt'];

// With a user's own model provider it needs no account, and contacts no other service in offline mode.
export const command = ({ modelUrl, sinkUrl }) => ({
  run: process.execPath,
  args: ask('gpt-4o'),
  more: [ask('limited')],
  env: {
    COPILOT_OFFLINE: 'true',
    COPILOT_AUTO_UPDATE: 'false',
    COPILOT_PROVIDER_BASE_URL: `${modelUrl}/v1`,
    COPILOT_PROVIDER_API_KEY: 'none',
    OTEL_EXPORTER_OTLP_ENDPOINT: sinkUrl,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
  },
  files: {},
});
