drop table resources, services, staff, pets, owners;
