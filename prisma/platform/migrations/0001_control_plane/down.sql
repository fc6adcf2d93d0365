drop schema tenant_gateway cascade;
drop function platform.append_run_event(uuid, int, text, text, jsonb);
drop function platform.enqueue_job(text, json, timestamptz, text);
drop table platform.mail_outbox, platform.tenant_features, platform.audit_log, platform.idempotency_keys,
  platform.provisioning_events, platform.provisioning_steps, platform.provisioning_runs,
  platform.sign_in_tickets, platform.sessions, platform.users, platform.tenants;
drop function platform.current_tenant_id();
revoke usage on schema platform from berth_platform, berth_member;
