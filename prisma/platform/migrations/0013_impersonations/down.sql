drop trigger impersonations_ended on platform.tenants;
drop trigger impersonations_ended on platform.users;
drop trigger impersonation_ended on platform.sessions;
alter table platform.sessions drop column impersonation_id;
drop table platform.impersonations;
drop function platform.conclude_impersonation();
drop function platform.end_impersonations();
