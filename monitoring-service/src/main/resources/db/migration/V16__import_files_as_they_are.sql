-- A file of a million visits is stored for the minute it takes to import it: compressing it costs more than it saves.
alter table import_chunk alter column bytes set storage external;
