# Drill of a rolling upgrade; read by drill.

first_port="${DRILL_PORT:-28181}"
second_port="$((first_port + 1))"

# The next release of contracts-service: this one and one migration more, built like any other.
next_release() {
  local next="$work/next" part
  mkdir "$next"
  cp --parents -a .mvn pom.xml ./*/pom.xml samples/*/pom.xml "$next/"
  for part in local-stack test-kit service-kit contracts-service; do
    cp --parents -a "$part/src" "$part/target/classes" "$next/"
  done
  cp deploy/drills/next-release.sql "$next/contracts-service/src/main/resources/db/migration/V9000__next_release.sql"
  mvn -B -q -o -f "$next/pom.xml" -pl contracts-service -am -Dmaven.test.skip=true -Dspotless.apply.skip=true -Dspotless.check.skip=true \
    package >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log"; fail "the next release does not build"; }
  say "the next release is built, with a migration of $(grep -c ';' deploy/drills/next-release.sql) statements"
}

# What the stack gives its services, for one that runs outside of it: settings_of providers contracts
settings_of() { tr '\0' '\n' <"/proc/$(process "$1")/environ" | grep -E '^(DATABASE_|KAFKA_|OIDC_|KIT_)' | sed "s/$1/$2/g"; }

# run NAME FOLDER PORT SETTING…: a service beside the stack; its process is left in the variable "ran".
run() {
  local name="$1" folder="$2" port="$3"
  shift 3
  env "$@" QUARKUS_HTTP_HOST=localhost QUARKUS_HTTP_PORT="$port" SHUTDOWN_DELAY=5s \
    java -Xmx192m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=UTC -jar "$folder/target/quarkus-app/quarkus-run.jar" >"$work/$name.log" 2>&1 &
  ran=$!
  extra="$extra $ran"
  until curl -sf -o /dev/null "http://localhost:$port/q/health/ready"; do
    kill -0 "$ran" 2>/dev/null || fail "$name ended: $(tail -n 3 "$work/$name.log")"
    sleep 0.5
  done
  say "$name is ready on port $port"
}

# Writes a contract, reads it, changes it, reads the change feed, over and over; anything but success is counted.
work_on() {
  local worker="$1" n=0 id path answer
  while :; do
    n=$((n + 1))
    answer="$(counted -H 'Content-Type: application/json' "$base/v1/contracts" \
      -d "{\"reference\": \"UPGRADE-$began-$worker-$n\", \"title\": \"Drill\", \"type\": \"BLOCK\"}")" || continue
    id="$(printf '%s' "$answer" | grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4)"
    printf '%s\n' "$id" >>"$work/acknowledged"
    path="$base/v1/contracts/$id"
    counted "$path" >/dev/null || continue
    counted -X PATCH -H 'Content-Type: application/merge-patch+json' -H 'If-Match: "1"' "$path" -d '{"title": "Drill, changed"}' >/dev/null &&
      printf '%s\n' "$id" >>"$work/changed"
    counted "$base/v1/contracts?limit=20" >/dev/null || true
    counted "$base/v1/contracts/changes?limit=20" >/dev/null || true
  done
}

counted() {
  local answer status
  answer="$(api "$contracts" -w '\n%{http_code}' "$@" 2>/dev/null || true)"
  status="${answer##*$'\n'}"
  case "$status" in
    2??) printf '%s\n' "$status" >>"$work/answered" ;;
    *) printf '%s %s\n' "$(date +%T)" "${answer//$'\n'/ }" >>"$work/failed"; return 1 ;;
  esac
  printf '%s' "$answer"
}

# replace PROCESS PORT NUMBER: an instance is told to stop, ends what it has under way, and the next release takes its place.
replace() {
  kill "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.2; done
  say "instance $3 has ended; $(wc -l <"$work/answered") requests answered, $(wc -l <"$work/failed") failed"
  # shellcheck disable=SC2046  # settings are words
  run "next-$3" "$work/next/contracts-service" "$2" $(settings_of providers contracts)
}

# Two instances of contracts-service behind the gateway are replaced one after another by a release that brings a migration.
upgrade() {
  local first second worker process changed seen
  next_release
  ./stack down >/dev/null
  STACK_WITHOUT="contracts gateway" ./stack up --no-build >/dev/null
  say "the stack is up without contracts-service and gateway"
  # shellcheck disable=SC2046
  run first contracts-service "$first_port" $(settings_of providers contracts)
  first=$ran
  # shellcheck disable=SC2046
  run second contracts-service "$second_port" $(settings_of providers contracts)
  second=$ran
  # shellcheck disable=SC2046
  run gateway gateway "${STACK_GATEWAY_PORT:-8080}" $(settings_of providers gateway) GATEWAY_RATE_LIMIT_CLIENT=1000000 \
    CONTRACTS_URL="http://localhost:$first_port,http://localhost:$second_port" \
    PROVIDERS_URL="http://localhost:${STACK_PROVIDERS_PORT:-8082}" MONITORING_URL="http://localhost:${STACK_MONITORING_PORT:-8083}"
  touch "$work/acknowledged" "$work/changed" "$work/answered" "$work/failed"
  for worker in 1 2 3 4; do
    work_on "$worker" &
    writer="$writer $!"
  done
  until_more 40
  replace "$first" "$first_port" 1
  until_more 40
  replace "$second" "$second_port" 2
  until_more 40
  # shellcheck disable=SC2086
  kill $writer
  # shellcheck disable=SC2086
  wait $writer 2>/dev/null || true
  writer=""
  say "schema: $(sql contracts -c "select version || ' ' || description from flyway_schema_history order by installed_rank desc limit 1")"
  say "$(wc -l <"$work/answered") requests answered, $(wc -l <"$work/failed") failed; $(acknowledged) contracts written, $(wc -l <"$work/changed") changed"
  sort "$work/failed" | head -n 5
  check
  changed="$(sql contracts -c "select count(*) from contract where lock_version = 1 and reference like 'UPGRADE-$began-%'")"
  same_views
  seen="$(sql monitoring -c "select count(*) from contract_view where version = 2 and reference like 'UPGRADE-$began-%'")"
  say "changed: $changed in the register, $seen in the view of monitoring-service"
  [ "$changed" = "$seen" ] && [ "$changed" -ge "$(wc -l <"$work/changed")" ] || fail "a change is lost"
  [ ! -s "$work/failed" ] || fail "requests failed"
  # The release before is started again on the changed schema: the way back is open.
  for process in $extra; do kill "$process" 2>/dev/null || true; done
  # shellcheck disable=SC2086
  wait $extra 2>/dev/null || true
  extra=""
  ./stack down >/dev/null
  ./stack up --no-build >/dev/null
  [ "$(api "$contracts" -o /dev/null -w '%{http_code}' "$base/v1/contracts?limit=1")" = 200 ] || fail "the release before does not run on the new schema"
  say "the release before runs on the new schema"
}
