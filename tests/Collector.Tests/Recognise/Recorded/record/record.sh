#!/usr/bin/env bash
# Installs the SDKs and records each of them again. Needs Node.js 22; nothing leaves the machine but the installation.
set -euo pipefail
cd "$(dirname "$0")"
npm install --no-audit --no-fund --ignore-scripts
for scenario in scenarios/*.mjs; do node record.mjs "$(basename "$scenario" .mjs)"; done
for agent in agents/*.mjs; do node agent.mjs "$(basename "$agent" .mjs)"; done
