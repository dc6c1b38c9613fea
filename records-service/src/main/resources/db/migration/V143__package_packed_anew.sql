-- DR-12, D-142: between the freeze and the giving out somebody may come to be held, restricted or destroyed. Who stays then is here again, and a
-- package that contains her, or a record that was restricted or destroyed since, is packed anew as long as it was given to nobody.
alter table package_chunk add column standing_sequence bigint not null default 0;
comment on column package_chunk.standing_sequence is 'How far the changes of standings were known before its people were read';
grant delete on package_chunk, package_file, package_shared_item, package_manifest to records;
comment on table package_chunk is 'Chunks of a package that are complete; taken back only to be packed anew, before the package is given out';
comment on table package_file is 'Sealed files of a package; taken back only to be packed anew, before the package is given out';
comment on table package_shared_item is 'Items that concern several people, such as notices: in the package once; taken back with the chunks';
comment on table package_manifest is 'Signed manifests of complete packages; taken back only to be packed anew, before the package is given out';
