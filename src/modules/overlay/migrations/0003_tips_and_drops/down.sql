-- Tips and drops are lost; goals keep what they have reached.
drop table drop_history, received_tips;
drop function keep_drop_points;
alter table goals drop column progress, drop column remainder_cents;
