import { createRequire } from 'node:module';

// The package's own launcher for installations without its scripts.
const program = createRequire(import.meta.url).resolve('@anthropic-ai/claude-code/cli-wrapper.cjs');

const ask = (model) => [program, '--print', '--model', model, '--allowedTools', 'Bash', '--', 'MARKER-prompt'];

export const command = ({ modelUrl, sinkUrl }) => ({
  run: process.execPath,
  args: ask('claude-sonnet-4-5-20250929'),
  more: [ask('limited')],
  env: {
    ANTHROPIC_BASE_URL: modelUrl,
    ANTHROPIC_API_KEY: 'none',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_MAX_RETRIES: '0',
    CLAUDE_CODE_ENABLE_TELEMETRY: '1',
    CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: '1',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_EXPORTER_OTLP_ENDPOINT: sinkUrl,
    OTEL_LOG_USER_PROMPTS: '1',
    OTEL_LOG_TOOL_DETAILS: '1',
    OTEL_LOG_TOOL_CONTENT: '1',
  },
  files: {},
});
