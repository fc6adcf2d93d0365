-- Points, purchases and inventories are lost.
drop table powerup_purchases, powerup_inventory, powerup_config, point_transactions, viewer_points;
drop function keep_viewer_points, refuse_history_change, refuse_viewer_points_change;
