-- What checks have found is lost; the next one finds it again.
drop table platform.drift_findings, platform.drift_checks;
drop function platform.announce_drift_check;
