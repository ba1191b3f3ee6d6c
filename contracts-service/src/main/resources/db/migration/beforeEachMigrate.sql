-- Runs before each migration, in its transaction. V61 and V76 copy what contracts are found by into a table that takes the
-- old one's place: what changed meanwhile would be lost. They and those that came with V61 change that table and contract, and
-- whoever searches and then changes a contract holds the one and asks for the other. So both are taken before they begin,
-- or neither: what is waited for too long is let go of and asked for again, before PostgreSQL sees a deadlock
-- (after a second, deadlock_timeout).
do $$
declare
  waits    text := current_setting('lock_timeout');
  attempts int := 0;
begin
  if (select version from flyway_schema_history where success order by installed_rank desc limit 1) ~ '^(6\d|70|75)$' is not true then
    return;
  end if;
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      lock table contract, contract_found in access exclusive mode;
      perform set_config('lock_timeout', waits, true);
      return;
    exception when lock_not_available then
      attempts := attempts + 1;
      if attempts = 600 then
        raise;
      end if;
      perform pg_sleep(0.05);
    end;
  end loop;
end $$;
