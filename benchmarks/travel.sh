#!/usr/bin/env bash
# How fast contracts travel: a file of N generated notices is imported through the gateway, every supplier is matched by
# providers-service, and every contract carries its provider again. Prints rows a second for import and matching, and the time a list
# and a read take meanwhile. Needs a running stack (./stack up) and curl. Usage: benchmarks/travel.sh [N] [authority]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

n="${1:-2000}"
authority="${2:-E08000003}"
base="${BASE:-http://localhost:8080}"
token="$(./stack token contracts --authority "$authority")"
file="$(mktemp)"
trap 'rm -f "$file"' EXIT

call() { curl -sS --fail-with-body -H "Authorization: Bearer $token" "$@"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.2f", b - a }'; }
rate() { awk -v n="$n" -v t="$1" 'BEGIN { printf "%.0f", n / t }'; }
uuid() { printf '%s-%s' "$run" "$1" | md5sum | sed 's/^\(.\{8\}\)\(.\{4\}\)\(.\{4\}\)\(.\{4\}\)\(.\{12\}\).*/\1-\2-\3-\4-\5/'; }

run="$(date +%s)"
{
  printf '{"meta":{},"stats":{},"contracts":['
  for ((i = 0; i < n; i++)); do
    [ "$i" -eq 0 ] || printf ','
    printf '{"id":"%s","title":"Homecare round %s/%d","description":"Visits to people at home","organisation":"Benchmark Council","status":"awarded",' \
      "$(uuid "$i")" "$run" "$i"
    printf '"notice_type":"Contract","published_date":"2026-01-05","deadline_date":"2025-11-01","awarded_date":"2026-01-04","value_low":1000,"value_high":0,'
    printf '"awarded_value":%d,"awarded_supplier":"Benchmark %d Care Ltd","awarded_to_sme":true,"cpv_codes":"85312000","cpv_description":"Social work",' \
      $((1000 + i)) $((i % 100))
    printf '"region":"North West","postcode":"","suitable_for_sme":true,"url":"https://example.org/%d"}' "$i"
  done
  printf ']}'
} >"$file"

begin="$(now)"
job="$(call --data-binary "@$file" "$base/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES" | grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4)"
until call "$base/v1/contract-imports/$job" | grep -q '"status":"COMPLETED"'; do sleep 0.1; done
import="$(since "$begin")"
printf 'import   %6d rows in %7s s = %5s a second\n' "$n" "$import" "$(rate "$import")"

last="$(call "$base/v1/contracts/changes?after=0&limit=1" | grep -o '"next":"[^"]*"' | cut -d '"' -f 4)"
matched=0
after="${last:-0}"
while [ "$matched" -lt "$n" ]; do
  page="$(call "$base/v1/contracts/changes?after=$after&limit=1000&wait=5&types=contract.supplier-identified.v1")"
  matched=$((matched + $(printf '%s' "$page" | grep -o '"type":"contract.supplier-identified.v1"' | wc -l)))
  after="$(printf '%s' "$page" | grep -o '"next":"[^"]*"' | cut -d '"' -f 4)"
done
travel="$(since "$begin")"
printf 'travel   %6d rows in %7s s = %5s a second (imported, matched, back on the contract)\n' "$n" "$travel" "$(rate "$travel")"
for path in "/v1/contracts?limit=50" "/v1/contracts?q=homecare&limit=50" "/v1/register/contracts?authority=$authority&limit=50"; do
  for _ in $(seq 20); do
    curl -sS -o /dev/null -w '%{time_total}\n' -H "Authorization: Bearer $token" "$base$path"
  done | sort -n | awk -v p="$path" '{ t[NR] = $1 * 1000 } END { printf "read     median %5.1f ms, slowest of 20 %5.1f ms   %s\n", t[10], t[20], p }'
done
