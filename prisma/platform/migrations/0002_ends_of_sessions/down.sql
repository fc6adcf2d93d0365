grant delete on platform.tenants, platform.provisioning_runs, platform.provisioning_steps to berth_platform;
drop policy ended_stays_ended on platform.sessions;
drop trigger session_end_announced on platform.sessions;
drop function platform.announce_session_end();
