#!/usr/bin/env bash
# How fast homecare visits come in beside PostgreSQL's own COPY of the same rows, and how fast figures are read. Starts what it needs
# itself (PostgreSQL, Kafka, issuer and the monitoring service, all on this machine); needs a JDK, Maven and about 10 GB of disk.
# Usage: benchmarks/visits.sh [N], ten million when left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -B -q -pl monitoring-service -am test -Dtest=VisitsBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
  -Dvisits.benchmark="${1:-10000000}" -DtrimStackTrace=false | grep -E '^(file|INTAKE|FIGURES|RECOUNT|COPY|\[ERROR\])'
