-- Modules are switched on and off by runs of their own.
alter table platform.provisioning_runs drop constraint provisioning_runs_kind_check;
alter table platform.provisioning_runs add constraint provisioning_runs_kind_check check (kind in
  ('create-tenant', 'enable-module', 'disable-module', 'migrate', 'delete-tenant', 'restore', 'import'));
