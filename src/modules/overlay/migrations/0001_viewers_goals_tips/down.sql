drop table tips, goals, viewers;
