#!/bin/sh
# Run once by the image of PostgreSQL, when its cluster is new. The product owns its database and is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv password DATABASE_PASSWORD
CREATE ROLE kizuna LOGIN PASSWORD :'password';
CREATE DATABASE kizuna OWNER kizuna;
SQL
