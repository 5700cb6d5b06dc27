CREATE TABLE "search_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"helper_id" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_entry_listing" ON "search_entry" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "search_entry_helper" ON "search_entry" USING btree ("helper_id");