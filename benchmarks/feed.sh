#!/usr/bin/env bash
# The change feed under fire, WARMUP and then SECONDS long, first the mechanism alone and then the whole stack:
#  1. the kit's own small service over HTTP with PostgreSQL and broker: NOTES versions a second from WRITERS connections, three readers;
#  2. the stack of four services: CONTRACTS amended a second, as far as the machine answers, four readers through the gateway.
# Fails if a reader misses a version, gets one twice, out of order or late, that is behind a place it has passed.
# Starts everything itself on free ports; needs nothing but Maven. Usage: benchmarks/feed.sh [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
load=(-Dfeed.seconds="${1:-180}" -Dfeed.warmup="${WARMUP:-60}" -Dfeed.writers="${WRITERS:-32}" -Dfeed.things=20)
show() { grep -aE '^feed:|ERROR.*Feed'; }
mvn -B -q -pl service-kit -am test -Dtest=FeedTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jit=-Xshare:auto \
  "${load[@]}" -Dfeed.rate="${NOTES:-250}" | show
mvn -B -q -pl acceptance-tests -am verify -Dit.test=FeedIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dstack.traces=false "${load[@]}" -Dfeed.rate="${CONTRACTS:-120}" | show
