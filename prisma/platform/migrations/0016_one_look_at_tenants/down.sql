create index tenants_words_idx on platform.tenants
  using gin (subdomain extensions.gin_trgm_ops, business_name extensions.gin_trgm_ops);
