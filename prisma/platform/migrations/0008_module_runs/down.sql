alter table platform.provisioning_runs drop constraint provisioning_runs_kind_check;
-- Runs of the kind that goes are history, and stay: only new rows are checked.
alter table platform.provisioning_runs add constraint provisioning_runs_kind_check check (kind in
  ('create-tenant', 'enable-module', 'migrate', 'delete-tenant', 'restore', 'import')) not valid;
