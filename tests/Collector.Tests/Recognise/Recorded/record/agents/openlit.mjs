import { fileURLToPath } from 'node:url';

export const command = ({ modelUrl, sinkUrl }) => ({
  run: process.execPath,
  args: [fileURLToPath(new URL('../programs/openlit.mjs', import.meta.url))],
  env: { MODEL_URL: modelUrl, OTEL_EXPORTER_OTLP_ENDPOINT: sinkUrl },
  files: {},
});
