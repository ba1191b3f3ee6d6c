#!/usr/bin/env bash
# How fast a large payment file is taken over, and in how much memory. Against a running stack, started for instance with
#   STACK_SERVICE_OPTS="-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" ./stack up
#   benchmarks/spend.sh [FILE] [AUTHORITY] [FORMAT]
set -euo pipefail
cd "$(dirname "$0")/.."
file="${1:-../shared/data/spend/trafford-supplier-spend-2024-25.zip}"
authority="${2:-E08000009}"
format="${3:-LGA_SPEND}"
base="http://localhost:${STACK_GATEWAY_PORT:-8080}"
metrics="http://localhost:${STACK_CONTRACTS_PORT:-8081}/q/metrics"
token="$(./stack token contracts --authority "$authority")"

call() { curl -sS -H "Authorization: Bearer $token" "$@"; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" | head -n 1; }
heap() {
  curl -sS "$metrics" | grep '^jvm_memory_used_bytes.*area="heap"' | awk '{ sum += $NF } END { printf "%d\n", sum / 1048576 }'
}

begun="$(date +%s%N)"
job="$(call --data-binary "@$file" "$base/v1/spend-imports?format=$format" | field id)"
most=0
while :; do
  state="$(call "$base/v1/spend-imports/$job")"
  now="$(heap)"
  [ "$now" -gt "$most" ] && most="$now"
  case "$(printf '%s' "$state" | field status)" in COMPLETED | FAILED) break ;; esac
  sleep 1
done
seconds="$(awk "BEGIN {printf \"%.1f\", ($(date +%s%N) - $begun) / 1e9}")"
echo "$state"
call "$base/v1/spend-imports/$job/reconciliation"
echo
lines="$(printf '%s' "$state" | field read)"
echo "$lines lines in $seconds s ($(awk "BEGIN {printf \"%d\", $lines / $seconds}") a second), heap in use at most $most MiB"
