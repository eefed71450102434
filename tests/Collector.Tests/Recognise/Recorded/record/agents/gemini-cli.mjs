import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('@google/gemini-cli/package.json'));
const { bin } = createRequire(import.meta.url)('@google/gemini-cli/package.json');

export const command = ({ modelUrl, sinkUrl }) => ({
  run: process.execPath,
  args: [join(folder, bin.gemini), '-m', 'gemini-2.5-pro', '-p', 'MARKER-prompt'],
  env: { GEMINI_API_KEY: 'none', GOOGLE_GEMINI_BASE_URL: modelUrl, GEMINI_CLI_TRUST_WORKSPACE: 'true' },
  files: {
    '.gemini/settings.json': JSON.stringify({
      telemetry: { enabled: true, target: 'local', useCollector: true, otlpEndpoint: sinkUrl, otlpProtocol: 'http', logPrompts: true, traces: true },
      security: { auth: { selectedType: 'gemini-api-key' } },
      privacy: { usageStatisticsEnabled: false },
    }),
  },
});
