CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE TABLE search_area (id bigint PRIMARY KEY, service integer NOT NULL, area box NOT NULL, listing_id text NOT NULL, helper_id text NOT NULL, lat double precision NOT NULL, lng double precision NOT NULL, radius_m integer NOT NULL, price_minor bigint NOT NULL, solved_lower double precision, stars double precision, answer_minutes integer, next_free_at bigint, valid_until bigint NOT NULL, instant integer NOT NULL, languages text NOT NULL);
--> statement-breakpoint
CREATE INDEX search_area_where ON search_area USING gist (service, area);
