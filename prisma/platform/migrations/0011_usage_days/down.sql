drop table platform.tenant_usage_days;
