#!/usr/bin/env bash
# The README's tour against a running stack: a contract travels the whole way. Needs only curl.
# Run ./stack up first. Every step prints what was answered, shortened to what matters.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

base="${BASE:-http://localhost:8080}"
files=acceptance-tests/src/test/resources/fixtures
blackburn=E06000008
blackpool=E06000009
year="$(date +%Y)"

# Whatever gives tokens: deploy/containers/token for docker-compose
token() { ${TOKEN:-./stack token} "$@"; }
call() { curl -sS --fail-with-body -H "Authorization: Bearer $1" "${@:2}"; }
field() { grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
etag() { curl -sS -o /dev/null -D - -H "Authorization: Bearer $1" "$2" | tr -d '\r' | sed -n 's/^etag: //Ip'; }
say() { printf '\n== %s\n' "$*"; }

contracts="$(token contracts --authority $blackburn)"
providers="$(token providers --authority $blackburn)"
monitoring="$(token monitoring --authority $blackburn)"

say "1. Import the notices of two councils; each row is accounted for"
for council in blackburn blackpool; do
  of="$(token contracts --authority "${!council}")"
  job="$(call "$of" --data-binary "@$files/notices-$council.json" \
    "$base/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES" | field id)"
  until call "$of" "$base/v1/contract-imports/$job" | grep -q COMPLETED; do sleep 0.2; done
  call "$of" "$base/v1/contract-imports/$job" | grep -o '"status".*"rows":{[^}]*}' | sed 's/"parameters":{},//'
done

say "2. 'Ribble Valley Homecare Ltd' of one and 'RIBBLE VALLEY HOMECARE LIMITED' of the other are one provider"
until call "$providers" "$base/v1/providers?q=ribble+valley" | grep -q legalName; do sleep 0.2; done
call "$providers" "$base/v1/providers?q=ribble+valley" | grep -o '"legalName":"[^"]*"'
provider="$(call "$providers" "$base/v1/providers?q=ribble+valley" | field id)"

say "3. An officer adds what the notice does not say, and activates the contract"
until call "$contracts" "$base/v1/contracts?q=homecare&providerId=$provider" | grep -q '"id"'; do sleep 0.2; done
contract="$(call "$contracts" "$base/v1/contracts?q=homecare&providerId=$provider" | field id)"
path="$base/v1/contracts/$contract"
call "$contracts" -X PATCH -H 'Content-Type: application/merge-patch+json' -H "If-Match: $(etag "$contracts" "$path")" \
  -d '{"dates": {"start": "'$((year - 1))'-01-01", "end": "'$((year + 2))'-12-31"}, "serviceType": "HOMECARE"}' "$path" | grep -o '"dates":{[^}]*}'
call "$contracts" -X POST -H 'Content-Type: application/json' -H "If-Match: $(etag "$contracts" "$path")" -d '{}' "$path/activate" |
  grep -o '"status":"[A-Z]*"'

say "4. The event has opened a monitoring plan with indicators and due dates"
until call "$monitoring" "$base/v1/monitoring-plans?contractId=$contract" | grep -q '"id"'; do sleep 0.1; done
plan="$(call "$monitoring" "$base/v1/monitoring-plans?contractId=$contract" | field id)"
call "$monitoring" "$base/v1/monitoring-plans/$plan" | grep -o '"code":"[A-Z_]*"' | tr '\n' ' '

say "5. The provider submits its return, with a token of its own"
its="$(token provider --authority $blackburn --provider "$provider")"
observations="$(call "$monitoring" "$base/v1/monitoring-plans/$plan" | grep -o '"code":"[A-Z_]*"' |
  sed 's/"code":\(.*\)/{"indicator": \1, "value": 81}/' | paste -sd, -)"
call "$its" -X POST -H 'Content-Type: application/json' -H "Idempotency-Key: tour-$plan" "$base/v1/returns" \
  -d "{\"planId\": \"$plan\", \"periodStart\": \"$((year - 1))-10-01\", \"periodEnd\": \"$((year - 1))-12-31\", \"observations\": [$observations], \"submit\": true}" |
  grep -o '"status":"[A-Z]*"'

say "6. The scorecard shows its arithmetic"
until call "$monitoring" "$base/v1/scorecards/$contract" 2>/dev/null | grep -q '"rag"'; do sleep 0.1; done
call "$monitoring" "$base/v1/scorecards/$contract" | grep -o '"rag":.*"arithmetic":"[^"]*"' | sed 's/,"outcomes".*//'

say "7. A home of the provider is rated: Good, then Inadequate"
location="$(call "$providers" -X POST -H 'Content-Type: application/json' "$base/v1/locations" \
  -d "{\"providerId\": \"$provider\", \"name\": \"Mill Lane branch\", \"careType\": \"HOMECARE\", \"area\": \"$blackburn\", \"postcode\": \"BB1 1AA\"}" | field id)"
for rating in "\"GOOD\", \"reportDate\": \"$((year - 1))-06-01\"" "\"INADEQUATE\", \"reportDate\": \"$(date +%Y-%m-%d)\""; do
  call "$providers" -X POST -H 'Content-Type: application/json' "$base/v1/locations/$location/ratings" \
    -d "{\"regulator\": \"CQC\", \"overall\": $rating}" | grep -o '"overall":"[A-Z]*","reportDate":"[-0-9]*"'
done

say "8. Within a second the contract in the register carries the flag, with its reasons"
until call "$contracts" "$path" | grep -q '"flagged":true'; do sleep 0.1; done
call "$contracts" "$path" | grep -o '"risk":{.*}'

say "9. Anyone reads the public register, without a token"
curl -sS -H 'Accept: text/csv' "$base/v1/register/contracts?authority=$blackburn" | head -n 3
