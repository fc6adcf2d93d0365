drop table bookings, properties;
