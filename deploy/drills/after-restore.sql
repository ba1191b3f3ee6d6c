-- Run in each service's database after it was restored from a backup, before its service starts, as a superuser.
-- The topics are empty by then: what happened after the backup must not live on in other services' views.
begin;
select set_config('app.reach', 'system', true);

-- Subscribers of the change feed have cursors from after the backup. A gap in the places lets them see what comes now.
update journal set position = position + 1000000 where position = (select max(position) from journal);

-- Every version is published again, in its order. Consumers know versions: what they have, they pass over.
update journal set published_at = null;
commit;
