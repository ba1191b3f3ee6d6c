#!/usr/bin/env bash
# How many contracts a second have their suppliers matched among tens of thousands of provider records: events of contracts.v1 with
# numbers, names spelt otherwise, misspelt or trading names, and unknown ones, from the topic through matching to the view and the journal.
# Prints what was decided with a fingerprint, where the time went, and the plan of the statement that finds candidates.
# Starts PostgreSQL, Kafka and the service itself. Usage: benchmarks/matching.sh [CONTRACTS [PROVIDERS]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q -pl providers-service -am test -Dtest=MatchingBenchmark -Dquarkus.scheduler.enabled=false -Dsurefire.failIfNoSpecifiedTests=false \
  -Dmatching.contracts="${1:-6000}" -Dmatching.providers="${2:-30000}" |
  grep -aE '^(\| [^+]|MATCHED|DECIDED|SAME|PLAN|\[ERROR\])' | grep -avE '^\| (set_config|system) '
