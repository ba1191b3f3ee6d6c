# Drill of a rolling upgrade; read by drill. Without more this release is replaced by one that has a migration more;
# DRILL_BEFORE=COMMIT (or a folder that is built) drill upgrade   that release is replaced by this one, which must be built
# DRILL_CONTRACTS=50000                                           so many more contracts lie in the register meanwhile

first_port="${DRILL_PORT:-28181}"
second_port="$((first_port + 1))"

package() {
  mvn -B -q -o -f "$1/pom.xml" -pl "$2" -am -Dmaven.test.skip=true -Dspotless.apply.skip=true -Dspotless.check.skip=true \
    package >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log"; fail "$1 does not build"; }
}

# The next release of contracts-service: this one and one migration more, built like any other.
next_release() {
  local part
  before="$PWD"
  next="$work/next"
  mkdir "$next"
  cp --parents -a .mvn pom.xml ./*/pom.xml samples/*/pom.xml "$next/"
  for part in local-stack test-kit service-kit contracts-service; do
    cp --parents -a "$part/src" "$part/target/classes" "$next/"
  done
  cp deploy/drills/next-release.sql "$next/contracts-service/src/main/resources/db/migration/V9000__next_release.sql"
  package "$next" contracts-service
  say "the next release is built, with a migration of $(grep -c ';' deploy/drills/next-release.sql) statements"
}

# The release before, of which this one is the next.
release_before() {
  next="$PWD"
  [ -f contracts-service/target/quarkus-app/quarkus-run.jar ] || fail "this release is not built (./stack up builds it)"
  if [ -d "$1" ]; then
    before="$(cd "$1" && pwd)"
  else
    before="$work/before"
    mkdir "$before"
    git archive "$1" | tar -x -C "$before"
    package "$before" local-stack,contracts-service,providers-service,monitoring-service,gateway
  fi
  say "the release before has its migrations up to $(latest_migration "$before"), this one up to $(latest_migration "$next")"
}

latest_migration() { jar tf "$(find "$1/contracts-service/target/quarkus-app/app" -name '*.jar')" | sed -n 's|^db/migration/\(V.*\)__.*|\1|p' | sort -V | tail -n 1; }

# Contracts that a migration has to carry over, so that it takes its time; a session each plans by what is there.
fill() {
  local from
  for ((from = 1; from <= $1; from += 1000)); do
    sql contracts -c "set app.reach to system" -c "insert into contract
        (id, lock_version, authority, status, reference, title, search_text, terms, created_at, updated_at)
      select ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, '$authority', 'DRAFT', 'HELD-' || n, 'Held ' || n,
        'Held ' || n, '{}', now(), now() from generate_series($from, $((from + 999))) n on conflict do nothing" -c "analyze contract_search"
  done >/dev/null
  say "the register holds $(sql contracts -c "select count(*) from contract where reference like 'HELD-%'") contracts more"
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

# Writes a contract, reads it, changes it, finds it as it was changed, reads the change feed, over and over; anything but success is counted.
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
    answer="$(counted "$base/v1/contracts?q=UPGRADE-$began-$worker-$n")" && ! found "$id" "$answer" && printf '%s %s\n' "$id" "$answer" >>"$work/astray"
    counted "$base/v1/contracts?q=drill&sort=title&facets=true&limit=20" >/dev/null || true
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

found() { case "$2" in *"$1"*'Drill, changed'* | *'Drill, changed'*"$1"*) ;; *) return 1 ;; esac; }

# replace PROCESS PORT NUMBER: an instance is told to stop, ends what it has under way, and the next release takes its place.
replace() {
  kill "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.2; done
  say "instance $3 has ended; $(wc -l <"$work/answered") requests answered, $(wc -l <"$work/failed") failed"
  # shellcheck disable=SC2046  # settings are words
  run "next-$3" "$next/contracts-service" "$2" $(settings_of providers contracts)
}

# Two instances of contracts-service behind the gateway, which clients work on.
two_instances() {
  "$before/stack" down >/dev/null
  STACK_WITHOUT="contracts gateway" "$before/stack" up --no-build >/dev/null
  say "the stack is up without contracts-service and gateway"
  # shellcheck disable=SC2046
  run first "$before/contracts-service" "$first_port" $(settings_of providers contracts)
  first=$ran
  # shellcheck disable=SC2046
  run second "$before/contracts-service" "$second_port" $(settings_of providers contracts)
  second=$ran
  # shellcheck disable=SC2046
  run gateway "$before/gateway" "${STACK_GATEWAY_PORT:-8080}" $(settings_of providers gateway) GATEWAY_RATE_LIMIT_CLIENT=1000000 \
    CONTRACTS_URL="http://localhost:$first_port,http://localhost:$second_port" \
    PROVIDERS_URL="http://localhost:${STACK_PROVIDERS_PORT:-8082}" MONITORING_URL="http://localhost:${STACK_MONITORING_PORT:-8083}"
}

# What was written is held, seen by the other services and found, and no request failed.
nothing_lost() {
  local changed seen astray
  check
  changed="$(sql contracts -c "select count(*) from contract where lock_version = 1 and reference like 'UPGRADE-$began-%'")"
  same_views
  seen="$(sql monitoring -c "select count(*) from contract_view where version = 2 and reference like 'UPGRADE-$began-%'")"
  say "changed: $changed in the register, $seen in the view of monitoring-service"
  [ "$changed" = "$seen" ] && [ "$changed" -ge "$(wc -l <"$work/changed")" ] || fail "a change is lost"
  astray="$(sql contracts -c "select count(*) from contract c where not exists (select from contract_search s
    where s.contract_id = c.id and s.title = c.title and s.status = c.status)")"
  say "not found as they are: $(wc -l <"$work/astray") when they were looked for at once, $astray of $(sql contracts -c 'select count(*) from contract') now"
  [ ! -s "$work/failed" ] || fail "requests failed"
  [ "$astray" = 0 ] && [ ! -s "$work/astray" ] || fail "contracts are not found: $(head -n 1 "$work/astray")"
}

# stack_of FOLDER SAID: the whole stack of that release on the data as they are, where a contract written before is found.
stack_of() {
  "$1/stack" down >/dev/null
  "$1/stack" up --no-build >/dev/null
  until_well
  found "$(tail -n 1 "$work/changed")" "$(api "$contracts" "$base/v1/contracts?q=drill+changed&limit=200")" ||
    fail "$2 does not find what was written"
  say "$2"
}

# Two instances of contracts-service behind the gateway are replaced one after another by a release that brings migrations.
upgrade() {
  local worker process before next first second
  if [ -n "${DRILL_BEFORE:-}" ]; then release_before "$DRILL_BEFORE"; else next_release; fi
  two_instances
  [ -z "${DRILL_CONTRACTS:-}" ] || fill "$DRILL_CONTRACTS"
  touch "$work/acknowledged" "$work/changed" "$work/answered" "$work/failed" "$work/astray"
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
  say "schema: $(sql contracts -c "select version || ' ' || description from flyway_schema_history order by installed_rank desc limit 1"); $(slowest_migration)"
  say "$(wc -l <"$work/answered") requests answered, $(wc -l <"$work/failed") failed; $(acknowledged) contracts written, $(wc -l <"$work/changed") changed"
  sort "$work/failed" | head -n 5
  nothing_lost
  for process in $extra; do kill "$process" 2>/dev/null || true; done
  # shellcheck disable=SC2086
  wait $extra 2>/dev/null || true
  extra=""
  [ "$next" != "$PWD" ] || stack_of "$next" "the whole of this release runs on what was written"
  # The way back is open.
  stack_of "$before" "the release before runs on the new schema"
  [ "$next" != "$PWD" ] || "$before/stack" down >/dev/null
}

slowest_migration() {
  sql contracts -c "select 'the slowest migration, ' || version || ', took ' || execution_time || ' ms' from flyway_schema_history
    where installed_on > to_timestamp($began) order by execution_time desc limit 1"
}
