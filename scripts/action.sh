#!/usr/bin/env bash
# One scoring run for action.yml: annotations on the change, a job summary, a SARIF file. Exit codes are those of compass.
set -euo pipefail

arguments=(score)
while IFS= read -r pair; do
  if [ -n "$pair" ]; then arguments+=(--min-feature "$pair"); fi
done <<< "${COMPASS_MIN_FEATURE:-}"
if [ -n "${COMPASS_FAIL_ON:-}" ]; then arguments+=(--fail-on "$COMPASS_FAIL_ON"); fi
if [ -n "${COMPASS_MIN:-}" ]; then arguments+=(--min "$COMPASS_MIN"); fi
if [ "${COMPASS_IN_CONTEXT:-}" = true ]; then arguments+=(--in-context); fi
if [ -n "${COMPASS_BASELINE:-}" ]; then arguments+=(--baseline "$COMPASS_BASELINE"); fi
if [ -n "${COMPASS_SARIF:-}" ]; then arguments+=(--format sarif --output "$COMPASS_SARIF"); fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then arguments+=(--format markdown --output "$GITHUB_STEP_SUMMARY"); fi

arguments+=(--quiet --format github --output - --)
while IFS= read -r file; do
  if [ -n "$file" ]; then arguments+=("$file"); fi
done <<< "${COMPASS_FILES:-}"

exec node "$(dirname "$0")/../bin/compass.js" "${arguments[@]}"
