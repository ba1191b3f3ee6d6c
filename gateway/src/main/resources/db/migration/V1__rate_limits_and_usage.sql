-- What several gateways count together. No tenant data: a client's name and numbers.

-- Written often and worth nothing after a crash: not logged, so that it costs little.
create unlogged table rate_bucket (
  name text primary key,
  tokens double precision not null check (tokens >= 0),
  refilled_at timestamptz not null
);
comment on table rate_bucket is 'Requests that clients may still make, over all gateways; refilled evenly';
comment on column rate_bucket.name is 'The client, or the network address of who has no token';
comment on column rate_bucket.tokens is 'Requests that no gateway has leased yet';
comment on column rate_bucket.refilled_at is 'When tokens was last brought up to date, by the clock of this server alone';
create index rate_bucket_by_time on rate_bucket (refilled_at);

create function lease_requests(
  bucket text, quota bigint, window_seconds double precision, wanted bigint,
  out granted bigint, out remaining double precision)
language plpgsql as $$
begin
  insert into rate_bucket as b (name, tokens, refilled_at)
  values (bucket, quota, clock_timestamp())
  on conflict (name) do update set
    tokens = least(quota, b.tokens
      + quota * greatest(0, extract(epoch from clock_timestamp() - b.refilled_at)) / window_seconds),
    refilled_at = greatest(b.refilled_at, clock_timestamp())
  returning tokens into remaining;
  granted := least(wanted, floor(remaining));
  remaining := remaining - granted;
  if granted > 0 then
    update rate_bucket set tokens = remaining where name = bucket;
  end if;
end
$$;
comment on function lease_requests is
  'Refills a bucket by the time gone by and takes up to wanted requests out of it, in one step for all gateways';

create table usage (
  day date not null,
  client text not null,
  operation_group text not null,
  requests bigint not null default 0 check (requests >= 0),
  failed bigint not null default 0 check (failed >= 0),
  refused bigint not null default 0 check (refused >= 0),
  primary key (client, day, operation_group)
);
comment on table usage is 'What each client asked, by day; a client reads its own';
comment on column usage.day is 'Day in UTC';
comment on column usage.client is 'client_id of the token';
comment on column usage.operation_group is 'The part of the API, such as contracts or webhooks/contracts';
comment on column usage.requests is 'Requests, whatever became of them';
comment on column usage.failed is 'Of these, answered with 4xx or 5xx, without those refused';
comment on column usage.refused is 'Of these, refused by the rate limit with 429';
create index usage_by_day on usage (day);
