import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('@openai/codex/bin/codex.js');

export const command = ({ modelUrl, sinkUrl }) => ({
  run: process.execPath,
  args: [program, 'exec', '--skip-git-repo-check', '--sandbox', 'read-only', 'MARKER-prompt'],
  env: {},
  files: {
    '.codex/config.toml': `
model = "gpt-5-codex"
model_provider = "stand_in"
[model_providers.stand_in]
name = "stand-in"
base_url = "${modelUrl}/v1"
wire_api = "responses"
[otel]
environment = "dev"
log_user_prompt = true
exporter = { otlp-http = { endpoint = "${sinkUrl}/v1/logs", protocol = "json" } }
trace_exporter = { otlp-http = { endpoint = "${sinkUrl}/v1/traces", protocol = "json" } }
`,
  },
  // Those of hundreds of internal spans that report tokens.
  isOurs: (span) => span.attributes.some((attribute) => /usage/.test(attribute.key)),
});
