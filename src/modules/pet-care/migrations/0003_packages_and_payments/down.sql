-- Payments, packages and their credits are lost.
drop table payments, credit_entries, package_purchases, packages;
drop function keep_package_credits, refuse_credit_entry_change, open_package_credits, refuse_package_credit_change;
