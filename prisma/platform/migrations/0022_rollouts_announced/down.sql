drop trigger rollout_change_announced on platform.rollouts;
drop function platform.announce_rollout_change();
