# Drills of what keeps the data; read by drill.

postgres_binaries() { dirname "$(find "$state/postgresql/binaries" -path '*/bin/pg_ctl' | head -n 1)"; }

# PostgreSQL refuses to run as root; the stack starts it in a user namespace of its own, and so does this.
as_postgres() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }

# A base backup while everything writes: the files, the label that says from where to recover, the log up to its end.
backup() {
  mkdir -p "$work/backup/pg_wal"
  psql -qAt -h localhost -p "${STACK_POSTGRES_PORT:-15432}" -U postgres -v ON_ERROR_STOP=1 >/dev/null <<SQL
set client_min_messages = warning;
select pg_backup_start('drill', true);
\\! tar -C "$state/postgresql/data" --exclude='./pg_wal/*' --exclude=./postmaster.pid --exclude=./postmaster.opts --warning=no-file-changed -cf "$work/backup/base.tar" . || [ \$? = 1 ]
\\o $work/backup/backup_label
select labelfile from pg_backup_stop();
\\o
\\! cp -R "$state/postgresql/data/pg_wal/." "$work/backup/pg_wal/"
SQL
  say "backup of $(du -sh "$work/backup" | cut -f 1) taken while writing"
}

restored_database() {
  local data="$state/postgresql/data" control
  control="$(postgres_binaries)/pg_ctl"
  mkdir -m 700 "$data"
  tar -C "$data" -xf "$work/backup/base.tar"
  cp -R "$work/backup/pg_wal/." "$data/pg_wal/"
  sed '/^$/d' "$work/backup/backup_label" >"$data/backup_label"
  as_postgres "$control" -D "$data" -w -t 120 -l "$work/restore.log" -o "-p ${STACK_POSTGRES_PORT:-15432} -k ''" start >/dev/null
  for database in contracts providers monitoring; do
    sql "$database" -v ON_ERROR_STOP=1 -f deploy/drills/after-restore.sql >/dev/null
  done
  as_postgres "$control" -D "$data" -w stop >/dev/null
}

restore() {
  start_writing
  until_more 60
  cp "$work/acknowledged" "$work/before"
  backup
  until_more 60
  stop_writing
  read_feed
  local seen="$cursor" service name
  say "a subscriber of the change feed is at its end; $(wc -l <"$work/before") contracts were acknowledged before the backup began"
  ./stack down >/dev/null
  rm -rf "$state/postgresql/data" "$state/kafka"
  say "database and topics are gone"
  restored_database
  say "restored, every version set to be published again"
  ./stack up --no-build >/dev/null
  say "the stack is up"
  for service in contracts providers monitoring; do
    for name in $(consumers "$service"); do
      api "$admin" -X POST "$base/v1/operations/$service/consumers/$name/rebuild" >/dev/null
    done
  done
  cp "$work/before" "$work/acknowledged"
  check
  : >"$work/acknowledged"
  start_writing
  until_more 10
  stop_writing
  read_feed "$seen"
  local missing
  missing="$(sort -u "$work/acknowledged" | comm -23 - <(sort -u "$work/feed") | wc -l)"
  say "the subscriber reads on from its old place and misses $missing of $(acknowledged) new contracts"
  [ "$missing" = 0 ] || fail "the feed hides something from subscribers of before"
  same_views
}

# What other services know of contracts is what the register holds, no more and no less.
same_views() {
  local held seen=-1 tries=0
  held="$(sql contracts -c "select count(*) from contract where reference not like 'HELD-%'")"
  until [ "$seen" = "$held" ] || [ $tries -gt 120 ]; do
    seen="$(sql monitoring -c 'select count(*) from contract_view')"
    tries=$((tries + 1))
    sleep 0.5
  done
  say "contracts: $held in the register, $seen in the view of monitoring-service"
  [ "$seen" = "$held" ] || fail "the view is not what the register holds"
}

# The disk of the database is full: $state/postgresql must be a small file system of its own, such as
#   mount -t tmpfs -o size=700m none "$STACK_STATE/postgresql"
disk() {
  local filler="$state/postgresql/filler" free
  [ "$(stat -c %m "$state/postgresql")" -ef "$state/postgresql" ] || fail "$state/postgresql is not a file system of its own"
  start_writing
  until_more 30
  free="$(df --output=avail -k "$state/postgresql" | tail -n 1)"
  dd if=/dev/zero of="$filler" bs=1k count="$((free - 64))" status=none 2>/dev/null || true
  say "the disk is full"
  sleep 20
  stop_writing
  say "reading meanwhile: $(api "$contracts" -o /dev/null -w '%{http_code}' "$base/v1/contracts?limit=1")"
  rm "$filler"
  say "there is room again"
  cp "$work/acknowledged" "$work/before"
  until_well
  start_writing
  until_more 10
  stop_writing
  cat "$work/before" >>"$work/acknowledged"
  check
}
