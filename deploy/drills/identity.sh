# Drills of keys and clocks; read by drill.

answer_to() { api "$1" -o /dev/null -w '%{http_code}' "$base/v1/contracts?limit=1"; }

# The issuer signs with a new key, twice: the token before stays good as long as its key is shown.
key() {
  local old="$contracts" between new since
  ./stack rotate-key
  since="$(date +%s)"
  between="$(token contracts --authority $authority)"
  until [ "$(answer_to "$between")" = 200 ]; do sleep 0.2; done
  say "a token of the new key is taken after $(($(date +%s) - since)) s; of the one before: $(answer_to "$old")"
  # Anybody's token of an unknown key must not delay the next rotation.
  say "a token of a key nobody knows: $(answer_to "$(printf '%s' "$between" | sed 's/^[^.]*/eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vYm9keSJ9/')")"
  ./stack rotate-key
  since="$(date +%s)"
  new="$(token contracts --authority $authority)"
  until [ "$(answer_to "$new")" = 200 ]; do
    sleep 0.5
    [ $(($(date +%s) - since)) -lt 120 ] || fail "a token of the newest key is not taken"
  done
  say "after a second rotation a token is taken after $(($(date +%s) - since)) s; of the key before: $(answer_to "$between"); of the first key, no longer shown: $(answer_to "$old")"
}

# Another instance of contracts-service whose clock is ten minutes ahead writes into the same database.
clock() {
  local library ahead n answer port="${DRILL_PORT:-28181}"
  library="$(find "${FAKETIME_HOME:-/usr/lib}" -name libfaketimeMT.so.1 | head -n 1)"
  [ -n "$library" ] || fail "libfaketime is not here (Debian: libfaketime)"
  tr '\0' '\n' <"/proc/$(process contracts)/environ" | grep -E '^(DATABASE_|KAFKA_|OIDC_)' >"$work/environment"
  env $(cat "$work/environment") LD_PRELOAD="$library" FAKETIME=+10m DONT_FAKE_MONOTONIC=1 QUARKUS_HTTP_PORT="$port" KIT_EVENTS_INSTANCE=ahead \
    java -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar contracts-service/target/quarkus-app/quarkus-run.jar >"$work/ahead.log" 2>&1 &
  extra=$!
  until curl -sf -o /dev/null "http://localhost:$port/q/health/ready"; do
    kill -0 $extra || fail "the instance with the wrong clock ended: $(tail -n 3 "$work/ahead.log")"
    sleep 0.5
  done
  ahead="http://localhost:$port"
  say "an instance of contracts-service with its clock ten minutes ahead is ready"
  start_writing
  until_more 20
  for n in $(seq 20); do
    answer="$(api "$contracts" -X POST -H 'Content-Type: application/json' -d "{\"reference\": \"CLOCK-$began-$n\", \"title\": \"Drill\"}" "$ahead/v1/contracts")" ||
      fail "the instance ahead does not answer"
    printf '%s' "$answer" | grep -q '"id"' || fail "the instance ahead answered $answer"
    printf '%s' "$answer" | grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4 >>"$work/acknowledged"
  done
  say "20 contracts written through it, their events among the others'"
  stop_writing
  kill "$extra"
  wait "$extra" 2>/dev/null || true
  extra=""
  check
}
