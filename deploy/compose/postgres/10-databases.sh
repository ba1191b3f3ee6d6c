#!/usr/bin/env bash
# Runs once, when the data directory is new: a database per service, each with the role that owns it (migrations) and
# the role that the service works as (row-level security binds it). The local stack does the same in ServiceDatabase.
set -euo pipefail

create() {
  local name="$1" owner_password="$2" app_password="$3"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$name" -v owner="${name}_owner" -v app="${name}_app" \
    -v owner_password="$owner_password" -v app_password="$app_password" <<'SQL'
create role :"owner" login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
create role :"app" login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect, temporary on database :"name" to :"owner", :"app";
\connect :"name"
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"app";
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges for role :"owner" in schema public grant usage, select on sequences to :"app";
SQL
}

create contracts "$CONTRACTS_OWNER_PASSWORD" "$CONTRACTS_APP_PASSWORD"
create providers "$PROVIDERS_OWNER_PASSWORD" "$PROVIDERS_APP_PASSWORD"
create monitoring "$MONITORING_OWNER_PASSWORD" "$MONITORING_APP_PASSWORD"
create gateway "$GATEWAY_OWNER_PASSWORD" "$GATEWAY_APP_PASSWORD"

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v password="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
