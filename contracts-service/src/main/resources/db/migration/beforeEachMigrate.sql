-- Runs before each migration, in its transaction. V61 copies what contracts are found by into a table that takes the old
-- one's place. A change of a contract holds the contract and then asks for that table; V61 asks the other way round.
-- So both are taken before V61 begins, or neither: what is waited for too long is let go of and asked for again, before
-- PostgreSQL sees a deadlock (after a second, deadlock_timeout).
do $$
declare
  waits    text := current_setting('lock_timeout');
  attempts int := 0;
begin
  if (select version from flyway_schema_history where success order by installed_rank desc limit 1) is distinct from '60' then
    return;
  end if;
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      lock table contract in share row exclusive mode;
      lock table contract_found in access exclusive mode;
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
