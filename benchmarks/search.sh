#!/usr/bin/env bash
# Searches at ten thousand and at a million contracts, side by side in one run: through HTTP and the service's own SQL
# under its tenancy, on PostgreSQL started for it. Takes about ten minutes and 6 GB of disk.
# SIZE=100000 benchmarks/search.sh for a shorter one. The service's schedules are off: a million contracts that were
# entered at once would all have their quarter's snapshot taken while they are searched.
set -euo pipefail
# What PostgreSQL keeps of tables and indexes in memory, at both sizes; its own default, 128MB, is meant for small data,
# and a million contracts with their indexes are 4 GB.
export STACK_POSTGRES_MEMORY="${STACK_POSTGRES_MEMORY:-2GB}"
cd "$(dirname "$0")/.."
mvn -B -q -pl contracts-service -am test -Dtest=SearchBenchmark -Dquarkus.scheduler.enabled=false -Dsurefire.failIfNoSpecifiedTests=false \
  -Dsearch.size="${SIZE:-1000000}" -Dsearch.runs="${RUNS:-200}" |
  grep -E '^\||seeded'
