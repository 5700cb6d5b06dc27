CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE occupancy ADD CONSTRAINT occupancy_overlap EXCLUDE USING gist (calendar_id WITH =, int8range(from_at, until_at) WITH &&);
