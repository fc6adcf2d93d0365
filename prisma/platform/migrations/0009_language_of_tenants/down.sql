-- What a business had chosen is lost.
drop function tenant_gateway.enqueue_record_task(text, uuid);
drop trigger language_followed on platform.tenants;
drop function platform.follow_language();
revoke update (language) on platform.tenants from berth_member;
alter table platform.tenants drop column language;
