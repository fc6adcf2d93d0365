drop index platform.mail_outbox_created_at_idx, platform.mail_outbox_tenant_idx, platform.mail_outbox_state_idx;
create index mail_outbox_created_at_idx on platform.mail_outbox (created_at desc);
drop index platform.provisioning_runs_finished_idx, platform.provisioning_runs_failed_idx,
  platform.provisioning_runs_state_created_idx, platform.provisioning_runs_created_idx;
create index provisioning_runs_finished_idx on platform.provisioning_runs (kind, state, finished_at desc);
drop table platform.nodes;
