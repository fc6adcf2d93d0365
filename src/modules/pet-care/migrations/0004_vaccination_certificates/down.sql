-- Which file belongs to which vaccination is lost.
alter table vaccination_records drop column certificate;
