#!/usr/bin/env bash
# The change feed under fire: RATE updates a second from WRITERS connections for SECONDS, while four readers follow /v1/contracts/changes
# through the gateway (pages of 7, 100, 500 and 1,000, with and without long poll). Fails if one of them misses a version, gets one twice
# or out of order. Starts the whole stack itself on free ports; needs nothing but Maven. Usage: benchmarks/feed.sh [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -q -pl acceptance-tests -am verify -Dit.test=FeedIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dfeed.seconds="${1:-180}" -Dfeed.rate="${RATE:-220}" -Dfeed.writers="${WRITERS:-32}" | grep -aE '^feed:|ERROR'
