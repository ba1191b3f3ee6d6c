-- A draft that is given up was never public, and does not become so by being CANCELLED.
select set_config('app.reach', 'system', true);
alter table contract add column never_public boolean not null default false;
comment on column contract.never_public is 'Given up while it was a draft: nobody but its authority ever saw it, or will';

alter policy contract_tenant on contract
  using (authority = current_setting('app.authority', true)
         or current_setting('app.reach', true) = 'system'
         or (current_setting('app.reach', true) = 'public' and status <> 'DRAFT' and not never_public));

-- Of such a contract searches have an entry for its authority only.
create function contract_search_own_only() returns trigger language plpgsql set search_path from current as $$
begin
  if exists (select 1 from contract c where c.id = new.contract_id and c.never_public) then
    if new.audience = 'PUBLIC' then
      return null;
    end if;
    new.audience := 'OWN';
  end if;
  return new;
end $$;
create trigger contract_search_own_only before insert on contract_search
  for each row when (new.status = 'CANCELLED') execute function contract_search_own_only();

update contract c set never_public = true
where c.status = 'CANCELLED'
  and exists (select 1 from journal j
              where j.aggregate_type = 'contract' and j.aggregate_id = c.id and j.type = 'contract.drafted.v1')
  and not exists (select 1 from journal j
                  where j.aggregate_type = 'contract' and j.aggregate_id = c.id
                    and j.state ->> 'status' not in ('DRAFT', 'CANCELLED'));
