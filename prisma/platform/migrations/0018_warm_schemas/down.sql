-- Warm schemas that are left stay behind without a name anybody knows: `berth pool drain` comes first.
drop function platform.request_pool_fill(timestamptz);
alter table platform.nodes drop column pool_fingerprint, drop column pool_size;
alter table platform.provisioning_runs drop column is_prepared;
drop table platform.warm_failures, platform.warm_schemas;
