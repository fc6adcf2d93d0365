-- What was rolled out, when and by whom is lost; the ledger keeps what each tenant has.
alter table platform.nodes drop column migrations;
drop table platform.rollout_tenants, platform.rollouts;
