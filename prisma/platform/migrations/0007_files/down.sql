-- The rows are lost, and with them the way to the bytes in the file store.
drop function tenant_gateway.attach_file(uuid, uuid, text), tenant_gateway.release_file(uuid, int);
drop table platform.files;
