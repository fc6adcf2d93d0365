-- How much each tenant asks of the API, by day. Processes count on their own and add up here every few seconds.
create table platform.tenant_usage_days (
  tenant_id uuid not null references platform.tenants (id),
  -- in UTC, by the database's clock
  day date not null,
  requests bigint not null default 0 check (requests >= 0),
  -- of them, those that were answered with a status of 400 to 499, and of 500 on
  refusals bigint not null default 0 check (refusals >= 0),
  errors bigint not null default 0 check (errors >= 0),
  primary key (tenant_id, day)
) with (fillfactor = 80);
create index tenant_usage_days_day_idx on platform.tenant_usage_days (day);

alter table platform.tenant_usage_days enable row level security;
alter table platform.tenant_usage_days force row level security;
create policy platform_scope on platform.tenant_usage_days to berth_platform using (true) with check (true);
create policy tenant_scope on platform.tenant_usage_days to berth_member
  using (tenant_id = platform.current_tenant_id()) with check (tenant_id = platform.current_tenant_id());
grant select, insert, update, delete on platform.tenant_usage_days to berth_platform;
grant select on platform.tenant_usage_days to berth_member;
