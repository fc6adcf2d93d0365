drop table platform.feature_overrides;
drop table platform.plan_features;
