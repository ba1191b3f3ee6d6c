#!/usr/bin/env bash
# How long a search for joint opportunities takes among 12,500, 25,000, 50,000 and 100,000 contracts of 150 councils: reading from
# PostgreSQL under row-level security, matching and explaining, five runs each. Needs nothing but Maven. Usage: benchmarks/joint-opportunities.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q -pl contracts-service -am test -Dtest=JointOpportunityBenchmark -Dsurefire.failIfNoSpecifiedTests=false | grep -aE '^ *[0-9]+ \||^contracts \|'
