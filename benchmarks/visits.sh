#!/usr/bin/env bash
# How fast homecare visits come in beside PostgreSQL's own COPY of the same rows, and how fast figures are read. Starts what it needs
# itself (PostgreSQL, Kafka, issuer and the monitoring service, all on this machine); needs a JDK, Maven and about 10 GB of disk.
# The database loses nothing (fsync) and the service runs with both compilers, as in production.
# Usage: benchmarks/visits.sh [N [random-ids]], ten million with ids that count up when left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -B -q -pl monitoring-service -am test -Dtest=VisitsBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
  -Dvisits.benchmark="${1:-10000000}" -Dvisits.benchmark.random-ids="$([ "${2:-}" = random-ids ] && echo true || echo false)" \
  -Dpostgres.durable=true -Dtest.jit=-XX:+TieredCompilation -DtrimStackTrace=false | grep -E '^(file|INTAKE|FIGURES|RECOUNT|COPY|\[ERROR\])'
