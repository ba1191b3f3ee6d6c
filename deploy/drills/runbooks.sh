# Drill of the alerts' pages in docs/runbooks: what each alert is about is brought about, its page is followed, and it is over; read by drill.

hook_port="${DRILL_PORT:-28181}"

# figure PART NAME: the sum of what a part shows under a name, labels and all.
figure() {
  local port
  case "$1" in
    gateway) port="${STACK_GATEWAY_PORT:-8080}" ;;
    contracts) port="${STACK_CONTRACTS_PORT:-8081}" ;;
    providers) port="${STACK_PROVIDERS_PORT:-8082}" ;;
    monitoring) port="${STACK_MONITORING_PORT:-8083}" ;;
  esac
  curl -sS "http://localhost:$port/q/metrics" | awk -v name="$2" 'index($0, name) == 1 { sum += $NF } END { printf "%d", sum }'
}

# until_figure PART NAME TEST NUMBER
until_figure() {
  local since
  since="$(date +%s)"
  until test "$(figure "$1" "$2")" "$3" "$4"; do
    [ $(($(date +%s) - since)) -lt 180 ] || fail "$2 of $1 is $(figure "$1" "$2")"
    sleep 0.5
  done
}

# hold DATABASE STATEMENT: a session that has done this and does not end.
hold() {
  PGAPPNAME=drill sql "$1" -c "begin; $2; select pg_sleep(900)" >/dev/null 2>&1 &
  until [ "$(sql "$1" -c "select count(*) from pg_stat_activity where application_name = 'drill' and wait_event = 'PgSleep'")" = 1 ]; do sleep 0.1; done
}

let_go() {
  sql postgres -c "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'drill'" >/dev/null
}

new_contract() {
  api "$contracts" -H 'Content-Type: application/json' "$base/v1/contracts" -d "{\"reference\": \"RUNBOOK-$began-$1\", \"title\": \"$2\", \"type\": \"BLOCK\"}" |
    grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4
}

operation() { api "$admin" -X POST "$base/v1/operations/$1"; }

# The broker takes no event of more than a megabyte. The publisher is kept waiting by its own lock until the event is that large.
events_parked() {
  local id
  hold contracts "select pg_advisory_lock(7714002)"
  id="$(new_contract parked "Too large")"
  sql contracts -c "update journal set state = state || jsonb_build_object('padding', repeat('x', 2000000)) where aggregate_id = '$id'"
  let_go
  until_figure contracts outbox_parked -gt 0
  say "events-parked: $(sql contracts -c "select type || ', ' || split_part(parked_reason, ':', 1) || ', ' || length(state::text) from journal where parked_reason is not null")"
  sql contracts -c "update journal set state = state - 'padding' where aggregate_id = '$id'"
  say "events-parked: mended, $(operation contracts/parked-events/release)"
  until_figure contracts outbox_parked -eq 0
}

# A rule of the view's own database refuses what the service did not expect.
dead_letters() {
  local id letter
  sql monitoring -c "alter table contract_view add constraint drill check (reference <> 'RUNBOOK-$began-dead')"
  id="$(new_contract dead Unexpected)"
  until_figure monitoring inbox_dead_letters -gt 0
  letter="$(api "$admin" "$base/v1/operations/monitoring/dead-letters" | grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4)"
  say "dead-letters: $(api "$admin" "$base/v1/operations/monitoring/dead-letters" | grep -o '"reason" *: *"[^"]*' | head -n 1 | cut -c 1-150)"
  sql monitoring -c "alter table contract_view drop constraint drill"
  say "dead-letters: mended, $(operation "monitoring/dead-letters/$letter/replay")"
  until_figure monitoring inbox_dead_letters -eq 0
  [ "$(sql monitoring -c "select count(*) from contract_view where contract_id = '$id'")" = 1 ] || fail "the letter was replayed and is not in the view"
}

consumer_behind() {
  local n
  hold monitoring "lock table contract_view in access exclusive mode"
  for n in $(seq 20); do new_contract "behind-$n" Behind >/dev/null; done
  until_figure monitoring inbox_lag -gt 0
  say "consumer-behind: inbox_lag $(figure monitoring inbox_lag) while the view is held; $(sql monitoring -c "select count(*) from pg_stat_activity where wait_event_type = 'Lock'") session waits for a lock"
  let_go
  until_figure monitoring inbox_lag -eq 0
  say "consumer-behind: inbox_lag 0"
}

# One lock stops requests and an import alike, which is what both pages are about.
import_stuck_and_pool_exhausted() {
  local job n asking=""
  hold contracts "lock table contract in access exclusive mode"
  job="$(api "$contracts" -H 'Content-Type: application/json' "$base/v1/contract-imports?format=CONTRACTS_FINDER_NOTICES" -d "{\"meta\": {}, \"stats\": {}, \"contracts\": [{\"id\": \"drill-$began\", \"title\": \"Drill\", \"organisation\": \"Drill\", \"status\": \"awarded\"}]}" |
    grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4)"
  until [ "$(sql contracts -c "select status from import_job where id = '$job'")" = RUNNING ]; do sleep 0.2; done
  for n in $(seq 30); do
    api "$contracts" -o /dev/null "$base/v1/contracts?limit=1" 2>/dev/null &
    asking="$asking $!"
  done
  until_figure contracts agroal_awaiting_count -gt 5
  say "database-pool: agroal_awaiting_count $(figure contracts agroal_awaiting_count); longest: $(sql contracts -c "select left(query, 60) from pg_stat_activity where datname = 'contracts' and state <> 'idle' order by query_start limit 1")"
  until_figure contracts imports_oldest_seconds -gt 0
  say "import-stuck: imports_oldest_seconds $(figure contracts imports_oldest_seconds); $(sql contracts -c "select status || ', attempt ' || attempts || ', lease ' || case when lease_until > now() then 'valid' else 'in the past' end from import_job where id = '$job'")"
  let_go
  # shellcheck disable=SC2086
  wait $asking || true
  until_figure contracts agroal_awaiting_count -eq 0
  say "database-pool: after pg_terminate_backend agroal_awaiting_count 0"
  until_figure contracts imports_oldest_seconds -eq 0
  say "import-stuck: the job is $(sql contracts -c "select status from import_job where id = '$job'"), imports_oldest_seconds 0"
}

webhooks_behind() {
  local id
  id="$(api "$contracts" -H 'Content-Type: application/json' "$base/v1/webhooks/contracts" -d "{\"url\": \"http://127.0.0.1:$hook_port/hook\", \"types\": [\"contract.*\"]}" |
    grep -o '"id" *: *"[^"]*"' | head -n 1 | cut -d '"' -f 4)"
  new_contract hook "Nobody listens" >/dev/null
  until_figure contracts webhooks_dead -gt 0
  say "webhooks-behind: $(api "$contracts" "$base/v1/webhooks/contracts/$id/deliveries?status=DEAD" | grep -o '"attempts" *: *[0-9]*\|"lastError" *: *"[^"]*"' | tr '\n' ' ')"
  python3 -c '
import http.server, sys
class Hook(http.server.BaseHTTPRequestHandler):
  def do_POST(self):
    self.rfile.read(int(self.headers["Content-Length"]))
    self.send_response(204)
    self.end_headers()
  def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Hook).serve_forever()' "$hook_port" &
  extra="$extra $!"
  until (exec 3<>"/dev/tcp/127.0.0.1/$hook_port") 2>/dev/null; do sleep 0.2; done
  say "webhooks-behind: the subscriber is back, $(api "$contracts" -X POST "$base/v1/webhooks/contracts/$id/replays")"
  until_figure contracts webhooks_dead -eq 0
  api "$contracts" -o /dev/null -X DELETE -H 'If-Match: *' "$base/v1/webhooks/contracts/$id"
  say "webhooks-behind: webhooks_dead 0"
}

gateway_errors() {
  local before n status
  before="$(process providers)"
  kill -STOP "$before"
  for n in 1 2 3; do api "$contracts" --max-time 60 -o /dev/null "$base/v1/providers?limit=1" & status="${status:-} $!"; done
  # shellcheck disable=SC2086
  wait $status || true
  kill -9 "$before"
  for n in $(seq 15); do api "$contracts" -o /dev/null "$base/v1/providers?limit=1"; done
  say "gateway-errors: $(curl -sS "$base/q/metrics" | sed -n 's/^gateway_requests_seconds_count{.*outcome="\([a-z_]*\)".*upstream="providers".* \(.*\)$/\1 \2/p' | sort | uniq | tr '\n' ' ')"
  until_back providers "$before"
  until [ "$(api "$contracts" -o /dev/null -w '%{http_code}' "$base/v1/providers?limit=1")" = 200 ]; do sleep 0.5; done
  until_figure gateway gateway_circuit_open -eq 0
  say "gateway-errors: the circuit is closed, providers answers 200"
}

rate_limits_not_shared() {
  local failed
  sql gateway -c "alter function lease_requests rename to lease_requests_away"
  until [ "$(figure gateway 'gateway_limits_leases_total{outcome="failed"')" -gt 0 ]; do
    [ "$(api "$contracts" -o /dev/null -w '%{http_code}' "$base/v1/contracts?limit=1")" = 200 ] || fail "a request was refused"
  done
  say "rate-limits-not-shared: $(grep -aoE 'Rate limits are counted by this gateway alone: .*' "$state/logs/gateway.log" | tail -n 1 | cut -c 1-140)"
  sql gateway -c "alter function lease_requests_away rename to lease_requests"
  sleep "${LEASES_REST_SECONDS:-10}"
  failed="$(figure gateway 'gateway_limits_leases_total{outcome="failed"')"
  for n in $(seq 100); do api "$contracts" -o /dev/null "$base/v1/contracts?limit=1"; done
  [ "$(figure gateway 'gateway_limits_leases_total{outcome="failed"')" = "$failed" ] || fail "leases still fail"
  say "rate-limits-not-shared: mended; none of the next 100 requests failed to be counted together"
}

runbooks() {
  ./stack down >/dev/null
  # Subscribers on this machine, given up after three attempts: nobody waits thirteen hours for a drill.
  KIT_WEBHOOKS_ALLOWED_NETWORKS=127.0.0.0/8 KIT_WEBHOOKS_PAUSES=1s,1s ./stack up --no-build >/dev/null
  say "the stack is up"
  until_well
  events_parked
  dead_letters
  consumer_behind
  import_stuck_and_pool_exhausted
  webhooks_behind
  gateway_errors
  rate_limits_not_shared
}
