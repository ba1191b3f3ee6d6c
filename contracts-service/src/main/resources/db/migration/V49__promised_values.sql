-- What contracts are promised to cost, so that ceilings count rises that are agreed and not yet in force.
create view contract_promised_value with (security_invoker = true) as
select c.id as contract_id, c.authority, c.status,
  greatest(c.total_value,
           (select max((v.change #>> '{values,total,amount}')::numeric(18, 2))
            from contract_variation v
            where v.contract_id = c.id and v.status = 'AGREED')) as value
from contract c;
comment on view contract_promised_value is 'Total value of each contract as it stands, or as an agreed variation will make it where that is more';
