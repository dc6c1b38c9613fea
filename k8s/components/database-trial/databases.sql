-- Four databases, two roles each: the owner migrates, the runtime role owns nothing and is bound by row-level security.
-- For trials: roles without passwords; only pods of the services reach the server (network policy).
create role consent_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role consent login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role records_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role records login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role audit_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role audit login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role keys_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
create role keys login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
\connect template1
revoke all on schema public from public;
grant usage on schema public to consent, records, audit, keys;
alter default privileges for role consent_owner grant select, insert, update, delete on tables to consent;
alter default privileges for role consent_owner grant usage, select on sequences to consent;
alter default privileges for role records_owner grant select, insert, update, delete on tables to records;
alter default privileges for role records_owner grant usage, select on sequences to records;
alter default privileges for role audit_owner grant select, insert, update, delete on tables to audit;
alter default privileges for role audit_owner grant usage, select on sequences to audit;
alter default privileges for role keys_owner grant select, insert, update, delete on tables to keys;
alter default privileges for role keys_owner grant usage, select on sequences to keys;
\connect postgres
create database consent owner consent_owner;
revoke all on database consent from public;
grant connect on database consent to consent;
create database records owner records_owner;
revoke all on database records from public;
grant connect on database records to records;
create database audit owner audit_owner;
revoke all on database audit from public;
grant connect on database audit to audit;
create database keys owner keys_owner;
revoke all on database keys from public;
grant connect on database keys to keys;
