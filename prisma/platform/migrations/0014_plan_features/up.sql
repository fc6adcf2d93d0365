-- What a plan does with a module. Where nothing is said it is offered: people switch it on and off as they like.
create table platform.plan_features (
  plan text not null check (plan in ('free', 'starter', 'standard', 'pro')),
  module text not null check (length(module) between 1 and 80),
  offer text not null check (offer in ('default', 'offered', 'withheld')),
  updated_at timestamptz not null default now(),
  primary key (plan, module)
);
alter table platform.plan_features enable row level security;
alter table platform.plan_features force row level security;
create policy platform_scope on platform.plan_features to berth_platform using (true) with check (true);
grant select, insert, update on platform.plan_features to berth_platform;

-- Modules that the platform has switched for a tenant; gone as soon as its own people switch them.
create table platform.feature_overrides (
  tenant_id uuid not null references platform.tenants (id),
  module text not null,
  enabled boolean not null,
  -- the plan had no room for it, or did not have it
  beyond_plan boolean not null,
  reason text,
  set_by uuid not null references platform.users (id) on delete cascade,
  set_at timestamptz not null default now(),
  primary key (tenant_id, module)
);
create index feature_overrides_set_at_idx on platform.feature_overrides (set_at desc);
alter table platform.feature_overrides enable row level security;
alter table platform.feature_overrides force row level security;
create policy platform_scope on platform.feature_overrides to berth_platform using (true) with check (true);
grant select, insert, update, delete on platform.feature_overrides to berth_platform;
